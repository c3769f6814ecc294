"""Read the header of a saved question: the ``#+`` lines above its SPARQL, which hold YAML.

The keys on the outside are grlc's, so that other tools list and serve the same file; what only
showgraph reads stands under ``x-showgraph``:

* ``id``: the file's name without its ending;
* ``phrases``: wordings, with ``{name}`` where the value of a parameter is named;
* ``alike``: lines of words that mean the same in a sentence that asks this question, so that not
  every wording needs a phrase of its own;
* ``unlike``: words that a sentence with them does not ask this: who somebody married is known
  where the name is not;
* ``params``: for each parameter ``help``, ``class`` (what its values are, such as
  ``sg:Person``; several classes with a blank between) and, for concepts, ``scheme``;
* ``columns``: the variables to show, in order, each with its heading. A variable ``?x`` with a
  ``?xLabel`` beside it is shown by that label;
* ``evidence``: what a row rests on, a line for each part: a triple with variables of the row, a
  node alone, or ``claim`` and a variable;
* ``lesser``: properties whose claims of lesser status (possible, rumoured, denied ...) belong to
  the question, beside those of the triples in ``evidence``; with a value behind it, a property
  counts with that value only;
* ``view``: how the rows are best shown.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from showgraph.errors import ResourceError
from showgraph.namespaces import PREFIXES, RDF
from showgraph.query.sparql.placeholder import Placeholder, find_placeholders
from showgraph.store import NamedNode

VIEWS: Final = frozenset({"table", "timeline", "graph", "yesno"})

_MARK: Final = "#+"
_N_KEPT: Final = 256
# Texts, which are compiled where a header is read at all.
# Looked for in the text as it is, because a start that cuts every question into tokens would
# take twice as long; the linter sees to it that strings and comments hold nothing of the kind.
_PREFIX: Final = r"(?m)^PREFIX ([A-Za-z-]*): <([^>]*)>"
_PLACEHOLDER: Final = r"[?$](_[A-Za-z0-9_]+)"
_VARIABLE: Final = r"\?[A-Za-z_][A-Za-z0-9_]*"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a question."""

    placeholder: Placeholder
    help: str
    classes: tuple[str, ...]  # compact IRIs, such as sg:Series; () for plain text
    scheme: str = ""  # of concepts: "topic"

    @property
    def name(self) -> str:
        """The name that a user gives."""
        return self.placeholder.name


@dataclass(frozen=True, slots=True)
class EvidenceTemplate:
    """Where a row's evidence is: a triple, a node that claims assert, or a claim.

    A term is a variable's name or an IRI; ``terms`` has three for a triple and one otherwise.
    """

    terms: tuple[str | NamedNode, ...]
    is_claim: bool = False


@dataclass(frozen=True, slots=True)
class SavedQuestion:
    """A saved question. ``text`` is the whole file, which is SPARQL as it stands."""

    id: str
    summary: str
    description: str
    phrases: tuple[str, ...]
    alike: tuple[tuple[str, ...], ...]  # words that mean the same in its phrases
    unlike: frozenset[str]  # words with which it is another question
    params: Mapping[str, Parameter]
    columns: Mapping[str, str]  # variable -> heading, in the order to show them
    evidence: tuple[EvidenceTemplate, ...]
    lesser: tuple[tuple[NamedNode, NamedNode | None], ...]  # properties; of one value, or of any
    view: str
    tags: tuple[str, ...]
    text: str
    keys: tuple[str, ...] = field(
        default=(), compare=False
    )  # of the phrases, where they were read before

    @property
    def sparql(self) -> str:
        """The query without the header, which an engine would only skip."""
        return _sparql(self.text)


def header_lines(text: str) -> list[str]:
    """Return the header's lines without their mark."""
    return [
        line.removeprefix(_MARK).removeprefix(" ")
        for line in text.splitlines()
        if line.startswith(_MARK)
    ]


def parse_header(file_name: str, text: str) -> dict[str, Any]:
    """Return the header as YAML reads it.

    Raises:
        ResourceError: If there is none, or it is no YAML mapping.
    """
    import yaml  # noqa: PLC0415 - a start that knows the questions already does without

    # The C parser is ten times as fast, and absent where PyYAML was built without it.
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        # A subclass of SafeLoader, which makes no objects.
        header = yaml.load("\n".join(header_lines(text)), Loader=loader)  # noqa: S506
    except yaml.YAMLError as error:
        raise ResourceError(f"the question {file_name} has a broken header: {error}") from error
    if not isinstance(header, dict):
        raise ResourceError(f"the question {file_name} has no header of '#+ key: value' lines")
    return header


def without_header(text: str) -> str:
    """Return a saved question's SPARQL without the lines that are about the question."""
    return "\n".join(line for line in text.splitlines() if not line.startswith(_MARK))


@lru_cache(maxsize=_N_KEPT)
def _sparql(text: str) -> str:
    """Return the query of a file with a newline at its end; those of the last files are kept."""
    return without_header(text) + "\n"


def parse_question(file_name: str, text: str) -> SavedQuestion:
    """Return the question that a file holds.

    Args:
        file_name: Its name, ending included; for messages.
        text: Its whole text.

    Raises:
        ResourceError: If a key is missing, is of the wrong sort, or names a parameter that the
            query does not have.
    """
    header = parse_header(file_name, text)
    try:
        own = header["x-showgraph"]
        prefixes = PREFIXES | dict(re.findall(_PREFIX, text))
        return SavedQuestion(
            id=str(own["id"]),
            summary=str(header["summary"]),
            description=str(header["description"]),
            phrases=tuple(map(str, own["phrases"])),
            alike=tuple(tuple(str(words).split()) for words in own.get("alike", ())),
            unlike=frozenset(str(own.get("unlike", "")).split()),
            params=_parameters(own.get("params") or {}, text),
            columns={str(name): str(heading) for name, heading in own["columns"].items()},
            evidence=tuple(parse_template(line, prefixes) for line in own["evidence"]),
            lesser=tuple(_parse_lesser(line, prefixes) for line in own.get("lesser", ())),
            view=str(own["view"]),
            tags=tuple(map(str, header["tags"])),
            text=text,
        )
    except KeyError as error:
        raise ResourceError(f"the question {file_name} lacks {error} in its header") from error
    except (AttributeError, TypeError, ValueError) as error:
        raise ResourceError(f"the question {file_name} has a wrong header: {error}") from error


def _parse_lesser(line: str, prefixes: Mapping[str, str]) -> tuple[NamedNode, NamedNode | None]:
    """Return the property of a line of ``lesser``, and the value behind it if there is one."""
    property_, *values = line.split()
    if len(values) > 1:
        raise ValueError(f"more than one value in {line!r}")
    return _expand(property_, prefixes), _expand(values[0], prefixes) if values else None


def _parameters(
    described: Mapping[str, Mapping[str, str]],
    text: str,
) -> dict[str, Parameter]:
    """Return the described parameters in their order, joined with what the query has.

    Raises:
        ValueError: If one is described and not used, or used and not described.
    """
    placeholders = find_placeholders(re.findall(_PLACEHOLDER, text))
    if set(described) != set(placeholders):
        raise ValueError(f"params {sorted(described)}, but the query has {sorted(placeholders)}")
    return {
        name: Parameter(
            placeholders[name],
            about["help"],
            tuple(about.get("class", "").split()),
            about.get("scheme", ""),
        )
        for name, about in described.items()
    }


def parse_template(line: str, prefixes: Mapping[str, str]) -> EvidenceTemplate:
    """Return one line of ``evidence``.

    Raises:
        ValueError: If it is neither a triple, nor a variable, nor ``claim`` and a variable, or
            has a prefix that is not known.
    """
    match line.split():
        case ["claim", variable] if re.fullmatch(_VARIABLE, variable):
            return EvidenceTemplate((variable[1:],), is_claim=True)
        case [variable] if re.fullmatch(_VARIABLE, variable):
            return EvidenceTemplate((variable[1:],))
        case [_, _, _] as terms:
            return EvidenceTemplate(tuple(_term(term, prefixes) for term in terms))
        case _:
            raise ValueError(f"{line!r} is no evidence; write a triple, ?node or claim ?claim")


def _term(text: str, prefixes: Mapping[str, str]) -> str | NamedNode:
    """Return the name of a variable, or an IRI."""
    return text[1:] if re.fullmatch(_VARIABLE, text) else _expand(text, prefixes)


def _expand(name: str, prefixes: Mapping[str, str]) -> NamedNode:
    """Return the IRI of a compact one.

    Raises:
        ValueError: If its prefix is not known.
    """
    prefix, colon, local = name.partition(":")
    if name == "a":
        return NamedNode(RDF + "type")
    if not colon or prefix not in prefixes:
        raise ValueError(f"{name!r} is no compact IRI with a known prefix")
    return NamedNode(prefixes[prefix] + local)
