"""Twice the text takes at most about twice the time, whatever the text."""

import gc
import time
from collections.abc import Callable

import pytest

from showgraph.extract.text.sentences import read_sentences
from showgraph.extract.values.quantities import find_durations, find_quantities
from showgraph.extract.values.temporal import find_dates

#: Characters of the shorter text; long enough that a quadratic step would show.
LENGTH = 20_000
#: Double length may take this much more time; two and a half leaves room for a busy machine.
RATIO = 2.5
ATTEMPTS = 6

UNITS = [
    "a",
    "A",
    " ",
    "\n",
    "\r\n",
    "(",
    ")",
    "<",
    "0",
    ".",
    "!",
    "?",
    "'",
    '"',
    "-",
    "\u2014",
    "\u2019",
    "\u201d",
    "\u0301",
    "e\u0301",
    "\u00e2\u20ac\u2122",
    "\u00e2",
    "\u200b",
    "\U0001f600",
    "a.",
    "A. ",
    "Mr. ",
    "U.S. ",
    "! ",
    '." ',
    "' ",
    "a-",
    "a'",
    "'s",
    "1,000,",
    "1.",
    "1/",
    "www.",
    "http://",
    "@a.",
    "# ",
    "- ",
    "a\n",
    "Key: a\n",
    "Key:",
    "By ",
    "(Image: ",
    "**",
    "---\n",
    "Oh No! ",
    "The end. ",
    "Iron Tide ",
    " date 2021-10-14 ",
    "October ",
    "October 5 ",
    "Friday, ",
    "in 2016 ",
    "this next ",
    "the 5 of ",
    "one hundred and ",
    "one million ",
    "two dozen ",
    "more than ",
    "a year ",
    "two-minute ",
    "\u0645\u0631\u062d\u0628\u0627 ",
    "\u202e(",
]


def read_all(text: str) -> None:
    """Run everything that looks at each character or token of a text."""
    for sentence in read_sentences(text):
        find_dates(sentence)
        find_quantities(sentence.tokens)
        find_durations(sentence.tokens)


def cpu_time_s(run: Callable[[str], None], text: str) -> float:
    """Return the processor time of one run."""
    start = time.process_time()
    run(text)
    return time.process_time() - start


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_length(unit: str) -> None:
    """The least time of several runs is compared, for a busy machine only ever adds."""
    text = unit * (LENGTH // len(unit))
    single, double = float("inf"), float("inf")
    gc.disable()
    try:
        for _ in range(ATTEMPTS):
            single = min(single, cpu_time_s(read_all, text))
            double = min(double, cpu_time_s(read_all, text + text))
            if double <= RATIO * single:
                return
    finally:
        gc.enable()

    pytest.fail(f"{single:.4f} s grew to {double:.4f} s for {unit!r}")


def test_table_has_not_shrunk() -> None:
    """Losing units is losing tests."""
    assert len(UNITS) >= 67
