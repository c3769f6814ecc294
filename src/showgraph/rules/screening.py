"""Which axioms an ontology may state. What cannot be compiled is refused by its name.

An ontology that says more than its rules do would give answers that nobody can trust, so
nothing is skipped: a term of RDF, RDFS or OWL is an axiom that is compiled, an annotation, or
an error.
"""

from typing import TYPE_CHECKING, Final

from showgraph.errors import OntologyError
from showgraph.namespaces import OWL, RDF, RDFS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rdflib import Graph
    from rdflib.term import Node

#: Predicates that state (part of) an axiom which is compiled.
AXIOMS: Final = frozenset(
    {
        RDF + "type",
        RDF + "first",
        RDF + "rest",
        *(RDFS + name for name in ("subClassOf", "subPropertyOf", "domain", "range")),
        *(
            OWL + name
            for name in (
                "equivalentClass",
                "equivalentProperty",
                "inverseOf",
                "propertyChainAxiom",
                "onProperty",
                "hasValue",
                "disjointWith",
                "propertyDisjointWith",
                "members",
            )
        ),
    },
)

_ANNOTATIONS: Final = frozenset(
    {
        *(RDFS + name for name in ("label", "comment", "isDefinedBy", "seeAlso")),
        *(
            OWL + name
            for name in (
                "versionIRI",
                "versionInfo",
                "priorVersion",
                "backwardCompatibleWith",
                "incompatibleWith",
                "deprecated",
            )
        ),
    },
)

#: Classes of RDF, RDFS and OWL that a term may have: declarations and characteristics.
_TYPES: Final = frozenset(
    {
        RDF + "Property",
        RDF + "List",
        RDFS + "Class",
        RDFS + "Datatype",
        *(
            OWL + name
            for name in (
                "Ontology",
                "Class",
                "ObjectProperty",
                "DatatypeProperty",
                "AnnotationProperty",
                "NamedIndividual",
                "Restriction",
                "TransitiveProperty",
                "SymmetricProperty",
                "AsymmetricProperty",
                "IrreflexiveProperty",
                "AllDisjointClasses",
            )
        ),
    },
)

#: Rules in OWL's own clothing, which no rule of ours is made from.
_SWRL: Final = "http://www.w3.org/2003/11/swrl#"
_VOCABULARIES: Final = (RDF, RDFS, OWL, _SWRL)


def check_axioms(graph: "Graph") -> None:
    """Refuse an ontology that states an axiom which the rule table cannot carry.

    Args:
        graph: The ontology; annotations and facts in it are let pass.

    Raises:
        OntologyError: Names the first axiom, in sorted order, of a kind that is not compiled.
    """
    from rdflib import RDF as RDF_TERMS  # noqa: PLC0415 - only a build needs rdflib

    wrong: set[tuple[str, str]] = set()
    for subject, predicate, obj in graph:
        name = str(predicate)
        if predicate == RDF_TERMS.type:
            if str(obj).startswith(_VOCABULARIES) and str(obj) not in _TYPES:
                wrong.add((_find_owner(graph, subject), _short(obj)))
        elif name.startswith(_VOCABULARIES) and name not in AXIOMS | _ANNOTATIONS:
            wrong.add((_find_owner(graph, subject), _short(predicate)))
        elif name in AXIOMS and str(obj) == OWL + "Nothing":
            wrong.add((_find_owner(graph, subject), "owl:Nothing"))
    if wrong:
        owner, kind = min(wrong)
        raise OntologyError(kind, owner)


def _find_owner(graph: "Graph", node: "Node") -> str:
    """Return the IRI itself, or the term that a blank node speaks of.

    That is the first term on the way up to what the node is a part of, else on the way down
    into its lists: the name of a blank node is another at each reading and says nothing.
    """
    above = _find_term(node, lambda it: graph.subjects(object=it))
    return above or _find_term(node, lambda it: graph.objects(subject=it)) or "no term"


def _find_term(node: "Node", step: "Callable[[Node], Iterable[Node]]") -> str:
    """Return the first IRI of no vocabulary that steps lead to, or "" if there is none."""
    from rdflib import URIRef  # noqa: PLC0415 - only a build needs rdflib

    seen: set[Node] = set()
    waiting = {node}
    while waiting:
        named = {str(it) for it in waiting if isinstance(it, URIRef)}
        terms = sorted(it for it in named if not it.startswith(_VOCABULARIES))
        if terms:
            return terms[0]
        seen |= waiting
        waiting = {it for each in waiting for it in step(each)} - seen
    return ""


def _short(term: "Node") -> str:
    """Return ``owl:unionOf`` for the IRI of that term."""
    for prefix, namespace in (("owl", OWL), ("rdfs", RDFS), ("rdf", RDF), ("swrl", _SWRL)):
        if str(term).startswith(namespace):
            return f"{prefix}:{str(term).removeprefix(namespace)}"
    return str(term)
