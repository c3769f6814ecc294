"""A calendar gives the series under each day its premiere."""

from extract.reading import facts

_CALENDAR = """Summer preview: all season premieres

{first}

Iron Tide

9/8c, Peacock

This drama series follows a weary detective at the harbour.

{second}

Salt Road

The thriller series is about two bakers.
"""


def test_a_day_over_series_is_that_of_their_premieres() -> None:
    """Each heading has the day above it."""
    found = facts(_CALENDAR.format(first="Monday, June 3", second="June 8"), "premiere_date")

    assert found == {("Iron Tide", "--06-03"), ("Salt Road", "--06-08")}


def test_other_texts_with_days_are_no_calendars() -> None:
    """One day alone, or a text that tells of no premieres, gives none."""
    text = _CALENDAR.format(first="Monday, June 3", second="And more")
    assert not facts(text, "premiere_date")

    text = _CALENDAR.format(first="Monday, June 3", second="June 8")
    assert not facts(text.replace("Summer preview: all season premieres", "Diary"), "premiere_date")
