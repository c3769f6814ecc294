"""Prefixes and namespaces: the only module with the text of a vocabulary's IRI.

A term is written ``SG + "castMember"``; the engine's term classes are made from it in the
modules that need them.
"""

from typing import Final

#: Base of everything showgraph mints; a setting of a build (see :mod:`showgraph.iris`).
BASE: Final = "https://w3id.org/showgraph/"

SG: Final = BASE + "ontology#"
#: The SKOS concept schemes: a concept is ``SCHEME + "role/director"``.
SCHEME: Final = BASE + "scheme/"

DCTERMS: Final = "http://purl.org/dc/terms/"
OA: Final = "http://www.w3.org/ns/oa#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
PROV: Final = "http://www.w3.org/ns/prov#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA: Final = "https://schema.org/"
SH: Final = "http://www.w3.org/ns/shacl#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"

#: The named graphs of a showgraph graph, by their short name.
GRAPHS: Final = {
    name: BASE + "graph/" + name for name in ("claims", "accepted", "inferred", "ontology")
}

#: The graphs without what was inferred.
ASSERTED: Final = tuple(GRAPHS[name] for name in ("accepted", "claims", "ontology"))

#: Prefixes supplied to queries and used in every serialisation, in this order.
PREFIXES: Final = {
    "sg": SG,
    "id": BASE + "id/",
    "scheme": SCHEME,
    "graph": BASE + "graph/",
    "dcterms": DCTERMS,
    "oa": OA,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "sh": SH,
    "skos": SKOS,
    "xsd": XSD,
}
