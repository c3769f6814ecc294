"""Which axioms an ontology may state. What cannot be compiled is refused by its name.

An ontology that says more than its rules do would give answers that nobody can trust, so
nothing is skipped: a term of RDF, RDFS or OWL is an axiom that is compiled, an annotation, or
an error.
"""

from typing import TYPE_CHECKING, Final

from showgraph.errors import OntologyError
from showgraph.namespaces import OWL, RDF, RDFS

if TYPE_CHECKING:
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

_VOCABULARIES: Final = (RDF, RDFS, OWL)


def check_axioms(graph: "Graph") -> None:
    """Refuse an ontology that states an axiom which the rule table cannot carry.

    Args:
        graph: The ontology; annotations and facts in it are let pass.

    Raises:
        OntologyError: Names the first axiom, in sorted order, of a kind that is not compiled.
    """
    from rdflib import RDF as RDF_TERMS  # noqa: PLC0415 - only a build needs rdflib

    for subject, predicate, obj in sorted(graph):
        name = str(predicate)
        if predicate == RDF_TERMS.type:
            if str(obj).startswith(_VOCABULARIES) and str(obj) not in _TYPES:
                raise OntologyError(_short(obj), str(subject))
        elif name.startswith(_VOCABULARIES) and name not in AXIOMS | _ANNOTATIONS:
            raise OntologyError(_short(predicate), str(subject))
        elif name in AXIOMS and str(obj) == OWL + "Nothing":
            raise OntologyError("owl:Nothing", str(subject))


def _short(term: "Node") -> str:
    """Return ``owl:unionOf`` for the IRI of that term."""
    for prefix, namespace in (("owl", OWL), ("rdfs", RDFS), ("rdf", RDF)):
        if str(term).startswith(namespace):
            return f"{prefix}:{str(term).removeprefix(namespace)}"
    return str(term)
