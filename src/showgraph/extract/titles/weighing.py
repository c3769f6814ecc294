"""Weigh the signs of one candidate against each other: which of them others explain away."""

from typing import Final

from showgraph.extract.titles.titlecuts import Candidate

#: A phrase with one of these is said to be a series.
CALLED: Final = frozenset({"kind_is", "kind_before", "kind_after", "season_beside"})
#: What has one of these is a work, though its words head sections.
_WORKS: Final = frozenset({"quoted", "kind_before", "kind_is"})


#: What is discarded where a candidate has one of those signs.
_EXPLAINED: Final = (
    ({"made_after", "season_beside", "adapted"}, {"person_after"}),  # "X joins a list of ..."
    ({"page_title", "cue_after", "season_beside", "kind_is"}, {"place_before"}),
    ({"quoted"}, {"place_before"}),
    ({"kind_after", "season_beside", "kind_is", "adapted"}, {"cinema"}),
    # "the Peacock show", "joins Peacock"
    ({"list_head"}, {"cast_before"}),  # "the Ana Bell starring Iron Tide" under that heading
    ({"gazetteer"}, {"kind_after", "joined_before", "talk_of_series", "cue_after"}),
    ({"event"}, {"platform_after", "dated_line"}),  # matches are shown as well
    (CALLED | {"season_ahead", "kind_is", "episodic", "decided", "joined_before"}, {"directed"}),
)


def weigh_up(candidate: Candidate) -> None:
    """Leave out the signs that others of the candidate explain away.

    Args:
        candidate: All signs of the text are known; its set of signs is changed.
    """
    _weigh_company(candidate)
    if "place" in candidate.series:
        candidate.series.discard("place")
        if not candidate.series & CALLED:  # but "Lisbon, a comedy series" is one
            candidate.series.add("gazetteer")
    if candidate.series & _WORKS and not _is_bare_heading(candidate):
        candidate.series.discard("section")  # a series may be called "The Originals"
    for signs, explained in _EXPLAINED:
        if candidate.series & signs:
            candidate.series -= explained
    if "kind_is" in candidate.other.get("game", ()):
        candidate.series.discard("season_beside")  # games have seasons as well


def _weigh_company(candidate: Candidate) -> None:
    """Leave out what people have around them where a phrase is called a series elsewhere."""
    called = bool(candidate.series & {"kind_is", "kind_before", "season_beside"})
    if (candidate.count > 1 and called) or "episodic" in candidate.series:
        candidate.series.discard("person_before")  # "as with Iron Tide"
    if candidate.count > 1 or candidate.series & CALLED:
        candidate.series.discard("channel_bracket")  # only what is met once has little else
    if "channel_line" in candidate.series and candidate.count > 1:
        candidate.series.discard("section")  # "Home From Home, BBC One review"
    if "quoted" in candidate.series and candidate.series & CALLED:
        candidate.series.discard("person_after")  # '"Iron Tide" will star a weary detective'
    if {"season_beside", "platform_before"} <= candidate.series:
        candidate.series.discard("past_credit")  # "starred in the first season of Peacock's X"


def _is_bare_heading(candidate: Candidate) -> bool:
    """Return whether a word like "NEWS" merely stands behind one for series: "K-DRAMA NEWS"."""
    bare = not candidate.in_body or all(" " not in form for form in candidate.forms)
    return bare and not candidate.series & {"quoted", "kind_is"}
