"""Write what is generated from the saved questions.

    python tools/questions.py

``queries/catalog.json`` spares each start the reading of the headers.
"""

from pathlib import Path

from showgraph.query.catalog import read_catalog
from showgraph.query.compiled import COMPILED, compile_questions

QUERIES = Path(__file__).parents[1] / "queries"


def main() -> None:
    """Write the files."""
    catalog = read_catalog(QUERIES)
    target = QUERIES / COMPILED
    target.write_text(compile_questions(catalog.values()), encoding="utf-8")


if __name__ == "__main__":
    main()
