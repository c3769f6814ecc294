"""Quads of documents, of the spans that are quoted from them, and of the run."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from showgraph.graph.accepting.dates import Interval, Precision, parse_date
from showgraph.graph.mapping.terms import TYPE, Minter, is_a, sg, typed
from showgraph.model import Document, Evidence
from showgraph.namespaces import DCTERMS, OA, PROV
from showgraph.store import Literal, NamedNode, Triple

#: Characters of the text before and after a quote that are kept beside it.
CONTEXT_CHARACTERS: Final = 32


@dataclass(frozen=True, slots=True)
class Run:
    """What read the documents. No time and no place is in it: equal input is an equal run."""

    software_version: str
    rule_pack: str  # the hash of the extraction rules
    policy: str = ""  # the acceptance policy, as its JSON


def map_documents(
    documents: Iterable[Document], groups: Mapping[str, str], minter: Minter
) -> list[Triple]:
    """Return the triples of documents; a date that is no full day is left out.

    ``groups`` has, for each document, the one that stands for all copies of its text.
    """
    copies = [
        Triple(minter.document(name), sg("nearCopyOf"), minter.document(head))
        for name, head in groups.items()
        if name != head
    ]
    return [
        *copies,
        *(triple for document in documents for triple in _map_document(document, minter)),
    ]


def _map_document(document: Document, minter: Minter) -> list[Triple]:
    node = minter.document(document.id)
    triples = [
        is_a(node, "Document"),
        Triple(node, sg("text"), Literal(document.text)),
        Triple(node, sg("textSha256"), Literal(document.sha256)),
        Triple(node, NamedNode(DCTERMS + "identifier"), Literal(document.id)),
    ]
    if document.date and _is_day(document.date):
        triples.append(Triple(node, NamedNode(DCTERMS + "issued"), typed(document.date, "date")))
    if document.title:
        triples.append(Triple(node, NamedNode(DCTERMS + "title"), Literal(document.title)))
    if document.url:
        # A literal, since an address that a document gives need not be an IRI.
        triples.append(Triple(node, NamedNode(DCTERMS + "source"), typed(document.url, "anyURI")))
    return triples


def _is_day(text: str) -> bool:
    """Tell whether a date is one full day that a calendar has."""
    try:
        date = parse_date(text)
    except ValueError:
        return False
    return isinstance(date, Interval) and date.precision is Precision.DAY


def map_run(
    run: Run, documents: Iterable[Document], rules: Iterable[str], minter: Minter
) -> list[Triple]:
    """Return the triples of the run; the first one's subject is its node.

    ``rules`` are those that found its claims, in any order.
    """
    hashes = sorted(document.sha256 for document in documents)
    joined = hashlib.sha256("\n".join(hashes).encode()).hexdigest()
    policy = hashlib.sha256(run.policy.encode()).hexdigest()
    node = minter.node("run", run.software_version, run.rule_pack, policy, *hashes)
    return [
        is_a(node, "Run"),
        Triple(node, TYPE, NamedNode(PROV + "Activity")),
        Triple(node, sg("softwareVersion"), Literal(run.software_version)),
        Triple(node, sg("rulePack"), Literal(run.rule_pack)),
        Triple(node, sg("inputHash"), Literal(joined)),
        Triple(node, sg("acceptancePolicy"), Literal(policy)),
        *(Triple(node, sg("usesRule"), Literal(rule)) for rule in sorted(set(rules))),
    ]


def span_of(document_id: str, evidence: Evidence, minter: Minter) -> NamedNode:
    """Return the node of a span of a document."""
    source = minter.document(document_id)
    return minter.node("span", source, str(evidence.start), str(evidence.end))


def map_span(document: Document, evidence: Evidence, minter: Minter) -> list[Triple]:
    """Return the triples of a span: where it is, what it says, what stands around it.

    See https://www.w3.org/TR/annotation-vocab/#textpositionselector: offsets count code
    points from 0, half-open.
    """
    text, start, end = document.text, evidence.start, evidence.end
    span = span_of(document.id, evidence, minter)
    position, quote = (NamedNode(f"{span.value}/{name}") for name in ("position", "quote"))
    before, after = text[max(0, start - CONTEXT_CHARACTERS) : start], text[end:]
    return [
        Triple(span, TYPE, _oa("SpecificResource")),
        Triple(span, _oa("hasSource"), minter.document(document.id)),
        Triple(span, _oa("hasSelector"), position),
        Triple(span, _oa("hasSelector"), quote),
        Triple(position, TYPE, _oa("TextPositionSelector")),
        Triple(position, _oa("start"), typed(str(start), "integer")),
        Triple(position, _oa("end"), typed(str(end), "integer")),
        Triple(quote, TYPE, _oa("TextQuoteSelector")),
        Triple(quote, _oa("exact"), Literal(text[start:end])),
        Triple(quote, _oa("prefix"), Literal(before)),
        Triple(quote, _oa("suffix"), Literal(after[:CONTEXT_CHARACTERS])),
    ]


def _oa(name: str) -> NamedNode:
    return NamedNode(OA + name)
