"""The state of the talk: which series, season and platform a text speaks of as it goes on.

Every sentence is read with the state as it stood when the sentence began (its ``Stage``), and
then moves the state on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from showgraph.extract.rulepack.pack import Pack
from showgraph.extract.text.mention import Mention, Scene, WorkValue
from showgraph.extract.text.names import Capitals
from showgraph.extract.text.tokens import Token, tokenize
from showgraph.extract.text.views import normalise
from showgraph.extract.titles.titles import Title


@dataclass(slots=True)
class Talk:
    """The state carried from sentence to sentence; ``*_span`` are offsets of the antecedent."""

    main: str = ""
    title: str = ""
    title_span: tuple[int, int] | None = None
    season: tuple[str, ...] = ()
    season_span: tuple[int, int] | None = None
    headline_season: tuple[str, ...] = ()
    platform: str = ""
    platform_span: tuple[int, int] | None = None
    n_titles: int = 0
    trailer: WorkValue | None = None
    n_sentences: int = 0
    section: str = ""  # the series that the last heading names
    listed: bool = False  # whether headings name several series, each its own
    unnamed: bool = False  # whether the last of those headings names none that is known
    leads: bool = False  # whether the main series is so by far
    parent: str = ""  # the series that the text last spoke of a spin-off of
    weak: frozenset[str] = frozenset()  # titles met once, and not where the text begins
    held: str = ""  # the series that an untitled one has put aside for the paragraph
    offshoot: str = ""  # the series that it last named as a spin-off or remake of that
    off: bool = False  # whether the text has gone over to a film
    person: str = ""  # the one name of the sentence before, which "he" or "she" may mean
    homes: dict[str, set[str]] = field(default_factory=dict)  # title -> channels named beside it
    group: tuple[str, ...] = ()  # the names that it opens with, which "both" or "they" may mean


@dataclass(frozen=True, slots=True)
class Stage:
    """A scene with the state of the talk as it stood when the sentence began."""

    scene: Scene
    title: str
    title_span: tuple[int, int] | None
    season: tuple[str, ...]
    season_span: tuple[int, int] | None
    platform: str
    platform_span: tuple[int, int] | None
    trailer: WorkValue | None = None  # the trailer that the sentence before spoke of
    announced: str = ""  # the title that the next sentence gives to "a new drama" of this one


DETERMINERS: Final = frozenset({"the", "this", "its", "their", "that", "his", "her", "our"})

#: First word of a title -> number of its words -> all of them in small letters -> the titles, each
#: with its words as written. So a list of hundreds that begin alike costs no more than one.
TitleIndex = dict[str, dict[int, dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]]]]


@dataclass(slots=True)
class Lexicon:
    """What a document's sentences are searched for: the pack's lists and the titles found."""

    pack: Pack
    series: TitleIndex = field(default_factory=dict)
    others: TitleIndex = field(default_factory=dict)


@dataclass(slots=True)
class Bench:
    """What the finders of one sentence share; ``taken`` are the tokens that titles hold."""

    lexicon: Lexicon
    capitals: Capitals
    talk: Talk
    taken: set[int] = field(default_factory=set)


def index_titles(titles: Sequence[Title], pack: Pack) -> Lexicon:
    """Return the lexicon of a document's titles."""
    lexicon = Lexicon(pack)
    for title in titles:
        index = lexicon.series if title.kind == "series" else lexicon.others
        for form in (title.name, title.short):
            tokens = _title_tokens(form)
            words = tuple(token.word for token in tokens)
            if not words:
                continue
            shelf = index.setdefault(tokens[0].key, {}).setdefault(len(words), {})
            shelf.setdefault(tuple(map(str.lower, words)), []).append((words, title.name))
    return lexicon


def _title_tokens(name: str) -> Sequence[Token]:
    view = normalise(name)
    return tokenize(view, 0, len(view.text))


def surface(tokens: Sequence[Token], first: int, last: int) -> str:
    """Return the words with single blanks where the text has white space."""
    text = tokens[first].word
    for previous, token in zip(tokens[first:last], tokens[first + 1 : last], strict=False):
        text += (" " if previous.end < token.start else "") + token.word
    return text


def title_of(mention: Mention) -> str:
    """Return the title a mention of a work names."""
    return mention.value.title if isinstance(mention.value, WorkValue) else str(mention.value)
