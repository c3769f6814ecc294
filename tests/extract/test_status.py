"""Nothing that a text denies, doubts or asks counts as said."""

from pathlib import Path

import pytest
import yaml

from showgraph.extract.extraction import extract
from showgraph.model import Document

_TABLE = yaml.safe_load(Path(__file__).with_name("status_cases.yaml").read_text(encoding="utf-8"))
_CASES = [tuple(case) for case in _TABLE["cases"]]


def test_the_table_does_not_shrink() -> None:
    """There are sixty sentences and more, for every status."""
    assert len(_CASES) >= 75
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
