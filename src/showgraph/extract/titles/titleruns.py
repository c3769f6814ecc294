"""Follow a run of capitalised words: which word may begin a title, and where the title ends."""

from collections.abc import Sequence
from typing import Final

from showgraph.extract.text.names import COMMON, Capitals
from showgraph.extract.text.tokens import Token

#: Small words that may stand inside a title, but not at its ends.
INNER: Final = frozenset(
    {
        *("of", "the", "in", "and", "a", "an", "to", "for", "on", "with", "at", "by", "from"),
        *("&", "vs", "or", "is", "my", "-", ":", "nor"),
        # the small words of other tongues: "Casa de Sal", "Umi no Uta"
        *("no", "de", "la", "del", "du", "des", "le", "les", "ka", "ki", "ke", "aur", "ko", "mein"),
        *(
            "von",
            "van",
            "der",
            "da",
            "di",
            "do",
            "na",
            "ng",
            "sa",
            "ang",
            "mga",
            "og",
            "och",
            "ve",
            "und",
            "el",
            "los",
            "las",
            "y",
            "en",
        ),
    },
)
#: Words of the calendar; a phrase of nothing else is a date.
_CALENDAR: Final = frozenset(
    {
        *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
        *("october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug"),
        *("sep", "sept", "oct", "nov", "dec", "monday", "tuesday", "wednesday", "thursday"),
        *("friday", "saturday", "sunday", "spring", "summer", "autumn", "fall", "winter"),
        *("christmas", "halloween", "easter", "thanksgiving", "diwali", "eid"),
    },
)
#: Endings of adjectives that begin with a name: "Emmy-nominated", "Ana Bell-starring".
_PARTICIPLES: Final = (
    *("-nominated", "-winning", "-led", "-based", "-style", "-produced", "-starring", "-directed"),
    *("-created", "-written", "-backed", "-set", "-owned", "-fronted", "-hosted", "-helmed"),
    *("-inspired", "-born", "-penned", "-developed", "-themed", "-speaking", "-made", "-shot"),
    *("-era", "-esque", "-centric"),
)
#: What a headline announces of a title with a capital: "Iron Tide Review:".
NOTICES: Final = frozenset({"review", "recap", "trailer", "teaser"})
#: In a headline these go on behind a title, with a capital as everything there.
HEADLINE_VERBS: Final = frozenset(
    {
        *("ending", "ends", "premieres", "reveals", "returns", "renewed", "cancelled", "canceled"),
        *("gets", "joins", "adds", "casts", "drops", "sets", "lands", "debuts", "starring"),
        *("stars", "announces", "confirms", "confirmed", "unveils", "orders", "wraps", "begins"),
        *("says", "talks", "explains", "previews", "breaks", "reacts", "hints", "discusses"),
        *("releases", "teases", "reportedly", "officially", "could", "will", "won't", "has"),
    },
)
#: In a headline these go on behind a title to who is concerned: "Iron Tide Creator Ana Bell".
_CONCERNED: Final = frozenset(
    {
        *("creator", "creators", "showrunner", "showrunners", "boss", "bosses", "cast", "star"),
        *("actor", "actress", "writer", "fans", "finale", "recap", "review"),
    },
)
_GOES_ON: Final = HEADLINE_VERBS | _CONCERNED
#: A name right behind one of these is a work's: "the drama Rosa's Harbour".
CALLED: Final = frozenset(
    {
        *("series", "drama", "comedy", "thriller", "sitcom", "dramedy", "miniseries", "show"),
        *("docuseries", "k-drama", "comedy-drama", "soap", "procedural"),
    },
)
#: Sorts of series that are written with a capital.
_SORTS: Final = frozenset({"k-drama", "k-dramas", "c-drama", "j-drama", "kdrama", "k-series"})
_REVIEWS: Final = frozenset({"review", "recap"})
#: Behind these a capital "The" begins another title.
_LEADING: Final = frozenset({"with", "and", "&", "in", "on", "for", "from", "at", "to", "by"})


def is_calendar(token: Token) -> bool:
    """Return whether a token only dates something: "May", "12", "Monday-Tuesday"."""
    return token.is_number or _CALENDAR.issuperset(token.key.split("-"))


def is_participle(token: Token) -> bool:
    """Return whether a word is an adjective that ends a name: "Bell-led", not "co-created"."""
    return token.key.endswith(_PARTICIPLES) and not token.text.startswith("co-")


def is_billing(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a dash without blanks joins a name to a small word: "Bell-starring"."""
    behind = tokens[at + 1 : at + 2]
    return (
        tokens[at].key == "-"
        and bool(behind)
        and not behind[0].is_capital
        and tokens[at - 1].end == tokens[at].start
        and tokens[at].end == behind[0].start
    )


def is_digit(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a token begins with a digit; there is none behind the last."""
    return at < len(tokens) and tokens[at].text[:1].isdigit()


def is_capital(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a token begins with a capital; there is none behind the last."""
    return at < len(tokens) and tokens[at].is_capital


def is_title_word(tokens: Sequence[Token], index: int, capitals: Capitals) -> bool:
    """Return whether a token may begin a title by its capital, given those of the document."""
    token = tokens[index]
    if not token.is_capital and not (token.is_number and index and len(token.text) < 5):  # noqa: PLR2004
        return False
    behind = [t.key for t in tokens[index + 1 : index + 2]]
    if token.is_number or (index and is_calendar(token) and behind in (["is"], ["are"])):
        return False  # "premiering on Friday is Iron Tide"
    sort = token.key in _SORTS and is_capital(tokens, index + 1)  # "the K-drama Iron Tide"
    if token.key == "i" or sort or is_participle(token):
        return False
    if token.key in {"mr", "mrs", "ms", "dr"}:
        return index == 0  # "Dr. Tide | Drama"; in a sentence it is somebody's title
    if index == 0 and token.key in COMMON:
        following = tokens[1] if len(tokens) > 1 else None
        measured = following is not None and following.key == "(" and is_digit(tokens, 2)
        return following is not None and (following.is_capital or measured)
    return not (
        index == 0
        and token.key in capitals.lower
        and len(tokens) > 1
        and not tokens[1].is_capital
        and token.word not in capitals.mid_sentence
    )


def is_headline_verb(tokens: Sequence[Token], at: int, capitals: Capitals) -> bool:
    """Return whether a headline goes on there: "Iron Tide Stars", "Iron Tide Creator".

    What the running text has side by side with capitals belongs together.
    """
    pair = (tokens[at - 1].word, tokens[at].word) if at else ("", "")
    return tokens[at].key in _GOES_ON and pair not in capitals.pairs


def find_title_end(
    tokens: Sequence[Token], first: int, capitals: Capitals, *, headline: bool
) -> int:
    """Return where the run of words that starts at ``first`` ends; it is one token at least.

    ``headline`` says whether all words of the sentence have capitals.
    """
    end = first + 1
    while end < len(tokens):
        token = tokens[end]
        if (
            (headline and is_headline_verb(tokens, end, capitals))
            or is_participle(token)
            or _is_noticed(tokens, first, end)
            or (token.key in {"-", "—", ":"} and _tells_of(tokens[end + 1 :]))
            or (token.key == "tv" and is_reviewed(tokens[end:]))
        ):
            break
        following = end + 1 if token.is_capital and token.is_word else 0
        following = following or _behind_small(tokens, end, headline=headline)
        if not following and _is_slashed(tokens, end):
            following = end + 2
        if not following and not headline and _has_second_half(tokens, first, end):
            following = end + 2
        if not following and _is_tail(tokens, first, end, capitals):
            following = end + 1
        if not following:
            break
        end = following
    return end


def _is_slashed(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a stroke without blanks joins two words with capitals: "Honour/Blame"."""
    return (
        tokens[at].key == "/"
        and is_capital(tokens, at + 1)
        and not tokens[at - 1].word.isupper()
        and not tokens[at + 1].word.isupper()
        and tokens[at - 1].end == tokens[at].start
        and tokens[at].end == tokens[at + 1].start
    )


def _has_second_half(tokens: Sequence[Token], first: int, dash: int) -> bool:
    """Return whether a dash leads to the second half of a title: "Tide — The Reckoning is".

    Behind a word for series it may be longer: "the drama Tide — The Edge of Salt, for Peacock".
    """
    end = dash + 2
    if tokens[dash].key != "—" or dash - first > _LONGEST_HALF or end >= len(tokens):
        return False
    if tokens[dash + 1].word not in {"The", "A"} or not tokens[end].is_capital:
        return False
    called = first > 0 and tokens[first - 1].key in CALLED
    while called and end + 1 < len(tokens) and (tokens[end].is_capital or tokens[end].key in INNER):
        end += 1
    goes_on = tokens[end if called else end + 1 : end + 2]
    return bool(goes_on) and goes_on[0].key in _GOING_ON | ({",", "."} if called else set())


_LONGEST_HALF: Final = 3
#: Words that only go on behind a whole title.
_GOING_ON: Final = frozenset({"is", "was", "has", "will", "stars", "premieres", "follows", "on"})


def _behind_small(tokens: Sequence[Token], end: int, *, headline: bool) -> int:
    """Return where a title goes on behind the small words at ``end``, or 0."""
    step = end
    while step < len(tokens) and step - end < 3 and tokens[step].key in INNER:  # noqa: PLR2004
        step += 1
    if not end < step < len(tokens) or not (tokens[step].is_capital and tokens[step].is_word):
        return 0
    if tokens[step].key in _CALENDAR:
        return 0  # "Iron Tide on Sept. 19"
    if not headline and _starts_another(tokens, end, step):
        return 0
    if tokens[end].key in {"and", "&"} and _owns_next(tokens, step):
        return 0  # "Peacock's Iron Tide and Hulu's Low Water"
    if tokens[end].key == "from" and _leads_to_maker(tokens, step):
        return 0  # "Iron Tide from Low Water creator Ana Bell"
    between = [inner.key for inner in tokens[end:step]]
    owned = step + 1 < len(tokens) and tokens[step + 1].key == "'s"
    # "X is an Indian ..." and "X is Peacock's" are sentences
    tells = "is" in between and (len(between) > 1 or owned)
    if tells and between == ["is", "the"] and end == 1:
        tells = not _has_verb_behind(tokens, step)  # "Salt is the New Gold returns" has a verb
    return 0 if tells else step + 1


def _has_verb_behind(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a run of capitals from ``at`` on ends before a verb: "New Gold returns"."""
    while at < len(tokens) and tokens[at].is_capital and tokens[at].is_word:
        at += 1
    return at < len(tokens) and tokens[at].key in _GOING_ON | {"returns", "debuts", "returned"}


def _owns_next(tokens: Sequence[Token], at: int) -> bool:
    """Return whether the word at a position owns a capitalised one."""
    return at + 2 < len(tokens) and tokens[at + 1].key == "'s" and tokens[at + 2].is_capital


def _leads_to_maker(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a run of capitals ends in front of "creator" or the like."""
    last = at
    while last < len(tokens) and last - at < _LONGEST_NAME:
        if not (tokens[last].is_capital or tokens[last].key in INNER):
            return tokens[last].key in _MAKERS
        last += 1
    return False


_LONGEST_NAME: Final = 9
_MAKERS: Final = frozenset(
    {"creator", "creators", "co-creator", "co-creators", "showrunner", "showrunners", "writer"}
    | {"writers", "producer", "producers", "director", "scribe", "star", "team", "duo", "'s"},
)


def _is_tail(tokens: Sequence[Token], first: int, end: int, capitals: Capitals) -> bool:
    """Return whether a mark or a number at ``end`` belongs to a title: "Tide #2", "Rosa's Tide"."""
    token = tokens[end]
    if token.key == "'s" and tokens[end + 1 : end + 2] and tokens[end + 1].word == "Got":
        return True  # "Lisbon's Got Salt"
    if token.key == "'s":
        return tokens[end - 1].word in capitals.glued or _is_called(tokens, first, end)
    return token.text.removeprefix("#").isdigit()


def _is_noticed(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Return whether a colon follows "Iron Tide Review"."""
    return end - first > 1 and tokens[end].key == ":" and tokens[end - 1].key in NOTICES


def _starts_another(tokens: Sequence[Token], end: int, step: int) -> bool:
    """Return whether another title starts behind small words: "Iron Tide with The Lamp".

    Inside a title of a running text the article stays small: "Dancing with the Stars".
    """
    return tokens[end].key in _LEADING and any(
        token.word in {"The", "A", "An"} for token in tokens[end + 1 : step + 1]
    )


def _is_called(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Return whether a name owns what follows inside a title: "the drama Rosa's Harbour"."""
    behind = tokens[end + 1 : end + 2]
    led = tokens[first].key in {"the", "no", "a", "my", "our", "every", "one"}
    alone = end - first == 1 or (end - first == 2 and led)  # noqa: PLR2004
    if first == 0 or not alone or not behind or not behind[0].is_capital:
        return False
    return tokens[first - 1].key in CALLED


def _tells_of(tokens: Sequence[Token]) -> bool:
    """Return whether a line goes on with what it has of a title: "- Official Trailer"."""
    return is_reviewed(tokens) or bool({"trailer", "teaser"} & {t.key for t in tokens[:3]})


def is_reviewed(tokens: Sequence[Token]) -> bool:
    """Return whether a line ends with "Review", "A Recap" or "My rating: 8/10" there."""
    keys = [token.key for token in tokens[:7] if token.key not in {"a", "tv", "series"}]
    if {"rating", "grade"} & set(keys[:2]):
        return True
    return len(keys) == 1 and keys[0] in _REVIEWS
