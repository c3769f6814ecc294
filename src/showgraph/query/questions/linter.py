"""Check the file of a saved question, so that other tools read it as we do.

Most rules have a failure of another tool behind them: grlc drops a header at the first colon
with a blank behind it, the importer of SIB's examples takes a plain comment for a second title.
Whether the query parses and gives the same rows in both engines is for the tests to try.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

from showgraph.errors import ShowGraphError
from showgraph.namespaces import PREFIXES, SCHEME
from showgraph.query.questions.header import (
    VIEWS,
    EvidenceTemplate,
    SavedQuestion,
    header_lines,
    parse_header,
    parse_question,
)
from showgraph.query.sparql.lexer import Token, TokenKind, declared_prefixes, tokenize
from showgraph.query.sparql.placeholder import find_placeholders

#: Names that the command line gives to its own options; a parameter is an option too.
RESERVED: Final = frozenset(
    (
        *("asserted", "color", "columns", "compact", "curies", "debug", "endpoint", "format"),
        *("graph", "help", "iris", "labels", "limit", "list", "output", "param", "quiet", "row"),
        *("strict", "timeout", "values", "verbose", "version", "why", "width"),
    ),
)
#: Fewer wordings than this and an exact match is a matter of luck.
MIN_PHRASES: Final = 6

_FORMS: Final = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_FILE_NAME: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.rq")
_SLOT: Final = re.compile(r"\{([^{}]*)\}")


def lint(file_name: str, text: str) -> list[str]:
    """Return what is wrong with a question's file, a sentence for each finding; [] if nothing.

    Args:
        file_name: Its name, ending included.
        text: Its whole text.
    """
    try:
        question = parse_question(file_name, text)
        tokens = tokenize(text, comments=True)
    except ShowGraphError as error:
        return [str(error)]
    found = [*_lint_header(file_name, text), *_lint_comments(tokens)]
    query = [token for token in tokens if token.kind is not TokenKind.COMMENT]
    checks: tuple[Callable[[list[Token]], Iterator[str]], ...] = (
        _lint_prologue,
        _lint_form,
        _lint_parameters,
    )
    for check in checks:
        found += check(query)
    found += _lint_first_line(text)
    found += _lint_question(question, query)
    if question.id != file_name.removesuffix(".rq"):
        found.append(f"its id is {question.id!r}, not the name of its file")
    return found


def _lint_header(file_name: str, text: str) -> Iterator[str]:
    """Check what grlc and the importer trip over, and the file's name."""
    if not _FILE_NAME.fullmatch(file_name):
        yield f"the file's name {file_name!r} has more than small letters, digits and hyphens"
    for line in header_lines(text):
        value = line.strip().removeprefix("- ").partition(": ")[2]
        if ": " in value or " #" in line:
            yield f"a colon or hash sign with a blank ends the value in {line.strip()!r}"
        if value.startswith((">", "|")):
            yield f"folded text in {line.strip()!r}"
    header = parse_header(file_name, text)
    if list(header)[-1] != "tags":
        yield "tags is not the last key"
    for key in ("summary", "description"):
        if not str(header[key])[:1].isalnum():
            yield f"{key} starts with a symbol"


def _lint_comments(tokens: tuple[Token, ...]) -> Iterator[str]:
    """Check that every comment is a line of the header."""
    for token in tokens:
        if token.kind is TokenKind.COMMENT and not token.text.startswith("#+"):
            yield f"a plain comment on line {token.line}"


def _lint_prologue(tokens: list[Token]) -> Iterator[str]:
    """Check that each prefix is declared, used and ours."""
    declared = declared_prefixes(tokens)
    names = [token.text.partition(":")[0] for token in tokens if token.kind is TokenKind.PNAME]
    if any(token.keyword == "BASE" for token in tokens):
        yield "BASE is used"
    for prefix in sorted(set(names) - set(declared)):
        yield f"the prefix {prefix}: is not declared"
    for prefix, namespace in declared.items():
        if names.count(prefix) == 1:
            yield f"the prefix {prefix}: is not used"
        if PREFIXES.get(prefix) != namespace and not namespace.startswith(SCHEME):
            yield f"the prefix {prefix}: means another namespace elsewhere"


def _lint_form(tokens: list[Token]) -> Iterator[str]:
    """Check that it is a SELECT in capitals with one ORDER BY and no limit."""
    words = [token.text for token in tokens if token.kind is TokenKind.WORD]
    forms = [word for word in words if word.upper() in _FORMS]
    if forms[:1] != ["SELECT"]:
        yield "the query is no SELECT, written in capitals"
    if sum(word.upper() == "ORDER" for word in words) != 1:
        yield "the query has not exactly one ORDER BY"
    if any(word.upper() in {"LIMIT", "OFFSET"} for word in words):
        yield "the query has a LIMIT or OFFSET"


def _lint_first_line(text: str) -> Iterator[str]:
    """Check the line that decides, for the importer, what form the query has."""
    for line in text.splitlines():
        forms = [form for form in _FORMS if form in line.upper()]
        if forms and not line.startswith("#+"):
            if len(forms) > 1:
                yield f"{line.strip()!r} reads as {' and '.join(forms)}"
            return


def _lint_parameters(tokens: list[Token]) -> Iterator[str]:
    """Check that open parameters do no harm and that pasting them would touch nothing else."""
    placeholders = find_placeholders(token.variable for token in tokens)
    variables = {token.variable for token in tokens if token.variable}
    for placeholder in placeholders.values():
        if placeholder.name in RESERVED:
            yield f"the parameter {placeholder.name!r} has the name of an option"
        for variable in variables:
            if variable != placeholder.variable and variable.startswith(placeholder.variable):
                yield f"?{placeholder.variable} is the beginning of ?{variable}"
    functions: list[str] = []
    before = ""
    for token in tokens:
        if token.is_sign("("):
            functions.append(before)
        elif token.is_sign(")"):
            del functions[-1:]
        elif token.variable.startswith("__") and "COALESCE" not in functions:
            yield f"{token.text} on line {token.line} is not inside COALESCE"
        before = token.keyword


def _lint_question(question: SavedQuestion, tokens: list[Token]) -> Iterator[str]:
    """Check that the header fits the query."""
    start = next(n for n, token in enumerate(tokens) if token.keyword == "SELECT")
    end = next(n for n, token in enumerate(tokens) if n > start and token.keyword == "WHERE")
    projected = {token.variable for token in tokens[start:end]}
    for variable in question.columns:
        if variable not in projected:
            yield f"the column ?{variable} is not selected"
    for template in question.evidence:
        yield from _lint_template(template, projected)
    if len(set(question.phrases)) < max(MIN_PHRASES, len(question.phrases)):
        yield f"fewer than {MIN_PHRASES} phrases, or one of them twice"
    for phrase in question.phrases:
        slots = _SLOT.findall(phrase)
        if len(set(slots)) < len(slots) or set(slots) - set(question.params):
            yield f"the phrase {phrase!r} names what is no parameter, or one twice"
    for words in question.alike:
        if len(set(words)) < max(2, len(words)) or not all(map(str.isalpha, words)):
            yield f"the line {' '.join(words)!r} of alike has less than two words, or no plain ones"
    if question.view not in VIEWS:
        yield f"the view {question.view!r} is none of {', '.join(sorted(VIEWS))}"


def _lint_template(template: EvidenceTemplate, projected: set[str]) -> Iterator[str]:
    """Check that a line of evidence speaks of variables that the rows have."""
    for term in template.terms:
        if isinstance(term, str) and term not in projected:
            yield f"the evidence needs ?{term}, which is not selected"
