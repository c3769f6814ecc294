"""The saved questions in the forms that other tools read.

The Turtle is the one of SIB's collection of examples, which its editor, sparql-llm and others
load (https://github.com/sib-swiss/sparql-examples): a SHACL executable for each query. The IRI of
a question is made of its id, so that a new question moves no other.
"""

import json
from collections.abc import Iterable

from showgraph.namespaces import BASE, PREFIXES, RDFS, SCHEMA, SH, XSD
from showgraph.query.questions.header import SavedQuestion
from showgraph.query.sparql.lexer import declared_prefixes, tokenize

#: Where the questions can be asked, once somebody serves them there.
TARGET = BASE + "sparql"
_PREFIXES_IRI = BASE + "question/prefixes"


def to_shacl(questions: Iterable[SavedQuestion]) -> str:
    """Return the questions as Turtle, sorted by their ids; equal questions give equal text."""
    known = sorted(questions, key=lambda question: question.id)
    namespaces = {"rdfs": RDFS, "schema": SCHEMA, "sh": SH, "xsd": XSD}
    head = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in namespaces.items())
    declared = dict(PREFIXES)
    for question in known:
        declared |= declared_prefixes(tokenize(question.text))
    lines = ",\n".join(
        f"    [ sh:prefix {_quoted(name)} ; sh:namespace {_quoted(iri)}^^xsd:anyURI ]"
        for name, iri in declared.items()
    )
    prefixes = f"<{_PREFIXES_IRI}> sh:declare\n{lines} .\n"
    return "\n".join([head, prefixes, *map(_executable, known)])


def _executable(question: SavedQuestion) -> str:
    keywords = ", ".join(map(_quoted, question.tags))
    return "\n".join(
        (
            f"<{BASE}question/{question.id}> a sh:SPARQLExecutable, sh:SPARQLSelectExecutable ;",
            f"  rdfs:label {_quoted(question.summary)}@en ;",
            f"  rdfs:comment {_quoted(question.summary)}@en ;",
            f"  schema:description {_quoted(question.description)}@en ;",
            f"  schema:keywords {keywords} ;",
            f"  schema:target <{TARGET}> ;",
            f"  sh:prefixes <{_PREFIXES_IRI}> ;",
            f"  sh:select {_quoted(question.sparql)} .",
            "",
        )
    )


def _quoted(text: str) -> str:
    """Return a Turtle string; JSON escapes the same way what has to be escaped."""
    return json.dumps(text, ensure_ascii=False)


def to_qlever(questions: Iterable[SavedQuestion]) -> str:
    """Return the questions as YAML for ``qlever benchmark-queries --queries-yml``."""
    known = sorted(questions, key=lambda question: question.id)
    items = "".join(
        f"  - name: {json.dumps(f'{question.id}: {question.summary}')}\n"
        f"    query: {json.dumps(question.sparql, ensure_ascii=False)}\n"
        for question in known
    )
    return (
        "kb: showgraph\nname: showgraph\ndescription: The saved questions of showgraph\n"
        f"queries:\n{items}"
    )


def to_markdown(questions: Iterable[SavedQuestion]) -> str:
    """Return a table of the questions: name, question, parameters."""
    rows = "".join(
        f"| `{question.id}` | {question.summary} | {', '.join(question.params) or '-'} |\n"
        for question in sorted(questions, key=lambda question: question.id)
    )
    return f"| name | question | parameters |\n|---|---|---|\n{rows}"
