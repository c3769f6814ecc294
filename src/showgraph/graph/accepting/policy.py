"""The acceptance policy: what is held to be so, in numbers and words that can be changed.

``docs/acceptance.md`` says it for readers.

1. A claim counts if its document asserts or foretells it on its own account, a named speaker
   or not. What is asked, possible, rumoured or reported does not count unless the policy says
   so; what is denied never does. A statement may deny, since its polarity is a part of what
   it states.
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
7. One name told as that of a person and of a company is a contradiction, and neither is
   accepted. Two names that one slip of the pen sets apart are a contradiction, and both are.
8. A contradiction stays open, unless the policy names grounds on which to decide it: that
   more than half of the independent documents stand on one side, at least two of them, or that
   a document of that side is later than all of the others. What wins is accepted.
"""

import json
from dataclasses import asdict, dataclass
from typing import Any, Final

from showgraph.errors import UsageError
from showgraph.graph.accepting.facts import Ground
from showgraph.model import Status

#: What a document denies or asks is nothing that it says to be so.
_NEVER: Final = frozenset({Status.NEGATED, Status.ASKED})


@dataclass(frozen=True, slots=True)
class Policy:
    """What :func:`showgraph.graph.accepting.acceptance.accept` goes by; see the module's text."""

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
    #: Relations in which two names for one thing are looked for.
    named: frozenset[str] = frozenset(
        {
            "cast_member",
            "composer",
            "creator",
            "director",
            "executive_producer",
            "producer",
            "production_company",
            "showrunner",
            "writer",
        }
    )
    #: Grounds on which contradictions are decided, the first that does; without any they all
    #: stay open.
    resolve: tuple[Ground, ...] = ()
    #: Share of a text's runs of words that stand in one longer text, from which on the two
    #: are one source. Of five articles about one show none shares more than a fortieth.
    copy_share: float = 0.5

    def __post_init__(self) -> None:
        """Refuse what would accept a denial, or call every document a copy.

        Raises:
            UsageError: If so, with the value that is wrong.
        """
        if wrong := sorted(self.accepted & _NEVER):
            raise UsageError(f"what is {wrong[0]} is never accepted; leave it out of the policy")
        if not 0 < self.copy_share <= 1:
            raise UsageError(f"copy_share is {self.copy_share}; it is above 0 and at most 1")

    def to_json(self) -> dict[str, Any]:
        """Return the policy as what JSON can hold, sets sorted."""
        return {
            name: sorted(value) if isinstance(value, frozenset) else value
            for name, value in asdict(self).items()
        }

    def to_text(self) -> str:
        """Return the policy as JSON on one line; equal policies give equal text."""
        return json.dumps(self.to_json(), sort_keys=True)


POLICY: Final = Policy()
