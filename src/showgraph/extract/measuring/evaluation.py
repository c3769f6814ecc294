"""Measure rules against articles that a person annotated, and read what was extracted before."""

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from showgraph.errors import UnavailableError
from showgraph.extract.extraction import read_all
from showgraph.extract.guide import Guide
from showgraph.extract.measuring.corpus import read_corpus, score_readings
from showgraph.extract.measuring.scoring import DocumentScore

#: Two-sided 95 % point of the normal distribution, for Wilson's interval.
_Z: Final = 1.96
_NEEDED: Final = ("relation", "subject", "object")


@dataclass(frozen=True, slots=True)
class RuleScore:
    """How often a rule read a fact, how often that was right, and a lower bound of its precision.

    The bound is Wilson's (1927) at 95 %: with few facts it is low, whatever their share.
    """

    rule: str
    right: int
    found: int

    @property
    def bound(self) -> float:
        """The lower bound in [0, 1]."""
        share, n = self.right / self.found, self.found
        middle = share + _Z**2 / (2 * n)
        reach = _Z * math.sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2))
        return max(0.0, (middle - reach) / (1 + _Z**2 / n))


def evaluate(folder: Path, guide: Guide, *, given: bool = False) -> list[DocumentScore]:
    """Return the scores of the annotated articles of a folder, by their id.

    They are read together, as a build reads them.

    Args:
        folder: The articles, each with its list of facts.
        guide: What to read them with.
        given: Whether the titles of the listed facts are given as a catalogue.

    Raises:
        UnavailableError: If there is no annotated article, or a list is broken.
    """
    corpus = read_corpus(folder)
    titles = corpus.titles if given else ()
    return score_readings(corpus, read_all(corpus.documents, guide=guide, catalogue=titles))


def read_records(path: Path) -> list[dict[str, Any]]:
    """Return the fact records of a file, as ``showgraph extract`` printed them.

    Raises:
        UnavailableError: If the file cannot be read or a line is no fact record.
    """
    try:
        return _read_list(path)
    except OSError as error:
        raise UnavailableError(f"{path} cannot be read: {error.strerror or error}") from error


def _read_list(path: Path) -> list[dict[str, Any]]:
    rows = []
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UnavailableError(f"{path}: not UTF-8 at byte {error.start + 1}") from error
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            rows.append(_read_record(line, f"{path}, line {number}"))
    return rows


def _read_record(line: str, place: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnavailableError(f"{place}: no JSON: {error}") from error
    if not isinstance(row, dict) or not all(isinstance(row.get(key), str) for key in _NEEDED):
        raise UnavailableError(f"{place}: no fact record with {', '.join(_NEEDED)}")
    qualifiers = row.setdefault("qualifiers", {})
    if not isinstance(qualifiers, dict) or not isinstance(
        row.setdefault("status", "asserted"), str
    ):
        raise UnavailableError(f"{place}: 'qualifiers' is no object or 'status' no word")
    return row


def score_rules(scores: Iterable[DocumentScore]) -> Sequence[RuleScore]:
    """Return how each rule did, the one with the most false facts first."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for score in scores:
        for records, right in ((score.right, 1), (score.false, 0)):
            for record in records:
                counts[str(record["rule"])][0] += right
                counts[str(record["rule"])][1] += 1
    rows = (RuleScore(rule, right, found) for rule, (right, found) in counts.items())
    return sorted(rows, key=lambda row: (row.right - row.found, row.rule))
