"""The rules of the bundled ontology, compiled beforehand by ``tools/rules.py``.

owlrl takes longer to close the ontology than all else takes in a build that comes before
validation. The file of rules bears the hash of the ontology that it was compiled from, so that
an edited ontology is never read with the rules of another.
"""

import hashlib
import json
from typing import Final

from showgraph.resources import read_bundled
from showgraph.rules.table import RuleTable

#: The key of the file's JSON that holds the hash of the ontology; the others are the table.
ONTOLOGY_HASH: Final = "ontology_sha256"


def bundled_rules() -> RuleTable:
    """Return the rules that come with the package.

    Raises:
        ResourceError: If their file is missing.
    """
    return RuleTable.from_json(read_bundled("ontology", "rules.json"))


def read_rules(axioms: str) -> RuleTable:
    """Return the rules of an ontology: the compiled ones if it is the bundled one.

    Args:
        axioms: The ontology, as Turtle.

    Raises:
        ResourceError: If the file of compiled rules is missing.
        OntologyError: If another ontology states what cannot be compiled.
    """
    compiled = read_bundled("ontology", "rules.json")
    if json.loads(compiled)[ONTOLOGY_HASH] == hash_of(axioms):
        return RuleTable.from_json(compiled)
    # Whoever has the bundled ontology does not pay for rdflib and owlrl.
    from showgraph.rules.compilation import compile_rules  # noqa: PLC0415

    return compile_rules(axioms)


def hash_of(text: str) -> str:
    """Return the sha256 of a text as UTF-8, in lower-case hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()
