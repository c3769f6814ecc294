"""Turn the sentences of a document into scenes: every mention found, every anaphor followed.

The pass goes from the first sentence to the last and carries the state of the talk: which
series it is about, which season was named last, which platform. "The show", "the second
season" and "the streaming giant" are read as what the state says they stand for, and the words
they lean on are kept as their antecedent.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from showgraph.extract.blocks import BlockKind
from showgraph.extract.gazetteer import Entry
from showgraph.extract.mention import Mention, NameValue, Scene, WorkValue
from showgraph.extract.names import Capitals, find_names
from showgraph.extract.pack import Pack
from showgraph.extract.quantities import find_durations, find_quantities
from showgraph.extract.seasons import SeasonMention, find_seasons
from showgraph.extract.sentences import Sentence
from showgraph.extract.temporal import find_dates
from showgraph.extract.titles import Title, quoted_spans
from showgraph.extract.tokens import Token
from showgraph.iris import name_key

_DETERMINERS: Final = frozenset({"the", "this", "its", "their", "that", "his", "her", "our"})
_TRAILERS: Final = frozenset({"trailer", "teaser", "promo"})
_STREAMERS: Final = (
    ("streaming", "giant"),
    ("streaming", "platform"),
    ("streaming", "service"),
    ("ott", "platform"),
    ("ott", "giant"),
    ("streaming", "network"),
    ("streamer",),
    ("network",),
    ("broadcaster",),
)
#: Sentences within which an article names the season that it is about.
_LEDE: Final = 4
#: Gazetteer list -> mention type.
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


@dataclass(slots=True)
class _Lexicon:
    pack: Pack
    series: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    others: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)


def build_stages(
    sentences: Sequence[Sentence],
    titles: Sequence[Title],
    capitals: Capitals,
    pack: Pack,
) -> list[Stage]:
    """Return one stage for each sentence, in text order."""
    lexicon = _Lexicon(pack)
    for title in titles:
        index = lexicon.series if title.kind == "series" else lexicon.others
        words = tuple(title.name.split())
        index.setdefault(name_key(words[0]), []).append((_title_words(title.name), title.name))
    series = [title for title in titles if title.kind == "series"]
    talk = Talk(main=series[0].name if series else "", n_titles=len(series))
    if len(series) == 1 or (series and series[0].score >= 1.5 * series[1].score):
        talk.title = series[0].name
    builder = _Builder(lexicon, capitals, talk)
    return [builder.build(sentence) for sentence in sentences]


def _title_words(name: str) -> tuple[str, ...]:
    from showgraph.extract.tokens import tokenize  # noqa: PLC0415
    from showgraph.extract.views import normalise  # noqa: PLC0415

    view = normalise(name)
    return tuple(token.word for token in tokenize(view, 0, len(view.text)))


class _Builder:
    def __init__(self, lexicon: _Lexicon, capitals: Capitals, talk: Talk) -> None:
        self._lexicon = lexicon
        self._capitals = capitals
        self._talk = talk
        self._block: object = None
        self._taken: set[int] = set()

    def build(self, sentence: Sentence) -> Stage:
        """Return the scene of a sentence and move the talk on."""
        talk = self._talk
        if sentence.block is not self._block:
            self._enter(sentence)
        scene = Scene(sentence, [token.key for token in sentence.tokens])
        self._taken = set()
        titles = self._find_works(scene)
        self._find_gazetteer(scene)
        if not titles:
            self._find_anaphors(scene)
        else:
            self._follow(scene, titles)
            self._find_anaphors(scene)
        self._find_seasons(scene)
        self._find_trailers(scene)
        self._find_streamers(scene)
        self._find_measures(scene)
        self._find_names(scene)
        self._find_channels(scene)
        stage = Stage(
            scene,
            talk.title,
            talk.title_span,
            talk.season,
            talk.season_span,
            talk.platform,
            talk.platform_span,
            talk.trailer,
        )
        self._move_on(scene)
        return stage

    def _enter(self, sentence: Sentence) -> None:
        """Start a new block: with many series about, nothing is carried over."""
        talk = self._talk
        self._block = sentence.block
        talk.season, talk.season_span = talk.headline_season, None
        if (
            talk.n_titles > 1
            and talk.main
            and sentence.block.kind
            in {
                BlockKind.PARAGRAPH,
                BlockKind.CAPTION,
            }
        ):
            talk.title = talk.main if self._main_leads() else talk.title
        elif sentence.block.kind in {BlockKind.HEADING, BlockKind.LIST_ITEM} and talk.n_titles > 1:
            talk.title, talk.title_span = "", None

    def _main_leads(self) -> bool:
        return bool(self._talk.main)

    # -- titles -------------------------------------------------------------------------------

    def _find_works(self, scene: Scene) -> list[Mention]:
        tokens = scene.sentence.tokens
        found: list[Mention] = []
        for index, token in enumerate(tokens):
            if index in self._taken:
                continue
            best: tuple[int, str, str] | None = None
            for sort, table in (
                ("work", self._lexicon.series),
                ("other_work", self._lexicon.others),
            ):
                for words, name in table.get(token.key, ()):
                    end = index + len(words)
                    if (best is None or end > best[0]) and _same_title(words, tokens[index:end]):
                        best = (end, name, sort)
            if best is None or not self._stands_alone(tokens, index, best[0], best[1]):
                continue
            end, name, sort = best
            value: object = WorkValue(name) if sort == "work" else name
            mention = Mention(sort, index, end, value)
            self._taken.update(range(index, end))
            if sort == "work":
                found.append(mention)
            self._add(scene, mention)
        return found

    @staticmethod
    def _stands_alone(tokens: Sequence[Token], first: int, last: int, name: str) -> bool:
        """Return whether a title is no part of a longer name ("Dave" in "Dave Cole")."""
        if len(name.split()) > 1:
            return True
        before = tokens[first - 1] if first else None
        after = tokens[last] if last < len(tokens) else None
        if before is not None and before.key in {'"', "'"}:
            return True
        if (
            after is not None
            and after.is_word
            and after.is_capital
            and after.key
            not in {
                "season",
                "seasons",
                "series",
                "s",
            }
        ):
            return False
        return not (before is not None and before.is_word and before.is_capital and first > 1)

    def _add(self, scene: Scene, mention: Mention) -> None:
        """Add a mention, and again with its quotation marks, so that both readings match."""
        tokens = scene.sentence.tokens
        scene.add(mention)
        first, last = mention.first, mention.last
        if first and last < len(tokens) and tokens[first - 1].key in {'"', "'"}:
            closing = (
                last + 1 if tokens[last].key in {",", "."} and last + 1 < len(tokens) else last
            )
            if tokens[closing].key == tokens[first - 1].key:
                end = closing + 1
                wide = Mention(
                    mention.type, first - 1, end, mention.value, mention.how, mention.antecedent
                )
                scene.add(wide)

    def _follow(self, scene: Scene, titles: Sequence[Mention]) -> None:
        """Let the first series named outside brackets become the one the talk is about."""
        depth = 0
        at = {mention.first: mention for mention in titles}
        for index, key in enumerate(scene.keys):
            depth += (key == "(") - (key == ")")
            mention = at.get(index)
            if mention is not None and depth <= 0 and isinstance(mention.value, WorkValue):
                talk = self._talk
                if mention.value.title != talk.title:
                    talk.season, talk.season_span = (), None
                talk.title = mention.value.title
                talk.title_span = scene.offsets(mention.first, mention.last)
                return

    # -- gazetteers ---------------------------------------------------------------------------

    def _find_gazetteer(self, scene: Scene) -> None:
        tokens = scene.sentence.tokens
        for first, last, entry in self._lexicon.pack.gazetteer.find(tokens):
            kind = _TYPES.get(entry.type)
            if kind is None or self._taken & set(range(first, last)):
                continue
            if entry.cased and self._inside_name(tokens, first, last, entry):
                continue
            if kind == "kind":
                value: object = self._lexicon.pack.titles.kinds[" ".join(entry.words)]
                if value != "series":
                    kind = "other_kind"
            else:
                value = entry.label
            scene.add(Mention(kind, first, last, value))
            if kind == "company":
                scene.add(Mention("companies", first, last, (entry.label,)))

    def _inside_name(
        self,
        tokens: Sequence[Token],
        first: int,
        last: int,
        entry: Entry,
    ) -> bool:
        """Return whether the word is part of a longer capitalised name: then it is no gazetteer word."""
        if entry.type in {"origins", "places", "awards"}:
            return False
        suffixes = self._lexicon.pack.lists["company_suffixes"]
        after = tokens[last] if last < len(tokens) else None
        before = tokens[first - 1] if first else None
        if len(entry.words) > 1 and entry.type != "companies":
            return False
        if (
            after is not None
            and after.is_word
            and after.is_capital
            and after.key
            not in {
                "season",
                "series",
                "original",
                "originals",
                "drama",
                "show",
                "india",
                "uk",
                "comedy",
            }
            and after.word not in suffixes
        ):
            return after.word in self._capitals.mid_sentence and not self._is_work_at(after)
        return (
            before is not None
            and before.is_word
            and before.is_capital
            and first > 1
            and len(entry.words) == 1
            and entry.type == "platforms"
            and before.word in self._capitals.mid_sentence
            and before.key not in {"on", "the"}
        )

    def _is_work_at(self, token: Token) -> bool:
        return token.key in self._lexicon.series

    # -- anaphors and seasons -----------------------------------------------------------------

    def _find_anaphors(self, scene: Scene) -> None:
        """Read "the show", "this romantic drama series" as the series the talk is about."""
        talk = self._talk
        if not talk.title:
            return
        tokens = scene.sentence.tokens
        np_words = self._lexicon.pack.classes["np_word"]
        for index, token in enumerate(tokens):
            if token.key not in _DETERMINERS or index in self._taken:
                continue
            at = index + 1
            described = False
            last_kind: Mention | None = None
            while at < len(tokens) and at - index < 9:  # noqa: PLR2004 - the longest phrase met
                kind = scene.mention_at(at, ("kind",))
                modifier = scene.mention_at(at, ("genre", "origin", "platform"))
                found = np_words.find(scene.keys, at)
                if kind is not None:
                    # "drama series": the longest phrase that ends in a word for a series
                    last_kind = kind
                    if modifier is not None and modifier.last > kind.last:
                        kind = None
                        described, at = True, modifier.last
                        continue
                    if last_kind.first > index + 1:
                        described = described or last_kind.first > index + 1
                    at = kind.last
                    continue
                if modifier is not None:
                    described, at = True, modifier.last
                elif found is not None:
                    at = found[0]
                else:
                    break
            if last_kind is None or at != last_kind.last:
                continue
            named = scene.mention_at(at, ("work",)) if at < scene.n_tokens else None
            if named is not None:
                # "the drama series X" names it: the phrase stands for X as a whole.
                scene.by_start.setdefault(index, []).insert(
                    0,
                    Mention("work", index, named.last, named.value),
                )
                continue
            value = WorkValue(talk.title)
            mention = Mention("work", index, at, value, "anaphor", talk.title_span)
            scene.add(mention)
            if described:
                scene.add(Mention("described_work", index, at, value, "anaphor", talk.title_span))

    def _find_seasons(self, scene: Scene) -> None:
        for season in find_seasons(scene.sentence.tokens):
            self._add_season(scene, season)

    def _add_season(self, scene: Scene, season: SeasonMention) -> None:
        talk = self._talk
        scene.add(Mention("season", season.first, season.last, season.seasons))
        if len(season.numbers) == 1:
            scene.add(Mention("season_number", season.first, season.last, season.numbers[0]))
        work = self._work_of(scene, season)
        seasons = season.seasons
        if not seasons and season.relative and talk.headline_season:
            seasons = talk.headline_season
        if not seasons and not season.relative and work is None:
            seasons = talk.season
        if work is not None:
            first, last = min(work.first, season.first), max(work.last, season.last)
            title, how, span = _title_of(work), work.how, work.antecedent
        elif talk.title:
            first, last = season.first, season.last
            title, how, span = talk.title, "anaphor", talk.title_span
        else:
            return
        value = WorkValue(title, seasons)
        # The season stands before the series at the same place: it says more.
        mentions = scene.by_start.setdefault(first, [])
        mentions.insert(0, Mention("work", first, last, value, how, span))
        determiner = first - 1
        if determiner >= 0 and scene.keys[determiner] in _DETERMINERS:
            scene.by_start.setdefault(determiner, []).insert(
                0,
                Mention("work", determiner, last, value, how, span),
            )
        if season.final:
            mentions.insert(
                0,
                Mention(
                    "final_season",
                    first,
                    last,
                    WorkValue(title, season.numbers or ("final",)),
                    how,
                    span,
                ),
            )
        if seasons:
            talk.season, talk.season_span = seasons, scene.offsets(first, last)

    def _work_of(self, scene: Scene, season: SeasonMention) -> Mention | None:
        """Return the series a season belongs to by the words beside it."""
        keys = scene.keys
        for mention in scene.all("work"):
            if not isinstance(mention.value, WorkValue) or mention.value.seasons:
                continue
            between = keys[mention.last : season.first]
            if mention.last <= season.first and between in (
                [],
                ["'s"],
                [","],
                ["'"],
                ["'s", "own"],
                ['"'],
                [":"],
            ):
                return mention
            if season.last < mention.first and keys[season.last] in {"of", "for"}:
                gap = range(season.last + 1, mention.first)
                if len(gap) <= 8 and all(self._in_phrase(scene, at) for at in gap):  # noqa: PLR2004
                    return mention
        return None

    def _in_phrase(self, scene: Scene, at: int) -> bool:
        """Return whether a token may stand between "season of" and the title."""
        if scene.keys[at] in {"the", "a", "'s", '"', "'", ",", "this"}:
            return True
        if self._lexicon.pack.classes["np_word"].find(scene.keys, at):
            return True
        return any(
            mention.first <= at < mention.last
            for start in range(max(0, at - 3), at + 1)
            for mention in scene.mentions_at(start)
            if mention.type in {"kind", "genre", "origin", "platform"}
        )

    def _find_trailers(self, scene: Scene) -> None:
        keys = scene.keys
        for index, key in enumerate(keys):
            if key not in _TRAILERS:
                continue
            work = self._beside_trailer(scene, index)
            seasons: tuple[str, ...] = ()
            first, last, how, span = index, index + 1, "anaphor", self._talk.title_span
            title = self._talk.title
            if work is not None and isinstance(work.value, WorkValue):
                title, seasons = work.value.title, work.value.seasons
                first, last = min(index, work.first), max(index + 1, work.last)
                how, span = work.how, work.antecedent
            if not title:
                continue
            seasons = seasons or self._talk.season or self._talk.headline_season
            mention = Mention(
                "trailer", first, last, WorkValue(title, seasons, trailer=True), how, span
            )
            scene.by_start.setdefault(first, []).insert(0, mention)
            if first != index:
                scene.add(Mention("trailer", index, index + 1, mention.value, how, span))

    def _beside_trailer(self, scene: Scene, index: int) -> Mention | None:
        keys = scene.keys
        works = scene.all("work")
        for mention in works:
            if (
                mention.last <= index
                and index - mention.last <= 3
                and (
                    keys[mention.last : mention.last + 1] == ["'s"]
                    or mention.last == index
                    or keys[mention.last] == "official"
                )
            ):
                return mention
        for mention in works:
            if mention.first > index and keys[index + 1] in {"for", "of"}:
                gap = range(index + 2, mention.first)
                if all(self._in_phrase(scene, at) for at in gap):
                    return mention
        return None

    def _find_streamers(self, scene: Scene) -> None:
        """Read "the streaming giant" as the platform named last."""
        talk = self._talk
        keys = scene.keys
        here = [m for m in scene.all("platform") if isinstance(m.value, str)]
        for index in range(1, len(keys)):
            for words in _STREAMERS:
                end = index + len(words)
                if tuple(keys[index:end]) != words or keys[index - 1] not in _DETERMINERS:
                    continue
                before = [m for m in here if m.last <= index]
                name = str(before[-1].value) if before else talk.platform
                span = (
                    scene.offsets(before[-1].first, before[-1].last)
                    if before
                    else talk.platform_span
                )
                follows = scene.mention_at(end, ("platform",))
                if name and follows is None:
                    scene.add(Mention("platform", index, end, name, "anaphor", span))

    def _find_channels(self, scene: Scene) -> None:
        """Read "Blue Door Media's official YouTube channel" as a channel of that platform."""
        keys = scene.keys
        for platform in scene.all("platform"):
            if keys[platform.last : platform.last + 1] != ["channel"]:
                continue
            behind = (
                scene.mention_at(platform.last + 2, ("company", "name", "outlet"))
                if (
                    keys[platform.last + 1 : platform.last + 2] == ["of"]
                    and platform.last + 2 < scene.n_tokens
                )
                else None
            )
            if behind is not None:
                name = _surface(scene.sentence.tokens, behind.first, behind.last)
                scene.by_start.setdefault(platform.first, []).insert(
                    0, Mention("channel", platform.first, behind.last, f"{name}@{platform.value}")
                )
                continue
            at = platform.first - 1
            while at > 0 and keys[at] in {"official", "own", "popular"}:
                at -= 1
            owners = [
                m
                for m in scene.all("company", "name", "outlet")
                if at > 0 and keys[at] in {"'s", "'"} and m.last == at
            ]
            if owners:
                owner = owners[0]
                name = _surface(scene.sentence.tokens, owner.first, owner.last)
                scene.by_start.setdefault(owner.first, []).insert(
                    0,
                    Mention("channel", owner.first, platform.last + 1, f"{name}@{platform.value}"),
                )

    # -- measures, names ----------------------------------------------------------------------

    def _find_measures(self, scene: Scene) -> None:
        tokens = scene.sentence.tokens
        for date in find_dates(scene.sentence):
            scene.add(Mention("date", date.first, date.last, date))
        for duration in find_durations(tokens):
            scene.add(Mention("duration", duration.first, duration.last, duration))
        for quantity in find_quantities(tokens):
            if not quantity.ordinal:
                scene.add(Mention("number", quantity.first, quantity.last, quantity.value))
            else:
                scene.add(
                    Mention("season_number", quantity.first, quantity.last, str(quantity.value))
                )
        # "six-part", "eight-episode": one token in the text
        from showgraph.extract.quantities import parse_number  # noqa: PLC0415

        for index, token in enumerate(tokens):
            head, dash, tail = token.key.partition("-")
            value = parse_number(head) if dash and tail in {"part", "parter", "episode"} else None
            if value is not None:
                scene.add(Mention("episode_compound", index, index + 1, value))

    def _find_names(self, scene: Scene) -> None:
        tokens = scene.sentence.tokens
        blocked = {
            index
            for mention in scene.all("work", "other_work", "platform", "date", "season", "outlet")
            if mention.how == "name"
            for index in range(mention.first, mention.last)
        }
        pieces: list[Mention] = []
        for first, last in find_names(scene.sentence, self._capitals):
            for start, end in _unblocked(first, last, blocked):
                pieces += self._name_pieces(scene, tokens, start, end)
        for mention in pieces:
            scene.add(mention)
        self._add_lists(scene, pieces)
        self._add_titled(scene)

    def _name_pieces(
        self,
        scene: Scene,
        tokens: Sequence[Token],
        first: int,
        last: int,
    ) -> list[Mention]:
        suffixes = self._lexicon.pack.lists["company_suffixes"]
        if last - first > 1 and tokens[last - 1].word in suffixes:
            name = _surface(tokens, first, last)
            scene.add(Mention("company", first, last, name))
            scene.add(Mention("companies", first, last, (name,)))
            return []
        if (
            last - first == 1
            and tokens[first].word.endswith("s")
            and (tokens[first].word[:-1] in self._lexicon.pack.lists["origins"])
        ):
            return []  # "Indians" are nobody in particular
        exact = [
            m
            for m in scene.mentions_at(first)
            if m.last == last
            and m.type in {"place", "company", "award", "origin", "outlet", "posting"}
        ]
        if exact:
            if exact[0].type == "company":
                return []
            if exact[0].type in {"place", "origin", "award"}:
                return []
        if any(m.type == "origin" and m.last == first + 1 for m in scene.mentions_at(first)):
            first += 1
            if first >= last:
                return []
        return [Mention("name", first, last, NameValue(_surface(tokens, first, last)))]

    def _add_lists(self, scene: Scene, names: Sequence[Mention]) -> None:
        """Join names that follow one another by commas and "and" to one list each."""
        keys = scene.keys
        position = 0
        while position < len(names):
            group = [names[position]]
            while position + len(group) < len(names):
                between = tuple(keys[group[-1].last : names[position + len(group)].first])
                if between not in _LIST_JOINS:
                    break
                group.append(names[position + len(group)])
            # Every tail of the list may be what a frame wants, the whole list comes first.
            for start in range(len(group)):
                for stop in range(len(group), start, -1):
                    if stop < len(group) and start:
                        continue
                    members = tuple(group[start:stop])
                    scene.by_start.setdefault(members[0].first, []).append(
                        Mention("people", members[0].first, members[-1].last, members),
                    )
            position += len(group)

    def _add_titled(self, scene: Scene) -> None:
        """Offer quoted phrases and names as titles of other works, and lists of them."""
        tokens = scene.sentence.tokens
        items: dict[int, Mention] = {}
        for first, last in quoted_spans(tokens):
            if last - first <= 6 and tokens[first].is_capital:  # noqa: PLR2004
                end = last
                while end < len(tokens) and tokens[end].key not in {'"', "'"}:
                    end += 1
                if scene.mention_at(first, ("work",)) is None:
                    name = _surface(tokens, first, last)
                    items[first - 1] = Mention("titled", first - 1, min(end + 1, len(tokens)), name)
                    scene.add(Mention("other_work", first - 1, min(end + 1, len(tokens)), name))
        for mention in scene.all("name", "work", "other_work"):
            if mention.how != "name" or any(
                item.first <= mention.first < item.last for item in items.values()
            ):
                continue
            last = mention.last
            if mention.type == "name":
                last = _title_tail(tokens, mention.last)
            name = (
                _title_of(mention)
                if mention.type == "work"
                else _surface(tokens, mention.first, last)
            )
            items[mention.first] = Mention("titled", mention.first, last, name)
        ordered = [items[start] for start in sorted(items)]
        for item in ordered:
            scene.add(item)
        keys = scene.keys
        for start, item in enumerate(ordered):
            group = [item]
            for following in ordered[start + 1 :]:
                between = tuple(keys[group[-1].last : following.first])
                if between not in _LIST_JOINS:
                    break
                group.append(following)
            scene.add(Mention("titles", item.first, group[-1].last, tuple(m.value for m in group)))

    def _move_on(self, scene: Scene) -> None:
        talk = self._talk
        trailers = [m.value for m in scene.all("trailer") if isinstance(m.value, WorkValue)]
        talk.trailer = trailers[0] if trailers else None
        for mention in scene.all("platform"):
            if mention.how == "name" and isinstance(mention.value, str):
                talk.platform = mention.value
                talk.platform_span = scene.offsets(mention.first, mention.last)
        talk.n_sentences += 1
        if not talk.headline_season and talk.n_sentences <= _LEDE:
            for mention in scene.all("work"):
                if (
                    isinstance(mention.value, WorkValue)
                    and len(mention.value.seasons) == 1
                    and (mention.value.title == talk.main and mention.value.seasons != ("final",))
                ):
                    talk.headline_season = mention.value.seasons
                    break


_LIST_JOINS: Final = frozenset(
    {
        (",",),
        ("and",),
        ("&",),
        (",", "and"),
        (",", "&"),
        ("with",),
        ("along", "with"),
        (",", "along", "with"),
        ("as", "well", "as"),
        (",", "as", "well", "as"),
        ("alongside",),
        (",", "alongside"),
        ("opposite",),
        ("or",),
        (";",),
        (";", "and"),
        ("together", "with"),
        (",", "with"),
        ("/",),
    }
)


def _unblocked(first: int, last: int, blocked: set[int]) -> Iterator[tuple[int, int]]:
    start = first
    for index in range(first, last + 1):
        if index == last or index in blocked:
            if index > start:
                yield start, index
            start = index + 1


def _title_tail(tokens: Sequence[Token], last: int) -> int:
    """Extend a name by the small words and capitals a title may go on with ("Girl In The City")."""
    at = last
    while at + 1 < len(tokens) and tokens[at].key in {
        "in",
        "of",
        "the",
        "a",
        "to",
        "on",
        "for",
        "&",
    }:
        step = at
        while step < len(tokens) and tokens[step].key in {
            "in",
            "of",
            "the",
            "a",
            "to",
            "on",
            "for",
        }:
            step += 1
        if step >= len(tokens) or not tokens[step].is_capital or not tokens[at].is_capital:
            break
        at = step + 1
        while at < len(tokens) and tokens[at].is_capital and tokens[at].is_word:
            at += 1
    return at


def _surface(tokens: Sequence[Token], first: int, last: int) -> str:
    """Return the words with single blanks where the text has white space."""
    text = tokens[first].word
    for previous, token in zip(tokens[first:last], tokens[first + 1 : last], strict=False):
        text += (" " if previous.end < token.start else "") + token.word
    return text


def _title_of(mention: Mention) -> str:
    return mention.value.title if isinstance(mention.value, WorkValue) else str(mention.value)


def _same_title(words: Sequence[str], tokens: Sequence[Token]) -> bool:
    """Return whether tokens spell a title: a longer one may vary in case after its first letter."""
    if len(words) != len(tokens):
        return False
    if len(words) == 1:
        return words[0] == tokens[0].word or words[0].upper() == tokens[0].word
    if not tokens[0].is_capital and not tokens[0].is_number:
        return False
    return all(
        word.lower() == token.word.lower() for word, token in zip(words, tokens, strict=True)
    )
