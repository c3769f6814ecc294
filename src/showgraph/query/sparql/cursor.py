"""Go through the tokens of a query and stop, with a reason, at the one that cannot stand there."""

import difflib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from showgraph.namespaces import PREFIXES
from showgraph.query.sparql.lexer import Token, TokenKind

TERMS: Final = frozenset({TokenKind.IRI, TokenKind.PNAME, TokenKind.BLANK, TokenKind.VARIABLE})
LITERALS: Final = frozenset({TokenKind.STRING, TokenKind.NUMBER})
#: What stands behind the last token.
_END: Final = Token(TokenKind.SIGN, "", 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Fault(Exception):  # noqa: N818 - no error of a caller: what is wrong with a query
    """Where a query goes wrong, why, and what to try."""

    token: Token
    reason: str
    hint: str


class Cursor:
    """A place among the tokens; the rules of the grammar are methods of what inherits from it."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        """Start before the first token."""
        self._tokens = tokens
        self._place = 0
        self.prefixes: dict[str, str] = dict(PREFIXES)

    @property
    def token(self) -> Token:
        """The next token; one without text at the end."""
        return self.at(0)

    def at(self, ahead: int) -> Token:
        """Return the token so many places ahead, or behind for a negative number."""
        place = self._place + ahead
        return self._tokens[place] if 0 <= place < len(self._tokens) else _END

    @property
    def at_end(self) -> bool:
        """Whether there are no more tokens."""
        return self._place >= len(self._tokens)

    def step(self) -> Token:
        """Go past the next token and return it."""
        token = self.token
        self._place += 1
        return token

    def take(self, *words: str) -> bool:
        """Go past the next token if it is one of these keywords or signs."""
        token = self.token
        if (
            token.kind in {TokenKind.SIGN, TokenKind.WORD}
            and (token.keyword or token.text) in words
        ):
            self._place += 1
            return True
        return False

    def sees(self, *words: str) -> bool:
        """Return whether the next token is one of these keywords or signs."""
        token = self.token
        plain = token.kind in {TokenKind.SIGN, TokenKind.WORD}
        return plain and bool(token.text) and (token.keyword or token.text) in words

    def want(self, sign: str, reason: str, hint: str = "") -> Token:
        """Go past a sign or keyword that has to stand here.

        Raises:
            Fault: If something else does.
        """
        token = self.token
        if not self.take(sign):
            raise self.fault(reason, hint or f"write {sign} here")
        return token

    def fault(self, reason: str, hint: str, token: Token | None = None) -> Fault:
        """Return what is wrong with a token; with the next one unless another is given."""
        found = token or self.token
        if found is _END:
            found = self._behind()
        return Fault(found, reason, hint)

    def _behind(self) -> Token:
        """Return an empty token right behind the last one."""
        if not self._tokens:
            return Token(TokenKind.SIGN, "", 0, 1, 1)
        last = self._tokens[-1]
        lines = last.text.split("\n")
        column = len(lines[-1]) + (last.column if len(lines) == 1 else 1)
        return Token(TokenKind.SIGN, "", last.end, last.line + len(lines) - 1, column + 1)

    def misspelt(self, known: Collection[str], token: Token | None = None) -> str:
        """Return the one of ``known`` that a word is probably meant to be, or ""."""
        word = (token or self.token).keyword
        near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.7) if word else []
        return near[0] if near else ""

    def name(self) -> None:
        """Go past an IRI or a prefixed name.

        Raises:
            Fault: If its prefix is not declared, or it has a slash that wants a backslash.
        """
        token = self.step()
        if token.kind is not TokenKind.PNAME:
            return
        prefix = token.text.partition(":")[0]
        if prefix.lower() in {"http", "https"} and self.sees("/"):
            raise self.fault(
                "an IRI stands in angle brackets", f"write <{self._glued(token)}>", token
            )
        if prefix not in self.prefixes:
            raise self.fault(
                f"the prefix {prefix}: is not declared", near_prefix(prefix, self.prefixes), token
            )

    def _glued(self, token: Token) -> str:
        """Return a token with all that follows without a blank."""
        text, end, ahead = token.text, token.end, 0
        while self.at(ahead).start == end and self.at(ahead).text not in {"", "}", ")", ";", ","}:
            text, end, ahead = text + self.at(ahead).text, self.at(ahead).end, ahead + 1
        return text.rstrip(".")

    def slash_hint(self, token: Token) -> str:
        """Return what to write for ``id:series/x``, as tables show it; "" for anything else."""
        if token.kind is not TokenKind.PNAME or not self.sees("/") or self.token.start != token.end:
            return ""
        prefix, _, _ = token.text.partition(":")
        whole = self._glued(token)
        escaped = whole.replace("/", "\\/")
        iri = self.prefixes.get(prefix, "") + whole.partition(":")[2]
        return f"write {escaped}, with a backslash, or <{iri}>"


def near_prefix(prefix: str, known: Mapping[str, str]) -> str:
    """Return the hint for a prefix that nobody declared."""
    folded = {name.lower(): name for name in known}
    near = difflib.get_close_matches(prefix.lower(), folded, n=1)
    if near:
        name = folded[near[0]]
        return f"did you mean {name}: <{known[name]}>?"
    return f"declare it, as in PREFIX {prefix}: <http://...>; known are {', '.join(known)}"
