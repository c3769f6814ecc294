"""Say why an answer has no rows: what is known of the names in it, and what is stated."""

from collections.abc import Collection, Mapping
from typing import Final

from showgraph.query.answering.answers import DISPUTED, LesserClaim
from showgraph.query.matching.arguments import Argument
from showgraph.query.matching.names import Names
from showgraph.query.naming.labels import Labels
from showgraph.query.questions.header import SavedQuestion
from showgraph.query.sparql.binder import bind
from showgraph.store import Literal, NamedNode, QuerySolution, Store

_STATED_QUERY: Final = """
SELECT DISTINCT ?predicate ?text WHERE {
  { ?claim rdf:subject ?_thing_iri ; rdf:predicate ?predicate }
  UNION { ?claim rdf:object ?_thing_iri ; rdf:predicate ?predicate }
  UNION { ?claim sg:assertsNode ?statement . ?statement ?predicate ?_thing_iri
          FILTER(?predicate = sg:speaker) }
  ?claim sg:rank sg:Preferred ; sg:statedIn ?document .
  OPTIONAL { ?document sg:nearCopyOf ?longer }
  BIND(COALESCE(?longer, ?document) AS ?text)
}
"""
#: More properties than these say no more.
_MAX_PROPERTIES: Final = 8
#: Nor do more rows than these.
_MAX_ROWS: Final = 3


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
    without = {
        f"{name} {argument.label}": rows
        for name, argument in arguments.items()
        # That there is something of other things is no news to who asks of one thing alone.
        if (len(arguments) > 1 or not _is_named(argument, names))
        and (rows := _rows_without(store, question, arguments, name))
    }
    if without:
        instead = "; ".join(dict.fromkeys(row for rows in without.values() for row in rows))
        return f"No answer; there is one if {' or '.join(without)} is left open: {instead}."
    stated = [
        _stated(store, labels, names, argument.term)
        for argument in arguments.values()
        if isinstance(argument.term, NamedNode)
    ]
    if not stated:
        return "No answer: no document in this graph states anything of the kind."
    return f"No answer: no document states it. {' '.join(filter(None, stated))}".rstrip()


def _is_named(argument: Argument, names: Names) -> bool:
    """Return whether an argument is a thing with a name, and no season, word or concept."""
    return isinstance(argument.term, NamedNode) and argument.term.value in names.by_iri


def _rows_without(
    store: Store, question: SavedQuestion, arguments: Mapping[str, Argument], name: str
) -> list[str]:
    """Return the first rows that there are with one argument left open, each in a few words."""
    terms = {each: argument.term for each, argument in arguments.items() if each != name}
    found: dict[str, None] = {}
    solutions = store.select(bind(question.text, terms), prefixes={})
    variables = {variable.value for variable in solutions.variables}
    for solution in solutions:
        cells = (_label(solution, column, variables) for column in question.columns)
        found[", ".join(filter(None, cells))] = None
        if len(found) > _MAX_ROWS:
            return [*list(found)[:_MAX_ROWS], "..."]
    return list(found)


def _label(solution: QuerySolution, column: str, variables: Collection[str]) -> str:
    """Return what a person reads in a column of a row, "" for nothing."""
    label = f"{column}Label"
    term = solution[label if label in variables else column]
    return term.value if isinstance(term, Literal) else ""


def _stated(store: Store, labels: Labels, names: Names, thing: NamedNode) -> str:
    """Return what documents do state of a thing, in a sentence; "" for what has no name."""
    entity = names.by_iri.get(thing.value)
    if entity is None:
        return ""
    documents, stated = known_of(store, labels, thing)
    if not documents:
        return f"{entity.label} is known ({entity.kind}), and nothing more is stated of it."
    return f"{entity.label} is known ({entity.kind}, {documents}); stated of it: {stated}."


def known_of(store: Store, labels: Labels, thing: NamedNode) -> tuple[str, str]:
    """Return how many documents speak of a thing and what they state, in words.

    ("", "") where none does. Of many properties the first are told.
    """
    rows = list(store.select(bind(_STATED_QUERY, {"thing": thing})))
    documents = {row["text"] for row in rows}
    if not documents:
        return "", ""
    properties = sorted({labels.of(row["predicate"]) for row in rows})
    shown = ", ".join(properties[:_MAX_PROPERTIES])
    more = ", ..." if len(properties) > _MAX_PROPERTIES else ""
    return f"{len(documents)} document{'s' if len(documents) > 1 else ''}", shown + more
