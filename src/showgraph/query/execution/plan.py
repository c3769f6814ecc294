"""Show how a query is read: its algebra, with how many triples match each pattern alone.

The engine does not tell its own plan to Python. This is the algebra of the SPARQL 1.1 Query
Language, section 18.2, as rdflib translates it: what is evaluated, the innermost first. The
engine may take the patterns of a group in another order, mostly those with few matches first;
that is what the numbers are for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from showgraph.query.execution.reference import prepare
from showgraph.query.naming.labels import compact
from showgraph.store import Literal, NamedNode, Store

#: Counting ends here; a pattern with more matches is a large one.
_MOST: Final = 100_000
#: The parts of an operator that are operators themselves.
_INNER: Final = ("p", "p1", "p2")
_IRI: Final = re.compile("<([^>]*)>")
_NUMBER: Final = re.compile(r'"([^"]*)"\^\^xsd:(?:integer|decimal|double|boolean)')
_HIDDEN: Final = frozenset(
    {*_INNER, "_vars", "triples", "lazy", "no_isolated_scope", "datasetClause", "graph"}
)


@dataclass(frozen=True, slots=True)
class Plan:
    """An operator of the algebra with its details, its patterns, and the operators inside it.

    A pattern stands with how many triples match it alone, in words.
    """

    operator: str
    details: str
    patterns: tuple[tuple[str, str], ...]
    parts: tuple["Plan", ...]

    def __str__(self) -> str:
        """Return an operator or pattern a line, ending with a newline."""
        return "".join(f"{line}\n" for line in self._lines(""))

    def _lines(self, indent: str) -> Iterator[str]:
        yield f"{indent}{self.operator} {self.details}".rstrip()
        for words, matches in self.patterns:
            yield f"{indent}  {words}   [{matches}]"
        for part in self.parts:
            yield from part._lines(f"{indent}  ")  # noqa: SLF001 - of its own class

    def to_json(self) -> dict[str, Any]:
        """Return the plan as an object for JSON, every key always present."""
        return {
            "operator": self.operator,
            "details": self.details,
            "patterns": [{"pattern": words, "matches": n} for words, n in self.patterns],
            "parts": [part.to_json() for part in self.parts],
        }


def read_plan(store: Store, text: str) -> Plan:
    """Return the algebra of a query.

    Args:
        store: The graph, in which the patterns are counted.
        text: A query that the engine takes.

    Raises:
        QuerySyntaxError: If rdflib, which is no less strict, does not take it.
        GraphError: If the store cannot be read.
    """
    return _read(store, prepare(text).algebra)


def _read(store: Store, node: Any) -> Plan:  # noqa: ANN401 - rdflib's tree
    """Return an operator and those inside it."""
    details = [_show(value) for key, value in node.items() if key not in _HIDDEN]
    parts = dict(node)  # whose own get() evaluates
    patterns = tuple(
        (" ".join(map(_show, triple)), _count(store, triple))
        for triple in parts.get("triples") or ()
    )
    inner = (parts.get(key) for key in _INNER)
    return Plan(
        node.name,
        " ".join(filter(None, details)),
        patterns,
        tuple(_read(store, each) for each in inner if each is not None),
    )


def _show(value: Any) -> str:  # noqa: ANN401 - rdflib's tree
    """Return an expression, a term or a list of them in a line."""
    if isinstance(value, dict) and hasattr(value, "name"):
        inner = [_show(each) for key, each in value.items() if key not in {"_vars", "graph"}]
        return f"{value.name.strip('_')}({', '.join(filter(None, inner))})"
    if isinstance(value, dict):
        return " ".join(f"{_show(key)}={_show(each)}" for key, each in value.items())
    if isinstance(value, list | tuple | set):
        return " ".join(map(_show, value))
    return _show_term(value) if hasattr(value, "n3") else str(value or "")


def _show_term(term: Any) -> str:  # noqa: ANN401 - rdflib's tree
    """Return a term or path as a query spells it; a number for an aggregate has a short name."""
    from rdflib.term import Variable  # noqa: PLC0415

    if isinstance(term, Variable):
        return f"?{str(term).strip('_')}"
    text = _IRI.sub(lambda match: compact(match[1]), term.n3())
    return _NUMBER.sub(r"\1", text)


def _count(store: Store, triple: Any) -> str:  # noqa: ANN401 - rdflib's tree
    """Return how many triples match a pattern; a path is walked and not counted."""
    from rdflib.paths import Path  # noqa: PLC0415

    if isinstance(triple[1], Path):
        return "path"
    subject, predicate, value = map(_term, triple)
    if isinstance(subject, Literal) or isinstance(predicate, Literal):
        return "0"
    n_found = sum(1 for _ in islice(store.quads(subject, predicate, value), _MOST))
    return f"{n_found:,}" if n_found < _MOST else f"{_MOST:,} or more"


def _term(term: Any) -> NamedNode | Literal | None:  # noqa: ANN401 - rdflib's tree
    """Return a term as the store has it, None for what any term matches."""
    from rdflib.term import Literal as Value  # noqa: PLC0415
    from rdflib.term import URIRef  # noqa: PLC0415

    if isinstance(term, URIRef):
        return NamedNode(str(term))
    if isinstance(term, Value) and term.language:
        return Literal(str(term), language=term.language)
    if isinstance(term, Value):
        datatype = NamedNode(str(term.datatype)) if term.datatype else None
        return Literal(str(term), datatype=datatype)
    return None
