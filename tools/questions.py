"""Write what is generated from the saved questions; after an edit of ``queries/*.rq``.

    python tools/questions.py

* ``queries/catalog.json`` spares each start the reading of the headers;
* ``queries/examples.ttl`` is for SIB's editor and others, ``queries/benchmark.yml`` for
  ``qlever benchmark-queries``;
* the table of the questions in the README.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from showgraph.query.matching.phrases import phrase_key
from showgraph.query.questions.catalog import Catalog, read_catalog
from showgraph.query.questions.compiled import COMPILED, compile_questions
from showgraph.query.questions.examples import to_markdown, to_qlever, to_shacl
from showgraph.query.questions.linter import lint

ROOT: Final = Path(__file__).parents[1]
QUERIES: Final = ROOT / "queries"
_TABLE: Final = re.compile(
    r"(<!-- questions: [^\n]*-->\n).*?(<!-- end of questions -->)", re.DOTALL
)


def generated(catalog: Catalog) -> Mapping[Path, str]:
    """Return what each of the files should hold."""
    readme = ROOT / "README.md"
    table = to_markdown(catalog.values())
    text = readme.read_text(encoding="utf-8")
    return {
        QUERIES / COMPILED: compile_questions(catalog.values(), key=phrase_key),
        QUERIES / "examples.ttl": to_shacl(catalog.values()),
        QUERIES / "benchmark.yml": to_qlever(catalog.values()),
        readme: _TABLE.sub(lambda match: f"{match[1]}\n{table}\n{match[2]}", text),
    }


def main() -> None:
    """Write the files, if no question breaks a rule of the linter."""
    files = sorted(QUERIES.glob("*.rq"))
    findings = [
        f"{path.name}: {each}"
        for path in files
        for each in lint(path.name, path.read_text("utf-8"))
    ]
    if findings:
        raise SystemExit("\n".join(findings))
    for path, content in generated(read_catalog(QUERIES)).items():
        path.write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
