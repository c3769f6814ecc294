"""The acceptance policy: what is held to be so, in numbers and words that can be changed.

1. A claim counts if its document asserts or foretells it on its own account, a named speaker
   or not. What is denied, asked, possible, rumoured or reported is never accepted; a statement
   may deny, since its polarity is a part of what it states.
2. An event that is foretold is planned. It has occurred where another document that is later,
   or has no date, tells it as past or present; a telling also outweighs a plan without a date.
3. A relation that can have one value has none while two tellings clash: all sides are kept as
   a contradiction. Coarser and finer dates that overlap agree, and the finest wins. A day
   without its year agrees with a date of that day, clashes with another, and makes no date.
   A count that can only grow clashes only where the smaller number is not known to be older.
4. A premiere date without a platform belongs to the work's only premiere, where there is one.
5. Something told and denied is accepted and is a contradiction, unless the denial is older.
6. Of a relation with many values, documents differ where neither gives all that the other
   gives. A fuller name or a narrower concept is no other value. Series and season differ in
   the same way, in one document or two. What is only possible or reported may be on a side,
   not on all of them.
"""

from dataclasses import dataclass
from typing import Final

from showgraph.model import Status


@dataclass(frozen=True, slots=True)
class Policy:
    """What :func:`showgraph.graph.acceptance.accept` goes by; see the module's text."""

    #: Statuses of claims that are accepted.
    accepted: frozenset[Status] = frozenset({Status.ASSERTED, Status.SCHEDULED})
    #: Further statuses that a side of a difference may have.
    differing: frozenset[Status] = frozenset({Status.POSSIBLE, Status.REPORTED})
    #: Relations whose number can only grow in time.
    growing: frozenset[str] = frozenset({"season_count"})
    #: Relations of many values that are compared between documents. Lists of cast, places and
    #: producers are left out: documents name some of them and mean no others to be excluded.
    compared: frozenset[str] = frozenset(
        {"creator", "director", "writer", "showrunner", "based_on", "genre"}
    )
    #: Those that are also compared between a series and its seasons.
    compared_across_levels: frozenset[str] = frozenset(
        {"creator", "director", "writer", "showrunner", "genre"}
    )
    #: Words for the one time that a work comes out first. Platforms that release or carry it
    #: are not compared: a work moves, and is on several.
    comings_out: frozenset[str] = frozenset({"premiere"})
    #: Kinds of relationship that begin at one time of a story, so that documents can place
    #: the beginning in different seasons; a couple may be told of in any of them.
    beginnings: frozenset[str] = frozenset({"long-distance", "marriage", "separation", "reunion"})


POLICY: Final = Policy()
