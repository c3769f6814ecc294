"""Find the titles of a document in a sentence, and let the first one lead the talk.

A title of one word that stands inside a longer name ("Dave" in "Dave Cole") is no title there.
"""

from collections.abc import Sequence
from typing import Final

from showgraph.extract.discourse.asides import is_aside, is_credit_use
from showgraph.extract.discourse.fronted import next_in_main_clause
from showgraph.extract.discourse.talk import Bench
from showgraph.extract.text.blocks import BlockKind
from showgraph.extract.text.mention import Mention, Scene, WorkValue
from showgraph.extract.text.tokens import Token
from showgraph.extract.titles.channellines import has_channel_beside


def find_works(bench: Bench, scene: Scene) -> list[Mention]:
    """Add the titles of a sentence as mentions; return those of series, in text order."""
    tokens = scene.sentence.tokens
    series, others = bench.lexicon.series, bench.lexicon.others
    found: list[Mention] = []
    for index, token in enumerate(tokens):
        if index in bench.taken or (token.key not in series and token.key not in others):
            continue
        best: tuple[int, str, str] | None = None
        for sort, table in (("work", series), ("other_work", others)):
            for length, shelf in table.get(token.key, {}).items():
                span = tokens[index : index + length]
                for words, name in shelf.get(tuple(t.word.lower() for t in span), ()):
                    end = index + length
                    if (best is None or end > best[0]) and _same_title(words, span):
                        best = (end, name, sort)
        if best is None or not (
            _stands_alone(tokens, index, best[0]) or _is_bare_head(bench, scene, index, best[0])
        ):
            continue
        end, name, sort = best
        if sort == "work" and _is_book(bench, scene, index, end):
            sort = "other_work"
        value: object = WorkValue(name) if sort == "work" else name
        mention = Mention(sort, index, end, value)
        bench.taken.update(range(index, end))
        if sort == "work":
            found.append(mention)
            scene.add(Mention("named_work", index, end, value))
        _add(scene, mention)
    return found


def _is_book(bench: Bench, scene: Scene, first: int, last: int) -> bool:
    """Return whether a title of a series stands for a book there: "the novel X", "X manga"."""
    at = first
    while at and scene.keys[at - 1] in {'"', "'"}:
        at -= 1
    kinds = bench.lexicon.pack.titles.kinds
    if "into" in scene.keys[last : last + 3]:
        return False  # "adapts the novel X into a drama"
    behind = scene.keys[last + (scene.keys[last : last + 1] in (['"'], ["'"])) :][:1]
    return kinds.get(scene.keys[at - 1] if at else "") == "book" or (
        bool(behind) and behind[0] in {"manga", "novel", "novels", "webtoon", "books"}
    )


#: In a headline these stand with a capital in front of a title.
_LEADS: Final = frozenset(
    {
        *("joins", "join", "boards", "renews", "cancels", "orders", "in", "on", "for", "of", "to"),
        *("and", "with", "the", "from", "watch", "about", "is", "at", "by"),
    },
)


def _stands_alone(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether a title is no part of a longer name ("Dave" in "Dave Cole")."""
    if last - first > 1:
        return True
    before = tokens[first - 1] if first else None
    after = tokens[last] if last < len(tokens) else None
    if before is not None and (before.key in {'"', "'"} or before.key in _LEADS):
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


def _is_bare_head(bench: Bench, scene: Scene, first: int, last: int) -> bool:
    """Return whether a heading is nothing but a title and its channel: "Lamp NBC"."""
    if first or scene.sentence.block.kind not in _LINES:
        return False
    return has_channel_beside(
        scene.sentence.block.kind, scene.sentence.tokens[last:], bench.lexicon.pack.gazetteer
    )


_LINES: Final = frozenset({BlockKind.HEADING, BlockKind.LIST_ITEM})


def _add(scene: Scene, mention: Mention) -> None:
    """Add a mention, and again with its quotation marks, so that both readings match."""
    tokens = scene.sentence.tokens
    scene.add(mention)
    first, last = mention.first, mention.last
    if first and last < len(tokens) and tokens[first - 1].key in {'"', "'"}:
        closing = last + 1 if tokens[last].key in {",", "."} and last + 1 < len(tokens) else last
        if tokens[closing].key == tokens[first - 1].key:
            end = closing + 1
            wide = Mention(
                mention.type, first - 1, end, mention.value, mention.how, mention.antecedent
            )
            scene.add(wide)


def follow_titles(bench: Bench, scene: Scene, titles: Sequence[Mention]) -> None:
    """Let the first series named outside brackets become the one the talk is about."""
    depth = 0
    at = {mention.first: mention for mention in titles}
    beside = -1  # where the last title ends that the sentence only names by the way
    for index, key in enumerate(scene.keys):
        depth += (key == "(") - (key == ")")
        mention = at.get(index)
        if mention is not None and depth <= 0 and isinstance(mention.value, WorkValue):
            talk = bench.talk
            if talk.title and _goes_on(scene, mention):
                return
            if (talk.title or talk.n_titles > 1) and (
                is_credit_use(scene, mention)
                or is_aside(scene, mention)
                or _gives_way(scene, mention)
                or (beside >= 0 and set(scene.keys[beside:index]) <= _LISTING)
                or _in_speech(scene, mention)
                or _is_one_of_many(scene, mention)
            ):
                beside = mention.last
                continue
            if talk.section and index > _OPENING and mention.value.title != talk.section:
                continue  # under a heading the talk keeps to what it names
            if mention.value.title != talk.title:
                talk.season, talk.season_span = (), None
            talk.title = mention.value.title
            talk.title_span = scene.offsets(mention.first, mention.last)
            return


def _gives_way(scene: Scene, mention: Mention) -> bool:
    """Return whether a title is fronted, and the sentence is about one named behind it."""
    following = next_in_main_clause(scene, mention)
    return following is not None and not (
        is_aside(scene, following) or is_credit_use(scene, following)
    )


def _goes_on(scene: Scene, mention: Mention) -> bool:
    """Return whether a sentence opens with "The show", "It" or "The new drama" and goes on."""
    keys = scene.keys
    if mention.value is None or keys[0] not in _ANAPHORS:
        return False
    if "another" in keys[max(0, mention.first - _ANAPHOR_REACH - 1) : mention.first]:
        return False  # "It opens in May, followed by another drama called Low Water"
    if keys[0] in {"it", "its"}:  # but "it is not true that Iron Tide" says nothing of "it"
        return mention.first > 1 and "that" not in keys[:_ANTICIPATED]
    kind = next((m for m in scene.all("kind") if m.first <= _ANAPHOR_REACH), None)
    if kind is None or kind.last >= mention.first:
        return False
    # "The series, starring Ana Bell, is ..."; but "the series, Iron Tide, is" names it
    apart = keys[kind.last] == "," and mention.first > kind.last + _OPENING
    return apart or keys[kind.last] in _AUXILIARIES


#: Within so many words "The new police drama" names its sort.
_ANAPHOR_REACH: Final = 4
_ANTICIPATED: Final = 7  # "it has not been said so far that"
_ANAPHORS: Final = frozenset({"the", "this", "it", "its"})
_AUXILIARIES: Final = frozenset(
    {
        *("is", "was", "has", "had", "will", "stars", "follows", "premieres", "returns", "also"),
        *(
            "comes",
            "joins",
            "marks",
            "hails",
            "takes",
            "replaces",
            "features",
            "centres",
            "centers",
        ),
    },
)


def _is_one_of_many(scene: Scene, mention: Mention) -> bool:
    """Return whether a quoted title leads a list: "between seasons of 'X' and 'Y'"."""
    at = mention.last + (scene.keys[mention.last : mention.last + 1] in (['"'], ["'"]))
    listed = scene.keys[at : at + 1] == ["and"] and scene.keys[at + 1 : at + 2] in (['"'], ["'"])
    led = scene.keys[max(0, mention.first - 2) : mention.first]
    return mention.first > _OPENING and listed and not _LIST_LEADS.isdisjoint(led)


_LIST_LEADS: Final = frozenset({"of", "between", "for", "with", "after", "before", "to", "behind"})
#: What may stand between the titles of a list.
_LISTING: Final = frozenset({",", "and", "&", "or", '"', "'"})
#: A title within so many tokens opens its sentence.
_OPENING: Final = 2


def _in_speech(scene: Scene, mention: Mention) -> bool:
    """Return whether a title stands inside longer direct speech."""
    before = mention.first - 1 if scene.keys[mention.first - 1] == '"' else mention.first
    return scene.keys[:before].count('"') % 2 == 1


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
