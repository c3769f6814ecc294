"""Nothing that a text denies, doubts or asks counts as said."""

import re
from pathlib import Path

import pytest
import yaml

from showgraph.extract.extraction import extract
from showgraph.model import Document

_TABLE = yaml.safe_load(Path(__file__).with_name("status_cases.yaml").read_text(encoding="utf-8"))
_CASES = [tuple(case) for case in _TABLE["cases"]]


def test_the_table_does_not_shrink() -> None:
    """There are a hundred sentences and more, for every status."""
    assert len(_CASES) >= 189
    assert {status for status, _, _ in _CASES} == {
        "negated",
        "asked",
        "possible",
        "rumoured",
        "reported",
        "scheduled",
        "asserted",
        "none",
    }


@pytest.mark.parametrize(("status", "relation", "text"), _CASES)
def test_a_claim_has_the_standing_of_its_sentence(status: str, relation: str, text: str) -> None:
    """The claims of the sentence's relation have the status that a reader would give them."""
    document = Document("d", _TABLE["lead"] + text, "0" * 64, "d.txt", date="2024-05-01")
    found = {c.status.value for c in extract([document]).claims if c.relation == relation}

    assert found == (set() if status == "none" else {status})


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (
            "Peacock has cancelled T but renewed U for a second season.",
            {"T": "cancelled", "U": "renewed"},
        ),
        ("Peacock has not cancelled T but renewed U for a second season.", {"U": "renewed"}),
        (
            "Peacock renewed T for a second season but cancelled U.",
            {"T": "renewed", "U": "cancelled"},
        ),
        ("Peacock denied that T was cancelled, and U was cancelled.", {"U": "cancelled"}),
        ("Peacock may cancel T, while U has been renewed for a second season.", {"U": "renewed"}),
        ("If T is cancelled, fans will be sad; U was cancelled in May.", {"U": "cancelled"}),
    ],
)
def test_each_series_has_its_own_standing(text: str, stated: dict[str, str]) -> None:
    """What is denied or doubted of one series is not of the other one in the sentence."""
    names = {"T": '"Iron Tide"', "U": '"Salt Road"'}
    opening = f"The drama series {names['T']} is fun. The comedy series {names['U']} is fun. "
    text = re.sub(r"\b[TU]\b", lambda found: names[found[0]], text)
    document = Document("d", opening + text, "0" * 64, "d.txt", date="2024-05-01")
    found = {
        (claim.subject.name, str(claim.object))
        for claim in extract([document]).claims
        if claim.relation == "season_status" and claim.status.value == "asserted"
    }

    assert found == {(names[key].strip('"'), value) for key, value in stated.items()}
