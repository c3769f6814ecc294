"""The rule table: rules and checks over triple patterns, and its file form.

A term is its N-Triples text: ``<https://...>``, ``"4"^^<...integer>``. A variable starts with
``?``. So the table needs no RDF library, sorts the same everywhere and is readable in a file.
The predicate of a pattern is never a variable.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Final

from showgraph.namespaces import PREFIXES, RDF, SG

#: A triple of terms, or of terms and variables.
Triple = tuple[str, str, str]
Pattern = tuple[str, str, str]

TYPE: Final = f"<{RDF}type>"

#: How each kind of rule or check is called in a sentence.
KINDS: Final = {
    "subclass": "sub-class",
    "equivalentclass": "equivalent classes",
    "subproperty": "sub-property",
    "equivalentproperty": "equivalent properties",
    "inverse": "inverse",
    "symmetric": "symmetry",
    "transitive": "transitivity",
    "chain": "property chain",
    "domain": "domain",
    "range": "range",
    "hasvalue": "value of a class",
    "disjointclasses": "disjoint classes",
    "disjointproperties": "disjoint properties",
    "asymmetric": "asymmetry",
    "irreflexive": "irreflexivity",
}


def is_variable(term: str) -> bool:
    """Return whether a term of a pattern stands for any term."""
    return term.startswith("?")


def term_name(term: str) -> str:
    """Return a term as a reader writes it: ``castMember``, ``skos:broader``, ``4``, ``"words"``.

    Terms of the ontology lose their prefix; other IRIs get one of the known prefixes, or stay
    whole where none fits. Literals lose their datatype, and only plain ones keep their quotes.
    """
    if is_variable(term):
        return term[1:]
    if not term.startswith("<"):
        typed = re.fullmatch(r'"(.*)"\^\^<[^>]*>', term, re.DOTALL)
        return typed[1] if typed else term
    iri = term[1:-1]
    if iri.startswith(SG):
        return iri.removeprefix(SG)
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


@dataclass(frozen=True, slots=True, order=True)
class Rule:
    """If all patterns of ``body`` hold, so does ``head``; its variables all occur in the body.

    ``name`` is stable and tells the axiom, such as ``chain:castMember/hasPart,castMember``;
    ``kind`` is a key of :data:`KINDS`.
    """

    name: str
    kind: str
    head: Pattern
    body: tuple[Pattern, ...]

    @property
    def words(self) -> str:
        """The rule as a sentence: ``x creator y if x hasCreatorCredit a and a creditedAgent y``."""
        premises = " and ".join(_in_words(pattern) for pattern in self.body)
        return f"{_in_words(self.head)} if {premises} ({KINDS[self.kind]})"


@dataclass(frozen=True, slots=True, order=True)
class Check:
    """Patterns that must never all hold: disjointness, asymmetry, irreflexivity."""

    name: str
    kind: str
    body: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class RuleTable:
    """All rules and checks of an ontology, each sorted by name."""

    rules: tuple[Rule, ...]
    checks: tuple[Check, ...]

    def patterns(self) -> Iterator[Pattern]:
        """Yield the patterns of all rules and checks; many of them more than once."""
        for rule in self.rules:
            yield from (rule.head, *rule.body)
        for check in self.checks:
            yield from check.body

    def rule(self, name: str) -> Rule:
        """Return the rule of that name.

        Raises:
            KeyError: If there is none.
        """
        for rule in self.rules:
            if rule.name == name:
                return rule
        raise KeyError(name)

    def to_json(self) -> str:
        """Return the table as a JSON text that ends with a newline; equal tables, equal text."""
        return json.dumps(asdict(self), indent=1, ensure_ascii=False) + "\n"

    @classmethod
    def from_json(cls, text: str) -> "RuleTable":
        """Return the table that :meth:`to_json` wrote.

        Raises:
            ValueError: If the text is not JSON or not a rule table.
        """
        try:
            data = json.loads(text)
            return cls(
                tuple(_rule(item) for item in data["rules"]),
                tuple(_check(item) for item in data["checks"]),
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"this is no rule table: {error!r}") from error


def substitute(pattern: Pattern, binding: dict[str, str]) -> Pattern:
    """Return ``pattern`` with the bound variables replaced."""
    subject, predicate, obj = pattern
    return binding.get(subject, subject), predicate, binding.get(obj, obj)


def match(pattern: Pattern, triple: Triple, binding: dict[str, str]) -> dict[str, str] | None:
    """Return ``binding`` grown so that ``pattern`` equals ``triple``; None if it cannot."""
    grown = dict(binding)
    for term, value in zip(pattern, triple, strict=True):
        known = grown.setdefault(term, value) if is_variable(term) else term
        if known != value:
            return None
    return grown


def _in_words(pattern: Pattern) -> str:
    subject, predicate, obj = (term_name(term) for term in pattern)
    if pattern[1] == TYPE:
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", obj).lower()
        return f"{subject} is {'an' if words[:1] in 'aeiou' else 'a'} {words}"
    return f"{subject} {predicate} {obj}"


def _pattern(item: list[str]) -> Pattern:
    subject, predicate, obj = item
    return subject, predicate, obj


def _body(item: dict[str, Any]) -> tuple[Pattern, ...]:
    return tuple(_pattern(pattern) for pattern in item["body"])


def _rule(item: dict[str, Any]) -> Rule:
    return Rule(item["name"], _kind(item), _pattern(item["head"]), _body(item))


def _check(item: dict[str, Any]) -> Check:
    return Check(item["name"], _kind(item), _body(item))


def _kind(item: dict[str, Any]) -> str:
    kind: str = item["kind"]
    if kind not in KINDS:
        raise ValueError(f"this is no rule table: {kind!r} is no kind of rule")
    return kind
