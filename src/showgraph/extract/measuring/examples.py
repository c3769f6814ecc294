"""Run the examples that a frame carries: what it must read, and what it must leave alone.

An example is a text (with ``date 2023-05-04: `` before it where the day matters) and ``expect``,
claims that are found in it, ``never``, relations that are not, or ``status``, the standing of
all that the frame itself reads in it. With ``elsewhere`` another frame may read the claims.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from showgraph.extract.extraction import extract
from showgraph.extract.guide import Guide
from showgraph.extract.measuring.records import to_record
from showgraph.extract.measuring.scoring import DOUBTFUL
from showgraph.extract.rulepack.pack import Frame, Pack
from showgraph.model import Document

_DATED: Final = re.compile(r"date (\d{4}-\d\d-\d\d): ")
#: What is in such a standing is no fact, so an example does not expect it.


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not hold; examples count from 1."""

    frame: str
    number: int
    text: str
    reason: str


def check_examples(frames: Sequence[Frame], pack: Pack) -> Iterator[Failure]:
    """Yield the failures of the examples of frames, in their order.

    Args:
        frames: Some or all frames of ``pack``.
        pack: What the examples are read with; another frame of it may take an example away.
    """
    guide = Guide(pack=pack)
    for frame in frames:
        for number, case in enumerate(frame.tests, start=1):
            records = _read(str(case["text"]), guide)
            for reason in _reasons(frame, case, records):
                yield Failure(frame.id, number, str(case["text"]), reason)


def _read(text: str, guide: Guide) -> list[dict[str, Any]]:
    dated = _DATED.match(text)
    body = text[dated.end() :] if dated else text
    document = Document("example", body, "0" * 64, "example", date=dated[1] if dated else None)
    return [to_record(claim) for claim in extract([document], guide=guide).claims]


def _reasons(
    frame: Frame, case: Mapping[str, Any], records: Sequence[Mapping[str, Any]]
) -> Iterator[str]:
    """Yield why an example does not hold."""
    expected = case.get("expect") or []
    for wanted in expected:
        if not any(_fits(wanted, record) for record in records):
            yield f"does not find {_show(wanted)}; found: {_found(records)}"
    if expected and not case.get("elsewhere"):
        rules = sorted({str(record["rule"]) for record in records})
        if frame.id not in rules:
            yield f"reads nothing itself; what was found is read by: {', '.join(rules) or 'none'}"
    for relation in sorted({r["relation"] for r in records} & set(case.get("never") or [])):
        yield f"must find no {relation}; found: {_found(records)}"
    if "status" in case:
        standing = sorted({str(r["status"]) for r in records if r["rule"] == frame.id})
        if standing != [case["status"]]:
            yield f"is to be {case['status']}, and is {', '.join(standing) or 'not read'}"


def _fits(wanted: Sequence[Any], record: Mapping[str, Any]) -> bool:
    relation, subject, found, *more = wanted
    qualifiers = more[0] if more else {}
    return (
        (record["relation"], record["subject"], record["object"]) == (relation, subject, found)
        and record["status"] not in DOUBTFUL
        and all(record["qualifiers"].get(key) == value for key, value in qualifiers.items())
    )


def _show(wanted: Sequence[Any]) -> str:
    return " | ".join(map(str, wanted))


def _found(records: Sequence[Mapping[str, Any]]) -> str:
    rows = (_show([r["relation"], r["subject"], r["object"], r["status"]]) for r in records)
    return "; ".join(rows) or "nothing"
