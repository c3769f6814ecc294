"""Write ``ontology/alignments.ttl`` from ``ontology/mappings.sssom.tsv``.

The table is the source: one row for each mapping, with its justification, confidence and how it was
checked. Turtle has the mappings alone, sorted, for tools that read RDF. Rows with the modifier
``Not`` say what must not be mapped, and have no triple.

    python tools/alignments.py
"""

import csv
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

ONTOLOGY: Final = Path(__file__).resolve().parents[1] / "ontology"
SOURCE: Final = ONTOLOGY / "mappings.sssom.tsv"
TARGET: Final = ONTOLOGY / "alignments.ttl"

#: Nothing here makes two terms one: equivalence with another vocabulary imports all its axioms.
PREDICATES: Final = (
    "rdfs:subClassOf",
    "rdfs:subPropertyOf",
    "skos:broadMatch",
    "skos:closeMatch",
    "skos:narrowMatch",
    "skos:relatedMatch",
)

_HEADER: Final = """\
# How the terms of showgraph stand to those of other vocabularies. Made from mappings.sssom.tsv by
# tools/alignments.py: change the table, not this file. For people and for tools that translate; no
# closure ever reads it, because the axioms of others do harm to data. Licence: CC-BY-4.0.
"""


def read_prefixes(text: str) -> dict[str, str]:
    """Return the prefixes that the comment header of a table declares, in its order."""
    lines = [line[1:] for line in text.splitlines() if line.startswith("#")]
    if "curie_map:" not in lines:
        return {}
    pairs = (line.strip().split(": ", 1) for line in lines[lines.index("curie_map:") + 1 :])
    return {pair[0]: pair[1] for pair in pairs}


def read_rows(text: str) -> list[dict[str, str]]:
    """Return the rows of a table, in its order, each by the names of the columns."""
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def render(text: str) -> str:
    """Return the Turtle of a table: the order of its rows never shows.

    Raises:
        ValueError: If a predicate is not one of :data:`PREDICATES`, or a prefix is not declared.
    """
    prefixes = read_prefixes(text)
    links: dict[str, set[tuple[str, str]]] = {}
    for row in read_rows(text):
        if row["predicate_id"] not in PREDICATES:
            raise ValueError(f"{row['predicate_id']!r} is no predicate of a mapping")
        if row["predicate_modifier"] != "Not":
            link = row["predicate_id"], row["object_id"]
            links.setdefault(row["subject_id"], set()).add(link)
    blocks = [_HEADER, *_declare(links, prefixes)]
    for subject, found in sorted(links.items()):
        lines = [f"{predicate} {other}" for predicate, other in sorted(found)]
        blocks.append(f"\n{subject}\n    " + " ;\n    ".join(lines) + " .\n")
    return "".join(blocks)


def _declare(
    links: Mapping[str, set[tuple[str, str]]], prefixes: Mapping[str, str]
) -> Iterator[str]:
    """Yield the declarations of the prefixes that the mappings use, sorted."""
    names = {
        name for subject, found in links.items() for pair in found for name in (subject, *pair)
    }
    yield "\n"
    for prefix in sorted({name.partition(":")[0] for name in names}):
        if prefix not in prefixes:
            raise ValueError(f"the prefix {prefix!r} is not declared; add it to the curie_map")
        yield f"@prefix {prefix}: <{prefixes[prefix]}> .\n"


def main() -> None:
    """Write the file, and say how many mappings the table has."""
    text = SOURCE.read_text(encoding="utf-8")
    TARGET.write_text(render(text), encoding="utf-8")
    sys.stdout.write(f"{TARGET.name}: {len(read_rows(text))} rows read\n")


if __name__ == "__main__":
    main()
