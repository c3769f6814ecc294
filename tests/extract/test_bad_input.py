"""Texts that nobody should write: read in bounded time, and without harm to the others."""

import gc
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from extract.reading import document
from program import run_here, run_on_terminal
from showgraph.extract.extraction import read_all
from showgraph.extract.measuring.coverage import find_missed
from showgraph.extract.measuring.explaining import explain_reading
from showgraph.extract.rulepack.pack import load_pack

FACT = 'The drama series "Iron Tide" was created by Ana Bell. '
PLAIN = "It rained in the harbour, and nobody came to see the boats go out that day.\n"
#: Characters of the shorter of two texts.
LENGTH = 8_000
#: Double length may take this much more time; the machine may be busy.
RATIO = 3.2
ATTEMPTS = 5

#: Texts of a length, by what is bad about them.
TEXTS: dict[str, Callable[[int], str]] = {
    "one line": lambda n: FACT * (n // len(FACT)),
    "no stop": lambda n: 'The drama series "Iron Tide" created by Ana Bell and ' * (n // 53),
    "open brackets": lambda n: "Ana Bell (Tom Low (Mia Park " * (n // 28),
    "closed brackets": lambda n: "(" * (n // 2) + "Iron Tide" + ")" * (n // 2),
    "nested quotes": lambda n: "\"'\u201c\u2018Iron Tide" * (n // 13),
    "quotes": lambda n: '"' * n,
    "right to left": lambda n: (
        '\u0645\u0633\u0644\u0633\u0644 \u202e"Iron Tide"\u202c ' * (n // 20)
    ),
    "combining": lambda n: "I\u0301ron Ti\u0308\u0301de " * (n // 13),
    "marks": lambda n: "e" + "\u0301" * n,
    "zero width": lambda n: "I\u200br\u200bo\u200bn T\u200bi\u200bd\u200be " * (n // 17),
    "names": lambda n: "Ana Bell, " * (n // 10),
    "titles": lambda n: "".join(
        f'The series "Iron Tide {i}" stars Ana Bell{i}. ' for i in range(n // 46)
    ),
    "dates": lambda n: "on May 3, 2024, " * (n // 16),
    "speech": lambda n: "\u201cI came,\u201d Ana Bell said. " * (n // 25),
    "keys": lambda n: "Director: Ana Bell\n" * (n // 19),
    "cues": lambda n: "directed by " * (n // 12),
    "numbers": lambda n: "1,000 " * (n // 6),
    "seasons": lambda n: "season 2 of season 3 of " * (n // 24),
}


def cpu_time_s(text: str) -> float:
    """Return the processor time of one reading."""
    start = time.process_time()
    read_all([document(text, date="2024-01-01")])
    return time.process_time() - start


@pytest.mark.parametrize("name", TEXTS)
def test_time_of_a_reading_grows_with_the_length(name: str) -> None:
    """The least of several runs is compared; a quadratic step would take four times as long."""
    text, longer = TEXTS[name](LENGTH), TEXTS[name](2 * LENGTH)
    single, double = float("inf"), float("inf")
    gc.disable()
    try:
        for _ in range(ATTEMPTS):
            single, double = min(single, cpu_time_s(text)), min(double, cpu_time_s(longer))
            if double <= RATIO * single + 0.02:
                return
    finally:
        gc.enable()

    pytest.fail(f"{single:.3f} s grew to {double:.3f} s")


@pytest.mark.parametrize("name", TEXTS)
def test_bad_text_keeps_its_quotes_and_harms_no_other(name: str) -> None:
    """Every quote stands at its place, and the document beside it says what it says alone."""
    bad = document(TEXTS[name](4000), name="bad")
    good = document(FACT + "It stars Tom Low as Jack.", name="good")
    readings = read_all([bad, good])

    assert readings[1].claims == read_all([good])[0].claims
    for claim in readings[0].claims:
        for evidence in claim.evidence:
            assert bad.text[evidence.start : evidence.end] == evidence.quote
    pack = load_pack()
    assert len(list(explain_reading(bad, readings[0], pack))) == len(readings[0].claims)
    for row in find_missed(bad, readings[0], pack):
        assert bad.text[row.start : row.end] == row.quote


def test_invisible_and_combining_characters_hide_no_fact() -> None:
    """Zero-width spaces, direction marks and separate accents are read past; quotes keep them."""
    text = FACT.replace("Ana Bell", "\u202aAn\u200ba Be\u0301ll\u202c").replace("was", "w\u200bas")
    (reading,) = read_all([document(text)])
    (claim,) = [c for c in reading.claims if c.relation == "creator"]

    assert str(claim.object) == "Ana B\u00e9ll"
    assert "\u200b" in claim.evidence[0].quote


def test_bad_lines_of_json_are_named_and_the_others_read(tmp_path: Path) -> None:
    """A lone surrogate, a number too long, endless nesting: each is skipped with its line."""
    rows = [
        '{"id": "a", "text": "lone \\ud83d surrogate"}',
        '{"id": "b\\udc00", "text": "x"}',
        '{"id": "c", "text": "x", "title": "\\ud800"}',
        '{"id": "d", "text": ' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"id": ' + "9" * 10_000 + ', "text": "x"}',
        '{"id": "f", "text": "' + "x" * 1000 + '"',
        json.dumps({"id": "good", "text": FACT}),
        json.dumps({"id": "rtl", "text": "\u202e" + FACT}),
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(rows))
    done = run_here("extract", path)

    assert done.returncode == 0
    told = [line for line in done.stderr.splitlines() if line.startswith("warning: skipped")]
    assert [f"line {n}:" in line for n, line in enumerate(told, start=1)] == [True] * 6
    assert {json.loads(line)["doc"] for line in done.stdout.splitlines()} == {"good", "rtl"}
    assert run_here("extract", path, "--strict").returncode == 4


def test_explanation_on_a_terminal_shows_no_hidden_character(tmp_path: Path) -> None:
    """In a pipe the quote is the text's; on a terminal what could rearrange it is written out."""
    path = tmp_path / "a.txt"
    path.write_text(FACT.replace("Ana Bell", "Ana \u202eBell") + "\x1b[31m It rains.")
    rows = [json.loads(line) for line in run_here("extract", path).stdout.splitlines()]
    shown = run_on_terminal("extract", path, "--explain").stdout

    assert any("\u202e" in span["quote"] for row in rows for span in row["evidence"])
    assert "\\u202e" in shown
    assert not {"\u202e", "\x1b[31m"} & {
        shown[i : i + n] for n in (1, 5) for i in range(len(shown))
    }


def test_a_line_of_300_kb_is_read(tmp_path: Path) -> None:
    """A page without a line end takes seconds, and its fact is found once."""
    path = tmp_path / "line.txt"
    path.write_text(FACT + PLAIN.replace("\n", " ") * 4000)
    start = time.monotonic()
    done = run_here("extract", path)

    assert len(done.stdout.splitlines()) >= 1
    assert time.monotonic() - start < 60


@pytest.mark.check
@pytest.mark.parametrize(
    ("n_bytes", "end"), [(10_000_000, "\n"), (1_000_000, " ")], ids=["10 MB", "a line of 1 MB"]
)
def test_large_text_is_processed(tmp_path: Path, n_bytes: int, end: str) -> None:
    """Ten megabytes, and one megabyte in a line: minutes at most, and less than three gigabytes."""
    path = tmp_path / "large.txt"
    body = PLAIN.replace("\n", end)
    path.write_text(FACT + body * (n_bytes // len(body)))
    (tmp_path / "small.txt").write_text(FACT.replace("Iron", "Low"))
    code = (
        "import resource, sys; from showgraph.cli.main import run;"
        "resource.setrlimit(resource.RLIMIT_AS, (3 * 2**30, 3 * 2**30));"
        "sys.exit(run(sys.argv[1:]))"
    )
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code, "extract", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=280,
    )

    assert done.returncode == 0, done.stderr
    assert {json.loads(line)["doc"] for line in done.stdout.splitlines()} == {"large", "small"}
    assert time.monotonic() - start < 280


def test_table_has_not_shrunk() -> None:
    """Losing texts is losing tests."""
    assert len(TEXTS) >= 18
