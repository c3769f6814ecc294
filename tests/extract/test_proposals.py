"""Proposers: what is checked of what they say, and how answers come, are kept and fail."""

import json
import re
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from chat_server import KEY, chat_server
from extract.reading import document
from program import run, run_here
from showgraph.errors import UsageError
from showgraph.extract.assisting.exchange import HttpExchange
from showgraph.extract.extraction import read_all
from showgraph.extract.guide import Guide
from showgraph.extract.measuring.records import to_record
from showgraph.extract.plugins import (
    PluginError,
    Proposal,
    Settings,
    create_annotator,
    create_proposer,
)
from showgraph.model import Document

ARTICLE = (
    'The drama series "Iron Tide" came out in May. At the helm of the series was Mia Park. '
    'Bo Lee might have been the pen behind the series. The film "Low Water" had Jo Orr at the '
    "wheel. A pen for the series was never held by Al Gray. “We had Di Poe at the desk,” he said. "
    "The series opens on 3 May 2024 in Lisbon. The series opens in Porto. Is Cy Dunn its pen?"
)


class Fixed:
    """A proposer that always says the same."""

    label = "fixed/1"

    def __init__(self, *proposals: Proposal) -> None:
        """Take what to say."""
        self.proposals = proposals

    def propose(self, _document: Document, _schema: object) -> tuple[Proposal, ...]:
        """Say it."""
        return self.proposals


def outcome(proposal: Proposal, text: str = ARTICLE) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the records that a proposal adds, and the reasons for which it was refused."""
    guide = Guide(proposers=(Fixed(proposal),))
    (reading,) = read_all([document(text, date="2024-01-01")], guide=guide)
    (plain,) = read_all([document(text, date="2024-01-01")])
    assert reading.claims[: len(plain.claims)] or not plain.claims
    assert {*plain.claims} <= {*reading.claims}
    added = [to_record(c) for c in reading.claims if c not in plain.claims]
    for record in added:
        for evidence in record["evidence"]:  # type: ignore[attr-defined] # a list of objects
            assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
    return added, [r.reason for r in reading.rejections if r.rule == "fixed/1"]


HELM = Proposal("director", "Iron Tide", "Mia Park", "At the helm of the series was Mia Park")


def test_proposal_that_holds_becomes_a_labelled_claim() -> None:
    """The subject is reached over "the series", and its words are second evidence."""
    (record,), reasons = outcome(HELM)

    assert reasons == []
    assert (record["relation"], record["subject"], record["object"]) == (
        "director",
        "Iron Tide",
        "Mia Park",
    )
    assert (record["rule"], record["status"]) == ("fixed/1", "asserted")
    assert record["evidence"][0]["quote"] == HELM.quote


def test_what_the_rules_found_stays_theirs() -> None:
    """A proposal of what we read ourselves adds nothing."""
    text = 'The drama series "Iron Tide" was created by Ana Bell.'
    said = Proposal("creator", "Iron Tide", "Ana Bell", "created by Ana Bell")

    assert outcome(said, text) == ([], [])


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"quote": "Mia Park was at the helm"}, "the quote is not in the document"),
        ({"quote": ""}, "no quote"),
        ({"quote": "..."}, "without words"),
        ({"quote": "x" * 2000}, "too long"),
        ({"quote": "Park"}, "object is not in the quote"),
        ({"quote": "At the helm of the series was Mia Par"}, "cuts a word"),
        ({"quote": "in May. At the helm of the series was Mia Park"}, "over a sentence"),
        ({"relation": "captain"}, "not in the schema"),
        ({"relation": "statement"}, "not in the schema"),
        ({"object": "Ana Bell"}, "object is not in the quote"),
        ({"object": "mia park"}, "object is not in the quote"),
        ({"subject": "Night Song"}, "no series that the document is known to name"),
        ({"subject": "Low Water"}, "no series that the document is known to name"),
        ({"subject": "Iron Tide / season 3"}, "season is not in the sentence"),
        ({"relation": "location", "object": "helm"}, "not of the relation's kind"),
        ({"relation": "production_company"}, "not of the relation's kind"),
        ({"qualifiers": (("season", "2"),)}, "season is not in the sentence"),
        ({"qualifiers": (("kind", "main"),)}, "not one that is checked"),
        ({"relation": "episode_count", "object": "6"}, "number is not one of the quote"),
        ({"relation": "premiere_date", "object": "2024-05-03"}, "no date"),
        ({"relation": "season_status", "object": "renewed"}, "object is not in the quote"),
        ({"quote": "The series opens"}, "stands several times"),
        (
            {"quote": "The series opens", "sentence": "The series opens in Rome."},
            "stands several times",
        ),
        (
            {"quote": '"Low Water" had Jo Orr at the wheel', "object": "Jo Orr"},
            "neither in the sentence nor",
        ),
        (
            {
                "relation": "premiere_date",
                "object": "2024-05-04",
                "quote": "The series opens on 3 May 2024",
            },
            "the date is read as 2024-05-03",
        ),
        ({"quote": "We had Di Poe at the desk", "object": "Di Poe"}, "inside direct speech"),
    ],
)
def test_proposal_that_does_not_hold_is_refused(change: dict[str, Any], reason: str) -> None:
    """Nothing is added, and the reason says which check failed."""
    added, reasons = outcome(replace(HELM, **change))

    assert added == []
    assert len(reasons) == 1
    assert reason in reasons[0]


@pytest.mark.parametrize(
    ("object_", "quote", "status"),
    [
        ("Bo Lee", "Bo Lee might have been the pen", {"possible"}),
        ("Al Gray", "A pen for the series was never held by Al Gray", {"negated"}),
        ("Cy Dunn", "Is Cy Dunn its pen?", {"asked"}),
    ],
)
def test_standing_is_read_anew(object_: str, quote: str, status: set[str]) -> None:
    """What the text doubts, denies or asks is no fact, whatever a proposer says."""
    added, _ = outcome(Proposal("writer", "Iron Tide", object_, quote))

    assert {record["status"] for record in added} <= status
    assert added or object_ == "Cy Dunn"


def test_a_sentence_tells_which_of_equal_quotes_is_meant() -> None:
    """The one in the sentence is taken."""
    text = 'The series "Iron Tide" is on. At its helm was Mia Park. In the film was Mia Park.'
    said = replace(HELM, quote="was Mia Park", sentence="At its helm was Mia Park.")
    (record,), _ = outcome(said, text)

    assert record["evidence"][0]["start"] == text.index("was Mia Park")


OPENING = 'The drama series "Iron Tide" is on. '


@pytest.mark.parametrize(
    ("text", "relation", "object_", "quote"),
    [
        ("For the show, a base in Lisbon.", "location", "Lisbon", "a base in Lisbon"),
        ("Home of the show: Netflix.", "platform", "Netflix", "Home of the show: Netflix"),
        (
            "Money for the show is from Blue Door Studios.",
            "production_company",
            "Blue Door Studios",
            "is from Blue Door Studios",
        ),
        (
            'The show owes all to the novel "Low Water".',
            "based_on",
            "Low Water",
            'owes all to the novel "Low Water"',
        ),
        (
            "The show counts 6 episodes in a row.",
            "episode_count",
            "6",
            "The show counts 6 episodes",
        ),
        (
            'After the series "Low Water" comes now the drama "Iron Tide".',
            "spin_off_of",
            "Low Water",
            'After the series "Low Water" comes now the drama "Iron Tide"',
        ),
    ],
)
def test_objects_of_every_kind_pass_where_we_read_them_so(
    text: str, relation: str, object_: str, quote: str
) -> None:
    """Places, platforms, firms, works, series and numbers."""
    (record,), reasons = outcome(Proposal(relation, "Iron Tide", object_, quote), OPENING + text)

    assert reasons == []
    assert (record["relation"], record["subject"], record["object"]) == (
        relation,
        "Iron Tide",
        object_,
    )


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        (
            'Mia Park was once in the film "Low Water".',
            Proposal(
                "worked_on", "Mia Park", "Low Water", 'Mia Park was once in the film "Low Water"'
            ),
        ),
        (
            "A sister of Eve Dunn in the show is Joy Dunn.",
            Proposal(
                "relationship",
                "Eve Dunn",
                "Joy Dunn",
                "A sister of Eve Dunn in the show is Joy Dunn",
            ),
        ),
    ],
)
def test_subjects_that_are_people_stand_in_the_quote(text: str, proposal: Proposal) -> None:
    """People and characters are subjects where they are names in the quote, and only there."""
    (record,), _ = outcome(proposal, OPENING + text)

    assert record["subject"] == proposal.subject
    assert outcome(replace(proposal, subject="Al Gray"), OPENING + text)[0] == []
    assert outcome(replace(proposal, subject="once"), OPENING + text)[0] == []


def test_season_and_character_of_a_proposal_are_checked_and_kept() -> None:
    """A season that the sentence speaks of, a character that the quote names."""
    text = OPENING + "Season 2 of the show has Mia Park on board next to Tom Low, the new Eve Dunn."
    season = Proposal("cast_member", "Iron Tide / season 2", "Mia Park", "has Mia Park on board")
    role = Proposal(
        "cast_member",
        "Iron Tide",
        "Tom Low",
        "Tom Low, the new Eve Dunn",
        "",
        (("character", "Eve Dunn"), ("season", "2")),
    )

    assert outcome(season, text)[0][0]["qualifiers"] == {"season": "2"}
    (record,) = outcome(role, text)[0]
    assert record["qualifiers"] == {"character": "Eve Dunn", "season": "2"}
    missing = replace(role, qualifiers=(("character", "Eve Gray"),))
    assert "character is not a name" in outcome(missing, text)[1][0]


def test_subject_is_a_sign_of_a_title_among_others() -> None:
    """A quoted phrase that a proposer takes for a series is one; a bare word is not."""
    text = '"Night Song" came out, with Mia Park at the wheel of "Night Song" as always.'
    said = replace(HELM, subject="Night Song", quote='Mia Park at the wheel of "Night Song"')
    bare = replace(said, subject="wheel")

    assert not read_all([document(text)])[0].main
    assert [record["subject"] for record in outcome(said, text)[0]] == ["Night Song"]
    assert outcome(bare, text)[0] == []


def test_date_of_a_proposal_is_the_one_that_we_read() -> None:
    """The same day passes; it may be found by our rules as well."""
    text = 'The drama series "Iron Tide" is on. Curtain up for the series: 3 May 2024.'
    said = Proposal(
        "premiere_date", "Iron Tide", "2024-05-03", "Curtain up for the series: 3 May 2024"
    )
    added, reasons = outcome(said, text)

    assert reasons == []
    assert [record["object"] for record in added] in (["2024-05-03"], [])


def test_quotes_are_found_in_plain_characters() -> None:
    """A model that writes straight quotation marks quotes all the same; offsets are the text's."""
    text = (
        "The drama series “Iron Tide” came out. At the helm of the series\u2019 crew was Mia Park."
    )
    said = replace(HELM, quote="the series' crew was Mia Park")
    (record,), _ = outcome(said, text)

    assert record["evidence"][0]["quote"] == "the series\u2019 crew was Mia Park"


FACT = {
    "relation": "director",
    "subject": "Iron Tide",
    "object": "Mia Park",
    "quote": HELM.quote,
    "sentence": HELM.quote + ".",
}
LIE = {**FACT, "object": "Zoe Null", "quote": "directed by Zoe Null"}


def article_in(folder: Path) -> Path:
    """Return a file with the article."""
    path = folder / "a.txt"
    path.write_text(ARTICLE)
    return path


def test_endpoint_is_asked_and_its_facts_are_checked(tmp_path: Path) -> None:
    """A true fact comes through with its label, an invented one goes to quarantine."""
    with chat_server(FACT, LIE, "noise", {"relation": 7}) as server:
        done = run_here(
            *("extract", article_in(tmp_path), "--proposer", "openai", "--model", "good"),
            *("--base-url", server.url, "--quarantine", tmp_path / "q"),
        )
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    refused = [json.loads(line) for line in (tmp_path / "q").read_text().splitlines()]

    (mine,) = [row for row in rows if row["rule"].startswith("openai/good#")]
    assert mine["object"] == "Mia Park"
    assert "Zoe Null" not in done.stdout
    reasons = {row["reason"] for row in refused if row["rule"].startswith("openai/")}
    assert reasons == {
        "the quote is not in the document",
        "the relation is not in the schema",
    }
    (request,) = server.requests
    assert request["path"] == "/v1/chat/completions"
    assert ARTICLE in request["messages"][1]["content"]
    assert "- director: " in request["messages"][0]["content"]
    assert request["temperature"] == 0


@pytest.mark.parametrize(
    ("model", "told"),
    [
        ("malformed", "the answer is no JSON"),
        ("odd", "no list of facts"),
        ("nothing", "has no choices"),
        ("page", "the server's answer is no JSON"),
        ("truncated", "cut off at the model's limit"),
        ("broken", "IncompleteRead|broke off"),
        ("refused", "the server answers 429"),
        ("moved", "the server answers 307"),
        ("slow", "no answer within 0.5 seconds"),
        ("dripping", "no answer within 0.5 seconds"),
        ("huge", "an answer of over"),
    ],
)
def test_bad_answer_harms_nothing(tmp_path: Path, model: str, told: str) -> None:
    """The claims of the rules are printed as without the endpoint, and the failure is told."""
    article = article_in(tmp_path)
    start = time.monotonic()
    with chat_server(FACT) as server:
        done = run_here(
            *("extract", article, "--proposer", "openai", "--model", model),
            *("--base-url", server.url, "--timeout", "0.5"),
        )
        n_requests = len(server.requests)

    assert done.returncode == 0
    assert done.stdout == run_here("extract", article).stdout
    assert any(part in done.stderr for part in told.split("|")), done.stderr
    assert done.stderr.count("\n") == 1
    assert n_requests == 1
    assert time.monotonic() - start < 8


def test_fenced_answer_is_read(tmp_path: Path) -> None:
    """Models that wrap JSON in a fence are understood."""
    with chat_server(FACT) as server:
        done = run_here(
            *("extract", article_in(tmp_path), "--proposer", "openai", "--model", "fenced"),
            *("--base-url", server.url),
        )

    assert "openai/fenced#" in done.stdout


def test_answers_are_kept_and_replayed_offline(tmp_path: Path) -> None:
    """A replay gives the same bytes without a server; another model has no answers in the file."""
    article, kept = article_in(tmp_path), tmp_path / "answers.jsonl"
    common = ("extract", article, "--proposer", "openai", "--model", "good")
    with chat_server(FACT) as server:
        first = run_here(*common, "--base-url", server.url, "--record", kept)
    again = run_here(*common, "--replay", kept)
    other = run_here(*common[:-1], "other", "--replay", kept)

    assert again.stdout == first.stdout
    assert "openai/good#" in again.stdout
    assert "openai/" not in other.stdout
    assert "holds no answer to this text, model and prompt" in other.stderr
    built = run_here("build", *common[1:], "--replay", kept, "--graph", tmp_path / "g")
    assert built.returncode == 0, built.stderr
    asked = run_here("ask", "directors", "--graph", tmp_path / "g", "--format", "csv")
    assert "Mia Park" in asked.stdout


@pytest.mark.parametrize("line", ["{", "[]", '{"request": "x"}'])
def test_broken_record_is_named(tmp_path: Path, line: str) -> None:
    """A file that is none of ours is an error with its line."""
    kept = tmp_path / "answers.jsonl"
    kept.write_text(line + "\n")
    done = run_here(
        *("extract", article_in(tmp_path), "--proposer", "openai", "--model", "m"),
        *("--replay", kept),
    )

    assert (done.returncode, done.stdout) == (4, "")
    assert "line 1: no recorded answer" in done.stderr


@pytest.mark.parametrize("model", ["good", "refused", "slow"])
def test_key_goes_into_the_header_and_nowhere_else(tmp_path: Path, model: str) -> None:
    """No message, no record and no trace of an error shows it, even where the server echoes it."""
    article, kept = article_in(tmp_path), tmp_path / "answers.jsonl"
    with chat_server({**FACT, "quote": KEY}) as server:
        done = run(
            *("extract", article, "--proposer", "openai", "--model", model, "--debug"),
            *("--base-url", server.url, "--record", kept, "--timeout", "0.5"),
            *("--quarantine", tmp_path / "q"),
            env={"OPENAI_API_KEY": KEY},
        )

    assert server.keys == [f"Bearer {KEY}"]
    assert KEY not in done.stdout + done.stderr + kept.read_text()
    assert KEY not in repr(Settings(key=KEY))


@pytest.mark.parametrize(
    ("options", "status", "told"),
    [
        (("--proposer", "opneai"), 2, "no plug-in 'opneai'.*there are: openai"),
        (("--annotator", "spicy"), 2, "there are: spacy"),
        (("--proposer", "openai"), 2, "needs --model"),
        (("--proposer", "openai", "--model", "m"), 2, "needs --base-url"),
        (
            ("--proposer", "openai", "--model", "m", "--base-url", "file:///etc/passwd"),
            2,
            "is no address",
        ),
        (("--model", "m"), 2, "--model is for a proposer"),
        (("--timeout", "3"), 2, "--timeout is for a proposer"),
        (("--spacy-model", "m"), 2, "--spacy-model is for an annotator"),
        (("--proposer", "openai", "--record", "a", "--replay", "b"), 2, "choose one"),
        (("--annotator", "spacy"), 2, "needs --spacy-model"),
    ],
)
def test_wrong_options_are_told_before_anything_is_read(
    tmp_path: Path, options: tuple[str, ...], status: int, told: str
) -> None:
    """One error says what would work."""
    done = run_here("extract", article_in(tmp_path), *options)

    assert (done.returncode, done.stdout, done.stderr.count("error")) == (status, "", 1)
    assert re.search(told, done.stderr)


def test_unreachable_server_is_told(tmp_path: Path) -> None:
    """Nobody listens: the document is read without help."""
    with chat_server() as server:
        url = server.url
    done = run_here(
        *("extract", article_in(tmp_path), "--proposer", "openai", "--model", "m"),
        *("--base-url", url, "--timeout", "2"),
    )

    assert done.returncode == 0
    assert "no answer from 127.0.0.1: ConnectionRefusedError" in done.stderr


def test_long_documents_are_asked_about_in_pieces() -> None:
    """Every character goes out once, in requests of bounded size."""
    sent: list[str] = []

    class Recorder:
        label = "x"

        def __call__(self, request: Any) -> str:  # noqa: ANN401 - JSON
            sent.append(request["messages"][1]["content"])
            return '{"choices": [{"message": {"content": "{\\"facts\\": []}"}}]}'

    from showgraph.extract.assisting.openai_proposer import OpenAIProposer  # noqa: PLC0415 - here only

    text = "It rains in the harbour. " * 4000
    assert list(OpenAIProposer("m", Recorder()).propose(document(text), ())) == []
    assert "".join(sent) == text
    assert max(map(len, sent)) <= 12_000


def test_secret_with_a_line_break_is_refused() -> None:
    """It would add a header of its own."""
    with pytest.raises(UsageError, match="no header can carry"):
        HttpExchange("http://127.0.0.1:1/v1", key="a\r\nHost: b")


def test_plugins_are_found_by_name_only() -> None:
    """What is neither bundled nor installed is refused with the names there are."""
    with pytest.raises(UsageError, match=r"showgraph\.proposers; there are: openai"):
        create_proposer("nobody", Settings())
    with pytest.raises((PluginError, UsageError)):
        create_annotator("spacy", Settings(model="no_such_pipeline"))
