"""What ``showgraph help`` explains: codes of errors, codes of shapes, and rules by their names."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from showgraph.codes import CODES
from showgraph.errors import UnknownNameError
from showgraph.query.naming.labels import compact
from showgraph.resources import read_bundled
from showgraph.rules import Rule
from showgraph.rules.bundled import bundled_rules
from showgraph.rules.table import KINDS
from showgraph.store import RdfFormat, Store, parse

_SHAPES: Final = ("shapes.ttl", "claim-shapes.ttl")
_SHAPES_QUERY: Final = """
PREFIX sh: <http://www.w3.org/ns/shacl#>
SELECT ?code ?label ?severity ?target ?message WHERE {
  ?shape sg:code ?code ; rdfs:label ?label .
  OPTIONAL { ?shape (sh:property|sh:sparql)?/sh:message ?message }
  OPTIONAL { ?shape (sh:property|sh:sparql)?/sh:severity ?severity }
  OPTIONAL { ?shape (sh:targetClass|sh:targetSubjectsOf|sh:targetObjectsOf) ?target }
}
"""
#: How each kind of rule comes about, for who does not know OWL.
_KINDS_IN_WORDS: Final = {
    "chain": "The ontology states the property as a chain: one property after another leads to it.",
    "inverse": "The ontology states that each property is the other read backwards.",
    "subclass": "The ontology states one class as a part of the other.",
    "subproperty": "The ontology states one property as a special case of the other.",
    "domain": "The ontology states what sort of thing has the property.",
    "range": "The ontology states what sort of thing the property leads to.",
}


@dataclass(frozen=True, slots=True)
class Topic:
    """An explanation: its name, its title, and parts with a heading each."""

    name: str
    title: str
    parts: Mapping[str, str]


def find_topic(name: str, *, others: Sequence[str] = ()) -> Topic:
    """Return what a code or the name of a rule means; letters of any case.

    Args:
        name: ``SG-A02``, ``SGV03``, ``chain:creator/...`` or ``rule:chain:creator/...``.
        others: Names that are explained elsewhere, such as those of commands.

    Raises:
        UnknownNameError: If there is no such code or rule, with those and the others that come
            close, or with what there is.
    """
    wanted = name.strip()
    topics = {topic.name.casefold(): topic for topic in iter_topics()}
    key = wanted.removeprefix("rule:").casefold()
    if key not in topics:
        names = dict.fromkeys(others) | {folded: topic.name for folded, topic in topics.items()}
        near = difflib.get_close_matches(key, names, n=3)
        known = (topic.name for topic in topics.values())
        found = [names[each] or each for each in near]
        raise UnknownNameError("code or rule", name, found, known=known)
    return topics[key]


def iter_topics() -> Iterator[Topic]:
    """Yield all that can be explained: codes of errors, codes of shapes, rules."""
    for name, code in CODES.items():
        parts = {"Cause": code.cause, "Mend": code.mend, "Example": code.example}
        yield Topic(name, code.title, parts)
    yield from _iter_shapes()
    for rule in bundled_rules().rules:
        yield Topic(rule.name, rule.words, _about(rule))


def _iter_shapes() -> Iterator[Topic]:
    store = Store.memory()
    for file in _SHAPES:
        store.bulk_load(parse(read_bundled("ontology", file), format=RdfFormat.TURTLE))
    found: dict[tuple[str, str], dict[str, set[str]]] = {}
    for row in store.select(_SHAPES_QUERY):
        about = found.setdefault((row["code"].value, row["label"].value), {})
        for name in ("severity", "target", "message"):
            if row[name] is not None:
                about.setdefault(name, set()).add(row[name].value)
    for (code, label), about in sorted(found.items()):
        severities = {each.rpartition("#")[2].lower() for each in about.get("severity", ())}
        parts = {
            "Checks": ", ".join(sorted(map(compact, about.get("target", ())))),
            "Severity": ", ".join(sorted(severities)) or "violation",
            "Cause and mend": "\n".join(sorted(map(_spoken, about.get("message", ())))),
            "Example": "showgraph validate",
        }
        yield Topic(code, label, {name: text for name, text in parts.items() if text})


def _spoken(message: str) -> str:
    """Return the message of a shape with words in the place of what a finding names."""
    return message.replace("{$this}", "this").replace("{?value}", "that value")


def _about(rule: Rule) -> dict[str, str]:
    cause = _KINDS_IN_WORDS.get(rule.kind, f"The ontology states it ({KINDS[rule.kind]}).")
    head = rule.head[1].strip("<>")
    example = f"showgraph query 'SELECT * {{ ?x {compact(head)} ?y }} LIMIT 5'"
    return {"Rule": rule.words, "Cause": cause, "Mend": _RULE_MEND, "Example": example}


_RULE_MEND: Final = (
    "What follows by a rule stands apart from what documents state: --asserted leaves it out, and "
    "'showgraph explain' shows the words behind its premises."
)
