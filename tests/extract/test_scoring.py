"""The scorer counts as a reader with a pencil would."""

import math
from typing import Any

import pytest

from showgraph.extract.measuring.agreement import normal_name
from showgraph.extract.measuring.scoring import (
    ALL,
    CORE,
    PAIRS,
    Counts,
    DocumentScore,
    interval,
    listed_titles,
    score_document,
    total,
)

_TEXT = "Night Ferry stars Ana Bell as Maud."


def _fact(
    relation: str, subject: str, value: str, *, status: str = "asserted", **qualifiers: str
) -> dict[str, Any]:
    return {
        "doc": "d",
        "relation": relation,
        "subject": subject,
        "object": value,
        "qualifiers": qualifiers,
        "status": status,
        "evidence": [{"start": 0, "end": 11, "quote": "Night Ferry"}],
    }


def _cast(actor: str, **qualifiers: str) -> dict[str, Any]:
    return _fact("cast_member", "Night Ferry", actor, **qualifiers)


def _score(
    listed: list[dict[str, Any]], found: list[dict[str, Any]], main: str = ""
) -> DocumentScore:
    return score_document("d", _TEXT, listed=listed, found=found, main=main)


def _counts(listed: list[dict[str, Any]], found: list[dict[str, Any]]) -> Counts:
    return _score(listed, found).total(ALL)


def test_right_false_and_missed_are_told_apart() -> None:
    """Of three listed and four found facts two agree: precision a half, recall two thirds."""
    listed = [_cast("Ana Bell"), _cast("Omar Reyes"), _fact("platform", "Night Ferry", "Netflix")]
    found = [
        _cast("Ana Bell"),
        _fact("platform", "Night Ferry", "Netflix"),
        _fact("platform", "Night Ferry", "Hulu"),
        _fact("director", "Night Ferry", "Omar Reyes"),
    ]
    score = _score(listed, found)

    assert score.total(ALL) == Counts(right=2, found=4, listed=3)
    assert score.total(ALL).precision == pytest.approx(0.5)
    assert score.total(ALL).recall == pytest.approx(2 / 3)
    assert score.total(ALL).f1 == pytest.approx(4 / 7)
    assert [record["object"] for record in score.false] == ["Hulu", "Omar Reyes"]
    assert [record["object"] for record in score.missed] == ["Omar Reyes"]
    assert [record["object"] for record in score.right] == ["Ana Bell", "Netflix"]


@pytest.mark.parametrize(
    ("listed", "found"),
    [
        (_cast("Ana Bell"), _cast("Ana Belle")),
        (_cast("Ana Bell"), _cast("Bell")),
        (_cast("Ana Bell"), _fact("cast_member", "Low Water", "Ana Bell")),
        (_cast("Ana Bell"), _fact("writer", "Night Ferry", "Ana Bell")),
        (
            _fact("platform", "Night Ferry / season 1", "Hulu"),
            _fact("platform", "Night Ferry / season 2", "Hulu"),
        ),
        (
            _fact("season_status", "Night Ferry", "renewed", season="2"),
            _fact("season_status", "Night Ferry", "renewed", season="3"),
        ),
    ],
)
def test_what_differs_is_both_false_and_missed(
    listed: dict[str, Any], found: dict[str, Any]
) -> None:
    """Another name, series, relation or season is another fact."""
    assert _counts([listed], [found]) == Counts(0, 1, 1)


@pytest.mark.parametrize(
    ("listed", "found"),
    [
        (_cast("Zoë O\u2019Neill-Kaß"), _cast("zoe oneill kass")),
        (_cast("J. R. Lund"), _cast("J R Lund")),
        (_cast("Han Seo Jin"), _cast("Han Seo-jin")),
        (_cast("Han Seojin"), _cast("Han Seo Jin")),
        (_fact("platform", "The Ferry", "Hulu"), _fact("platform", "Ferry", "hulu")),
        (
            _fact("season_status", "Night Ferry", "renewed", season="2"),
            _fact("season_status", "Night Ferry", "renewed"),
        ),
        (
            _fact("season_status", "Night Ferry", "renewed", season="2"),
            _fact("season_status", "Night Ferry / season 2", "renewed"),
        ),
    ],
)
def test_forms_of_a_name_and_a_missing_season_agree(
    listed: dict[str, Any], found: dict[str, Any]
) -> None:
    """Case, accents, signs and an article do not matter, and a season only where both have it."""
    assert _counts([listed], [found]) == Counts(1, 1, 1)


@pytest.mark.parametrize(
    ("listed", "found", "right"),
    [
        ("2021-10-15", "2021-10-15", 1),
        ("2021-10-15", "2021-10", 1),
        ("2021", "2021-10-15", 1),
        ("2021-10-15", "2021-10-16", 0),
        ("2021-10", "2022-10", 0),
        ("2021-1", "2021-10", 0),
        ("--10-15", "2021-10-15", 1),
        ("--10-15", "2021-10-16", 0),
        ("--10-15", "2021-10", 0),
    ],
)
def test_dates_are_compared_at_the_coarser_precision(listed: str, found: str, right: int) -> None:
    """A day agrees with its month and year, and a day without a year with that day of any."""
    counts = _counts(
        [_fact("premiere_date", "Night Ferry", listed)],
        [_fact("premiere_date", "Night Ferry", found)],
    )

    assert counts == Counts(right, 1, 1)


def test_each_fact_pairs_once_and_the_pairing_is_the_largest() -> None:
    """A coarse date takes the listed day that a finer one leaves, not the first that agrees."""
    days = [_fact("premiere_date", "Night Ferry", day) for day in ("2021-10-15", "2021-11-02")]
    coarse = _fact("premiere_date", "Night Ferry", "2021")

    assert _counts(days, [coarse]) == Counts(1, 1, 2)
    assert _counts(days, [coarse, days[0]]) == Counts(2, 2, 2)
    assert _counts([coarse], days) == Counts(1, 2, 1)


def test_a_repeated_fact_counts_once() -> None:
    """Neither several spans, nor a kind, nor the same again with its season give a second fact."""
    found = [
        _fact("platform", "Night Ferry", "Hulu", kind="stream"),
        _fact("platform", "Night Ferry", "Hulu", kind="premiere"),
        _fact("platform", "Night Ferry", "Hulu", season="2"),
    ]

    assert _counts([_fact("platform", "Night Ferry", "Hulu")], found) == Counts(1, 1, 1)


def test_actor_and_character_must_both_be_right() -> None:
    """A wrong character spoils the pair, not the actor; one without a character is no pair."""
    listed = [_cast("Ana Bell", character="Maud"), _cast("Omar Reyes", character="Captain Yates")]
    found = [
        _cast("Ana Bell", character="maud"),
        _cast("Omar Reyes", character="Maud"),
        _cast("Ida Lund"),
    ]
    score = _score(listed, found)

    assert score.counts["cast_member"] == Counts(2, 3, 2)
    assert score.counts[PAIRS] == Counts(1, 2, 2)
    assert score.total(CORE) == Counts(2, 3, 2)


def test_a_character_is_known_by_part_of_the_name() -> None:
    """A first name or a rank more is the same character, another surname is not."""
    listed = [_cast("Ana Bell", character="Maud Yates")]
    for character, right in {"Maud": 1, "Captain Maud Yates": 1, "Maud Lund": 0}.items():
        assert _score(listed, [_cast("Ana Bell", character=character)]).counts[PAIRS].right == right


def test_a_genre_agrees_with_a_part_of_itself() -> None:
    """Each listed genre is found once, in more or fewer words."""
    listed = [_fact("genre", "Night Ferry", genre) for genre in ("cop comedy", "thriller")]
    found = [_fact("genre", "Night Ferry", genre) for genre in ("comedy", "drama", "cop")]

    assert _counts(listed, found) == Counts(1, 3, 2)


def test_another_form_of_the_name_is_the_same_person() -> None:
    """Either side may give the other forms of a name."""
    known = _cast("Ana Maria Bell")
    known["qualifiers"]["aliases"] = ["Ana Bell", "Bell"]

    assert _counts([known], [_cast("Ana Bell")]) == Counts(1, 1, 1)
    assert _counts([_cast("Bell")], [known]) == Counts(1, 1, 1)
    assert _counts([_cast("Ana")], [known]) == Counts(0, 1, 1)


def test_a_character_is_kept_where_the_same_actor_is_named_without_one() -> None:
    """The bare fact, before or after, does not hide the character."""
    full, bare = _cast("Ana Bell", character="Maud"), _cast("Ana Bell")
    for found in ([bare, full], [full, bare]):
        score = _score([full], found)
        assert score.counts["cast_member"] == Counts(1, 1, 1)
        assert score.counts[PAIRS] == Counts(1, 1, 1)


@pytest.mark.parametrize("status", ["rumoured", "possible", "asked", "negated"])
def test_an_accepted_doubt_is_false_and_counted(status: str) -> None:
    """What the text leaves open is not expected, and finding it as a fact is an error."""
    doubtful = _fact("season_status", "Night Ferry", "renewed", status=status)
    stated = _fact("season_status", "Night Ferry", "renewed")

    accepted = _score([doubtful], [stated])
    assert accepted.total(ALL) == Counts(0, 1, 0)
    assert (accepted.doubts.accepted, accepted.doubts.listed) == (1, 1)
    understood = _score([doubtful], [doubtful])
    assert understood.total(ALL) == Counts(0, 0, 0)
    assert (understood.doubts.accepted, understood.doubts.listed) == (0, 1)
    both = _score([doubtful, stated], [stated])
    assert both.total(ALL) == Counts(1, 1, 1)
    assert (both.doubts.accepted, both.doubts.listed) == (0, 0)


def test_what_is_reported_or_scheduled_is_a_fact() -> None:
    """The three ways of stating a fact agree with one another."""
    listed = [_fact("platform", "Night Ferry", "Hulu", status="reported")]

    for status in ("asserted", "scheduled", "reported"):
        found = [_fact("platform", "Night Ferry", "Hulu", status=status)]
        assert _counts(listed, found) == Counts(1, 1, 1)


def test_relations_outside_the_table_do_not_count() -> None:
    """Statements and events are neither right nor false."""
    assert _counts([], [_fact("statement", "Night Ferry", "gloomy")]) == Counts()


def test_quotes_are_compared_with_the_text_of_every_claim() -> None:
    """A span one character off is wrong, also in a relation that is not scored."""
    good, shifted = _cast("Ana Bell"), _fact("statement", "Night Ferry", "gloomy")
    shifted["evidence"] = [{"start": 1, "end": 12, "quote": "Night Ferry"}]

    assert _score([], [good, shifted]).quotes == Counts(1, 2, 2)


def test_the_main_series_has_more_than_half_of_the_facts() -> None:
    """A series mentioned once is not it, nor is a person; a list of several has none."""
    ferry = [_cast("Ana Bell"), _cast("Omar Reyes")]
    past = [_fact("worked_on", "Ana Bell", work) for work in ("A", "B", "C", "D")]
    other = _fact("cast_member", "Low Water", "Ana Bell")

    assert _score([*past, *ferry, other], [], "The Night Ferry").main is True
    assert _score([*past, *ferry, other], [], "Low Water").main is False
    assert _score([*past, *ferry, other], []).main is False
    assert _score([ferry[0], other], [], "Low Water").main is None
    assert _score(past, [], "Night Ferry").main is None


def test_totals_are_over_facts_not_over_documents() -> None:
    """A long article weighs as much as it has facts."""
    long = _score([_cast(name) for name in "abcd"], [_cast(name) for name in "abcd"])
    short = _score([_cast("e")], [_cast("f")])

    assert total([long, short], CORE) == Counts(4, 5, 5)
    assert total([long, short], {"platform"}) == Counts()
    assert math.isnan(total([], CORE).precision)


def test_the_interval_holds_the_value_and_repeats() -> None:
    """Documents alike leave no doubt, unlike ones do; the seed decides the draws."""
    right, wrong = _score([_cast("a")], [_cast("a")]), _score([_cast("a")], [_cast("b")])
    same = interval([right] * 5, CORE, "recall")
    mixed = interval([right] * 10 + [wrong] * 10, CORE, "recall")

    assert (same.low, same.high) == (1.0, 1.0)
    assert 0.2 <= mixed.low < 0.5 < mixed.high <= 0.8
    assert mixed == interval([right] * 10 + [wrong] * 10, CORE, "recall")
    assert math.isnan(interval([right], {"platform"}, "f1").low)


def test_titles_given_are_those_of_series() -> None:
    """People with past work and the seasons in subjects are left out, order is kept."""
    records = [
        _fact("platform", "Night Ferry / season 2", "Hulu"),
        _fact("worked_on", "Ana Bell", "Low Water"),
        _cast("Ana Bell"),
        _fact("platform", "Low Water", "Hulu"),
    ]

    assert listed_titles(records) == ["Night Ferry", "Low Water"]


def test_names_made_of_nothing_but_an_article_stay() -> None:
    """A one-word title that looks like an article is a name."""
    assert normal_name("A") == "a"
    assert normal_name("The  A") == "a"
