"""Find the words of the pack's lists in a sentence: platforms, outlets, places, genres, kinds."""

from collections.abc import Collection, Sequence
from typing import Final

from showgraph.extract.discourse.talk import Bench
from showgraph.extract.rulepack.gazetteer import Entry
from showgraph.extract.text.mention import Mention, Scene
from showgraph.extract.text.tokens import Token

_TYPES: Final = {
    "platforms": "platform",
    "posting": "posting",
    "outlets": "outlet",
    "companies": "company",
    "places": "place",
    "kinds": "kind",
    "genres": "genre",
    "origins": "origin",
    "awards": "award",
}


def find_listed(bench: Bench, scene: Scene) -> None:
    """Add a mention for every word of a list that no title holds."""
    tokens = scene.sentence.tokens
    found = tuple(bench.lexicon.pack.gazetteer.find(tokens))
    places = {first for first, _, entry in found if entry.type == "places"}
    for first, last, entry in found:
        kind = _TYPES.get(entry.type)
        if kind is None or bench.taken & set(range(first, last)):
            continue
        if entry.cased and _inside_name(bench, tokens, (first, last), entry, places):
            continue
        if kind == "kind":
            value: object = bench.lexicon.pack.titles.kinds[" ".join(entry.words)]
            if value != "series":
                kind = "other_kind"
        else:
            value = entry.label
        scene.add(Mention(kind, first, last, value))
        if kind == "company":
            scene.add(Mention("companies", first, last, (entry.label,)))


#: Words with a capital behind a word of a list that make no longer name with it.
_BESIDE_LISTED: Final = frozenset(
    {"season", "series", "original", "originals", "drama", "show", "india", "uk", "comedy"}
)


def _inside_name(
    bench: Bench,
    tokens: Sequence[Token],
    span: tuple[int, int],
    entry: Entry,
    places: Collection[int],
) -> bool:
    """Return whether the word is part of a longer name, and so no word of a list."""
    first, last = span
    if entry.type in {"origins", "places", "awards"}:
        return False
    suffixes = bench.lexicon.pack.lists["company_suffixes"]
    if entry.type == "companies" and _goes_on_to(tokens, last, suffixes):
        return True  # "Nordlicht International Television"
    after = tokens[last] if last < len(tokens) else None
    before = tokens[first - 1] if first else None
    if len(entry.words) > 1 and entry.type != "companies":
        return False
    if entry.type == "platforms" and last in places:
        return False  # "Peacock Norway, Peacock Spain"
    if (
        after is not None
        and after.is_word
        and after.is_capital
        and after.key not in _BESIDE_LISTED
        and after.word not in suffixes
    ):
        return after.word in bench.capitals.mid_sentence and not _is_work_at(bench, after)
    return (
        before is not None
        and before.is_word
        and before.is_capital
        and first - 1 not in bench.taken  # a title ends there
        and first > 1
        and len(entry.words) == 1
        and entry.type == "platforms"
        and before.word in bench.capitals.mid_sentence
        and before.key not in {"on", "the"}
    )


def _goes_on_to(tokens: Sequence[Token], last: int, suffixes: Collection[str]) -> bool:
    """Return whether capitals that end as a firm's name does follow."""
    end = last
    while end < len(tokens) and tokens[end].is_word and tokens[end].is_capital:
        end += 1
    return end > last and tokens[end - 1].word in suffixes


def _is_work_at(bench: Bench, token: Token) -> bool:
    return token.key in bench.lexicon.series
