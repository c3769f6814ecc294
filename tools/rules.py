"""Compile the ontology into ``ontology/rules.json``, so that no build has to.

    python tools/rules.py

A build that finds the ontology changed since then compiles it anew, which takes it longer.
"""

import json
from pathlib import Path

from showgraph.resources import read_bundled
from showgraph.rules import compile_rules
from showgraph.rules.bundled import ONTOLOGY_HASH, hash_of

TARGET = Path(__file__).parents[1] / "ontology" / "rules.json"


def main() -> None:
    """Write the file."""
    axioms = read_bundled("ontology", "showgraph.ttl")
    table = json.loads(compile_rules(axioms).to_json())
    content = {ONTOLOGY_HASH: hash_of(axioms), **table}
    TARGET.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
