"""Documents go in, an extraction comes out, in time that grows with their length."""

import time

import pytest

from extract.reading import document, records
from showgraph.errors import UsageError
from showgraph.extract.extraction import MAX_TOKENS, extract, read_all
from showgraph.extract.guide import Guide

HEAD = 'The series "Iron Tide" stars Ana Bell. '
# Texts that once took the square of their length, without end or full stop.
ENDLESS = {
    "titles": "Iron Tide Season 2 ",
    "anaphors": "the series the show ",
    "names": "Ana Bell, ",
    "quotations": '"Ana" ',
    "sentences": HEAD,
    "speech": '"The show is about growth," said Bell. ',
}


def _seconds(text: str) -> float:
    start = time.process_time()
    extract([document(HEAD + text)])
    return time.process_time() - start


@pytest.mark.parametrize("unit", ENDLESS.values(), ids=ENDLESS.keys())
def test_time_grows_with_the_length(unit: str) -> None:
    """Eight times the text takes far less than eight times eight the time."""
    _seconds(unit * 10)
    short, long = _seconds(unit * 100), _seconds(unit * 800)

    assert long < 24 * max(short, 0.02)


def test_a_sentence_without_end_keeps_its_evidence() -> None:
    """A long run of words is read in pieces, whose quotes still stand in the text."""
    text = "the old sea and " * MAX_TOKENS + HEAD * 2
    claims = extract([document(text)]).claims

    assert {str(c.object) for c in claims if c.relation == "cast_member"} == {"Ana Bell"}
    for claim in claims:
        for evidence in claim.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote


def test_readings_are_sorted_by_document() -> None:
    """Each document has one reading, in the order of the ids."""
    readings = read_all([document(HEAD, name=name) for name in ("b", "a")])
    assert [reading.claims[0].document for reading in readings] == ["a", "b"]


def test_an_unknown_pack_is_named() -> None:
    """The message says which pack is missing and which there is."""
    with pytest.raises(UsageError, match="no rule pack is called 'films'; there is: tv_core"):
        read_all([], guide=Guide(pack="films"))


def test_what_is_refused_is_kept_with_its_reason() -> None:
    """A credit inside direct speech is listed among the rejections."""
    text = HEAD + '"It was directed by Tom Gray and we all love it," said Bell.'
    (rejection,) = [r for r in extract([document(text)]).rejections if "Gray" in r.quote]

    assert rejection.reason == "inside direct speech"
    assert rejection.rule.startswith("credit.")


_SCHEDULE = "Fall premieres\n\n'Iron Tide' (Sept. 22, Netflix) is a drama created by Ana Bell."
_COUNT = "The series 'Iron Tide' has 2050 episodes."


@pytest.mark.parametrize(
    ("text", "day", "relation", "status"),
    [
        (_SCHEDULE, "2023-08-30", "premiere_date", "scheduled"),
        (_SCHEDULE, "2023-08-30", "platform", "scheduled"),
        (_SCHEDULE, "2023-08-30", "creator", "asserted"),
        (_SCHEDULE, "2023-10-30", "premiere_date", "asserted"),
        (_SCHEDULE, "2023-10-30", "platform", "asserted"),
        (_SCHEDULE, "2023", "premiere_date", "asserted"),  # not known to lie ahead
        (_SCHEDULE, None, "premiere_date", "asserted"),
        (_COUNT, "2023-10-30", "episode_count", "asserted"),  # a number is no year
    ],
)
def test_what_lies_ahead_of_a_document_is_scheduled(
    text: str, day: str | None, relation: str, status: str
) -> None:
    """A line of a schedule has no verb: the document's own day tells what is still to come."""
    told = [each["status"] for each in records(text, date=day) if each["relation"] == relation]

    assert told == [status]


def test_a_renewal_may_leave_the_season_open() -> None:
    """A season that is granted without its number stops no run."""
    text = 'Peacock granted the drama series "Iron Tide" an early Season renewal.'

    told = [each for each in records(text) if each["relation"] == "season_status"]

    assert [(each["subject"], each["object"]) for each in told] == [("Iron Tide", "renewed")]
