"""Every frame of the rule pack reads its own examples, and nothing where it must not."""

import re
from typing import Any

import pytest

from showgraph.extract.extraction import extract
from showgraph.extract.measuring.records import to_record
from showgraph.extract.rulepack.pack import Frame, load_pack
from showgraph.model import Document

_DATED = re.compile(r"date (\d{4}-\d\d-\d\d): ")
_FRAMES = load_pack().frames
_CASES = [
    pytest.param(frame, case, id=f"{frame.id}-{number}")
    for frame in _FRAMES
    for number, case in enumerate(frame.tests)
]


def _records(text: str) -> list[dict[str, Any]]:
    dated = _DATED.match(text)
    body = text[dated.end() :] if dated else text
    document = Document("d", body, "0" * 64, "d.txt", date=dated[1] if dated else None)
    records: list[dict[str, Any]] = [to_record(claim) for claim in extract([document]).claims]
    for record in records:
        for evidence in record["evidence"]:
            assert body[evidence["start"] : evidence["end"]] == evidence["quote"]
    return records


def _fits(wanted: list[Any], record: dict[str, Any]) -> bool:
    relation, subject, found, *qualifiers = wanted
    more = qualifiers[0] if qualifiers else {}
    return (
        (record["relation"], record["subject"], record["object"]) == (relation, subject, found)
        and record["status"] not in {"negated", "asked", "possible", "rumoured"}
        and all(record["qualifiers"].get(key) == value for key, value in more.items())
    )


def test_the_pack_does_not_shrink() -> None:
    """The pack keeps its frames, under names of their own."""
    assert len(_FRAMES) >= 105
    assert len({frame.id for frame in _FRAMES}) == len(_FRAMES)


@pytest.mark.parametrize("frame", _FRAMES, ids=lambda frame: frame.id)
def test_a_frame_has_an_example_of_what_it_reads(frame: Frame) -> None:
    """Every frame has at least one example with an expected claim."""
    assert any(case.get("expect") for case in frame.tests)


@pytest.mark.parametrize("frame", _FRAMES, ids=lambda frame: frame.id)
def test_a_frame_has_an_example_of_what_it_leaves_alone(frame: Frame) -> None:
    """Every frame has at least one example that it does not read as a fact."""
    assert any(case.get("never") or case.get("status") for case in frame.tests)


@pytest.mark.parametrize(("frame", "case"), _CASES)
def test_a_frame_reads_its_examples(frame: Frame, case: dict[str, Any]) -> None:
    """The expected claims are found, one of them by this frame; the others are not."""
    records = _records(case["text"])

    expected = case.get("expect", [])
    for wanted in expected:
        assert any(_fits(wanted, record) for record in records), wanted
    if expected and not case.get("elsewhere"):
        assert frame.id in {record["rule"] for record in records}
    assert not {record["relation"] for record in records} & set(case.get("never", []))
    if "status" in case:
        by_frame = [record["status"] for record in records if record["rule"] == frame.id]
        assert by_frame
        assert set(by_frame) == {case["status"]}
