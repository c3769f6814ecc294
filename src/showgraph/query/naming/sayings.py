"""Facts as a person says them: nodes without a name are told by what they are of."""

from showgraph.namespaces import RDF, SG, SKOS
from showgraph.query.naming.labels import Labels
from showgraph.query.naming.nodetext import date_of, describe_node, links_of, type_of
from showgraph.store import Literal, NamedNode, Store, Triple

#: Who a credit or a performance is of, which its other links do not tell.
_AGENTS = (SG + "creditedAgent", SG + "portrays")


class Sayings:
    """The facts of one store in words; what was read for one serves the next."""

    def __init__(self, store: Store) -> None:
        """Read labels from ``store``, which stays the caller's to close."""
        self._store = store
        self._labels = Labels(store)
        self._known: dict[str, str] = {}

    def say(self, triple: Triple) -> str:
        """Return a fact in words: ``[release of A Title: 2016, Lumo] earliest date 2016-01-01``."""
        subject, predicate, value = triple
        verb = self._labels.of(predicate)
        if predicate.value == RDF + "type":
            verb = "is a"
        elif predicate.value in {SKOS + "prefLabel", SKOS + "altLabel"}:
            verb = "is called" if predicate.value == SKOS + "prefLabel" else "is also called"
        return f"{self._term(subject)} {verb} {self._term(value)}"

    def _term(self, term: object) -> str:
        if isinstance(term, Literal):
            return term.value
        if not isinstance(term, NamedNode):
            return str(term)
        if term.value not in self._known:
            self._known[term.value] = self._unnamed(term) or self._labels.of(term)
        return self._known[term.value]

    def _unnamed(self, node: NamedNode) -> str:
        """Return a node without a name in brackets; "" for what has a name or no class."""
        links = links_of(self._store, node)
        kind = type_of(links)
        if not kind or SKOS + "prefLabel" in links:
            return ""
        _, _, told = describe_node(self._store, self._labels, node).partition(": ")
        agents = [self._labels.of(agent) for name in _AGENTS for agent in links.get(name, [])]
        owner = self._labels.of(node)
        sort = self._labels.of(NamedNode(kind))
        details = ", ".join(filter(None, (*agents, told or date_of(links))))
        return f"[{sort}{f' of {owner}' if owner else ''}{f': {details}' if details else ''}]"
