"""Builders for sources: what a series is based on, adapted or spun off from."""

from collections.abc import Iterator, Sequence
from typing import Final

from showgraph.extract.discourse.talk import surface
from showgraph.extract.frames.draft import Draft
from showgraph.extract.frames.frames import Found
from showgraph.extract.text.mention import Mention, Scene, WorkValue


def _source(found: Found, name: str) -> tuple[str, Mention] | None:
    binding = found.binding(name)
    if binding is None or binding.mention is None:
        return None
    mention = _titled_behind(found.scene, _behind_owners(found.scene, binding.mention))
    mention = _whole_title(found.scene, mention)
    before = found.scene.keys[mention.first - 1] if mention.first else ""
    after = found.scene.keys[mention.last : mention.last + 1]
    if _PEOPLE & set(found.scene.keys[mention.last : mention.last + 3]):
        return None  # "based on the life of Low Water winner Ana Bell"
    authored = after in (["'s"], ["'"]) or bool(_MEDIA & set(after))
    if mention.type == "titled" and (before in {"by", "author", "from", "star", "of"} or authored):
        return None  # the author of the book, not the book
    value = mention.value
    return (value.title if isinstance(value, WorkValue) else str(value)), mention


_PEOPLE: Final = frozenset({"winner", "star", "contestant", "finalist", "actor", "actress"})
_MEDIA: Final = frozenset(
    {
        "novel",
        "novels",
        "book",
        "books",
        "memoir",
        "memoirs",
        "play",
        "plays",
        "podcast",
        "manga",
        "webtoon",
        "classic",
    }
)
_SOURCE_REACH: Final = 8  # "the Ana Bell novel X"


def _whole_title(scene: Scene, mention: Mention) -> Mention:
    """Return a title behind its medium with all its words: "the book The Clerk's Lamp"."""
    tokens = scene.sentence.tokens
    at = mention.last
    listed = scene.keys[max(0, mention.first - 1) : mention.first] in (["and"], [","])
    if not (listed or _has_medium(scene, mention)):
        return mention
    if scene.keys[at : at + 1] not in (["'s"], ["'"]) or not _is_capital(scene, at + 1):
        return mention
    while _is_capital(scene, at + 1):
        at += 1
    whole = surface(tokens, mention.first, at + 1)
    return Mention("titled", mention.first, at + 1, whole)


def _has_medium(scene: Scene, mention: Mention) -> bool:
    """Return whether "the novel" or "the novels," stands right before a title."""
    before = [key for key in scene.keys[max(0, mention.first - 2) : mention.first] if key != ","]
    return bool(before) and before[-1] in _MEDIA


def _is_capital(scene: Scene, at: int) -> bool:
    tokens = scene.sentence.tokens
    return at < len(tokens) and tokens[at].is_word and tokens[at].is_capital


def _others(found: Found, source: Mention) -> Iterator[Mention]:
    """Yield the titles that a list of sources goes on with: "the novels A and B"."""
    keys, scene = found.scene.keys, found.scene
    if not source.first or not _is_plural(keys, source):
        return
    last = source.last
    while True:
        joint = next((row for row in _JOINTS if keys[last : last + len(row)] == row), None)
        if joint is None:
            return
        following = scene.mention_at(last + len(joint), ("other_work", "titled"))
        if following is None:
            return
        following = _whole_title(scene, following)
        yield following
        last = following.last


def _is_plural(keys: Sequence[str], source: Mention) -> bool:
    before = [key for key in keys[max(0, source.first - 2) : source.first] if key != ","]
    return bool(before) and before[-1] in {"novels", "books", "plays", "memoirs", "comics"}


_JOINTS: Final = ([",", "and"], ["and"], ["&"], [","])


def _titled_behind(scene: Scene, mention: Mention) -> Mention:
    """Return the work that a medium introduces behind a name: "the Ana Bell novel X"."""
    behind = range(mention.last, min(mention.last + _SOURCE_REACH, scene.n_tokens))
    if mention.type != "titled" or not _MEDIA & {scene.keys[at] for at in behind}:
        return mention
    works = [m for m in scene.all("other_work") if m.first in behind]
    return works[0] if works else mention


def _behind_owners(scene: Scene, mention: Mention) -> Mention:
    """Return the work behind its authors: "Ana Bell and Omar Reyes's X manga"."""
    at, keys = mention.last, scene.keys
    if _has_medium(scene, mention):
        return mention  # "the novels X and The Clerk's Lamp"
    while keys[at : at + 1] and (keys[at] in {"and", "&", ","} or scene.mention_at(at, ("name",))):
        name = scene.mention_at(at, ("name",))
        at = name.last if name is not None else at + 1
    if keys[at : at + 1] not in (["'s"], ["'"]):
        return mention
    owned = scene.mention_at(at + 1, ("other_work", "work", "titled"))
    return owned if owned is not None else mention


def build_based_on(found: Found) -> Iterator[Draft]:
    """Draft the work a series is based on."""
    source = _source(found, "w")
    if source is None or found.subject is None:
        return
    if _is_joined(found.scene, found.subject, source[1].last):
        return
    if source[0] != found.subject.title or source[1].type == "other_work":
        yield from found.draft("based_on", f"work:{source[0]}", last=source[1].last)
    for other in _others(found, source[1]):
        yield from found.draft("based_on", f"work:{other.value}", last=other.last)


def _is_joined(scene: Scene, subject: WorkValue, after: int) -> bool:
    """Return whether a series is but another one: "an adaptation of the play X and the drama Y"."""
    places = [
        (mention.first, getattr(mention.value, "title", ""))
        for mention in scene.all("work")
        if mention.how == "name"
    ]
    first = min((at for at, title in places if title == subject.title), default=0)
    return first >= after and "and" in scene.keys[after:first]


def build_based_on_untitled(found: Found) -> Iterator[Draft]:
    """Draft "the novel by Ana Bell", whose title the text leaves out, in the text's words."""
    kind, who = found.binding("kind"), found.binding("who")
    if kind is None or who is None or found.subject is None:
        return
    scene = found.scene
    if any(who.last <= m.first < who.last + _SOURCE_REACH for m in scene.all("other_work")):
        return  # the title follows: "the novel by Ana Bell, 'Salt Road'"
    words = surface(scene.sentence.tokens, kind.first, who.last)
    yield from found.draft("based_on", f"work:{words}", last=who.last)


def build_based_on_namesake(found: Found) -> Iterator[Draft]:
    """Draft "the novel of the same name", which bears the title of the series."""
    if found.subject is not None:
        yield from found.draft("based_on", f"work:{found.subject.title}")


def build_based_on_medium(found: Found) -> Iterator[Draft]:
    """Draft "the anime of X manga": the source often has the title of the series."""
    work = found.binding("w")
    if work is not None and work.mention is not None and found.subject is not None:
        value = work.value
        title = value.title if isinstance(value, WorkValue) else str(value)
        yield from found.draft("based_on", f"work:{title}", last=work.last)


def build_spin_off(found: Found) -> Iterator[Draft]:
    """Draft the work a series was spun off from."""
    source = _source(found, "w")
    if source is None or found.subject is None or source[0] == found.subject.title:
        return
    sort = "series" if isinstance(source[1].value, WorkValue) else "work"
    yield from found.draft("spin_off_of", f"{sort}:{source[0]}", last=source[1].last)


BUILDERS: Final = {
    "based_on": build_based_on,
    "based_on_medium": build_based_on_medium,
    "based_on_namesake": build_based_on_namesake,
    "based_on_untitled": build_based_on_untitled,
    "spin_off": build_spin_off,
}
