"""Claims, documents, stretches, runs and disagreements in the claims graph."""

from dataclasses import replace

import pytest

from claim_builder import (
    ADA,
    AUTUMN,
    BRANDVOLD,
    DOCUMENTS,
    INES,
    KITE,
    LANTERN,
    LUMO,
    LUMO_NEWS,
    MAUD,
    NOVEL,
    OLLIE,
    SEASON_2,
    SEASON_3,
    SHOW,
    SPRING,
    SUMMER,
    TOMAS,
    UNDATED,
    claim,
    document,
    extract,
    words,
)
from graph_picture import Picture
from showgraph.graph.acceptance import accept
from showgraph.graph.mapping import Run, to_quads
from showgraph.model import Claim, Document, Kind, Modality, Reference, Tense
from showgraph.namespaces import DCTERMS, OA, PROV, RDF, SG
from showgraph.store import Literal, NamedNode

RUN = Run("0.1.0", "0" * 16)
OTHER_CHANNEL = Reference(Kind.CHANNEL, "Lumo Classics", work="Lumo")


def picture(*claims: Claim, documents: tuple[Document, ...] = DOCUMENTS, run: Run = RUN) -> Picture:
    """Return the quads of claims, to be looked at."""
    extraction = extract(*claims)
    return Picture(to_quads(accept(extraction, documents), extraction, documents, run=run))


SEASON_CLAIM = "Harbour Lights, season 2 seasonOf Harbour Lights [Harbour Lights, season 2]"
TRAILER_CLAIM = (
    "Trailer of Harbour Lights, season 2 trailerOf Harbour Lights, season 2"
    " [Trailer of Harbour Lights, season 2]"
)
STATED: list[tuple[Claim, set[str]]] = [
    (
        claim(SPRING, "director", SHOW, TOMAS),
        {"Harbour Lights director Tomas Brandvold [DirectingCredit]"},
    ),
    (
        claim(SPRING, "cast_member", SHOW, INES, character=MAUD, kind="main"),
        {
            "Harbour Lights castMember Ines Calloway [Performance]",
            "Performance portrays Maud Ferris",
            "Performance castKind cast-kind/main",
        },
    ),
    (claim(SPRING, "season", SHOW, SEASON_2), {SEASON_CLAIM}),
    (claim(SPRING, "genre", SHOW, "drama"), {"Harbour Lights genre genre/drama"}),
    (
        claim(SPRING, "platform", SHOW, LUMO, channel=LUMO_NEWS, tense=Tense.FUTURE),
        {
            "Harbour Lights releasedOn Lumo [Release]",
            "Release onChannel Lumo Extra",
            "Release status event-status/planned",
            "Lumo Extra channelOf Lumo [Lumo Extra]",
        },
    ),
    (
        claim(SPRING, "premiere_date", SEASON_2, "2021", platform=LUMO),
        {
            "Harbour Lights, season 2 releasedOn Lumo [Release]",
            "Release releaseDate 2021-01-01 2021-12-31",
            "Release status event-status/occurred",
            SEASON_CLAIM,
        },
    ),
    (
        claim(SPRING, "premiere_date", SHOW, "2021-10-15"),
        {
            "Harbour Lights hasRelease Release [Release]",
            "Release releaseDate 2021-10-15 2021-10-15",
            "Release status event-status/occurred",
        },
    ),
    (
        claim(SPRING, "premiere_date", SHOW, "--10-15"),
        {"Harbour Lights releaseDate --10-15 -"},
    ),
    (
        claim(SPRING, "platform", SHOW, LUMO, kind="acquire"),
        {
            "Harbour Lights acquirer Lumo [RightsAcquisition]",
            "RightsAcquisition status event-status/occurred",
        },
    ),
    (
        claim(SPRING, "trailer", SEASON_2, "two minutes"),
        {
            TRAILER_CLAIM,
            "Trailer of Harbour Lights, season 2 runningTime PT2M",
            SEASON_CLAIM,
        },
    ),
    (
        claim(SPRING, "trailer_release", SEASON_2, "streaming"),
        {
            "Trailer of Harbour Lights, season 2 hasRelease Release [Release]",
            "Release status event-status/occurred",
            TRAILER_CLAIM,
            SEASON_CLAIM,
        },
    ),
    (
        claim(SPRING, "interview", INES, LANTERN, about=SHOW),
        {
            "Ines Calloway interviewer Evening Lantern [Interview]",
            "Interview interviewee Ines Calloway",
            "Interview status event-status/occurred",
        },
    ),
    (
        claim(SPRING, "announcement", SHOW, BRANDVOLD, medium=KITE, featuring=(INES, ADA)),
        {
            "Harbour Lights announcer Brandvold Pictures [Announcement]",
            "Announcement medium Kite",
            "Announcement features Ada Wrenfield",
            "Announcement features Ines Calloway",
            "Announcement status event-status/occurred",
        },
    ),
    (
        claim(SPRING, "shooting", SHOW, "12 days"),
        {
            "Harbour Lights duration 12 days [Shooting]",
            "Shooting duration 12 days",
            "Shooting status event-status/occurred",
        },
    ),
    (
        claim(SPRING, "award", INES, "Golden Buoy", result="won"),
        {
            "Ines Calloway awardName Golden Buoy [Recognition]",
            "Recognition status event-status/occurred",
        },
    ),
    (
        claim(SPRING, "worked_on", INES, NOVEL, debut="the theatre"),
        {"The Tide Tables contributor Ines Calloway [Credit]", "Credit debutIn the theatre"},
    ),
    (
        claim(SPRING, "audience_figure", LUMO, "7", unit="countries"),
        {"Lumo figureValue 7 [AudienceFigure]"},
    ),
    (
        claim(SPRING, "statement", SHOW, "plot", denied=True),
        {"Harbour Lights topic topic/plot [Statement]"},
    ),
]


@pytest.mark.parametrize(("it", "expected"), STATED)
def test_a_claim_states_these_things(it: Claim, expected: set[str]) -> None:
    """One main claim, one for each attribute, one for each part of a work that it names."""
    assert picture(it).claims() == expected


def test_a_claim_tells_who_says_it_where_and_how() -> None:
    """Everything that a reader needs to judge it is on its node."""
    it = replace(
        claim(SPRING, "director", SHOW, TOMAS, at=3, speaker=INES, tense=Tense.FUTURE),
        evidence=(words(3), words(7)),
    )
    found = picture(it)
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
    assert [it.value.endswith("/spring") for it in objects(found, node, SG + "statedIn")] == [True]


def objects(found: Picture, node: NamedNode, name: str) -> list[NamedNode]:
    """Return the nodes that a node is linked to."""
    return [
        it.object
        for it in found.quads
        if it.subject == node and it.predicate.value == name and isinstance(it.object, NamedNode)
    ]


def test_a_stretch_has_both_selectors() -> None:
    """Position, quote and the text around it, cut off at the ends of the document."""
    found = picture(claim(SPRING, "genre", SHOW, "drama", at=0))
    (node,) = found.nodes("Claim")
    (span,) = objects(found, node, SG + "evidence")

    assert found.values(span, OA + "hasSource") == ["Document"]
    position, quote = objects(found, span, OA + "hasSelector")
    assert [found.values(position, OA + it) for it in ("start", "end")] == [["0"], ["6"]]
    assert found.values(quote, OA + "exact") == ["word00"]
    assert found.values(quote, OA + "prefix") == [""]
    assert found.values(quote, OA + "suffix") == [" word01 word02 word03 word04 wor"]
    assert {it.value.removeprefix(span.value) for it in (position, quote)} == {
        "/position",
        "/quote",
    }


@pytest.mark.parametrize(
    ("date", "issued"), [("2021-03-01", ["2021-03-01"]), ("2021-03", []), ("2021", []), (None, [])]
)
def test_only_a_full_date_is_issued(date: str | None, issued: list[str]) -> None:
    """A document that gives less has no date in the graph."""
    found = picture(documents=(document("one", date),))
    (node,) = found.nodes("Document")

    assert found.values(node, DCTERMS + "issued") == issued


def test_a_document_keeps_what_it_came_with() -> None:
    """Title and address are told; an address need not be a sound IRI."""
    one = replace(document("one"), title="A headline", url="https://example.org/a b")
    found = picture(documents=(one,))
    (node,) = found.nodes("Document")

    assert found.values(node, DCTERMS + "title") == ["A headline"]
    assert found.values(node, DCTERMS + "source") == ["https://example.org/a b"]
    assert found.values(node, DCTERMS + "identifier") == ["one"]
    assert found.values(node, SG + "text") == [one.text]
    assert found.values(node, SG + "textSha256") == [one.sha256]


def test_a_run_is_what_went_into_it() -> None:
    """Another program, other rules or other texts make another run; another order does not."""
    runs = [
        picture(documents=DOCUMENTS[::-1]),
        picture(),
        picture(run=Run("0.2.0", "0" * 16)),
        picture(run=Run("0.1.0", "1" * 16)),
        picture(documents=DOCUMENTS[1:]),
    ]

    assert len({str(it.nodes("Run")) for it in runs}) == 4
    assert runs[0].nodes("Run") == runs[1].nodes("Run")


# -- rank ---------------------------------------------------------------------------------------


def normal(*claims: Claim) -> set[str]:
    """Return the claims that support nothing."""
    return {line.removesuffix(" -") for line in picture(*claims).claims() if line.endswith(" -")}


def test_the_claim_of_the_accepted_date_is_preferred() -> None:
    """So is its day without the year; a coarser date agrees and does not support."""
    claims = [
        claim(SPRING, "premiere_date", SHOW, date, platform=LUMO, at=at)
        for at, date in enumerate(("2021-10-15", "--10-15", "2021"))
    ]

    assert normal(*claims) == {"Release releaseDate 2021-01-01 2021-12-31"}


def test_claims_that_clash_are_not_preferred() -> None:
    """Neither side supports anything."""
    claims = [claim(SPRING, "episode_count", SHOW, it, at=int(it)) for it in ("5", "6")]

    assert normal(*claims) == {"Harbour Lights episodeCount 5", "Harbour Lights episodeCount 6"}


def test_a_plan_that_has_happened_supports_the_release_and_not_its_status() -> None:
    """The status of the event is what the later document tells."""
    claims = [
        claim(SPRING, "platform", SHOW, LUMO, tense=Tense.FUTURE),
        claim(AUTUMN, "platform", SHOW, LUMO),
    ]

    assert normal(*claims) == {"Release status event-status/planned"}


LESSER: list[tuple[Claim, set[str]]] = [
    (claim(SPRING, "director", SHOW, ADA), {"Harbour Lights director Ada Wrenfield"}),
    (
        claim(SPRING, "cast_member", SHOW, ADA, character=MAUD),
        {
            "Harbour Lights castMember Ada Wrenfield",
            "Ada Wrenfield playsCharacter Maud Ferris",
        },
    ),
    (
        claim(SPRING, "platform", SHOW, LUMO, date="2022"),
        {"Harbour Lights releasedOn Lumo", "Harbour Lights releaseDate 2022-01-01 2022-12-31"},
    ),
    (
        claim(SPRING, "premiere_date", SHOW, "2022-05"),
        {"Harbour Lights releaseDate 2022-05-01 2022-05-31"},
    ),
    (claim(SPRING, "platform", SHOW, LUMO, kind="acquire"), {"Harbour Lights acquirer Lumo"}),
    (
        claim(SPRING, "season", SHOW, SEASON_3),
        {"Harbour Lights, season 3 seasonOf Harbour Lights"},
    ),
    (
        claim(SPRING, "trailer_date", SHOW, "2022"),
        {"Trailer of Harbour Lights releaseDate 2022-01-01 2022-12-31"},
    ),
    (
        claim(SPRING, "trailer_release", SHOW, "streaming"),
        {"Trailer of Harbour Lights trailerOf Harbour Lights"},
    ),
    (
        claim(SPRING, "trailer_release", SHOW, "streaming", platform=KITE),
        {
            "Trailer of Harbour Lights releasedOn Kite",
            "Trailer of Harbour Lights trailerOf Harbour Lights",
        },
    ),
    (claim(SPRING, "interview", INES, LANTERN), {"Ines Calloway interviewer Evening Lantern"}),
    (claim(SPRING, "statement", INES, "feeling"), {"Ines Calloway topic topic/feeling"}),
    (
        claim(SPRING, "relationship", MAUD, OLLIE, kind="couple"),
        {"Maud Ferris partner Ollie Quist"},
    ),
]


@pytest.mark.parametrize(("it", "expected"), LESSER)
def test_claims_of_lesser_status_speak_of_things_alone(it: Claim, expected: set[str]) -> None:
    """No node is minted for what is doubted, and nothing is accepted."""
    found = picture(replace(it, modality=Modality.POSSIBLE))

    assert found.claims() == {f"{line} -" for line in expected}
    assert found.facts() == set()


# -- parts --------------------------------------------------------------------------------------


def naming(found: Picture) -> list[str]:
    """Return the words of the claims that a season is there, sorted."""
    return sorted(
        word
        for node in found.nodes("Claim")
        if found.values(node, RDF + "predicate") == ["seasonOf"]
        for span in objects(found, node, SG + "evidence")
        for word in quotes(found, span)
    )


def quotes(found: Picture, span: NamedNode) -> list[str]:
    """Return the words of a stretch."""
    return [
        word
        for selector in objects(found, span, OA + "hasSelector")
        for word in found.values(selector, OA + "exact")
    ]


def test_a_season_is_there_by_the_first_words_of_each_document_that_name_it() -> None:
    """One claim for each document, not one for each time that it is named."""
    found = picture(
        claim(SPRING, "director", SEASON_2, TOMAS, at=5),
        claim(SPRING, "writer", SEASON_2, TOMAS, at=2),
        claim(SUMMER, "genre", SEASON_2, "drama", at=4),
        claim(AUTUMN, "director", SEASON_2, ADA, at=1, modality=Modality.RUMOURED),
    )

    assert naming(found) == ["word02", "word04"]


def test_a_season_that_is_told_outright_is_there_by_those_words() -> None:
    """An explicit claim goes before any mention."""
    found = picture(
        claim(SPRING, "director", SEASON_2, TOMAS, at=2),
        claim(SPRING, "season", SHOW, SEASON_2, at=9),
    )

    assert naming(found) == ["word09"]


def test_what_is_stated_twice_in_the_same_words_is_one_claim() -> None:
    """A date told beside its platform, and the platform beside its date, meet."""
    found = picture(
        claim(SPRING, "platform", SHOW, LUMO, date="2021"),
        claim(SPRING, "premiere_date", SHOW, "2021", platform=LUMO),
    )

    assert len(found.nodes("Claim")) == 3
    relations = [found.values(node, SG + "relation") for node in found.nodes("Claim")]
    assert [len(it) for it in relations] == [1, 1, 1]


# -- disagreements ------------------------------------------------------------------------------


def disagreement(kind: str, *claims: Claim) -> tuple[Picture, NamedNode, dict[str, list[str]]]:
    """Return the only contradiction or difference: its links, and the values of its sides."""
    found = picture(*claims)
    (node,) = found.nodes(kind)
    names = ("contradictionKind", "onSubject", "onPredicate")
    links = {name: found.values(node, SG + name) for name in names}
    sides = objects(found, node, SG + "side")
    links["values"] = sorted(" & ".join(found.values(side, SG + "value")) for side in sides)
    for side in sides:
        assert objects(found, side, SG + "claim")
    return found, node, links


CONTRADICTIONS = [
    (
        (
            claim(SPRING, "premiere_date", SHOW, "2019-05-01", platform=LUMO),
            claim(SUMMER, "premiere_date", SHOW, "2020", platform=LUMO),
            claim(AUTUMN, "premiere_date", SHOW, "--05-02", platform=LUMO, at=1),
            claim(AUTUMN, "premiere_date", SHOW, "2021-12", platform=LUMO, at=2),
        ),
        ["date", "Release", "releaseDate"],
        ["2019-05-01", "2020", "2021-12"],
    ),
    (
        (
            claim(SPRING, "premiere_date", SHOW, "2019"),
            claim(SUMMER, "premiere_date", SHOW, "2020"),
        ),
        ["date", "Harbour Lights", "releaseDate"],
        ["2019", "2020"],
    ),
    (
        (
            claim(SPRING, "trailer_date", SHOW, "--05-01"),
            claim(SUMMER, "trailer_date", SHOW, "--05-02"),
        ),
        ["date", "Trailer of Harbour Lights", "releaseDate"],
        ["--05-01", "--05-02"],
    ),
    (
        (
            claim(UNDATED, "season_count", SHOW, "3"),
            claim(SUMMER, "season_count", SHOW, "4"),
        ),
        ["count", "Harbour Lights", "seasonCount"],
        ["3", "4"],
    ),
    (
        (
            claim(SPRING, "platform", SHOW, LUMO, channel=LUMO_NEWS),
            claim(SUMMER, "platform", SHOW, LUMO, channel=OTHER_CHANNEL),
        ),
        ["value", "Release", "onChannel"],
        ["Lumo Classics", "Lumo Extra"],
    ),
    (
        (
            claim(SPRING, "trailer", SHOW, "one minute"),
            claim(SUMMER, "trailer", SHOW, "two minutes"),
        ),
        ["value", "Trailer of Harbour Lights", "runningTime"],
        ["PT1M", "PT2M"],
    ),
    (
        (
            claim(SPRING, "season_status", SHOW, "renewed"),
            claim(SUMMER, "season_status", SHOW, "renewed", denied=True),
        ),
        ["polarity", "Harbour Lights", "seasonStatus"],
        ["not renewed", "season-status/renewed"],
    ),
    (
        (
            claim(SPRING, "cast_member", SHOW, INES),
            claim(SUMMER, "cast_member", SHOW, INES, denied=True),
        ),
        ["polarity", "Harbour Lights", "castMember"],
        ["Ines Calloway", "not Ines Calloway"],
    ),
    (
        (
            claim(SPRING, "trailer", SHOW, ""),
            claim(SUMMER, "trailer", SHOW, "", denied=True),
        ),
        ["polarity", "Trailer of Harbour Lights", "trailerOf"],
        ["a trailer", "not a trailer"],
    ),
]


@pytest.mark.parametrize(("claims", "links", "values"), CONTRADICTIONS)
def test_contradictions_name_their_matter_and_sides(
    claims: tuple[Claim, ...], links: list[str], values: list[str]
) -> None:
    """The claims of every side are about the subject and property of the contradiction."""
    found, node, told = disagreement("Contradiction", *claims)

    kind, subject, predicate = links
    assert told == {
        "contradictionKind": [f"contradiction-kind/{kind}"],
        "onSubject": [subject],
        "onPredicate": [predicate],
        "values": values,
    }
    for side in objects(found, node, SG + "side"):
        for it in objects(found, side, SG + "claim"):
            assert objects(found, it, RDF + "subject") == objects(found, node, SG + "onSubject")
            assert found.values(it, RDF + "predicate") == [predicate]


DIFFERENCES = [
    (
        (
            claim(SPRING, "creator", SHOW, INES),
            claim(SUMMER, "creator", SHOW, BRANDVOLD),
        ),
        ["value", "Harbour Lights", "creator"],
        ["Brandvold Pictures", "Ines Calloway"],
    ),
    (
        (claim(SPRING, "genre", SHOW, "drama"), claim(SUMMER, "genre", SHOW, "comedy")),
        ["value", "Harbour Lights", "genre"],
        ["genre/comedy", "genre/drama"],
    ),
    (
        (
            claim(SPRING, "director", SHOW, INES),
            claim(SPRING, "director", SHOW, TOMAS, at=1),
            claim(SPRING, "director", SEASON_2, ADA, at=2, modality=Modality.POSSIBLE),
        ),
        ["scope", "Harbour Lights", "director"],
        ["Ada Wrenfield", "Ines Calloway & Tomas Brandvold"],
    ),
    (
        (
            claim(SPRING, "relationship", MAUD, OLLIE, kind="marriage", season=SEASON_2),
            claim(SUMMER, "relationship", MAUD, OLLIE, kind="marriage", season=SEASON_3),
        ),
        ["value", "Maud Ferris", "relationshipKind"],
        ["Harbour Lights, season 2", "Harbour Lights, season 3"],
    ),
]


@pytest.mark.parametrize(("claims", "links", "values"), DIFFERENCES)
def test_differences_name_their_matter_and_sides(
    claims: tuple[Claim, ...], links: list[str], values: list[str]
) -> None:
    """A side may hold several values; a difference of levels is about the series."""
    found, node, told = disagreement("Difference", *claims)

    kind, subject, predicate = links
    assert told == {
        "contradictionKind": [f"contradiction-kind/{kind}"],
        "onSubject": [subject],
        "onPredicate": [predicate],
        "values": values,
    }
    if predicate == "relationshipKind":
        assert found.values(node, SG + predicate) == ["relationship-kind/marriage"]
    assert all(isinstance(it.object, NamedNode | Literal) for it in found.quads)
