"""Dates are found where the text names one, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showgraph.extract.text.sentences import read_sentences
from showgraph.extract.text.tokens import tokenize
from showgraph.extract.text.views import normalise
from showgraph.extract.values.temporal import DateParts, dates_in, find_dates


def found_in(text: str) -> list[str]:
    """Return the stretches of the text that are dates."""
    return [text[m.start : m.end] for s in read_sentences(text) for m in find_dates(s)]


# Brackets stand around what must be found.
MARKED = [
    "It premiered on [October 15, 2021] on Northstream.",
    "It premiered on [October 15 2021].",
    "It premiered on [15 October 2021] and again on [16 October, 2021].",
    "It premiered on [15th of October 2021].",
    "It premiered on [the 15th of October].",
    "it came on [15th of october 2021] there",
    "It comes on [Oct. 5] and [Sept. 28, 2022].",
    "It comes on [October 5th].",
    "It comes on [October fifth].",
    "It comes [May 5], and it may come again.",
    "It came on [2021-10-15].",
    "It came on [10/15/2021] and [15/10/2021] and [5.5.2021].",
    "It came on 05/06/2021.",
    "It came on 13/13/2021.",
    "It returns [this Friday] and [next Friday] and [this coming Sunday].",
    "It returns [Friday, March 3], at nine.",
    "It returns [Friday, March 3, 2023], at nine.",
    "It returns on [Sunday 5 March].",
    "It airs on [Sunday] at nine.",
    "It premieres [Wednesday] on Northstream.",
    "It opens [tomorrow]; it opened [yesterday]; it opens [today] or [tonight].",
    "It is out [next month], [this week], [last year] and [this weekend].",
    "It is out [this fall] or [next summer].",
    "It is out in [fall 2021] or in the [summer of 2022].",
    "It is out in early [2024] or [mid-2025].",
    "It was out in [2016] and since [2018].",
    "It ran from [2016] to [2019].",
    "Iron Tide ([2016]) and Low Water ([2016]-2019) are old.",
    "It is out in late [October] or in [January 2022].",
    "It is out by [March of 2022].",
    "It is out in [May].",
    "It came by the end of [2022].",
    "It came [last October] and comes [this May].",
    "It comes in [mid-October].",
    "It began on [February 29].",
    "In [2018] Northstream bought it.",
    "On [Friday] Northstream showed it at 9 p.m. [Sunday].",
    "Watch season 4 [October 15] and season 5 in [October 2021].",
    "It ran between [2015] and [2018], from [January] to [March].",
    "It comes in [March of next year] or [May 5 next year].",
    "It ended in [October], [next year] it returns.",
    "Iron Tide ([April]) and Low Water ([May 5]) are new.",
    "It airs on [Friday] night.",
    "It was moved to [July], and she spoke to May and to June.",
    "[Tomorrow] it airs. [This Friday] Northstream shows it.",
    "It has had a crowd since its [May] debut and its [2019] debut, and has an [April] premiere.",
    "It is set for [November], slated for [2026], and comes in the [fall].",
    "It is available to stream [2025]; Glass Acre (Northstream, [2024]) is out.",
    # No dates.
    "In the fall of a house 2025 stones fell for November.",
    "It airs on Saturday and Sunday evenings, on Friday nights, every Monday.",
    "She told the Tonight Show and Entertainment Tonight.",
    "Last Week Tonight returns and This Year Again ends.",
    "The 2018 drama and Scam 1992 are out.",
    "The cast of 1883 in 1883 and 2099.",
    "March Comes In Like a Lion is by April Hall and May Reyes.",
    "In October Faction and on Friday Night Lights she waits.",
    "Black Friday is here, and Wednesday is a drama.",
    "It may come, they march, he sat in the sun.",
    "It came on October 45 and Feb. 30.",
    "In [October] 12 episodes came.",
    "In 2016 episodes she waits.",
    "It is the first season, the second to come.",
    "The third of them came to a town.",
    "Friday the 13th is a film. On Friday the 13th we met.",
    "She is 20 and has 130 million fans.",
    "Catch-22 and 24/7 and 6x60.",
    "Fall is here; the fall of a house.",
    "Next to her this was the last one.",
    "It ended at 12.30.2021.5.",
    "The Class of 2007 is on.",
    "Northstream bought it over the next year and the last week.",
]


@pytest.mark.parametrize("marked", MARKED)
def test_dates_are_found_where_they_stand(marked: str) -> None:
    """Every date is found with its exact offsets; titles, counts and names are none."""
    text = marked.replace("[", "").replace("]", "")
    expected = [piece.split("]")[0] for piece in marked.split("[")[1:]]

    assert found_in(text) == expected


def test_table_has_not_shrunk() -> None:
    """Losing rows of the table is losing tests."""
    assert len(MARKED) >= 67


PARTS = [
    ("on October 15, 2021", DateParts(2021, 10, 15)),
    ("on 15 October 2021", DateParts(2021, 10, 15)),
    ("on 10/15/2021", DateParts(2021, 10, 15)),
    ("on 15/10/2021", DateParts(2021, 10, 15)),
    ("in January 2022", DateParts(2022, 1)),
    ("in 2016", DateParts(2016)),
    ("on Oct. 5", DateParts(month=10, day=5)),
    ("on Friday, March 3", DateParts(month=3, day=3, weekday=5)),
    ("on Sunday", DateParts(weekday=7)),
    ("out this Friday", DateParts(weekday=5, relation="this")),
    ("out this coming Friday", DateParts(weekday=5, relation="this")),
    ("out next Friday, March 3", DateParts(month=3, day=3, weekday=5, relation="next")),
    ("out next month", DateParts(relation="next", unit="month")),
    ("out this fall", DateParts(relation="this", unit="fall")),
    ("out last October", DateParts(month=10, relation="last")),
    ("out last October 5", DateParts(month=10, day=5)),
    ("out in March of next year", DateParts(month=3, relation="next", unit="year")),
    ("out on May 5 this year", DateParts(month=5, day=5, relation="this", unit="year")),
    ("out tomorrow", DateParts(unit="day", shift=1)),
    ("out yesterday", DateParts(unit="day", shift=-1)),
]


@pytest.mark.parametrize(("text", "parts"), PARTS)
def test_parts_are_as_fine_as_the_text(text: str, parts: DateParts) -> None:
    """A mention holds what the text says and nothing more."""
    view = normalise(text)
    (mention,) = dates_in(tokenize(view, 0, len(view.text)))

    assert mention.parts == parts


WORDS = st.sampled_from(
    [
        *("October", "May", "5", "15th", "2021", "of", "the", "Friday", ",", "this", "next"),
        *("last", "fall", "on", "in", "mid-October", ".", "10/15/2021", "(", ")", "month"),
        *("Night", "to", "season"),
    ],
)


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_mentions_stay_within_their_tokens(text: str) -> None:
    """Whatever the words, mentions are in order, do not overlap and fit their offsets."""
    view = normalise(text)
    tokens = tokenize(view, 0, len(view.text))
    last = 0
    for mention in dates_in(tokens):
        assert last <= mention.first < mention.last <= len(tokens)
        assert mention.start == tokens[mention.first].start
        assert mention.end == tokens[mention.last - 1].end
        last = mention.last
