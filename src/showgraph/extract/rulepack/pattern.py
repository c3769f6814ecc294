r"""The pattern language of the rule packs, and its matcher.

A pattern is a row of elements, separated by blanks:

* ``word``            that word, in any case
* ``@class``          a phrase of a cue class; ``@name:class`` keeps its value under a name
* ``<type>``          a mention of that type; ``<name:type|type>`` keeps it under a name
* ``~3``              at most three tokens of any sort, but no stop, bracket or quote
* ``(a b | c)``       one of several rows; ``?`` behind it makes it optional, ``*4`` repeats it
                      up to four times
* ``^``               the start of the sentence
* ``\(``, ``\)``, ``\|``  a bracket or a bar of the text

Nothing is unbounded and there is no regular expression. A pattern that could be tried in many
ways remembers at which tokens its groups failed, so the time to match a sentence grows linearly
with its length whatever a pack holds; one that is too large or nested too deeply is refused. The
first alternative that lets the whole pattern match wins.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Final

from showgraph.errors import UsageError
from showgraph.extract.rulepack.steps import (
    Binding,
    Bound,
    CueClass,
    Next,
    Outcome,
    comma_step,
    cue_step,
    either_step,
    gap_step,
    gated_step,
    slot_step,
    word_step,
)
from showgraph.extract.text.mention import Scene


class PatternError(UsageError):
    """A pattern is not well-formed; the message names the pattern and what is wrong."""


@dataclass(frozen=True, slots=True)
class Match:
    """One match: tokens ``[first, last)`` and the bindings in text order."""

    first: int
    last: int
    bindings: tuple[Binding, ...]

    def get(self, name: str) -> Binding | None:
        """Return the first binding of that name, or None."""
        return next((binding for binding in self.bindings if binding.name == name), None)

    def all(self, name: str) -> tuple[Binding, ...]:
        """Return every binding of that name, in text order."""
        return tuple(binding for binding in self.bindings if binding.name == name)


_ELEMENT: Final = re.compile(
    r"\s*(?:(?P<open>\()|(?P<bar>\|)|(?P<close>\))(?P<mark>\?|\*\d)?"
    r"|@(?:(?P<cname>\w+):)?(?P<cls>\w+)"
    r"|<(?:(?P<sname>\w+):)?(?P<types>[\w|]+)>"
    r"|~(?P<gap>\d)|(?P<start>\^)|\\(?P<literal>[()|])|(?P<word>[^\s()|<>@~^\\*?][^\s()|<>@~^\\]*|\?(?=\s|$)))",
)
#: Longest pattern in characters, elements once repetitions are written out, elements in a row,
#: and brackets in brackets: two to four times what the bundled pack needs. A row takes a call
#: for each of its elements, and Python has a limit to those.
MAX_TEXT: Final = 4000
MAX_SIZE: Final = 3000
MAX_ROW: Final = 250
MAX_NESTING: Final = 8
#: Ways through a pattern beyond which failures are remembered; below, trying again is cheaper.
_MANY_WAYS: Final = 5000


@dataclass(frozen=True, slots=True)
class Node:
    """One element: a word, class, slot, gap, start or group of rows."""

    kind: str
    text: str = ""
    name: str = ""
    rows: tuple[tuple["Node", ...], ...] = ()
    least: int = 1
    most: int = 1


class Pattern:
    """A compiled pattern."""

    def __init__(self, text: str, classes: Mapping[str, CueClass]) -> None:
        """Parse and compile ``text``.

        Raises:
            PatternError: If it is not well-formed or names an unknown class.
        """
        self.text = text
        self._classes = classes
        self._tokens = list(self._scan(text))
        self._check_nesting()
        row, rest = self._parse_row(0)
        if rest != len(self._tokens):
            raise PatternError(f"pattern {text!r}: unmatched ')' or '|'")
        self._tokens.clear()
        if not row:
            raise PatternError(f"pattern {text!r} is empty")
        self.row = row
        size, longest, ways = _measure(row)
        if size > MAX_SIZE or longest > MAX_ROW:
            raise PatternError(
                f"pattern {text!r} stands for {size} elements, {longest} in a row; "
                f"at most {MAX_SIZE} and {MAX_ROW} are matched"
            )
        self._failed: set[tuple[int, int]] | None = set() if ways > _MANY_WAYS else None
        self._n_branches = 0
        self.triggers = self._triggers(row)
        self.needs = self._needs(row)
        self.types = self._types(row)
        self._openers = self._find_openers(row)
        self._match = self._compile(row, lambda _scene, at, bound: (at, bound))

    def may_match(self, words: AbstractSet[str], types: AbstractSet[str]) -> bool:
        """Return whether a sentence of these words and mention types holds all that is needed."""
        for wanted in self.types:  # plain loops: this is asked for every sentence and many rules
            if wanted.isdisjoint(types):
                return False
        for needed in self.needs:  # noqa: SIM110
            if needed.isdisjoint(words):
                return False
        return True

    def find(self, scene: Scene) -> Iterator[Match]:
        """Yield the matches in a closed ``scene`` from left to right; no two overlap."""
        end = 0
        if self._failed:
            self._failed.clear()
        for position in self._starts(scene):
            if position < end:
                continue
            found = self._match(scene, position, ())
            if found is not None and found[0] > position:
                yield Match(position, found[0], found[1])
                end = found[0]

    def _starts(self, scene: Scene) -> Iterable[int]:
        """Return the tokens at which the first element can match, in text order."""
        if self._openers is None:
            return range(scene.n_tokens)
        words, types = self._openers
        starts = set()
        for word in words & scene.places.keys():
            starts.update(scene.places[word])
        for name in types & scene.starts.keys():
            starts |= scene.starts[name]
        return sorted(starts)

    def _find_openers(
        self,
        row: tuple[Node, ...],
    ) -> tuple[frozenset[str], frozenset[str]] | None:
        """Return the words and mention types that a match can begin with; None for any token."""
        words: set[str] = set()
        types: set[str] = set()
        for node in row:
            match node.kind:
                case "word":
                    words.add(node.text)
                case "class":
                    words.update(self._classes[node.text].index)
                case "slot":
                    types.update(node.text.split("|"))
                case "group":
                    inner = [self._find_openers(alternative) for alternative in node.rows]
                    for opener in inner:
                        if opener is None:
                            return None
                        words |= opener[0]
                        types |= opener[1]
                case _:
                    return None
            if node.kind != "group" or node.least:
                return frozenset(words), frozenset(types)
        return None  # everything is optional

    @staticmethod
    def _types(row: tuple[Node, ...]) -> tuple[frozenset[str], ...]:
        """Return sets of mention types; a sentence must hold one of each to match."""
        return tuple(frozenset(node.text.split("|")) for node in row if node.kind == "slot")

    def _needs(self, row: tuple[Node, ...]) -> tuple[frozenset[str], ...]:
        """Return sets of words; a sentence must hold one of each to match."""
        rows = (self._triggers((node,)) for node in row)
        return tuple(words for words in rows if words)

    def _check_nesting(self) -> None:
        depth = 0
        for token in self._tokens:
            depth += bool(token["open"]) - bool(token["close"])
            if depth > MAX_NESTING:
                raise PatternError(f"pattern {self.text!r}: brackets deeper than {MAX_NESTING}")

    def _scan(self, text: str) -> Iterator[re.Match[str]]:
        if len(text) > MAX_TEXT:
            raise PatternError(f"pattern {text[:60]!r}...: over {MAX_TEXT} characters")
        at = 0
        stripped = text.rstrip()
        while at < len(stripped):
            found = _ELEMENT.match(stripped, at)
            if found is None:
                raise PatternError(f"pattern {text!r}: cannot read {stripped[at:]!r}")
            at = found.end()
            yield found

    def _parse_row(self, at: int) -> tuple[tuple[Node, ...], int]:
        row: list[Node] = []
        while at < len(self._tokens):
            token = self._tokens[at]
            if token["bar"] or token["close"]:
                break
            if token["open"]:
                node, at = self._parse_group(at + 1)
                row.append(node)
                continue
            row.append(self._leaf(token))
            at += 1
        return tuple(row), at

    def _parse_group(self, at: int) -> tuple[Node, int]:
        rows: list[tuple[Node, ...]] = []
        while True:
            row, at = self._parse_row(at)
            rows.append(row)
            if at >= len(self._tokens):
                raise PatternError(f"pattern {self.text!r}: a '(' is never closed")
            token = self._tokens[at]
            at += 1
            if token["close"]:
                break
        mark = token["mark"] or ""
        least, most = (0, 1) if mark == "?" else (0, int(mark[1])) if mark else (1, 1)
        return Node("group", rows=tuple(rows), least=least, most=most), at

    def _leaf(self, token: re.Match[str]) -> Node:
        if token["cls"]:
            if token["cls"] not in self._classes:
                known = ", ".join(sorted(self._classes))
                raise PatternError(
                    f"pattern {self.text!r}: no cue class {token['cls']!r}; known: {known}",
                )
            return Node("class", token["cls"], token["cname"] or token["cls"])
        if token["types"]:
            return Node("slot", token["types"], token["sname"] or token["types"])
        if token["gap"]:
            return Node("gap", most=int(token["gap"]))
        if token["start"]:
            return Node("start")
        return Node("word", token["literal"] or token["word"].lower())

    def _triggers(self, row: tuple[Node, ...]) -> frozenset[str]:
        """Return words one of which a sentence must hold; empty where any sentence may match."""
        for node in row:
            if node.kind == "class":
                return frozenset(self._classes[node.text].index)
        for node in row:
            if node.kind == "word":
                return frozenset({node.text})
        for node in row:
            if node.kind == "group" and node.least:
                inner = [self._triggers(alternative) for alternative in node.rows]
                if all(inner):
                    return frozenset().union(*inner)
        return frozenset()

    def _compile(self, row: tuple[Node, ...], then: Next) -> Next:
        for node in reversed(row):
            then = self._step(node, then)
        return then

    def _step(self, node: Node, then: Next) -> Next:
        match node.kind:
            case "word":
                return comma_step(then) if node.text == "," else word_step(node.text, then)
            case "class":
                return cue_step(self._classes[node.text], node.name, then)
            case "slot":
                return slot_step(node.text.split("|"), node.name, then)
            case "gap":
                return self._remembering(gap_step(node.most, then))
            case "start":
                return lambda scene, at, bound: then(scene, at, bound) if at == 0 else None
            case _:
                return self._group(node, then)

    def _group(self, node: Node, then: Next) -> Next:
        once = then
        opener = self._find_openers((replace(node, least=1),))
        for _ in range(node.most):
            alternatives = [self._compile(alternative, once) for alternative in node.rows]
            otherwise = then if node.least == 0 else None
            once = self._remembering(either_step(alternatives, otherwise))
            if opener is not None:
                once = gated_step(*opener, once, otherwise)
        return once

    def _remembering(self, step: Next) -> Next:
        """Return a step that is not tried twice at a token at which it failed.

        What is bound before a step has no say in whether it matches.
        """
        failed = self._failed
        if failed is None:
            return step
        self._n_branches += 1
        number = self._n_branches

        def once(
            scene: Scene,
            at: int,
            bound: Bound,
        ) -> Outcome:
            if (number, at) in failed:
                return None
            found = step(scene, at, bound)
            if found is None:
                failed.add((number, at))
            return found

        return once


def _measure(row: tuple[Node, ...]) -> tuple[int, int, int]:
    """Return the elements of a row, those of its longest way, and the number of ways."""
    size, longest, ways = 0, 0, 1
    for node in row:
        if node.kind != "group":
            size, longest = size + 1, longest + 1
            ways *= node.most + 1 if node.kind == "gap" else 1
            continue
        inner = [_measure(alternative) for alternative in node.rows]
        size += node.most * (1 + sum(part[0] for part in inner))
        longest += node.most * (1 + max(part[1] for part in inner))
        once = sum(part[2] for part in inner)
        ways *= sum(once**times for times in range(node.least, node.most + 1))
        ways = min(ways, _MANY_WAYS + 1)  # else a number of many digits
    return size, longest, ways
