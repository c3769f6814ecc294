"""Who says a claim and where: documents, spans and runs in the claims graph."""

from dataclasses import replace

import pytest

from claim_builder import (
    DOCUMENTS,
    INES,
    SHOW,
    SPRING,
    TOMAS,
    claim,
    document,
    words,
)
from graph_picture import draw
from showgraph.graph.mapping import Run
from showgraph.model import Tense
from showgraph.namespaces import DCTERMS, OA, PROV, SG


def test_a_claim_tells_who_says_it_where_and_how() -> None:
    """Everything that a reader needs to judge it is on its node."""
    it = replace(
        claim(SPRING, "director", SHOW, TOMAS, at=3, speaker=INES, tense=Tense.FUTURE),
        evidence=(words(3), words(7)),
    )
    found = draw(it)
    (node,) = found.nodes("Claim")

    def values(name: str) -> list[str]:
        return found.values(node, SG + name)

    assert {name: values(name) for name in ("relation", "rule", "rank", "spokenBy")} == {
        "relation": ["director"],
        "rule": ["director.rule"],
        "rank": ["Preferred"],
        "spokenBy": ["Ines Calloway"],
    }
    assert [values(it) for it in ("polarity", "modality", "tense", "claimStatus")] == [
        ["polarity/positive"],
        ["modality/asserted"],
        ["tense/future"],
        ["claim-status/scheduled"],
    ]
    assert len(values("evidence")) == 2
    assert len(found.values(node, PROV + "wasGeneratedBy")) == 1
    assert [it.value.endswith("/spring") for it in found.linked(node, SG + "statedIn")] == [True]


def test_a_span_has_both_selectors() -> None:
    """Position, quote and the text around it, cut off at the ends of the document."""
    found = draw(claim(SPRING, "genre", SHOW, "drama", at=0))
    (node,) = found.nodes("Claim")
    (span,) = found.linked(node, SG + "evidence")

    assert found.values(span, OA + "hasSource") == ["Document"]
    position, quote = found.linked(span, OA + "hasSelector")
    assert [found.values(position, OA + it) for it in ("start", "end")] == [["0"], ["6"]]
    assert found.values(quote, OA + "exact") == ["word00"]
    assert found.values(quote, OA + "prefix") == [""]
    assert found.values(quote, OA + "suffix") == [" word01 word02 word03 word04 wor"]
    assert {it.value.removeprefix(span.value) for it in (position, quote)} == {
        "/position",
        "/quote",
    }


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        ("2021-03-01", ["2021-03-01"]),
        ("2021-03", []),
        ("2021", []),
        ("--03-01", []),
        ("2021-02-30", []),
        ("soon", []),
        (None, []),
    ],
)
def test_only_a_full_date_is_issued(date: str | None, issued: list[str]) -> None:
    """A document that gives less has no date in the graph."""
    found = draw(documents=(document("one", date),))
    (node,) = found.nodes("Document")

    assert found.values(node, DCTERMS + "issued") == issued


def test_a_document_keeps_what_it_came_with() -> None:
    """Title and address are told; an address need not be a sound IRI."""
    one = replace(document("one"), title="A headline", url="https://example.org/a b")
    found = draw(documents=(one,))
    (node,) = found.nodes("Document")

    assert found.values(node, DCTERMS + "title") == ["A headline"]
    assert found.values(node, DCTERMS + "source") == ["https://example.org/a b"]
    assert found.values(node, DCTERMS + "identifier") == ["one"]
    assert found.values(node, SG + "text") == [one.text]
    assert found.values(node, SG + "textSha256") == [one.sha256]


def test_a_run_is_what_went_into_it() -> None:
    """Another program, other rules or other texts make another run; another order does not."""
    runs = [
        draw(documents=DOCUMENTS[::-1]),
        draw(),
        draw(run=Run("0.2.0", "0" * 16)),
        draw(run=Run("0.1.0", "1" * 16)),
        draw(documents=DOCUMENTS[1:]),
    ]

    assert len({str(it.nodes("Run")) for it in runs}) == 4
    assert runs[0].nodes("Run") == runs[1].nodes("Run")
