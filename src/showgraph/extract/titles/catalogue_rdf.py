"""The catalogue that a graph is: its series and their other names."""

from showgraph.extract.titles.catalogue import Catalogue, Entry
from showgraph.namespaces import RDF, RDFS, SG, SKOS
from showgraph.store import Literal, NamedNode, Store

#: What names a thing, and what gives it another name.
_TITLES = (RDFS + "label", SKOS + "prefLabel")
_OTHERS = (SKOS + "altLabel",)


def catalogue_of(store: Store) -> Catalogue:
    """Return what a graph names as ``sg:Series``, with their other names.

    Of several titles of one thing the first by the alphabet counts and the rest are aliases.
    """
    types = store.quads(None, NamedNode(RDF + "type"), NamedNode(SG + "Series"))
    series = {quad.subject.value for quad in types if isinstance(quad.subject, NamedNode)}
    entries = []
    for iri in sorted(series):
        titles, others = _names(store, iri, _TITLES), _names(store, iri, _OTHERS)
        names = sorted(titles or others)
        if names:
            rest = tuple(sorted((titles | others) - {names[0]}))
            entries.append(Entry(names[0], rest))
    return Catalogue(tuple(entries))


def _names(store: Store, iri: str, properties: tuple[str, ...]) -> set[str]:
    return {
        quad.object.value.strip()
        for name in properties
        for quad in store.quads(NamedNode(iri), NamedNode(name))
        if isinstance(quad.object, Literal) and quad.object.value.strip()
    }
