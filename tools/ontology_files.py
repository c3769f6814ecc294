"""Write the ontology and its schemes as files that a server would hand out. Run by ``make docs``.

    python tools/ontology_files.py docs/ontology

writes ``docs/ontology.ttl``, ``.jsonld`` and ``.nt``; the page is written by ontology_page.py.
Equal ontologies give equal files: blank nodes are named by what they are.
"""

import json
import sys
from pathlib import Path
from typing import Final

from rdflib import Graph
from rdflib.compare import to_canonical_graph

ONTOLOGY: Final = Path(__file__).resolve().parents[1] / "ontology"
PARTS: Final = ("showgraph.ttl", "roles.ttl")


def read_whole() -> Graph:
    """Return the ontology with the concept schemes."""
    whole = Graph()
    for part in PARTS:
        whole.parse(ONTOLOGY / part, format="turtle")
    return whole


def write_files(stem: Path) -> list[Path]:
    """Write the files beside each other and return their paths, sorted by ending."""
    whole = read_whole()
    named = Graph(namespace_manager=whole.namespace_manager)
    for triple in to_canonical_graph(whole):
        named.add(triple)
    lines = sorted(named.serialize(format="nt").splitlines())
    context = dict(sorted((prefix, str(iri)) for prefix, iri in whole.namespaces() if prefix))
    nodes = json.loads(named.serialize(format="json-ld", context=context))
    nodes["@graph"] = sorted((_sort(node) for node in nodes["@graph"]), key=lambda it: it["@id"])
    texts = {
        ".jsonld": json.dumps(nodes, indent=1, sort_keys=True, ensure_ascii=False) + "\n",
        ".nt": "\n".join(line for line in lines if line) + "\n",
        ".ttl": named.serialize(format="turtle"),
    }
    stem.parent.mkdir(parents=True, exist_ok=True)
    written = []
    for ending, text in texts.items():
        path = stem.with_suffix(ending)
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return written


def _sort(value: object) -> object:
    """Return JSON-LD with its sets in order; lists, which have one, keep theirs."""
    if isinstance(value, dict):
        return {key: value[key] if key == "@list" else _sort(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        return sorted(map(_sort, value), key=lambda item: json.dumps(item, sort_keys=True))
    return value


if __name__ == "__main__":
    for written_path in write_files(Path(sys.argv[1])):
        sys.stdout.write(f"wrote {written_path}\n")
