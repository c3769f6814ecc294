"""Hold what is said of broken queries beside what rdflib and pyoxigraph say of them.

    python benchmarks/broken_queries.py

The table is ``tests/query_cases/broken.txt``: a query with one mistake, the place of it, and a
word that a message which helps has in it. A place counts as right at the same line, and at the
same line within two characters. pyoxigraph is given showgraph's prefixes as declared; what an
engine takes without a word counts as nothing told.
"""

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import rdflib

from showgraph.errors import QuerySyntaxError
from showgraph.namespaces import PREFIXES
from showgraph.query.sparql.hints import explain_syntax
from showgraph.query.sparql.screening import screen
from showgraph.store import Store

sys.path.append(str(Path(__file__).parents[1] / "tests"))
from query.broken import Broken, iter_broken

#: Line, column and message; line 0 where none is told.
Told = tuple[int, int, str]


def tell_showgraph(text: str) -> Told:
    """Return what showgraph says."""
    try:
        screen(text)
        with Store.memory() as store:
            store.query(text)
    except QuerySyntaxError as error:
        found = error if error.hint else explain_syntax(text, error)
        return found.line, found.column, f"{found.reason}; {found.hint}"
    return 0, 0, ""


def tell_pyoxigraph(text: str) -> Told:
    """Return what the engine says."""
    try:
        pyoxigraph.Store().query(text, prefixes=dict(PREFIXES))
    except SyntaxError as error:
        return _place(r"error at (\d+):(\d+)", str(error))
    return 0, 0, ""


def tell_rdflib(text: str) -> Told:
    """Return what rdflib says; it has several kinds of error."""
    try:
        rdflib.Graph().query(text, initNs=dict(PREFIXES))
    except Exception as error:  # noqa: BLE001 - whatever it raises is what its user sees
        return _place(r"\(line:(\d+), col:(\d+)\)", f"{error!s}")
    return 0, 0, ""


def _place(pattern: str, message: str) -> Told:
    match = re.search(pattern, message)
    return (int(match[1]), int(match[2]), message) if match else (0, 0, message)


def score(tell: Callable[[str], Told], broken: list[Broken]) -> tuple[int, int, int]:
    """Return for how many queries the line, the column and the remedy are told."""
    lines = columns = hints = 0
    for each in broken:
        line, column, message = tell(each.text)
        lines += line == each.line
        columns += line == each.line and abs(column - each.column) <= 2  # noqa: PLR2004
        hints += each.hint.lower() in message.lower()
    return lines, columns, hints


def main() -> None:
    """Print the table."""
    broken = list(iter_broken())
    print(f"{len(broken)} broken queries\n")
    print("| | right line | column within 2 | names the remedy |")
    print("|---|---:|---:|---:|")
    for name, tell in (
        ("showgraph", tell_showgraph),
        (f"pyoxigraph {pyoxigraph.__version__}", tell_pyoxigraph),
        (f"rdflib {rdflib.__version__}", tell_rdflib),
    ):
        shares = (f"{found / len(broken):.0%}" for found in score(tell, broken))
        print(f"| {name} | {' | '.join(shares)} |")


if __name__ == "__main__":
    main()
