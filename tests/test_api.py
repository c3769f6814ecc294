"""The Python interface: the same abilities as the commands, as methods."""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import showgraph
from program import DOCUMENTS
from showgraph.errors import (
    DamagedGraphError,
    GraphError,
    NotUnderstoodError,
    ParameterError,
    UnavailableError,
    UnknownNameError,
    UsageError,
)
from showgraph.graph.accepting.facts import Ground
from showgraph.graph.accepting.policy import Policy
from showgraph.model import Status
from showgraph.namespaces import GRAPHS, SG
from showgraph.query.formats.outcomes import Solutions
from showgraph.query.provenance.explanation import Standing
from showgraph.store import NamedNode


@pytest.fixture(scope="module")
def opened(graph: Path) -> Iterator[showgraph.Graph]:
    """Return the graph of the invented documents, open."""
    with showgraph.open_graph(graph) as opened:
        yield opened


def test_ask_and_questions(opened: showgraph.Graph) -> None:
    """A question has rows of cells, and each row the stretches of documents behind it."""
    answer = opened.ask("who created the show and also starred in it")
    (row,), (sources,) = answer.rows, answer.sources

    assert row[0].label == "Mara Voss"
    assert {source.document for source in sources} == {"harbour-news", "harbour-review", "note-1"}
    assert answer.question in opened.questions
    assert opened.ask("cast", {"show": "Harbour Lights"}).rows


def test_sentence_of_a_source(opened: showgraph.Graph) -> None:
    """The words of a source stand in a sentence of the document's text."""
    source = opened.ask("directors").sources[0][0]

    assert source.quote in opened.sentence(source)
    assert opened.sentence(type(source)("no-such-document", 0, 5, "words")) == ""


def test_query(opened: showgraph.Graph) -> None:
    """SPARQL gives terms."""
    results = opened.query("SELECT ?s { ?s a sg:Series }")

    assert isinstance(results, Solutions)
    assert results.rows == ((NamedNode("https://w3id.org/showgraph/id/series/harbour-lights"),),)


def test_explain(opened: showgraph.Graph) -> None:
    """A fact, all facts of a property, and a row lead to claims."""
    (one,) = opened.explain("Harbour Lights", "castMember", "Mara Voss")
    several = opened.explain("Harbour Lights", "cast member")
    row = opened.explain_row("creator-and-star", 1)

    assert one.standing is Standing.INFERRED
    assert one in several
    assert len(several) == 2
    assert len(row) == 2
    with pytest.raises(ParameterError, match="no row 7"):
        opened.explain_row("creator-and-star", 7)


def test_explain_takes_iris_and_values(opened: showgraph.Graph) -> None:
    """A node without a name is found by its IRI, a number by its digits."""
    (count,) = opened.explain("Harbour Lights, season 2", "seasonNumber", "2")
    (credit,) = opened.explain("Harbour Lights", SG + "hasCreatorCredit")
    assert isinstance(credit.triple.object, NamedNode)
    (agent,) = opened.explain(credit.triple.object.value, "credited agent")

    assert count.standing is Standing.ASSERTED
    assert agent.words.endswith("Mara Voss")
    with pytest.raises(UnknownNameError):
        opened.explain("https://example.org/nothing", "creator")
    with pytest.raises(UnknownNameError):
        opened.explain("no iri://", "creator")


def test_describe_stats_path_and_disagreements(opened: showgraph.Graph) -> None:
    """Each gives what its command prints."""
    assert opened.describe("Isla Reid").entity.kind == "character"
    assert opened.stats().n_documents == 4
    assert [step.object for step in opened.path("Mara Voss", "Harbour Lights")]
    assert opened.path("Mara Voss", "Mara Voss") == ()
    assert {row[0].label for row in opened.disagreements().rows} == {"contradiction", "difference"}


def test_validate(opened: showgraph.Graph) -> None:
    """The report is that of the build."""
    report = opened.validate()

    assert report.conforms
    assert report.n_focus_nodes == opened.report["focus_nodes"]


def test_export(opened: showgraph.Graph, tmp_path: Path) -> None:
    """To a file by its ending, to a stream as Turtle, and no other formats."""
    stream = io.BytesIO()
    opened.export(stream)
    opened.export(tmp_path / "graph.ttl")

    assert stream.getvalue() == (tmp_path / "graph.ttl").read_bytes()
    with pytest.raises(UsageError, match="docx"):
        opened.export(tmp_path / "graph.docx")


def test_to_rdflib(opened: showgraph.Graph) -> None:
    """Facts as a graph of rdflib; other named graphs by their names."""
    facts, claims = opened.to_rdflib(), opened.to_rdflib("claims")
    counts = opened.manifest.counts

    assert len(facts) == counts[GRAPHS["accepted"]] + counts[GRAPHS["inferred"]]
    assert len(claims) == counts[GRAPHS["claims"]]
    with pytest.raises(ParameterError, match="accepted"):
        opened.to_rdflib("nonsense")


def test_to_networkx(opened: showgraph.Graph) -> None:
    """Things are nodes with labels, facts between them edges."""
    network = opened.to_networkx()

    assert "Mara Voss" in {network.nodes[node]["label"] for node in network.nodes}
    assert network.number_of_edges() > 10


def test_a_closed_graph_says_so(graph: Path) -> None:
    """Closing twice is no error, asking afterwards is."""
    opened = showgraph.open_graph(graph)
    opened.close()
    opened.close()

    with pytest.raises(GraphError, match="closed"):
        opened.ask("cast")


def test_what_is_not_understood_is_an_error(opened: showgraph.Graph) -> None:
    """Nothing is guessed."""
    with pytest.raises(NotUnderstoodError):
        opened.ask("how high is the moon")
    with pytest.raises(NotUnderstoodError, match="the question is empty"):
        opened.ask(" ")
    with pytest.raises(ParameterError, match="'season' is 1; write it as text"):
        opened.ask("cast", {"season": 1})  # type: ignore[dict-item] # what a user may type


@pytest.mark.parametrize("timeout_s", [0, -1, float("nan"), float("inf"), 1e9])
def test_limits_that_are_none_are_refused(opened: showgraph.Graph, timeout_s: float) -> None:
    """A time that no clock can count and a number of rows below 0 are named."""
    with pytest.raises(UsageError, match=f"timeout_s is {timeout_s:g}".replace("+", r"\+")):
        opened.query("ASK {}", timeout_s=timeout_s)
    with pytest.raises(UsageError, match="max_rows is -1"):
        opened.query("ASK {}", max_rows=-1)


def test_build_graph(tmp_path: Path) -> None:
    """The report counts; paths may be strings; a missing path or no document is an error."""
    report = showgraph.build_graph([str(DOCUMENTS)], tmp_path / "graph")

    assert (report.documents, report.skipped, report.conforms) == (4, (), True)
    assert report.to_json()["contradictions"] == 1
    with pytest.raises(UnavailableError, match="missing"):
        showgraph.build_graph([tmp_path / "missing"], tmp_path / "graph")
    with pytest.raises(UsageError, match="give a list of files and folders"):
        showgraph.build_graph(str(DOCUMENTS), tmp_path / "graph")
    with pytest.raises(UsageError, match="hermit"):
        showgraph.build_graph([DOCUMENTS], tmp_path / "graph", reasoner="hermit")  # type: ignore[arg-type] # what a user may type


def test_build_graph_by_a_policy(tmp_path: Path) -> None:
    """The manifest tells the policy; one that makes no sense is refused before anything is read."""
    policy = Policy(resolve=(Ground.LATER,), copy_share=0.9)
    showgraph.build_graph([DOCUMENTS], tmp_path / "graph", policy=policy)

    with showgraph.open_graph(tmp_path / "graph") as graph:
        told = graph.manifest.inputs["policy"]
    assert isinstance(told, dict)
    assert (told["resolve"], told["copy_share"]) == (["later document"], 0.9)
    with pytest.raises(UsageError, match="negated"):
        Policy(accepted=frozenset({Status.NEGATED}))


def test_a_reader_keeps_its_graph_while_another_is_built(tmp_path: Path) -> None:
    """An open graph is not touched by builds."""
    folder = tmp_path / "graph"
    showgraph.build_graph([DOCUMENTS], folder)
    with showgraph.open_graph(folder) as opened:
        for _ in range(3):
            showgraph.build_graph([DOCUMENTS / "notes.jsonl"], folder)
        before = opened.stats().n_documents
    with showgraph.open_graph(folder) as opened:
        after = opened.stats().n_documents

    assert (before, after) == (4, 2)


def test_a_graph_with_damaged_rules_says_so(graph: Path, tmp_path: Path) -> None:
    """A question that needs the rules names the file, and what to do."""
    copy = tmp_path / "graph"
    shutil.copytree(graph, copy)
    (rules,) = copy.glob("generations/*/rules.json")
    rules.write_text("[]")

    with showgraph.open_graph(copy) as opened, pytest.raises(GraphError, match=r"rules\.json"):
        opened.ask("cast")


def test_a_graph_with_a_damaged_store_says_so(graph: Path, tmp_path: Path) -> None:
    """The message names the graph, and what to do."""
    copy = tmp_path / "graph"
    shutil.copytree(graph, copy)
    (part,) = copy.glob("generations/*/store/CURRENT")
    part.unlink()

    with pytest.raises(DamagedGraphError, match=rf"{copy} cannot .* run 'showgraph build' again"):
        showgraph.open_graph(copy)


def test_a_graph_that_does_not_conform(spoiled_graph: Path) -> None:
    """The result names the season, and the report does not conform."""
    with showgraph.open_graph(spoiled_graph) as opened:
        report = opened.validate()

    assert not report.conforms
    assert any("season" in result.label for result in report.results)


def test_an_answer_outlives_its_graph(graph: Path) -> None:
    """What stands behind its rows can be looked at afterwards; the graph answers no more."""
    with showgraph.open_graph(graph) as opened:
        answer = opened.ask("cast")
        expected = tuple(opened.ask("cast").sources)

    assert any(expected)
    assert tuple(answer.sources) == expected
    with pytest.raises(GraphError, match="closed"):
        opened.ask("cast")


def test_every_public_name_is_there() -> None:
    """``from showgraph import *`` works, and an unknown name is refused."""
    assert {"Graph", "Ground", "Policy", "build_graph", "open_graph"} < set(showgraph.__all__)
    assert set(showgraph.__all__) <= set(dir(showgraph))
    for name in showgraph.__all__:
        assert getattr(showgraph, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'graph_of'"):
        showgraph.graph_of  # noqa: B018 - looking it up is the test


def test_a_graph_says_where_it_is(graph: Path) -> None:
    """A notebook or debugger that shows the object tells its folder."""
    with showgraph.open_graph(graph) as opened:
        assert repr(opened) == f"<showgraph.Graph at {str(graph)!r}>"
