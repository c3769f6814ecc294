"""Say why an answer has no rows: what is known of the names in it, and what is stated."""

from collections.abc import Collection, Mapping
from typing import Final

from showgraph.query.answers import DISPUTED, LesserClaim
from showgraph.query.arguments import Argument
from showgraph.query.binder import bind
from showgraph.query.header import SavedQuestion
from showgraph.query.labels import Labels
from showgraph.query.names import Names
from showgraph.store import NamedNode, Store

_STATED_QUERY: Final = """
SELECT DISTINCT ?predicate ?document WHERE {
  { ?claim rdf:subject ?_thing_iri } UNION { ?claim rdf:object ?_thing_iri }
  ?claim rdf:predicate ?predicate ; sg:rank sg:Preferred ; sg:statedIn ?document .
}
"""
#: More properties than these say no more.
_MAX_PROPERTIES: Final = 8


def explain_absence(  # noqa: PLR0913 - the graph in three views, and what was asked
    store: Store,
    names: Names,
    labels: Labels,
    question: SavedQuestion,
    arguments: Mapping[str, Argument],
    *,
    lesser: Collection[LesserClaim],
) -> str:
    """Return why ``question`` has no rows for ``arguments``.

    One of four things: documents contradict each other, so that nothing is accepted; only the
    arguments together leave nothing, and it says which of them to leave open; the documents say
    other things of what is asked about, and it says which; or nothing of the kind at all.
    """
    if any(claim.status == DISPUTED for claim in lesser):
        return "No answer is accepted, because the documents contradict each other."
    without = [
        f"{name} {argument.label}"
        for name, argument in arguments.items()
        # That there is something of other things is no news to who asks of one thing alone.
        if (len(arguments) > 1 or not isinstance(argument.term, NamedNode))
        and _has_rows(store, question, arguments, without=name)
    ]
    if without:
        return f"No answer; there is one if {' or '.join(without)} is left open."
    stated = [
        _stated(store, labels, names, argument.term)
        for argument in arguments.values()
        if isinstance(argument.term, NamedNode)
    ]
    if not stated:
        return "No answer: no document in this graph states anything of the kind."
    return f"No answer: no document states it. {' '.join(filter(None, stated))}".rstrip()


def _has_rows(
    store: Store,
    question: SavedQuestion,
    arguments: Mapping[str, Argument],
    *,
    without: str,
) -> bool:
    """Return whether there would be rows with one argument left out."""
    terms = {name: each.term for name, each in arguments.items() if name != without}
    return any(True for _ in store.select(bind(question.text, terms)))


def _stated(store: Store, labels: Labels, names: Names, thing: NamedNode) -> str:
    """Return what documents do state of a thing, in a sentence; "" for what has no name."""
    entity = names.by_iri.get(thing.value)
    if entity is None:
        return ""
    rows = list(store.select(bind(_STATED_QUERY, {"thing": thing})))
    documents = {row["document"] for row in rows}
    if not documents:
        return f"{entity.label} is known ({entity.kind}), and nothing more is stated of it."
    properties = sorted({labels.of(row["predicate"]) for row in rows})
    shown = ", ".join(properties[:_MAX_PROPERTIES])
    more = ", ..." if len(properties) > _MAX_PROPERTIES else ""
    count = f"{len(documents)} document{'s' if len(documents) > 1 else ''}"
    return f"{entity.label} is known ({entity.kind}, {count}); stated of it: {shown}{more}."
