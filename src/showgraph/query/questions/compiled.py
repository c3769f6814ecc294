"""Saved questions as ``tools/questions.py`` has read them before, so that no start has to.

Reading the YAML of all headers takes longer than anything else of a question. What it gives
lies in ``queries/catalog.json``, a line for each question, with the hash of the text that it was
read from; a text of another hash is read anew, so an edited file is never answered by an old
header. Whatever else can be told from the file of a question alone, such as what its wordings
look like to whoever compares them with a sentence, belongs into the same entry.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from showgraph.errors import ResourceError
from showgraph.query.questions.header import EvidenceTemplate, Parameter, SavedQuestion
from showgraph.query.sparql.placeholder import Placeholder
from showgraph.resources import read_bundled
from showgraph.store import NamedNode

#: The name of the file, beside the questions.
COMPILED: Final = "catalog.json"

#: What is known of each question, by its id.
Entries = Mapping[str, Mapping[str, Any]]


def read_compiled() -> Entries:
    """Return what is known of the bundled questions; nothing where the file is missing."""
    try:
        entries = json.loads(read_bundled("queries", COMPILED))
    except (ResourceError, ValueError):
        return {}
    return entries if isinstance(entries, dict) else {}


def find_question(entries: Entries, id_: str, text: str) -> SavedQuestion | None:
    """Return the question of a file; None where what is known is of another text.

    Args:
        entries: What :func:`read_compiled` returned.
        id_: The file's name without its ending.
        text: Its text.
    """
    entry = entries.get(id_)
    if entry is None or entry["sha256"] != _hash(text):
        return None
    return SavedQuestion(
        id=id_,
        summary=entry["summary"],
        description=entry["description"],
        phrases=tuple(entry["phrases"]),
        alike=tuple(map(tuple, entry["alike"])),
        unlike=frozenset(entry["unlike"]),
        params={name: _parameter(name, known) for name, known in entry["params"].items()},
        columns=entry["columns"],
        evidence=tuple(_template(terms) for terms in entry["evidence"]),
        lesser=tuple(_lesser(line) for line in entry["lesser"]),
        view=entry["view"],
        tags=tuple(entry["tags"]),
        text=text,
        keys=tuple(entry["keys"]),
    )


def compile_questions(
    questions: Iterable[SavedQuestion], *, key: Callable[[SavedQuestion, str], str]
) -> str:
    """Return the content of :data:`COMPILED`: JSON, a line for each question, sorted.

    Args:
        questions: The questions.
        key: Gives what a phrase of a question looks like to whoever compares it with a sentence.
    """
    lines = {
        question.id: json.dumps(_entry(question, key), ensure_ascii=False) for question in questions
    }
    entries = ",\n".join(f"{json.dumps(id_)}: {line}" for id_, line in sorted(lines.items()))
    return f"{{\n{entries}\n}}\n"


def _entry(question: SavedQuestion, key: Callable[[SavedQuestion, str], str]) -> dict[str, Any]:
    return {
        "sha256": _hash(question.text),
        "summary": question.summary,
        "description": question.description,
        "phrases": question.phrases,
        "alike": question.alike,
        "unlike": sorted(question.unlike),
        "keys": [key(question, text) for text in question.phrases],
        "params": {name: _known_of(each) for name, each in question.params.items()},
        "columns": dict(question.columns),
        "evidence": [_terms_of(template) for template in question.evidence],
        "lesser": [" ".join(n.value for n in pair if n is not None) for pair in question.lesser],
        "view": question.view,
        "tags": question.tags,
    }


def _lesser(line: str) -> tuple[NamedNode, NamedNode | None]:
    property_, _, value = line.partition(" ")
    return NamedNode(property_), NamedNode(value) if value else None


def _known_of(parameter: Parameter) -> list[Any]:
    place = parameter.placeholder
    about = [parameter.help, parameter.classes, parameter.scheme]
    return [[place.variable, place.required, place.type], *about]


def _parameter(name: str, known: list[Any]) -> Parameter:
    place, help_, classes, scheme = known
    return Parameter(Placeholder(name, *place), help_, tuple(classes), scheme)


def _terms_of(template: EvidenceTemplate) -> list[str]:
    terms = [str(term) if isinstance(term, NamedNode) else term for term in template.terms]
    return ["claim" if template.is_claim else "", *terms]


def _template(terms: list[str]) -> EvidenceTemplate:
    sort, *rest = terms
    found = (NamedNode(term[1:-1]) if term.startswith("<") else term for term in rest)
    return EvidenceTemplate(tuple(found), is_claim=bool(sort))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
