"""Cut a line that holds several fields into one piece for each: "Cast: A, B Network: C"."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from showgraph.extract.text.blocks import BlockKind
from showgraph.extract.text.sentences import Sentence
from showgraph.extract.text.tokens import Token

#: Keys of fact boxes, the longest first where one begins with another.
_KEYS: Final = (
    *(("where", "to", "watch"), ("release", "date"), ("premiere", "date"), ("air", "date")),
    *(("star", "cast"), ("streaming", "platform"), ("streaming", "on"), ("ott", "platform")),
    *(("directed", "by"), ("written", "by"), ("created", "by"), ("produced", "by")),
    *(("production", "house"), ("production", "company"), ("running", "time")),
    *((word,) for word in ("director", "directors", "cast", "starcast", "starring", "language")),
    *((word,) for word in ("languages", "platform", "network", "genre", "genres", "producer")),
    *((word,) for word in ("producers", "writer", "writers", "creator", "creators", "synopsis")),
    *((word,) for word in ("plot", "music", "episodes", "seasons", "runtime", "channel", "when")),
    *((word,) for word in ("where", "rating", "release", "premiere", "story", "screenplay")),
    *((word,) for word in ("direction", "production", "dialogues", "cinematography", "editing")),
)
_FIRST: Final = frozenset(key[0] for key in _KEYS)
#: A single key may open a sentence; only two make a row of fields.
_ROW: Final = 2


def cut_fields(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Yield sentences, those that are a row of fields in pieces; no token is lost but bars."""
    for sentence in sentences:
        tokens = sentence.tokens
        bars = [at for at, token in enumerate(tokens) if token.key == "|"]
        starts = _field_starts(tokens)
        pieces = [tokens]
        if bars and sentence.block.kind is BlockKind.KEY_VALUE:
            pieces = _between(tokens, bars, skip=1)
        elif len(starts) >= _ROW:
            pieces = _between(tokens, starts, skip=0)
        for piece in pieces:
            yield replace(sentence, start=piece[0].start, end=piece[-1].end, tokens=piece)


def _between(
    tokens: tuple[Token, ...], cuts: Sequence[int], *, skip: int
) -> list[tuple[Token, ...]]:
    """Return the pieces between cuts; ``skip`` tokens at each cut are left out."""
    firsts = (0, *(cut + skip for cut in cuts))
    pieces = (tokens[first:last] for first, last in zip(firsts, (*cuts, len(tokens)), strict=True))
    return [piece for piece in pieces if piece]


def _field_starts(tokens: Sequence[Token]) -> list[int]:
    """Return where keys such as "Release date:" stand."""
    colons = [at for at, token in enumerate(tokens) if token.key == ":"]
    starts = []
    for colon in colons:
        for key in _KEYS:
            start = colon - len(key)
            if start < 0 or not tokens[start].is_capital or tokens[start].key not in _FIRST:
                continue
            if tuple(token.key for token in tokens[start:colon]) == key:
                starts.append(start)
                break
    return starts
