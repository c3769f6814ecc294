"""What follows from what: the axioms of the ontology as a table of rules.

``compile_rules`` turns the ontology into a :class:`RuleTable` once, at build time; the closure
runs the table, and ``explain`` reads the same table to prove what was inferred. A compiled
table goes to a file and back without rdflib or owlrl.
"""

from showgraph.rules.compilation import compile_rules
from showgraph.rules.proofs import Facts, Proof, Prover
from showgraph.rules.table import Check, Pattern, Rule, RuleTable, Triple

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
