"""Turn the sentences of a document into scenes: every mention found, every anaphor followed.

The pass goes from the first sentence to the last and carries the state of the talk: which
series it is about, which season was named last, which platform. "The show", "the second
season" and "the streaming giant" are read as what the state says they stand for, and the words
they lean on are kept as their antecedent.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from showgraph.extract.discourse.anaphors import find_anaphors
from showgraph.extract.discourse.announced import announce_titles
from showgraph.extract.discourse.firms import free_studios, join_companies
from showgraph.extract.discourse.hyphens import find_hyphened
from showgraph.extract.discourse.installments import find_installments, find_trailers
from showgraph.extract.discourse.listedwords import find_listed
from showgraph.extract.discourse.personnames import find_people
from showgraph.extract.discourse.platforms import find_channels, find_streamers
from showgraph.extract.discourse.pronouns import find_pronoun, opening_group, sole_person
from showgraph.extract.discourse.talk import DETERMINERS, Bench, Stage, Talk, index_titles
from showgraph.extract.discourse.untitled import (
    introduces_untitled,
    is_untitled,
    opens_with_stranger,
)
from showgraph.extract.discourse.works import find_works, follow_titles
from showgraph.extract.rulepack.pack import Pack
from showgraph.extract.text.blocks import BlockKind
from showgraph.extract.text.mention import Mention, Scene, WorkValue
from showgraph.extract.text.names import Capitals
from showgraph.extract.text.sentences import Sentence
from showgraph.extract.titles.titles import Title
from showgraph.extract.titles.titletalk import plain_words
from showgraph.extract.values.clocks import find_clocks
from showgraph.extract.values.quantities import find_durations, find_quantities, parse_number
from showgraph.extract.values.slots import is_slot
from showgraph.extract.values.temporal import DateMention, find_dates
from showgraph.iris import name_key

#: Sentences within which an article names the season that it is about.
_LEDE: Final = 4
_HEADS: Final = frozenset({BlockKind.HEADING, BlockKind.LIST_ITEM})
_LONGEST_HEAD: Final = 14
#: A line that opens so says more of what the heading above it names.
_FIELD_VERBS: Final = frozenset(
    {
        *("premieres", "premiering", "airs", "streams", "streaming", "debuts", "returns", "cast"),
        *("launches", "launching", "begins", "beginning", "starts", "starting", "produced"),
        *("mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"),
        *("available", "watch", "starring", "episodes", "released", "releases", "where", "network"),
    },
)
_FATES: Final = frozenset({"renewed", "cancelled", "canceled", "axed"})
#: The first words of boxes that tell who made a series.
_BOX: Final = frozenset(
    {"cast", "starring", "stars", "director", "directors", "creator", "creators", "created"}
    | {"directed", "platform", "network", "streaming", "starcast", "genre"},
)
#: A line of nothing but these is a note on what the heading above it names.
_NOTES: Final = frozenset(
    {
        *("new", "series", "season", "premiere", "debut", "finale", "returning", "show", "limited"),
        *("original", "drama", "comedy", "thriller", "watch", "trailer", "the", "miniseries", "."),
    },
)
#: Behind an ordinal these count something else than seasons: "for the fifth time".
_OCCASIONS: Final = (
    ["time"],
    ["year"],
    ["week"],
    ["day"],
    ["month"],
    ["anniversary"],
    ["straight"],
)
#: A text that has not named a series in so many sentences, nor in its first third, is of others.
_EARLY: Final = 6
_HEADING: Final = frozenset({"heading", "heading_start", "whole_line", "dated_line", "item_title"})
#: A title that stands in a text but once leads it only where it stands in these sentences.
_OPENING: Final = 2
#: A title that a list of others names once makes no round-up.
_BESIDE: Final = frozenset({"listed", "listed_work"})
#: With so many series about, a paragraph speaks of its own.
_ROUND_UP: Final = 3
_LEANS: Final = 14
_LEANING: Final = frozenset(
    {"it", "this", "these", "he", "she", "they", "its", "his", "her", "their", "also", '"', "as"},
)
#: A main title whose score is that much better than the next leads the talk from the start.
_LEADS: Final = 2


def build_stages(
    sentences: Sequence[Sentence],
    titles: Sequence[Title],
    capitals: Capitals,
    pack: Pack,
) -> list[Stage]:
    """Return one stage for each sentence, in text order."""
    series = [title for title in titles if title.kind == "series"]
    spoken_of = sum(not (_BESIDE & set(title.signs) and "once" in title.signs) for title in series)
    talk = Talk(main=series[0].name if series else "", n_titles=max(spoken_of, min(len(series), 2)))
    if series and not _is_early(sentences, talk.main):
        talk.main = ""
    elif series and (
        len(series) == 1
        or series[0].score >= _LEADS * series[1].score
        or _is_alone_at_first(sentences, series)
    ):
        talk.title = series[0].name
        talk.leads = True
    talk.weak = frozenset(
        title.name
        for title in series
        if "once" in title.signs
        and _HEADING.isdisjoint(title.signs)
        and not _is_early(sentences[:_OPENING], title.name, first=_OPENING)
    )
    headed = bool(series) and "list_head" in series[0].signs
    if talk.main in talk.weak or (headed and not _is_early(sentences[:1], talk.main, first=1)):
        talk.main, talk.title, talk.leads = "", "", False
    bench = Bench(index_titles(titles, pack), capitals, talk)
    talk.listed = headed or _heads_series(sentences, series)
    stages: list[Stage] = []
    block: object = None
    for sentence in sentences:
        if sentence.block is not block:
            block = sentence.block
            _enter(talk, sentence)
        stages.append(_build(bench, sentence))
    return announce_titles(stages)


def opening_month(stages: Sequence[Stage]) -> str | None:
    """Return the month that a text opens with ("May 2024 is here") as YYYY-MM, or None.

    It stands in for the day of a text that has none, for days of that month only.
    """
    for stage in stages[:1]:
        for mention in stage.scene.all("date"):
            parts = mention.value.parts if isinstance(mention.value, DateMention) else None
            if parts and parts.year and parts.month and not parts.day and mention.first == 0:
                return f"{parts.year:04}-{parts.month:02}"
    return None


def _build(bench: Bench, sentence: Sentence) -> Stage:
    """Return the scene of a sentence and move the talk on."""
    talk = bench.talk
    scene = Scene(sentence, [token.key for token in sentence.tokens])
    bench.taken = set()
    titles = find_works(bench, scene)
    find_listed(bench, scene)
    free_studios(scene)
    _leave_or_return(talk, scene, named=bool(titles))
    if titles:
        follow_titles(bench, scene, titles)
    elif talk.n_sentences and (is_untitled(scene) or opens_with_stranger(scene, talk.title)):
        talk.held, talk.title, talk.title_span = "", "", None
    find_anaphors(bench, scene)
    find_installments(bench, scene)
    find_trailers(bench, scene)
    find_streamers(bench, scene)
    _find_measures(scene)
    find_people(bench, scene)
    find_hyphened(scene)
    find_pronoun(bench, scene)
    join_companies(scene)
    find_channels(scene)
    stage = Stage(
        scene,
        "" if talk.off else talk.title,
        talk.title_span,
        talk.season,
        talk.season_span,
        talk.platform,
        talk.platform_span,
        talk.trailer,
    )
    _follow_talk(talk, scene)
    if not titles and talk.n_sentences > _LEDE and introduces_untitled(scene):
        talk.held, talk.title, talk.title_span = talk.held or talk.title, "", None
    return stage


def _is_early(sentences: Sequence[Sentence], title: str, *, first: int = _EARLY) -> bool:
    """Return whether a title stands in the opening of a text, so that the text may be about it."""
    opening = " ".join(
        token.word
        for sentence in sentences[: max(first, len(sentences) // 3)]
        for token in sentence.tokens
    )
    return plain_words(name_key(title)) in plain_words(name_key(opening))


def _is_alone_at_first(sentences: Sequence[Sentence], series: Sequence[Title]) -> bool:
    """Return whether the first half of a text names the main series alone, at its very start."""
    half = sentences[: len(sentences) // 2]
    words = plain_words(name_key(" ".join(t.word for s in half for t in s.tokens)))
    others = [plain_words(name_key(title.name)) for title in series[1:]]
    return _is_early(sentences[:1], series[0].name, first=1) and not any(
        other in words for other in others
    )


def _heads_series(sentences: Sequence[Sentence], series: Sequence[Title]) -> bool:
    """Return whether headings name two series, or items of a list head texts: each its own."""
    lines = [
        " ".join(token.word for token in sentence.tokens).casefold()
        for sentence in sentences
        if sentence.block.kind in _HEADS
    ]
    named = {title.name for title in series for line in lines if title.name.casefold() in line}
    counted = sum(
        first.block.kind is BlockKind.LIST_ITEM
        and second.block.kind is BlockKind.PARAGRAPH
        and len(first.tokens) <= _LONGEST_HEAD
        for first, second in pairwise(sentences)
    )
    boxed = sum(
        first.block.kind in _HEADS
        and second.block.kind is BlockKind.KEY_VALUE
        and second.tokens[0].key in _BOX
        for first, second in pairwise(sentences)
    )
    return len(named) > 1 or counted >= _ROUND_UP or boxed > 1


def _enter(talk: Talk, sentence: Sentence) -> None:
    """Start a new block: with many series about, nothing is carried over."""
    talk.season, talk.season_span = talk.headline_season, None
    kind, opening = sentence.block.kind, sentence.tokens[0].key
    talk.title, talk.held = talk.title or talk.held, ""
    if opening in _FIELD_VERBS or kind is BlockKind.KEY_VALUE:
        if talk.n_titles >= _ROUND_UP and _FATES & {token.key for token in sentence.tokens}:
            talk.title, talk.title_span = "", None  # "Low Water: Renewed" is about Low Water
        return  # "Premieres May 3 on Peacock" goes on with what stands above it
    if talk.title in talk.weak and (kind in _HEADS or not _leans(sentence)):
        talk.title, talk.title_span = "", None
    if kind in _HEADS and (is_slot(sentence) or all(t.key in _NOTES for t in sentence.tokens)):
        return  # "New series", "Watch trailer" under a heading
    heads = kind in _HEADS and len(sentence.tokens) <= _LONGEST_HEAD
    if kind is BlockKind.HEADING or (kind in _HEADS and talk.listed):
        talk.section, talk.unnamed = "", talk.listed and heads
    if (talk.n_titles <= 1 and not talk.listed) or not talk.n_titles:
        return
    if kind in {BlockKind.PARAGRAPH, BlockKind.CAPTION}:
        talk.title = talk.section or (talk.main if talk.leads else talk.title)
        if (talk.unnamed and not talk.section) or _starts_anew(talk, sentence):
            talk.title, talk.title_span = "", None
    elif kind in _HEADS:
        keeps = not talk.listed and talk.n_titles < _ROUND_UP
        talk.title, talk.title_span = (talk.main if keeps else ""), None


def _starts_anew(talk: Talk, sentence: Sentence) -> bool:
    """Return whether a paragraph of a round-up does not lean on the one before it."""
    if talk.n_titles < _ROUND_UP or talk.leads or talk.section:
        return False
    return not _leans(sentence)


def _leans(sentence: Sentence) -> bool:
    """Return whether a sentence goes on with "it" or "the series"."""
    keys = [token.key for token in sentence.tokens[:_LEANS]]
    return keys[0] in _LEANING or any(
        key in {"series", "show", "drama", "sitcom", "comedy", "thriller", "season"}
        and {"the", "this"} & set(keys[max(0, at - 3) : at])
        for at, key in enumerate(keys)
    )


def _leave_or_return(talk: Talk, scene: Scene, *, named: bool) -> None:
    """Note that the talk goes over to "the film", or comes back to a series."""

    def is_meant(mention: Mention) -> bool:
        return mention.first > 0 and scene.keys[mention.first - 1] in DETERMINERS

    if named or any(is_meant(mention) for mention in scene.all("kind")):
        talk.off = False
    elif any(is_meant(m) and m.value == "film" for m in scene.all("other_kind")):
        talk.off = True


def _names_its_key(scene: Scene) -> bool:
    """Return whether a line of two columns begins with a series: "Iron Tide: NBC, May 3"."""
    opening = scene.mention_at(0, ("work",))
    return opening is not None and scene.keys[opening.last : opening.last + 1] in ([":"], [])


def _find_measures(scene: Scene) -> None:
    tokens = scene.sentence.tokens
    for date in find_dates(scene.sentence):
        scene.add(Mention("date", date.first, date.last, date))
    for first, last in find_clocks(tokens):
        scene.add(Mention("clock", first, last, ""))
    for duration in find_durations(tokens):
        scene.add(Mention("duration", duration.first, duration.last, duration))
    for quantity in find_quantities(tokens):
        if not quantity.ordinal:
            scene.add(Mention("number", quantity.first, quantity.last, quantity.value))
        elif scene.keys[quantity.last : quantity.last + 1] not in _OCCASIONS:
            scene.add(Mention("season_number", quantity.first, quantity.last, str(quantity.value)))
    # "six-part", "eight-episode": one token in the text
    for index, token in enumerate(tokens):
        head, dash, tail = token.key.partition("-")
        value = parse_number(head) if dash and tail in {"part", "parter", "episode"} else None
        if value is not None:
            scene.add(Mention("episode_compound", index, index + 1, value))


def _follow_talk(talk: Talk, scene: Scene) -> None:
    trailers = [m.value for m in scene.all("trailer") if isinstance(m.value, WorkValue)]
    talk.trailer = trailers[0] if trailers else None
    for mention in scene.all("platform"):
        if mention.how == "name" and isinstance(mention.value, str):
            talk.platform = mention.value
            talk.platform_span = scene.offsets(mention.first, mention.last)
    talk.n_sentences += 1
    talk.person, talk.group = sole_person(scene), opening_group(scene)
    kind = scene.sentence.block.kind
    heads = kind in _HEADS and len(scene.keys) <= _LONGEST_HEAD
    if kind is BlockKind.KEY_VALUE and _names_its_key(scene):
        heads = True
    if heads or (kind is BlockKind.HEADLINE and talk.listed):
        named = {m.value.title for m in scene.all("work") if isinstance(m.value, WorkValue)}
        opening = scene.mention_at(0, ("work",))
        if opening is not None and isinstance(opening.value, WorkValue):
            talk.section = opening.value.title
        elif len(named) == 1:
            talk.section = named.pop()
    if not talk.headline_season and talk.n_sentences <= _LEDE:
        for mention in scene.all("work"):
            if (
                isinstance(mention.value, WorkValue)
                and len(mention.value.seasons) == 1
                and (mention.value.title == talk.main and mention.value.seasons != ("final",))
            ):
                talk.headline_season = mention.value.seasons
                break
