"""What stands in front of somebody in a list: "Danish star", "Low Water alum", "GULL's"."""

from collections.abc import Collection, Sequence
from typing import Final

from showgraph.extract.discourse.talk import Bench
from showgraph.extract.rulepack.steps import CueClass
from showgraph.extract.text.mention import Mention, Scene
from showgraph.extract.text.tokens import Token

_NOTHING: Final = CueClass({})
_REACH: Final = 8  # tokens of "Emmy winner and How I Met Your Aunt star"
#: Small words within the titles of past works.
_WITHIN: Final = frozenset({"of", "the", "in", "a", "to", "on", "for", "my", "your"})
_MARKS: Final = frozenset({'"', "'", "'s", "/"})
_ENDINGS: Final = ("-winning", "-nominated", "-time", "-born", "-year-old", "-winner", "-award")
_ARTICLES: Final = frozenset({"the", "a", "an"})
#: Endings of an epithet without a noun: "Emmy-winning Ana Bell".
_PRIZED: Final = ("-winning", "-nominated", "-winner", "-stealing", "-turned-actor")
_OWNERS: Final = frozenset({"'s", "'"})


def find_epithets(bench: Bench, scene: Scene, names: Sequence[Mention]) -> None:
    """Add what says of a name who that is, a mention for each token that it may begin with.

    The mention ends where the name begins.
    """
    classes = bench.lexicon.pack.classes
    nouns = classes.get("epithet_noun", _NOTHING).phrases
    words = classes.get("epithet_word", _NOTHING).phrases
    firms = bench.lexicon.pack.lists["company_suffixes"]
    for name in names:
        head = _head(scene, name, nouns)
        if head is None and (quoted := _quoted(scene, name)) is not None:
            scene.add(Mention("epithet", quoted, name.first, ""))
        if head is None:
            head = _praised(scene, name, words)
        if head is None:
            continue
        tokens = scene.sentence.tokens
        owned = scene.keys[head] in _OWNERS
        if owned and not _is_past(tokens, head, name):
            continue
        if owned and any(token.word in firms for token in tokens[name.first : name.last]):
            continue  # "Lisbon's Salt Pictures Portugal"
        prizes = {award.last for award in scene.all("award")}
        first = _first(tokens, head, nouns, words, prizes)
        for at in range(first, name.first):
            scene.add(Mention("epithet", at, name.first, ""))


def _head(scene: Scene, name: Mention, nouns: Collection[str]) -> int | None:
    """Return the noun or the "'s" that an epithet ends with, or None where there is none."""
    at = name.first - 1
    if at < 0:
        return None
    if scene.keys[at] in nouns or scene.keys[at].endswith(_PRIZED):
        return at
    if at and scene.keys[at] == "," and scene.keys[at - 1] in nouns:
        return at - 1
    owns = scene.keys[at] == "'s" or (scene.keys[at] == "'" and scene.keys[at - 1].endswith("s"))
    return at if at and owns else None


def _quoted(scene: Scene, name: Mention) -> int | None:
    """Return where the work begins that a list puts before a name: ", 'Salt Road' Naren"."""
    at = name.first - 1
    if at < _QUOTED or scene.keys[at] not in {'"', "'"}:
        return None
    opening = range(at - 2, max(0, at - _REACH), -1)
    first = next((step for step in opening if scene.keys[step] == scene.keys[at]), None)
    if first is None or scene.keys[first - 1] not in {",", "and", "&"}:
        return None
    return first if scene.sentence.tokens[first + 1].is_capital else None


_QUOTED: Final = 3  # tokens of ", 'Salt'" in front of a name


def _praised(scene: Scene, name: Mention, words: Collection[str]) -> int | None:
    """Return the adjective of "a superb Ana Bell" or "the great Zoe Hart", or None."""
    at = name.first - 1
    praised = at > 0 and scene.keys[at] in words and scene.keys[at - 1] in _ARTICLES
    return at if praised and name.last - name.first > 1 else None


def _is_past(tokens: Sequence[Token], head: int, name: Mention) -> bool:
    """Return whether an owner is a work or a band: "Low Water's Ana Bell", "GULL's Sora"."""
    owner = tokens[head - 1]
    if name.last - name.first > 1:
        return owner.is_capital or owner.is_number
    return len(owner.word) > 1 and owner.word == owner.word.upper()


def _first(
    tokens: Sequence[Token],
    head: int,
    nouns: Collection[str],
    words: Collection[str],
    prizes: Collection[int],
) -> int:
    """Return the first token of an epithet that ends with ``head``."""
    first = at = head
    while at > max(0, head - _REACH):
        at -= 1
        token = tokens[at]
        if token.key == "and" and (tokens[at - 1].key in nouns or at in prizes):
            continue
        says = token.is_capital or token.is_number or token.key in words
        if says or token.key in _ARTICLES or token.key.endswith(_ENDINGS):
            first = at
        elif token.key not in _WITHIN and token.key not in _MARKS and token.key not in nouns:
            break
    return first
