"""Describe one thing: all that is accepted and inferred of it, and what documents say of it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from showgraph.namespaces import GRAPHS, SG
from showgraph.query.answering.answers import Cell, LesserClaim
from showgraph.query.answering.lesser import find_lesser, scope_of
from showgraph.query.matching.names import NamedEntity, Names, read_names
from showgraph.query.naming.direction import backwards
from showgraph.query.naming.labels import Labels
from showgraph.query.naming.nodetext import describe_node, links_of, type_of
from showgraph.query.provenance.explanation import Explainer, Source
from showgraph.query.provenance.grounds import Ground, GroundReader
from showgraph.query.provenance.support import Claims
from showgraph.query.sparql.binder import bind
from showgraph.rules import RuleTable
from showgraph.store import Literal, NamedNode, Quad, Store

#: Properties that say in general what others say exactly; shown where they alone say it.
GENERAL: Final = frozenset(
    SG + name
    for name in (
        *("contributor", "contributorToPart", "participant", "partOf", "hasPart"),
        *("partOfSeries", "concerns"),
    )
)
#: Shown from one side only, since the closed graph has them from both.
_MIRRORED: Final = frozenset(NamedNode(SG + name) for name in ("partOf", "hasPart"))
_FACTS: Final = (GRAPHS["accepted"], GRAPHS["inferred"])
_STATEMENTS_QUERY: Final = """
SELECT DISTINCT ?sentence ?topic ?season ?speaker ?document ?start ?end WHERE {
  ?statement a sg:Statement ; sg:topic ?topic .
  { ?statement sg:about ?_thing_iri } UNION { ?statement sg:speaker ?_thing_iri }
  ?claim sg:assertsNode ?statement ; sg:rank sg:Preferred ; sg:evidence ?span .
  ?span oa:hasSource/dcterms:identifier ?document ; oa:hasSelector ?position , ?quote .
  ?position oa:start ?start ; oa:end ?end .
  ?quote oa:exact ?sentence .
  OPTIONAL { ?statement sg:inSeason ?season }
  OPTIONAL { ?statement sg:speaker ?speaker }
}
ORDER BY ?document ?start ?end ?topic ?season ?speaker
"""
_LESSER_PREDICATES_QUERY: Final = """
SELECT DISTINCT ?predicate WHERE {
  { ?claim rdf:subject ?_thing_iri } UNION { ?claim rdf:object ?_thing_iri }
  ?claim sg:claimStatus ?status ; rdf:predicate ?predicate .
}
ORDER BY ?predicate
"""


@dataclass(frozen=True, slots=True)
class DescribedValue:
    """One value of a property, and the spans of documents that it rests on."""

    cell: Cell
    is_inferred: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A property, in words, with its values, sorted by their labels."""

    property: str
    values: tuple[DescribedValue, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence about the thing, or by it; ``season`` and ``speaker`` may be ""."""

    sentence: str
    topic: str
    season: str
    speaker: str
    source: Source


@dataclass(frozen=True, slots=True)
class Description:
    """A thing and all that is known of it; groups are sorted by their property."""

    entity: NamedEntity
    groups: tuple[Group, ...]
    statements: tuple[Said, ...]
    lesser: tuple[LesserClaim, ...]

    def _repr_html_(self) -> str:
        """Return the description as a notebook shows it."""
        from showgraph.query.formats.markup import paragraphs, to_html  # noqa: PLC0415 - few need it

        rows = [
            [
                (group.property, ""),
                (value.cell.label, value.cell.value or ""),
                ("inferred" if value.is_inferred else "asserted", ""),
                (", ".join(dict.fromkeys(each.document for each in value.sources)), ""),
            ]
            for group in self.groups
            for value in group.values
        ]
        columns = ("Property", "Value", "Standing", "Documents")
        said = (
            f"{each.topic}: {each.sentence} [{each.source.document}]" for each in self.statements
        )
        doubted = (f"not accepted: {claim}" for claim in self.lesser)
        table = to_html(columns, rows, caption=str(self.entity))
        return table + paragraphs(said) + paragraphs(doubted)


def describe(
    store: Store,
    rules: RuleTable,
    name: str,
    names: Names | None = None,
) -> Description:
    """Return all that a graph knows of a thing.

    Args:
        store: The graph.
        rules: Those that it was closed with.
        name: The name, an alias or the IRI of a thing.
        names: The names in the graph; read from it where they are not given.

    Raises:
        UnknownNameError: If nothing goes by that name, with the names that come close.
        AmbiguousNameError: If several things do.
    """
    entity = (names or read_names(store)).resolve(name, what="thing in this graph")
    return _Describer(store, rules, entity).describe()


class _Describer:
    """Gathers what is known of one thing."""

    def __init__(self, store: Store, rules: RuleTable, entity: NamedEntity) -> None:
        self._store = store
        self._entity = entity
        self._thing = NamedNode(entity.iri)
        self._labels = Labels(store)
        self._reader = GroundReader(store, Explainer(store, rules))

    def describe(self) -> Description:
        """Return the whole description."""
        groups: defaultdict[str, list[DescribedValue]] = defaultdict(list)
        for words, cell, quad in self._iter_facts():
            inferred = quad.graph_name == NamedNode(GRAPHS["inferred"])
            sources = self._reader.sources(Ground(triple=quad.triple))
            groups[words].append(DescribedValue(cell, inferred, sources))
        return Description(
            entity=self._entity,
            groups=tuple(
                Group(words, tuple(sorted(values, key=lambda each: each.cell.label)))
                for words, values in sorted(groups.items())
            ),
            statements=tuple(self._iter_statements()),
            lesser=self._find_lesser(),
        )

    def _iter_facts(self) -> Iterator[tuple[str, Cell, Quad]]:
        """Yield each fact once, as the property in words and the other side."""
        special: set[str] = set()
        quads = sorted(self._quads(), key=lambda quad: (quad.predicate.value in GENERAL, str(quad)))
        for quad in quads:
            forward = quad.subject == self._thing
            other = quad.object if forward else quad.subject
            if not isinstance(other, NamedNode | Literal):
                continue
            label = self._text(other)
            if not label or (quad.predicate.value in GENERAL and other.value in special):
                continue
            special.add(other.value)
            words = self._labels.of(quad.predicate)
            if not forward:
                words = backwards(quad.predicate, words)
            yield words, Cell(other, label), quad

    def _quads(self) -> Iterator[Quad]:
        """Yield the facts that the thing is in, those of a pair of inverse properties once."""
        for graph in _FACTS:
            yield from self._store.quads(self._thing, graph=graph)
            for quad in self._store.quads(object=self._thing, graph=graph):
                if quad.predicate not in _MIRRORED:
                    yield quad

    def _text(self, other: NamedNode | Literal) -> str:
        """Return what to show for the other side of a fact; "" for what others show better."""
        if isinstance(other, Literal):
            return "" if other.value in {self._entity.label, *self._entity.aliases} else other.value
        if other.value.startswith(SG):
            return ""  # a class
        links = links_of(self._store, other)
        kind = type_of(links)
        if kind.endswith(("Credit", "Performance", "Statement")):
            return ""  # told by creator, cast member ..., and by the sentences
        named = self._labels.of(other)
        has_name = any("prefLabel" in predicate for predicate in links)
        return named if has_name or not kind else describe_node(self._store, self._labels, other)

    def _iter_statements(self) -> Iterator[Said]:
        for row in self._store.select(bind(_STATEMENTS_QUERY, {"thing": self._thing})):
            document, start, end, quote = (
                row[name].value for name in ("document", "start", "end", "sentence")
            )
            yield Said(
                sentence=quote,
                topic=self._labels.of(row["topic"]),
                season=self._labels.of(row["season"]),
                speaker=self._labels.of(row["speaker"]),
                source=Source(document, int(start), int(end), quote),
            )

    def _find_lesser(self) -> tuple[LesserClaim, ...]:
        scope = scope_of(self._store, self._thing)
        predicates = {
            row["predicate"]
            for thing in scope
            for row in self._store.select(bind(_LESSER_PREDICATES_QUERY, {"thing": thing}))
            if isinstance(row["predicate"], NamedNode)
        }
        ordered = dict.fromkeys(sorted(predicates, key=str))
        return find_lesser(self._store, Claims(self._store), self._labels, ordered, lambda: [scope])
