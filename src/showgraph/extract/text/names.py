"""Find runs of capitalised words that may be names, without knowing yet whose.

A capital letter at the start of a sentence says nothing, and in a headline it says little:
the rest of the document decides. The particles of family names ("de", "van", "bin") stay inside
a run; the small words of titles do not, since titles have a finder of their own.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from showgraph.extract.text.blocks import BlockKind
from showgraph.extract.text.familynames import goes_on
from showgraph.extract.text.sentences import Sentence
from showgraph.extract.text.tokens import Token

#: Small words inside the names of people.
PARTICLES: Final = frozenset(
    {
        *("de", "da", "do", "dos", "del", "della", "di", "du", "la", "le", "van", "von", "der"),
        *("den", "bin", "ibn", "al", "el", "ter", "ten", "dela", "delos", "las", "los", "af", "av"),
        *("zu", "zur", "zum", "vom", "ap", "bint", "binti", "ul", "ud"),
    },
)
#: Titles in front of a name that are no part of it.
HONORIFICS: Final = frozenset(
    {
        *("mr", "mrs", "ms", "dr", "sir", "dame", "lord", "lady", "sri", "shri", "smt", "prof"),
    },
)

#: Capitalised words that are no name where they open a sentence or stand in a headline.
COMMON: Final = frozenset(
    {
        *(
            "longtime",
            "long-time",
            "comedian",
            "presenter",
            "host",
            "hosts",
            "singer",
            "chef",
            "filmmaker",
            "novelist",
        ),
        *(
            "unless",
            "nobody",
            "none",
            "anybody",
            "anyone",
            "everybody",
            "somebody",
            "someone",
            "suppose",
        ),
        *(
            "supposing",
            "imagine",
            "let",
            "correction",
            "author",
            "playwright",
            "rapper",
            "journalist",
            "screenwriter",
            "scriptwriter",
            "co-creator",
            "co-creators",
            "co-writer",
            "showrunner",
        ),
        *(
            "showrunners",
            "officially",
            "unofficially",
            "update",
            "clarified",
            "guest",
            "guests",
            "sources",
            "source",
        ),
        *("insiders", "rumours", "rumors", "gossip", "unconfirmed", "reports", "speculation"),
        *("a", "about", "above", "according", "across", "actor", "actors", "actress"),
        *("actresses", "add", "added", "adding", "additionally", "addressing", "after", "again"),
        *("against", "ahead", "all", "almost", "along", "alongside", "already", "also"),
        *("although", "amid", "among", "an", "and", "announced", "announcing", "another", "any"),
        *("are", "around", "as", "ask", "asked", "at", "audience", "audiences", "away", "back"),
        *("based", "be", "because", "become", "been", "before", "behind", "being", "below"),
        *("best", "better", "between", "beyond", "big", "billed", "both", "bringing", "but"),
        *("by", "call", "called", "can", "cast", "catch", "characters", "check", "click", "co"),
        *("come", "comes", "coming", "confirmed", "could", "created", "creatives", "creator"),
        *("creators", "critics", "currently", "date", "debut", "described", "despite", "did"),
        *("directed", "director", "directors", "discover", "do", "does", "down", "drama", "due"),
        *("during", "each", "earlier", "early", "eight", "elsewhere", "end", "ending", "enter"),
        *("episode", "episodes", "especially", "even", "eventually", "ever", "every", "everyone"),
        *("everything", "exclusive", "executive", "expect", "exploring", "family", "fans"),
        *("featuring", "few", "filled", "filmmakers", "final", "finally", "find", "first"),
        *("five", "following", "follows", "for", "four", "from", "full", "fun", "further", "get"),
        *("getting", "given", "giving", "go", "going", "good", "great", "had", "half", "happy"),
        *("has", "have", "having", "he", "headlined", "her", "here", "hers", "high", "him"),
        *("his", "how", "however", "i", "if", "image", "in", "including", "indeed", "initially"),
        *("inside", "instead", "interestingly", "into", "is", "it", "its", "itself", "join"),
        *("joining", "just", "keep", "last", "late", "later", "latest", "lead", "leading", "led"),
        *("less", "let", "life", "like", "little", "live", "living", "long", "look", "looking"),
        *("love", "made", "make", "makers", "makes", "making", "man", "many", "marking", "may"),
        *("maybe", "me", "mean", "meanwhile", "meet", "men", "might", "mine", "month", "months"),
        *("more", "moreover", "most", "much", "must", "my", "near", "nearly", "never", "new"),
        *("next", "nine", "no", "none", "nor", "not", "nothing", "now", "of", "off", "official"),
        *("on", "once", "one", "only", "onto", "or", "originally", "other", "others", "our"),
        *("out", "over", "own", "part", "people", "per", "perhaps", "photo", "picture"),
        *("pictured", "plot", "plus", "premiere", "premieres", "premiering", "previously"),
        *("produced", "producer", "producers", "promising", "read", "reading", "recently"),
        *("release", "released", "releasing", "remember", "renewed", "report", "reportedly"),
        *("returning", "returns", "review", "right", "said", "same", "save", "say", "saying"),
        *("says", "season", "seasons", "second", "see", "seen", "series", "set", "seven"),
        *("several", "sharing", "she", "shortly", "shot", "should", "show", "shows", "similarly"),
        *("since", "six", "so", "some", "someone", "something", "soon", "spanning", "speaking"),
        *("star", "starring", "stars", "starting", "still", "story", "stream", "streaming"),
        *("such", "sure", "take", "taking", "talking", "tell", "ten", "than", "thank", "thanks"),
        *("that", "the", "their", "them", "then", "there", "these", "they", "things", "think"),
        *("third", "this", "those", "though", "three", "through", "throughout", "thus", "time"),
        *("to", "today", "together", "told", "too", "took", "top", "touted", "trailer", "truly"),
        *("two", "under", "unlike", "until", "up", "upon", "us", "use", "usually", "very", "via"),
        *("video", "viewers", "wait", "want", "was", "watch", "we", "week", "well", "were"),
        *("what", "whatever", "when", "where", "whereas", "whether", "which", "while", "who"),
        *("whom", "whose", "why", "will", "with", "within", "without", "woman", "women", "won"),
        *("work", "would", "writer", "writers", "writing", "written", "year", "years", "yes"),
        *("yesterday", "yet", "you", "young", "your"),
    },
)


#: Endings of adjectives that begin with a name: "Lisbon-born", "Peacock-owned".
_ADJECTIVES: Final = (
    "-born",
    "-based",
    "-set",
    "-made",
    "-shot",
    "-owned",
    "-themed",
    "-inspired",
    "-backed",
    "-speaking",
    "-award",
    "-winning",
    "-nominated",
    "-winner",
    "-nominee",
    "-led",
)


@dataclass(frozen=True, slots=True)
class Capitals:
    """What a document's other sentences say about capital letters."""

    mid_sentence: frozenset[str]  # words that stand capitalised inside a sentence
    lower: frozenset[str]  # keys of words that stand in lower case somewhere
    #: Words that stand twice or more, always before "'s" and the same capital: "Rosa's Harbour".
    glued: frozenset[str] = frozenset()
    pairs: frozenset[tuple[str, str]] = frozenset()  # words that stand capitalised side by side


def read_capitals(sentences: Iterable[Sentence]) -> Capitals:
    """Return what the body of a document says about capitals; headlines do not count."""
    rows = list(sentences)
    mid: set[str] = set()
    lower: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    for sentence in rows:
        if sentence.block.kind is BlockKind.HEADLINE or is_title_case(sentence.tokens):
            continue
        for index, token in enumerate(sentence.tokens):
            if not token.is_word:
                continue
            if not token.is_capital:
                lower.add(token.key)
            elif not _opens(sentence.tokens, index):
                mid.add(token.word)
                if sentence.tokens[index - 1].is_capital:
                    pairs.add((sentence.tokens[index - 1].word, token.word))
    return Capitals(frozenset(mid), frozenset(lower), _glued(rows), frozenset(pairs))


def _glued(sentences: Sequence[Sentence]) -> frozenset[str]:
    counts: Counter[str] = Counter()
    owned: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        tokens = sentence.tokens
        for index, token in enumerate(tokens):
            if not token.is_capital:
                continue
            counts[token.word] += 1
            behind = tokens[index + 1 : index + 3]
            if len(behind) > 1 and behind[0].key == "'s" and behind[1].is_capital:
                owned[token.word][behind[1].word] += 1
    return frozenset(word for word, things in owned.items() if _owns_one(things, counts[word]))


def _owns_one(things: Counter[str], met: int) -> bool:
    """Return whether a word that is met so often mostly stands before one owned thing."""
    most = max(things.values())
    alone = len(things) == 1 and most > 1 and met < 2 * most
    return alone or (most > 2 and met <= 2 * most)  # noqa: PLR2004 - three times is a habit


def is_title_case(tokens: Sequence[Token]) -> bool:
    """Return whether nearly every longer word has a capital, as in a headline."""
    long = capital = 0
    for token in tokens:  # a plain loop: this is asked for every sentence, many times
        if len(token.key) > 3 and token.word[0].isalpha():  # noqa: PLR2004
            long += 1
            capital += token.word[0].isupper()
    if long - capital > 3 and tokens[-1].key == ".":  # noqa: PLR2004
        return False  # a sentence full of names
    return long >= 4 and capital >= 0.8 * long  # noqa: PLR2004


def _opens(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a token opens the sentence, a quotation in it, or what follows a colon."""
    return index == 0 or tokens[index - 1].key in {'"', "'", ":", "—", "(", "-", "•", "..."}


def find_names(sentence: Sentence, capitals: Capitals) -> Iterator[tuple[int, int]]:
    """Yield token ranges ``[first, last)`` of runs that may be names, in text order."""
    tokens = sentence.tokens
    headline = is_title_case(tokens)
    index = 0
    while index < len(tokens):
        if not _may_start(tokens, index, capitals, headline=headline):
            index += 1
            continue
        end = _run_end(tokens, index, capitals, headline=headline)
        if not _is_compound(tokens, end - 1):  # "the Salt Bay-set drama"
            yield index, end
        index = end


def _is_compound(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a run of capitals ends in an adjective made of a name: "Salt Bay-set"."""
    return tokens[at].key.endswith(_ADJECTIVES)


def _may_start(
    tokens: Sequence[Token],
    index: int,
    capitals: Capitals,
    *,
    headline: bool,
) -> bool:
    token = tokens[index]
    if not token.is_word or not token.is_capital or token.key in HONORIFICS:
        return False
    if token.key.endswith(_ADJECTIVES):
        return False
    if token.word in capitals.mid_sentence and token.key not in COMMON:
        return True
    if not headline and not _opens(tokens, index):
        return token.key not in COMMON or _continues(tokens, index)
    if token.key in COMMON or token.key in capitals.lower:
        return False
    return not token.key.endswith(("ing", "ly")) or _continues(tokens, index)


def _continues(tokens: Sequence[Token], index: int) -> bool:
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return after is not None and after.is_word and after.is_capital and after.key not in COMMON


def _run_end(
    tokens: Sequence[Token],
    first: int,
    capitals: Capitals,
    *,
    headline: bool,
) -> int:
    end = first + 1
    while end < len(tokens):
        token = tokens[end]
        if _is_initial(tokens, end, headline=headline):
            end += 1
        elif token.key in COMMON and goes_on(tokens, first, end, headline=headline):
            end += 1  # "Lee Se Young"
        elif token.is_word and token.is_capital and token.key != "i":
            plain = token.key in COMMON or (headline and token.key in capitals.lower)
            if _is_surname(tokens, first, end, headline=headline):
                end += 1  # "Kit Young"
                continue
            if plain and token.word not in capitals.mid_sentence:
                break
            if token.key in COMMON:
                break
            end += 1
        elif (after := _behind_particles(tokens, end)) > end:
            end = after
        elif _is_joined(token):
            end += 1
        else:
            break
    return end


#: Surnames that are common words as well; they end a name of two words.
_SURNAMES: Final = frozenset(
    {"young", "long", "love", "best", "good", "little", "early", "read", "call", "man", "still"}
)


def _is_surname(tokens: Sequence[Token], first: int, at: int, *, headline: bool) -> bool:
    """Return whether a common word ends a name: "Kit Young, Ana Bell".

    Where all words have capitals only a bracket, a comma or "as" behind it shows that.
    """
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if headline and (behind is None or behind.key not in {"(", ",", "as"}):
        return False
    follows = behind is not None and behind.is_word and behind.is_capital
    return at - first == 1 and tokens[at].key in _SURNAMES and not follows


def _behind_particles(tokens: Sequence[Token], at: int) -> int:
    """Return the end of "de la Cruz" that starts at a token, or ``at`` where there is none."""
    step = at
    while step < len(tokens) and tokens[step].key in PARTICLES:
        step += 1
    return step + 1 if at < step < len(tokens) and _named(tokens[step]) else at


def _is_initial(tokens: Sequence[Token], at: int, *, headline: bool) -> bool:
    """Return whether a letter stands inside a name: "Ana A. Bell", "Ana A Bell"."""
    token = tokens[at]
    if len(token.text) == 2 and token.text[1] == ".":  # noqa: PLR2004 - a letter and its stop
        return token.is_capital
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    return token.word == "A" and not headline and behind is not None and _named(behind)


def _is_joined(token: Token) -> bool:
    """Return whether a particle stands in one word with the name: "d'Arcy", "al'Rhun"."""
    particle, mark, name = token.word.replace("\u2019", "'").partition("'")
    return bool(mark) and particle.islower() and len(particle) <= _PARTICLE and name[:1].isupper()


_PARTICLE: Final = 2


def _named(token: Token) -> bool:
    return token.is_word and token.is_capital and token.key not in COMMON
