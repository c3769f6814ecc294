"""The blind wordings of ``tests/query/wordings``: read them, ask them, and judge the answers.

They were written by somebody who knew the articles and neither the matcher nor the phrases of
the questions. ``tuning.tsv`` is the half that thresholds and phrases were fitted to;
``measuring.tsv`` is only ever scored. ``later.tsv`` was written in rounds by somebody who knew the
matcher, each before it was asked for the first time, and fitted to afterwards.
"""

import csv
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from showgraph.errors import NotUnderstoodError
from showgraph.query.answering.answers import Answer

FOLDER = Path(__file__).with_name("query") / "wordings"
HALVES = ("tuning", "later", "measuring")


class Outcome(StrEnum):
    """What became of a wording."""

    RIGHT = "right"
    WRONG = "wrong"  # rows that do not answer it, or rows where there is no answer
    REFUSED = "refused"  # no rows where there is an answer


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording, whether the documents answer it, and what the rows must and must not hold.

    ``must`` has a tuple of alternatives for each text.
    """

    text: str
    is_answerable: bool
    must: tuple[tuple[str, ...], ...]
    must_not: tuple[str, ...]


def read_wordings(half: str) -> list[Wording]:
    """Return the wordings of a half, in their order."""
    with (FOLDER / f"{half}.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Wording(
            row["wording"],
            row["kind"] == "answer",
            tuple(tuple(each.split("|")) for each in row["must"].split(";") if each),
            tuple(each for each in row["mustnot"].split(";") if each),
        )
        for row in rows
    ]


def try_to_ask(ask: Callable[[str], Answer], text: str) -> Answer | None:
    """Return the answer to a sentence, None where it is refused."""
    try:
        return ask(text)
    except NotUnderstoodError:
        return None


def judge(wording: Wording, answer: Answer | None) -> Outcome:
    """Return whether an answer is the right one for a wording."""
    rows = [[cell.label for cell in row] for row in answer.rows] if answer else []
    if not rows:
        return Outcome.REFUSED if wording.is_answerable else Outcome.RIGHT
    if not wording.is_answerable:
        return Outcome.WRONG
    has_all = all(any(holds(rows, text) for text in texts) for texts in wording.must)
    has_none = not any(holds(rows, text) for text in wording.must_not)
    return Outcome.RIGHT if has_all and has_none else Outcome.WRONG


def holds(rows: Iterable[Iterable[str]], text: str) -> bool:
    """Return whether rows hold a text: a number as a cell, others from the start of a word."""
    cells = [cell for row in rows for cell in row]
    if text.isdecimal():
        return text in cells
    return bool(re.search(r"(?<!\w)" + re.escape(text), " ".join(cells), re.IGNORECASE))
