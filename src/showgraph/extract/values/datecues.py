"""Words beside a month, a weekday or a year that make it a date, or keep it from being one."""

from typing import Final

from showgraph.extract.text.tokens import word_row

#: Before a year.
YEAR_CUES: Final = frozenset(
    word_row(
        "in since by during from until till through around circa throughout early late mid before"
        " after back between",
    ),
)
#: Before a month.
MONTH_CUES: Final = frozenset(
    word_row(
        "in since by during from until till through throughout early late mid mid- before after"
        " this last next around between",
    ),
)
#: Before a weekday.
DAY_CUES: Final = frozenset(
    word_row(
        "on this last next by until till through from since before after coming starting"
        " beginning premieres premiered premiering premiere debuts debuted debuting debut airs"
        " aired airing launches launched launching returns returned returning return streams"
        " streaming arrives arrived arriving drops dropped dropping bows bowed released releases"
        " announced said revealed late early p.m. a.m. pm am",
    ),
)
#: Months that people are called; "to June" may be to her.
PEOPLE: Final = frozenset({"april", "may", "june", "august"})
#: A weekday before one of these, in capitals, is the beginning of a title.
NAME_TAILS: Final = frozenset({"night", "nights", "morning", "live", "football"})
#: A weekday before one of these is a slot of every week.
SLOTS: Final = frozenset({"mornings", "afternoons", "evenings", "nights"})
#: A number behind one of these numbers a part of a show; it is no day.
NUMBERED: Final = frozenset(
    {"season", "seasons", "series", "episode", "episodes", "part", "volume", "chapter"},
)
#: Behind a month or a year these make it the day of a release: "its May debut".
RELEASES: Final = frozenset({"premiere", "debut", "launch", "release", "bow", "rollout"})
#: "set for November"
PLANS: Final = frozenset(
    word_row("set slated scheduled planned due eyed dated pencilled penciled aimed confirmed"),
)
#: "available to stream 2025"
YEAR_VERBS: Final = frozenset(
    word_row(
        "stream streaming premiering premieres releasing releases coming out debuting launching"
    ),
)
#: Parts of a year or month, before "of".
PARTS: Final = frozenset({"early", "late", "mid", "end", "start", "beginning", "middle", "half"})
