"""Answers as frames of pandas, polars and Arrow: dates are dates, integers are integers."""

import datetime as dt
import importlib
import math
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from showgraph.errors import UnavailableError
from showgraph.query.answering.answers import Answer, Cell
from showgraph.query.formats.frames import to_columns
from showgraph.query.formats.outcomes import Solutions
from showgraph.store import Literal, NamedNode

XSD = "http://www.w3.org/2001/XMLSchema#"
IRI = NamedNode("https://example.org/id/one")


def literal(text: str, datatype: str = "string") -> Literal:
    """Return a literal of a datatype of XML Schema."""
    return Literal(text, datatype=NamedNode(XSD + datatype))


def cell(term: NamedNode | Literal | None, label: str | None = None) -> Cell:
    """Return a cell that is read as its text, or as ``label``."""
    return Cell(term, label if label is not None else term.value if term else "")


ANSWER = Answer(
    question="q",
    understood="?",
    columns=("Thing", "Day", "Count", "True", "Share", "Note"),
    variables=("thing", "day", "count", "true", "share", "note"),
    rows=(
        (
            cell(IRI, "One, \u0939"),
            cell(literal("2021-10-15", "date")),
            cell(literal("7", "integer")),
            cell(literal("true", "boolean")),
            cell(literal("0.5", "decimal")),
            cell(literal("words")),
        ),
        tuple(cell(None) for _ in range(6)),
    ),
    sources=((), ()),
    grounds=((), ()),
)
VALUES = ["One, \u0939", dt.date(2021, 10, 15), 7, True, 0.5, "words"]


@pytest.mark.parametrize(
    ("terms", "kind", "values"),
    [
        ([literal("1", "integer"), literal("2", "nonNegativeInteger")], "integer", (1, 2)),
        ([literal("1", "integer"), None], "integer", (1, None)),
        ([literal("1", "integer"), literal("2.5", "decimal")], "float", (1.0, 2.5)),
        ([literal("1", "integer"), literal("x", "integer")], "text", ("1", "x")),
        ([literal("9" * 30, "integer")], "text", ("9" * 30,)),
        ([literal(str(-(2**63)), "integer")], "integer", (-(2**63),)),
        ([literal(str(2**63 - 1), "integer")], "integer", (2**63 - 1,)),
        ([literal(str(2**63), "integer")], "text", (str(2**63),)),
        ([literal(str(-(2**63) - 1), "integer")], "text", (str(-(2**63) - 1),)),
        ([literal("1_0", "integer")], "text", ("1_0",)),
        ([literal("INF", "double"), literal("-INF", "double")], "float", (math.inf, -math.inf)),
        ([literal("1_0", "decimal")], "text", ("1_0",)),
        ([literal("infinity", "double")], "text", ("infinity",)),
        ([literal("2021-10-15", "date")], "date", (dt.date(2021, 10, 15),)),
        ([literal("2021-10-15", "date"), literal("2021", "gYear")], "text", ("2021-10-15", "2021")),
        ([literal("2021-10-15Z", "date")], "text", ("2021-10-15Z",)),
        ([literal("2021-13-45", "date")], "text", ("2021-13-45",)),
        ([literal("1", "boolean"), literal("false", "boolean")], "boolean", (True, False)),
        ([literal("1", "integer"), IRI], "text", ("1", IRI.value)),
        ([None, None], "text", (None, None)),
    ],
)  # fmt: skip
def test_the_type_of_a_column(terms: list[Any], kind: str, values: tuple[Any, ...]) -> None:
    """It is that of all terms; ill-typed, mixed and too large values stay text, and none null."""
    texts = [[term.value if term else ""] for term in terms]
    (column,) = to_columns(["x"], [[term] for term in terms], texts)

    assert (column.kind, column.values) == (kind, values)


def test_columns_of_the_same_name_are_told_apart() -> None:
    """No value is lost where two headings are the same."""
    columns = to_columns(["x", "x", "x 2"], [[IRI, IRI, IRI]], [["a", "b", "c"]])

    assert [(each.name, each.values) for each in columns] == [
        ("x", ("a",)), ("x 2", ("b",)), ("x 2 2", ("c",)),
    ]  # fmt: skip
    again = to_columns(["x", "x", "x"], [[IRI, IRI, IRI]], [["a", "b", "c"]])
    assert [each.name for each in again] == ["x", "x 2", "x 3"]


def test_the_language_of_a_text_is_kept() -> None:
    """A column of its own follows the one that has texts in a language."""
    rows: list[list[NamedNode | Literal | None]] = [
        [Literal("wort", language="de"), IRI],
        [literal("word"), None],
        [None, None],
    ]
    columns = to_columns(["x", "y"], rows, [["wort", IRI.value], ["word", ""], ["", ""]])

    assert [(each.name, each.values) for each in columns] == [
        ("x", ("wort", "word", None)),
        ("x language", ("de", None, None)),
        ("y", (IRI.value, None, None)),
    ]


def test_pandas() -> None:
    """Nullable types, missing values, and the rows in their order."""
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    frame = ANSWER.to_pandas()
    first = frame.iloc[0]

    assert list(frame.columns) == list(ANSWER.columns)
    assert [str(each) for each in frame.dtypes] == [
        "string", "datetime64[s]", "Int64", "boolean", "Float64", "string",
    ]  # fmt: skip
    assert [first["Thing"], first["Day"].date(), *first.iloc[2:]] == VALUES
    assert frame.iloc[1].isna().all()
    assert pandas.concat([frame, frame]).shape == (4, 6)


def test_polars() -> None:
    """The types of polars, null for what is missing."""
    polars = pytest.importorskip("polars", reason="polars is not installed")
    frame = ANSWER.to_polars()

    assert frame.dtypes == [
        polars.String, polars.Date, polars.Int64, polars.Boolean, polars.Float64, polars.String,
    ]  # fmt: skip
    assert list(frame.row(0)) == VALUES
    assert list(frame.row(1)) == [None] * 6


def test_arrow(tmp_path: Path) -> None:
    """The types of Arrow, which a Parquet file keeps."""
    arrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    table = ANSWER.to_arrow()
    parquet = importlib.import_module("pyarrow.parquet")
    parquet.write_table(table, tmp_path / "answer.parquet")

    assert table.schema.types == [
        arrow.string(), arrow.date32(), arrow.int64(), arrow.bool_(), arrow.float64(),
        arrow.string(),
    ]  # fmt: skip
    assert list(table.to_pylist()[0].values()) == VALUES
    assert parquet.read_table(tmp_path / "answer.parquet").equals(table)


def test_results_of_a_query() -> None:
    """A query's rows are frames too, things as whole IRIs; no rows still have columns."""
    polars = pytest.importorskip("polars", reason="polars is not installed")
    frame = Solutions(("thing", "n"), ((IRI, literal("3", "integer")),)).to_polars()
    empty = Solutions(("thing",), ()).to_polars()

    assert frame.rows() == [(IRI.value, 3)]
    assert empty.schema == {"thing": polars.String}


@pytest.mark.parametrize("name", ["pandas", "polars", "pyarrow"])
def test_a_library_that_is_missing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence says what to install."""
    monkeypatch.setitem(sys.modules, name, None)
    methods = {"pandas": ANSWER.to_pandas, "polars": ANSWER.to_polars, "pyarrow": ANSWER.to_arrow}

    with pytest.raises(UnavailableError, match=rf"{name} is not installed; run: pip install"):
        methods[name]()


@pytest.mark.check
def test_with_the_real_libraries() -> None:
    """All tests of frames and notebooks run where pandas, polars, pyarrow and IPython are."""
    python = os.environ.get("SHOWGRAPH_NOTEBOOK_PYTHON")
    if not python:
        pytest.skip("SHOWGRAPH_NOTEBOOK_PYTHON names no python with pandas, polars and IPython")
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [python, "-m", "pytest", "-q", "-rs", "-p", "no:cacheprovider",
         "tests/query/test_frames.py", "tests/test_notebook.py"],
        cwd=root, capture_output=True, text=True, timeout=280, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stdout + done.stderr
    assert "SKIPPED" not in done.stdout, done.stdout
