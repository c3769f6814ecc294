"""What follows from what: the axioms of the ontology as a table of rules.

``compile_rules`` turns the ontology into a :class:`RuleTable` once, at build time; the closure
runs the table, and ``explain`` reads the same table to prove what was inferred. A compiled
table goes to a file and back without rdflib or owlrl. What compiles is imported at its first
use, so that a question does not pay for it.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from showgraph.rules.proofs import Facts, Proof, Prover
from showgraph.rules.table import Check, Pattern, Rule, RuleTable, Triple

if TYPE_CHECKING:
    from showgraph.rules.compilation import compile_rules

__all__ = [
    "Check",
    "Facts",
    "Pattern",
    "Proof",
    "Prover",
    "Rule",
    "RuleTable",
    "Triple",
    "compile_rules",
]


def __getattr__(name: str) -> object:
    """Return ``compile_rules``, importing the module behind it at first use (PEP 562)."""
    if name == "compile_rules":
        return getattr(import_module("showgraph.rules.compilation"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
