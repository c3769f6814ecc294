"""Who speaks where: reported speech, direct speech, and the pronouns that carry it on.

"Bell said that ...", "... ," says Bell, "she added": a speaker is looked for beside a verb of
speech. A pronoun, or "the actor", means whoever spoke last. Quotation marks open and close over
sentences inside one block; single marks quote a word or two and are left alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from showgraph.extract.discourse.talk import Stage
from showgraph.extract.rulepack.steps import phrase_class
from showgraph.extract.text.mention import Mention, Scene

_PRONOUNS: Final = frozenset({"he", "she", "they"})
_PERSON_NOUNS: Final = frozenset(
    {
        "actor",
        "actress",
        "star",
        "creator",
        "director",
        "writer",
        "producer",
        "showrunner",
        "duo",
        "filmmaker",
        "comedian",
        "singer",
        "author",
        "former",
        "latter",
        "pair",
    }
)
_GROUP_NOUNS: Final = frozenset(
    {"directors", "makers", "producers", "writers", "creators", "actors"}
)
#: What may stand between a verb and the name behind it: "said series creator Ana Bell".
_BILLING: Final = (_PERSON_NOUNS - {"former", "latter", "pair", "duo"}) | {
    *("the", "series", "show", "'s", "executive", "lead", "co-creator", "co-star", "head")
}
#: Tokens between a speaker and the verb: "Bell, on the other hand, revealed".
_REACH: Final = 9
_WRITING: Final = frozenset({"wrote", "writes"})
_WRITTEN: Final = frozenset(
    {
        *("the", "a", "an", "every", "each", "all", "it", "its", "his", "her", "their", "both"),
        *("many", "some", "most", "several", "two", "three", "season", "episode", "episodes"),
    }
)
_MIN_QUOTE: Final = 4  # fewer words are a title or a term, not speech


@dataclass(frozen=True, slots=True)
class Speech:
    """One act of speech in a sentence: the speaker's mention or pronoun, and the verb."""

    speaker: Mention | None  # a people mention
    pronoun: str  # "he", "the actor"; "" where a name stands
    first: int  # first token of the speaker
    verb: int  # first token of the verb

    @property
    def tokens(self) -> tuple[int, int]:
        """The tokens ``[first, last)`` from the speaker to the verb, whichever comes first."""
        if self.first < self.verb:
            return self.first, self.verb + 1
        return self.verb, self.first + 1 if self.speaker is None else self.speaker.last


@dataclass(frozen=True, slots=True)
class Quotation:
    """Text offsets of direct speech, quotation marks left out, and the act that carries it."""

    start: int
    end: int
    act: Speech | None
    stage: int  # index of the stage that holds the act, or the quotation's start


class SpeechReader:
    """Finds acts of speech by a pack's verbs."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Index the verbs of speech."""
        self._verbs = phrase_class(tuple(data["speech"]), "speech")

    def acts(self, scene: Scene) -> list[Speech]:
        """Return the acts of speech of a sentence outside its quotations, in text order."""
        outside = outside_quotes(scene)
        found: list[Speech] = []
        for at in self._verbs.places(scene.keys):
            if at not in outside:
                continue
            if scene.keys[at] in _WRITING and _WRITTEN.intersection(scene.keys[at + 1 : at + 2]):
                continue  # "she wrote the third episode" says nothing
            after = self._after(scene, at, outside)
            act = after if _ends(scene, after) else self._before(scene, at, outside) or after
            if act is not None and not any(other.first == act.first for other in found):
                found.append(act)
        return found

    def _before(self, scene: Scene, verb: int, outside: set[int]) -> Speech | None:
        for at in range(verb - 1, max(-1, verb - _REACH - 1), -1):
            if at not in outside or scene.keys[at] in {";", ":"}:
                return None
            people = [m for m in scene.mentions_at(at) if m.type == "people" and m.last <= verb]
            if people:
                whole = _widest(scene, people[0])
                return Speech(whole, "", whole.first, verb)
            if scene.keys[at] in _PRONOUNS and verb - at <= 4:  # noqa: PLR2004 - "she has since said"
                return Speech(None, scene.keys[at], at, verb)
            if (
                scene.keys[at] in _PERSON_NOUNS | _GROUP_NOUNS
                and at
                and (scene.keys[at - 1] in {"the", "both"})
            ):
                return Speech(None, f"the {scene.keys[at]}", at - 1, verb)
        return None

    def _after(self, scene: Scene, verb: int, outside: set[int]) -> Speech | None:
        found = self._verbs.find(scene.keys, verb)
        at = found[0] if found else verb + 1
        before = scene.keys[verb - 1] if verb else ""
        if before not in {'"', ",", "?", "!"}:
            return None
        while at < scene.n_tokens and scene.keys[at] in _BILLING:
            at += 1
        if at >= scene.n_tokens or at not in outside:
            return None
        people = [m for m in scene.mentions_at(at) if m.type == "people"]
        if people:
            return Speech(people[0], "", at, verb)
        if scene.keys[at] in _PRONOUNS:
            return Speech(None, scene.keys[at], at, verb)
        return None


def _ends(scene: Scene, act: Speech | None) -> bool:
    """Return whether a name behind the verb ends its clause, as in "..., said creator Ana Bell".

    Where words go on, it is what is told: "Omar Reyes, who plays Kim, said Ana Bell left".
    """
    if act is None or act.speaker is None:
        return False
    last = act.speaker.last
    return last >= scene.n_tokens or scene.keys[last] in {".", ",", ";"}


def _widest(scene: Scene, mention: Mention) -> Mention:
    """Return the list that a name ends: "Ana Bell and Omar Reyes said".

    Names with commas alone between them are none: "In a talk with The Post, Omar Reyes said".
    """
    lists = [
        m
        for m in scene.all("people")
        if m.first <= mention.first
        and m.last == mention.last
        and {"and", "&"} & set(scene.keys[m.first : m.last])
    ]
    return min(lists, key=lambda m: m.first, default=mention)


def outside_quotes(scene: Scene) -> set[int]:
    """Return the tokens outside double quotation marks; an unclosed mark reaches to the end."""
    outside: set[int] = set()
    inside = False
    for at, token in enumerate(scene.sentence.tokens):
        if token.key == '"':
            inside = not inside if token.text not in {"“", "”"} else token.text == "“"
            continue
        if not inside:
            outside.add(at)
    return outside


def find_quotations(stages: Sequence[Stage], reader: SpeechReader) -> list[Quotation]:
    """Return the direct speech of a document in text order."""
    found: list[Quotation] = []
    acts = [reader.acts(stage.scene) for stage in stages]
    for block in _blocks(stages):
        last: Speech | None = None
        last_stage = block[0]
        for start, end, first_stage, last_stage_of in _marks(stages, block):
            act, index = _attribution(stages, acts, start, end, first_stage, last_stage_of)
            earlier = [i for i in block if i < first_stage and acts[i]]
            if act is None and earlier and (last is None or earlier[-1] > last_stage):
                last, last_stage = acts[earlier[-1]][-1], earlier[-1]
            if act is None and last is not None:
                act, index = last, last_stage
            found.append(Quotation(start, end, act, index))
            if act is not None:
                last, last_stage = act, index
    return found


def _blocks(stages: Sequence[Stage]) -> Iterator[list[int]]:
    block: list[int] = []
    for index, stage in enumerate(stages):
        if block and stages[block[0]].scene.sentence.block != stage.scene.sentence.block:
            yield block
            block = []
        block.append(index)
    if block:
        yield block


def _marks(stages: Sequence[Stage], block: Sequence[int]) -> Iterator[tuple[int, int, int, int]]:
    """Yield ``(start, end, first stage, last stage)`` of the quotations in a block."""
    opened: tuple[int, int] | None = None
    words = 0
    titled = True
    for index in block:
        for token in stages[index].scene.sentence.tokens:
            if token.key != '"':
                words += token.is_word
                titled = titled and (token.is_capital or not token.is_word or len(token.key) <= 3)  # noqa: PLR2004
                continue
            if opened is None or token.text == "“":
                opened, words, titled = (token.end, index), 0, True
                continue
            if words >= _MIN_QUOTE and not titled:
                yield opened[0], token.start, opened[1], index
            opened = None
    if opened is not None and words >= _MIN_QUOTE:
        yield opened[0], stages[block[-1]].scene.sentence.end, opened[1], block[-1]


def _attribution(  # noqa: PLR0913, PLR0917 - two places of one quotation
    stages: Sequence[Stage],
    acts: Sequence[Sequence[Speech]],
    start: int,
    end: int,
    first_stage: int,
    last_stage: int,
) -> tuple[Speech | None, int]:
    tokens = stages[first_stage].scene.sentence.tokens
    before = [act for act in acts[first_stage] if tokens[act.verb].start < start]
    if before:
        return before[-1], first_stage
    tokens = stages[last_stage].scene.sentence.tokens
    after = [act for act in acts[last_stage] if tokens[act.verb].start >= end]
    if after:
        return after[0], last_stage
    return None, first_stage
