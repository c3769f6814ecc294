"""Find the character that "as" leads to: "as the troubled young detective Dora Flint"."""

from dataclasses import replace
from typing import Final

from showgraph.extract.frames.draft import NameUse, names_of
from showgraph.extract.frames.playing import PEOPLE
from showgraph.extract.text.mention import Mention, Scene
from showgraph.extract.text.names import COMMON
from showgraph.model import Kind

_REACH: Final = 8  # "as the brilliant but troubled young detective Dora Flint"
_BOTH: Final = (["and"], ["&"])
_JOINS: Final = (*_BOTH, [","])
#: These end like plurals and are none.
_SINGULAR: Final = frozenset({"as", "his", "is", "was", "plus", "famous", "boss", "'s", "its"})
#: Verbs that end like plurals: "plays Dora and Omar Reyes plays Sam".
_VERBS: Final = frozenset(
    {
        "plays",
        "portrays",
        "essays",
        "voices",
        "embodies",
        "becomes",
        "inhabits",
        "reprises",
        "stars",
    }
)


def find_role(scene: Scene, start: int, *, listed: bool = False) -> tuple[Mention | None, int]:
    """Return the character named within reach and where the role ends.

    Args:
        scene: The sentence.
        start: Where the words that lead to the character begin.
        listed: Whether roles stand in a row, so that each is one of several.
    """
    at, owned = start, False
    while at < scene.n_tokens and at - start < _REACH:
        name = scene.mention_at(at, ("name",))
        if name is not None and (behind := _behind_owner(scene, name)):
            at, owned = behind, True  # "as Dora's husband Sam" is Sam
            continue
        if name is not None and _is_rank(name) and _goes_on(scene, name.last):
            # "as Secretary of War Dora Flint", "as Deputy Director Dora Flint"
            at = name.last + (not _is_named(scene, name.last))
            continue
        if name is not None and not is_office(scene, name):
            if not listed and is_shared_role(scene, name):
                return None, _list_end(scene, name)
            if not is_modifier(scene, name):
                return (None if _is_post(scene, name) else name), name.last
        if _ends_role(scene, at, first=at == start, owned=owned):
            break
        at += 1 if name is None else name.last - at
    return None, at


def _ends_role(scene: Scene, at: int, *, first: bool, owned: bool) -> bool:
    """Return whether a token cannot stand between "as" and the character.

    ``owned`` says that a kin of somebody's comes before: "as Dora's brother, Sam, and".
    """
    key = scene.keys[at]
    if key == "and":
        # "as the brilliant and troubled Dora"; in "a nurse and Dora" another one begins
        comma = scene.keys[at + 2 : at + 3] == [","]
        named = scene.mention_at(at + 2 + comma, ("name",)) is not None
        return not named or scene.keys[at + 1].endswith("s") or _is_named(scene, at + 1)
    if key in _STOPS or (key == "," and not first and scene.mention_at(at + 1, ("name",)) is None):
        return True
    if key != ",":
        return False
    # ", Omar Reyes as": the comma may part the role from the next star
    following = scene.mention_at(at + 1, ("name",))
    if owned and following is not None and following.last - following.first == 1:
        return scene.keys[following.last : following.last + 1] in (["as"], ["("])
    behind = scene.keys[following.last : following.last + 1] if following is not None else []
    return behind in (["as"], ["("], [","], ["and"])


_STOPS: Final = frozenset(
    {"to", ";", ".", "(", ")", "who", "in", "from", "by", "that", "whose", "while", "when", "with"}
)


def _goes_on(scene: Scene, at: int) -> bool:
    """Return whether a rank that ends at a token has more words: "of", or another capital."""
    token = scene.sentence.tokens[at : at + 1]
    return bool(token) and (token[0].key == "of" or (token[0].is_word and token[0].is_capital))


def _is_rank(name: Mention) -> bool:
    return str(getattr(name.value, "text", "")).lower() in RANKS


def _is_named(scene: Scene, at: int) -> bool:
    return scene.mention_at(at, ("name",)) is not None


def _behind_owner(scene: Scene, name: Mention) -> int:
    """Return what follows "Dora's" or "Dora and Sam's", or 0 where nobody is owned."""
    keys, last = scene.keys, name.last
    if keys[last : last + 1] in _BOTH:
        other = scene.mention_at(last + 1, ("name",))
        if other is not None and keys[other.last : other.last + 1] == ["'s"]:
            return other.last + 1
    if keys[last : last + 1] == ["'s"]:
        return last + 1
    quoted = name.first > 0 and keys[name.first - 1] in {"'", '"'}
    owned = keys[last : last + 1] == ["'"] and keys[last - 1].endswith(("s", "z", "x"))
    return last + 1 if owned and not quoted else 0


def is_modifier(scene: Scene, name: Mention) -> bool:
    """Return whether a name only says of what sort or place the role is.

    So in "as the Lisbon guard Dora", "as Lisbon guard Dora" and "as a World War One soldier".
    """
    tokens, at = scene.sentence.tokens, name.last
    while at < scene.n_tokens and tokens[at].is_capital and not _is_named(scene, at):
        at += 1
    if at >= scene.n_tokens or not tokens[at].is_word or tokens[at].is_capital:
        return False
    key = tokens[at].key
    verb = key.endswith(_VERB_ENDS) and not key.endswith("ss")
    if (key in COMMON and key not in _NOUNS_TOO) or key in _BEHIND_ROLES or verb:
        return False
    if name.first and scene.keys[name.first - 1] in _ARTICLES:
        return True
    ahead = range(at + 1, min(at + _NOUNS, scene.n_tokens))
    stop = next((i for i in ahead if not tokens[i].is_word or tokens[i].key in _STOPS), ahead.stop)
    return any(_is_named(scene, i) for i in range(at + 1, stop))


_ARTICLES: Final = frozenset({"a", "an", "the"})
_VERB_ENDS: Final = ("s", "ed", "ing", "ly", "'")
_BEHIND_ROLES: Final = frozenset({"opposite", "till", "towards", "always", "plus", "aka", "née"})
#: Common words that say what somebody is.
_NOUNS_TOO: Final = PEOPLE | {"actress", "actor", "comedian", "host", "singer", "writer", "star"}
_NOUNS: Final = 4  # "Lisbon harbour police officer Dora"


def _is_post(scene: Scene, name: Mention) -> bool:
    """Return whether a bare post or a body stands for nobody: "as President", "of Harbour Police".

    "The President" may be all the name that a character has.
    """
    tokens = scene.sentence.tokens[name.first : name.last]
    words = [token.key.rstrip(".") for token in tokens]
    before = set(scene.keys[max(0, name.first - 2) : name.first])
    if len(words) == 1 and words[0] in _BILLINGS:
        return True
    if len(words) == 1 and words[0] in RANKS and not tokens[0].word.isupper():
        return before.isdisjoint({"the", "'", '"', "called", "named"})
    ahead = scene.keys[max(0, name.first - 3) : name.first]
    heads = ahead[-2:] == ["of", "the"] and ahead[0] not in {"role", "part", "character", "roles"}
    return words[-1] in _BODIES or heads  # "plays the head of the Harbour Board"


#: Ranks and posts in front of a character's name.
RANKS: Final = frozenset(
    {
        *("detective", "dr", "captain", "sergeant", "inspector", "officer", "agent", "king"),
        *("queen", "prince", "princess", "ceo", "cfo", "president", "judge", "father", "sister"),
        *("professor", "mayor", "sheriff", "lieutenant", "dci", "di", "ds", "pc", "dc", "senator"),
        *("dsu", "dcs", "acp", "dcp", "si", "asi", "coo", "nurse", "doctor", "chief", "deputy"),
        *("lord", "lady", "sir", "dame", "count", "countess", "duke", "duchess", "emperor"),
        *("empress", "baron", "baroness", "colonel", "major", "commander", "admiral", "corporal"),
        *("private", "governor", "secretary", "ambassador", "marshal", "constable", "det", "sgt"),
        *("capt", "lt", "col", "insp", "supt", "rev", "reverend", "pastor", "rabbi", "bishop"),
        *("aunt", "auntie", "uncle", "grandma", "grandpa", "master", "mistress", "mrs", "mr", "ms"),
        *("miss", "superintendent", "commissioner", "coach", "brother", "general", "director"),
    },
)
#: Those that a title of a work hardly begins with, as "Doctor" and "Lady" do.
BRACKET_RANKS: Final = frozenset(
    {
        *("detective", "dr", "captain", "sergeant", "inspector", "officer", "agent", "ceo", "cfo"),
        *("professor", "mayor", "sheriff", "lieutenant", "dci", "di", "ds", "pc", "dc", "senator"),
        *("general", "colonel", "dcp", "acp", "si", "deputy", "superintendent", "judge", "det"),
    },
)
_BILLINGS: Final = frozenset({"leads", "lead", "regular", "regulars", "guest", "host", "stars"})
_BODIES: Final = frozenset(
    {
        *("police", "department", "academy", "university", "army", "navy", "force", "agency"),
        *("hospital", "college", "institute", "bureau", "office", "guard"),
    },
)


def role_use(scene: Scene, name: Mention) -> NameUse:
    """Return a character as it is named, with the place it is of: "Catherine of Harlow"."""
    (use,) = names_of(name, scene, Kind.CHARACTER)
    if name.first and scene.keys[name.first - 1] in _ORDINALS:
        counted = f"{scene.keys[name.first - 1].capitalize()} {use.text}"
        return replace(use, text=counted, first=name.first - 1)  # "the eleventh Doctor"
    tokens, last = scene.sentence.tokens, name.last
    behind = scene.mention_at(last + 1, ("name", "place")) if last < scene.n_tokens else None
    if tokens[last : last + 1] and tokens[last].key == "of" and behind is not None:
        words = " ".join(token.word for token in tokens[last : behind.last])
        known = scene.mention_at(last + 1, ("work", "other_work"))
        if known is None and tokens[last + 1].is_capital and " " not in use.text:
            return replace(use, text=f"{use.text} {words}", last=behind.last)
    return use


_ORDINALS: Final = frozenset(
    {
        *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
        *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth"),
    },
)


def paired_end(scene: Scene, at: int) -> int:
    """Return what follows "Dora and Sam respectively" that starts at a token, or 0."""
    role, _ = find_role(scene, at, listed=True)
    if role is None:
        return 0
    end = _list_end(scene, role)
    near = scene.keys[end : end + _NEAR]
    return end + near.index("respectively") + 1 if "respectively" in near else 0


_NEAR: Final = 3


def is_office(scene: Scene, name: Mention) -> bool:
    """Return whether letters in front of a word say where somebody works: "DEA agent Dora"."""
    tokens = scene.sentence.tokens
    alone = name.last - name.first == 1 and tokens[name.first].word.isupper()
    behind = tokens[name.last : name.last + 1]
    return alone and bool(behind) and behind[0].is_word and not behind[0].is_capital


def is_shared_role(scene: Scene, name: Mention) -> bool:
    """Return whether a role is one of several that a plural names: "as agents Dora and Sam"."""
    before = scene.keys[name.first - 1] if name.first else ""
    plural = before.endswith("s") and not before.endswith("ss") and before not in _SINGULAR | _VERBS
    if not plural or scene.sentence.tokens[name.first - 1].is_capital:
        return False
    behind = scene.keys[name.last : name.last + 1]
    return behind in _JOINS and scene.mention_at(name.last + 1, ("name",)) is not None


def _list_end(scene: Scene, name: Mention) -> int:
    """Return where the list of names that starts with a name ends."""
    lists = [m.last for m in scene.all("people") if m.first == name.first]
    return max(lists, default=name.last)
