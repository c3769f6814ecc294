"""A draft is what a rule read in one sentence, before names are known for whose they are."""

from dataclasses import dataclass, field
from typing import Final

from showgraph.extract.discourse.status import Standing
from showgraph.extract.discourse.talk import Stage
from showgraph.extract.text.mention import Mention, Scene, WorkValue
from showgraph.model import Kind, Reference


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name at its place; ``expected`` is the kind that the slot asks for."""

    text: str
    scene: Scene
    first: int
    last: int
    expected: Kind
    sure: bool = True  # whether the slot by itself shows the kind (a star is a person)

    @property
    def offsets(self) -> tuple[int, int]:
        """Text offsets of the name."""
        return self.scene.offsets(self.first, self.last)


#: What may stand as subject or object of a draft.
Side = WorkValue | NameUse | Reference | str


@dataclass(slots=True)
class Draft:
    """One reading: relation, sides, qualifiers, standing, and the stretches that say it."""

    relation: str
    subject: Side
    object: Side
    rule: str
    stage: Stage
    spans: list[tuple[int, int]]
    qualifiers: dict[str, Side | tuple[Side, ...]] = field(default_factory=dict)
    standing: Standing = field(default_factory=Standing)
    speaker: NameUse | Reference | None = None
    #: Names that the rule needs to be of their expected kind, though they are no side.
    needs: tuple[NameUse, ...] = ()


#: Verbs of one person only: the name before them ends no list.
_SINGULAR: Final = (["does"], ["is"], ["has"], ["was"], ["doesn't"], ["isn't"], ["wasn't"])
#: Where a season goes: the season is the subject itself, a qualifier of the series, or dropped.
_QUALIFIED: Final = frozenset({"cast_member", "season_status"})
_SERIES_ONLY: Final = frozenset(
    {
        "creator",
        "character_in",
        "genre",
        "country_or_language",
        "based_on",
        "spin_off_of",
        "production_company",
        "season_count",
        "award",
        "showrunner",
        "composer",
        "producer",
        "executive_producer",
        "writer",
    }
)


def place_season(relation: str, work: WorkValue) -> list[tuple[WorkValue, str]]:
    """Return ``(subject, season qualifier)`` pairs for a relation of a work."""
    if relation in _SERIES_ONLY or not work.seasons:
        return [(WorkValue(work.title, trailer=work.trailer), "")]
    if relation in _QUALIFIED and not work.trailer:
        return [(WorkValue(work.title), season) for season in work.seasons]
    return [(WorkValue(work.title, (season,), work.trailer), "") for season in work.seasons]


def names_of(
    mention: Mention | None, scene: Scene, expected: Kind, *, sure: bool = True
) -> list[NameUse]:
    """Return the names of a ``name`` or ``people`` mention."""
    if mention is None:
        return []
    members = mention.value if mention.type in {"people", "pronoun"} else (mention,)
    return [
        NameUse(member.value.text, scene, member.first, member.last, expected, sure)
        for member in members  # type: ignore[attr-defined]  # people hold name mentions
    ]


_VETERANS: Final = frozenset(
    {
        *("veteran", "alum", "vet", "alumna", "alumnus", "winner", "nominee", "actor", "actress"),
        *("star", "breakout", "regular", "fame"),
    }
)
_TITLE_REACH: Final = 5  # tokens of a title behind its first: "Lamp of the Sea star Ana Bell"


def _behind_past(use: NameUse) -> NameUse:
    """Return who is meant by "Low Water veteran Ana Bell"; other names stand for themselves."""
    scene = use.scene
    for at in range(use.last, min(use.last + _TITLE_REACH, scene.n_tokens)):
        if scene.keys[at] in _VETERANS and scene.keys[at - 1] not in {"and", "&"}:
            name = scene.mention_at(at + 1, ("name",))
            if name is not None:
                return names_of(name, scene, use.expected, sure=use.sure)[0]
        if scene.keys[at] in {"and", "&"} and " " in use.text:
            break  # "Ana Bell and Low Water star Omar Reyes"
        inner = scene.keys[at] in {"of", "the", "in", "and", "&", "'s", "a"}
        if not inner and (at == use.last or not scene.sentence.tokens[at].is_capital):
            break
    return use


def _is_titled(use: NameUse) -> bool:
    """Return whether a name goes on as a title does: "Dora the Ghoul Hunter creator Ana Bell"."""
    behind = use.scene.sentence.tokens[use.last : use.last + 2]
    foreign = behind[:1] and behind[0].word in _FOREIGN_JOINS  # "Entre Sol et Lune" is a firm
    return len(behind) > 1 and (behind[0].word == "the" or bool(foreign)) and behind[1].is_capital


_FOREIGN_JOINS: Final = frozenset({"et", "und", "och", "og"})


def _is_stroked(use: NameUse) -> bool:
    """Return whether a stroke is part of a name's word: "Ana Bell/Peacock"; in rows it is not."""
    tokens = use.scene.sentence.tokens
    behind = tokens[use.last : use.last + 1]
    return bool(behind) and behind[0].key == "/" and behind[0].start == tokens[use.last - 1].end


def own_names(
    mention: Mention | None, scene: Scene, expected: Kind, *, sure: bool = True
) -> list[NameUse]:
    """Return the names of a mention but for an owner's: "played by Ana Bell's sister".

    Nor does a list go on over the subject of the next clause: ", and Ana Bell has left".
    """
    keys = scene.keys
    uses = names_of(mention, scene, expected, sure=sure)
    quoted = bool(uses) and uses[0].first > 0 and keys[uses[0].first - 1] == "'"
    if uses and not quoted and keys[uses[-1].last : uses[-1].last + 1] == ["'"]:
        return []  # "produced by Ana and Omar Reyes' company"
    uses = [_behind_past(use) for use in uses]
    return [
        use
        for use in uses
        if keys[use.last : use.last + 1] != ["'s"]
        and not _is_titled(use)
        and not _is_stroked(use)
        and not (
            use.first > 1
            and keys[use.first - 2 : use.first] == [",", "and"]
            and keys[use.last : use.last + 1] in _SINGULAR
        )
    ]
