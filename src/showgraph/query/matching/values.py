"""The values that a parameter of a question can take from a graph."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from showgraph.namespaces import GRAPHS, SCHEME, SG
from showgraph.query.matching.arguments import is_season, kinds_of
from showgraph.query.matching.names import Names
from showgraph.query.questions.header import Parameter
from showgraph.query.questions.valuesort import PROPERTIES, sort_of
from showgraph.query.sparql.binder import bind
from showgraph.store import NamedNode, Store

_CONCEPTS_QUERY: Final = """
SELECT DISTINCT ?concept ?label WHERE {
  ?concept skos:inScheme ?_scheme_iri ; skos:prefLabel ?label
}
"""

_PROPERTIES_QUERY: Final = """
SELECT DISTINCT ?property WHERE {
  { GRAPH <accepted> { ?subject ?property ?object } } UNION
  { GRAPH <inferred> { ?subject ?property ?object } }
}
""".replace("<accepted>", f"<{GRAPHS['accepted']}>").replace(
    "<inferred>", f"<{GRAPHS['inferred']}>"
)


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """A value as a person types it, what sort of thing it is, and its IRI, "" for none."""

    text: str
    kind: str
    iri: str = ""


def find_values(store: Store, names: Names, parameters: Iterable[Parameter]) -> tuple[Value, ...]:
    """Return what the graph has for any of some parameters, sorted, seasons by their number.

    Empty for parameters that take any text, date or number.

    Raises:
        GraphError: If the store cannot be read.
    """
    found: set[Value] = set()
    for parameter in parameters:
        if is_season(parameter):
            found.update(_seasons(names))
        elif parameter.scheme:
            query = bind(_CONCEPTS_QUERY, {"scheme": NamedNode(SCHEME + parameter.scheme)})
            found.update(
                Value(row["label"].value, parameter.scheme, row["concept"].value)
                for row in store.select(query)
            )
        elif kinds := kinds_of(parameter):
            found.update(Value(each.label, each.kind, each.iri) for each in names.of_kind(*kinds))
    return tuple(sorted(found, key=_order))


def _seasons(names: Names) -> Iterable[Value]:
    for seasons in names.seasons.values():
        yield from (Value(str(number), "season") for number in seasons.numbers)
        if seasons.final == "final":
            yield Value("final", "season")


def _order(value: Value) -> tuple[int, str, str, str]:
    number = int(value.text) if value.kind == "season" and value.text.isdecimal() else 0
    return number, value.text.casefold(), value.text, value.iri


def known_values(
    store: Store, names: Names, parameters: Iterable[Parameter]
) -> dict[str, list[str]]:
    """Return the texts that parameters can take, each once, by the parameter's ``sort_of``.

    Under :data:`~showgraph.query.questions.valuesort.PROPERTIES` stand the short names of
    the properties of accepted and inferred facts.
    """
    by_sort = {sort_of(each.classes, each.scheme): each for each in parameters}
    known = {
        key: list(dict.fromkeys(value.text for value in find_values(store, names, [each])))
        for key, each in sorted(by_sort.items())
        if key
    }
    properties = {row["property"].value for row in store.select(_PROPERTIES_QUERY)}
    short = sorted(each.removeprefix(SG) for each in properties if each.startswith(SG))
    return known | {PROPERTIES: short}
