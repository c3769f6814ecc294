"""What a notebook shows: answers, results, descriptions, graphs, pictures, and ``%%sparql``."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

import showgraph
from showgraph.errors import UsageError
from showgraph.notebook import SparqlMagic
from showgraph.query.answering.answers import Answer, Cell
from showgraph.query.formats.outcomes import Boolean, Results, Solutions
from showgraph.query.picture import draw
from showgraph.store import Literal, NamedNode

HOSTILE = "<script>alert(1)</script> & \"'\u202e\x1b]]>\ufffe"
QUERY = "SELECT ?title { ?show a sg:Series ; skos:prefLabel ?title }"


class Tags(HTMLParser):
    """Counts tags, and sees to it that each is closed in order."""

    def __init__(self, text: str) -> None:
        """Read a text."""
        super().__init__()
        self.seen: list[str] = []
        self._open: list[str] = []
        self.words = ""
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag; no attribute of it acts."""
        assert not [name for name, _ in attrs if name.startswith("on")]
        self.seen.append(tag)
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost tag."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep what is read."""
        self.words += data


@pytest.fixture
def opened(graph: Path) -> Iterator[showgraph.Graph]:
    """Return an open graph of the invented documents."""
    with showgraph.open_graph(graph) as opened:
        yield opened


def html_of(value: object) -> Tags:
    """Return what a notebook shows of a value."""
    text = value._repr_html_()  # type: ignore[attr-defined]
    assert isinstance(text, str)
    return Tags(text)


def test_answers_and_descriptions(opened: showgraph.Graph) -> None:
    """Rows are a table with its question above it; what is not accepted stands below."""
    answer = html_of(opened.ask("directors"))
    description = html_of(opened.describe("Harbour Lights"))

    assert {"table", "caption", "th", "a"} <= set(answer.seen)
    assert "Joan Okafor" in answer.words
    assert "possible: Harbour Lights, season 3 director Mara Voss" in answer.words
    assert "Who directed the show?" in answer.words
    assert "harbour-news" in description.words


def test_results_of_queries(opened: showgraph.Graph) -> None:
    """Rows and triples are tables, and an ASK shows its answer."""
    rows = html_of(opened.query(QUERY))
    triples = html_of(opened.query("CONSTRUCT { ?s a ?t } { ?s a ?t . ?s a sg:Series }"))

    assert "Harbour Lights" in rows.words
    assert "sg:Series" in triples.words
    assert html_of(Boolean(True)).words.strip() == "true"  # noqa: FBT003 - the only field
    assert html_of(Boolean(False)).words.strip() == "false"  # noqa: FBT003 - the only field
    assert "left out at the limit" in html_of(Solutions(("x",), ((None,),), is_cut=True)).words


def test_a_graph_shows_its_counts(opened: showgraph.Graph) -> None:
    """The name of a graph alone on a line tells what is in it."""
    shown = html_of(opened)

    assert "documents" in shown.words
    assert "things, series" in shown.words


def test_no_text_is_markup() -> None:
    """What looks like a tag in a value is read as text; the tags are those of a table alone."""
    cell = Cell(Literal(HOSTILE), HOSTILE)
    answer = Answer(
        question="q", understood=HOSTILE, columns=(HOSTILE,), variables=("x",), rows=((cell,),),
        sources=((),), grounds=((),), message=HOSTILE,
    )  # fmt: skip
    tags = html_of(answer)

    assert set(tags.seen) == {"table", "caption", "thead", "tbody", "tr", "th", "td", "bdi", "p"}
    assert tags.words.count("<script>alert(1)</script>") == 4
    assert not re.search("[\x00-\x08\x0b-\x1f\ufffe]", tags.words)


def test_a_picture_of_what_is_near(opened: showgraph.Graph) -> None:
    """The thing and what is linked to it, each with its name, in an SVG that loads nothing."""
    picture = opened.picture("Harbour Lights")
    svg = picture._repr_svg_()
    root = ET.fromstring(svg)  # noqa: S314 - our own text
    texts = [each.text for each in root.iter("{http://www.w3.org/2000/svg}text")]

    assert "Harbour Lights" in texts
    assert "Mara Voss" in texts
    assert len(list(root.iter("{http://www.w3.org/2000/svg}circle"))) == len(picture.spots)
    assert not re.search(r"href|script|style=|url\(|https?://(?!www\.w3\.org/2000/svg)", svg)
    assert svg == opened.picture("Harbour Lights").to_svg()


SVG = "{http://www.w3.org/2000/svg}"


def test_an_answer_is_drawn(opened: showgraph.Graph) -> None:
    """Each thing of the rows once on its side, a line for each pair, and nothing is loaded."""
    answer = opened.ask("cast")
    svg = answer._repr_svg_()
    assert svg is not None
    root = ET.fromstring(svg)  # noqa: S314 - our own text
    texts = {each.text for each in root.iter(f"{SVG}text")}
    pairs = {(row[0].label, cell.label) for row in answer.rows for cell in row[1:]}

    assert {label for pair in pairs for label in pair} <= texts
    assert {"Character", "Series"} <= texts
    assert len(list(root.iter(f"{SVG}line"))) == len(pairs) == 4
    assert not re.search(r"href|script|style=|url\(|https?://(?!www\.w3\.org/2000/svg)", svg)
    assert svg == opened.ask("cast")._repr_svg_()


def test_what_cannot_be_drawn_is_no_picture(opened: showgraph.Graph) -> None:
    """An answer without rows, or with one thing in each, has none, and a notebook shows a table."""
    assert opened.ask("awards")._repr_svg_() is None
    assert opened.ask("season-count")._repr_svg_() is None


def test_a_graph_is_drawn(opened: showgraph.Graph) -> None:
    """The thing with the most links stands in the middle, and what is around it around it."""
    svg = opened._repr_svg_()
    assert svg is not None
    root = ET.fromstring(svg)  # noqa: S314 - our own text
    (middle,) = (
        each
        for each in root.iter(f"{SVG}circle")
        if (each.get("cx"), each.get("cy")) == ("0.0", "0.0")
    )

    assert middle.findtext(f"{SVG}title") == "Harbour Lights (series)"
    assert svg == opened._repr_svg_()


def test_many_things_are_drawn_in_part() -> None:
    """Thirty on each side, and the picture says how many are left out."""
    cells = [Cell(NamedNode(f"https://e.org/id/person/{n}"), f"{HOSTILE}{n}") for n in range(80)]
    rows = tuple(zip(cells[:40], cells[40:], strict=True))
    answer = Answer(question="q", understood="q", columns=("A", "B"), variables=("a", "b"),
                    rows=rows, sources=((),) * 40, grounds=((),) * 40)  # fmt: skip
    svg = answer._repr_svg_()
    assert svg is not None
    root = ET.fromstring(svg)  # noqa: S314 - our own text

    assert len(list(root.iter(f"{SVG}circle"))) == 60
    assert "20 more are left out" in (root.findtext(f"{SVG}title") or "")


def test_things_do_not_lie_on_each_other(opened: showgraph.Graph) -> None:
    """No two things have one place, at any depth, and more depth shows no fewer."""
    sizes = []
    for depth in (0, 1, 2, 3):
        spots = opened.picture("Harbour Lights", depth=depth).spots
        places = {(round(spot.x), round(spot.y)) for spot in spots}
        assert len(places) == len(spots)
        sizes.append(len(spots))

    assert sizes[0] == 1
    assert sizes == sorted(sizes)
    assert sizes[1] > 3


def test_a_picture_keeps_what_is_nearest() -> None:
    """At its limit a picture leaves out what is farthest, and says how much."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number in range(20):
        network.add_node(f"id:{number:02}", label=HOSTILE * (number % 2) + str(number), kind="x")
    for number in range(1, 20):
        network.add_edge(f"id:{(number - 1) // 3:02}", f"id:{number:02}", label=HOSTILE)
    picture = draw(network, "id:00", depth=9, max_things=8)
    shown = {spot.iri for spot in picture.spots}

    assert {"id:00", "id:01", "id:02", "id:03"} <= shown
    assert (len(shown), picture.n_left_out) == (8, 12)
    ET.fromstring(picture.to_svg())  # noqa: S314 - our own text
    assert "<script" not in picture.to_svg()


class _Shell:
    """As much of a notebook's shell as the magic uses."""

    def __init__(self, **names: object) -> None:
        self.user_ns: dict[str, object] = dict(names)

    def push(self, names: dict[str, object]) -> None:
        """Take names into the notebook."""
        self.user_ns |= names


@pytest.mark.parametrize("by_name", [True, False])
def test_a_cell_of_sparql(opened: showgraph.Graph, graph: Path, by_name: bool) -> None:  # noqa: FBT001 - a case
    """A graph is named by its folder or its variable; the result is kept under a name."""
    shell = _Shell(mine=opened)
    magic = SparqlMagic(shell)
    results = magic.run(f"--graph '{'mine' if by_name else graph}' --into found", QUERY)
    magic.close()

    assert isinstance(results, Solutions)
    assert shell.user_ns["found"] is results
    assert [row[0].value for row in results.rows if isinstance(row[0], Literal)] == [
        "Harbour Lights"
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("--nonsense", "unrecognized arguments: --nonsense"),
        ("--max-rows many", "invalid int value"),
        ("--into 1x", "'1x' is no name of python"),
        ("--into '", "No closing quotation"),
    ],
)
def test_wrong_arguments_of_a_cell(line: str, words: str) -> None:
    """They are refused in a sentence, and the notebook lives on."""
    with pytest.raises(UsageError, match=re.escape(words)):
        SparqlMagic(_Shell()).run(line, QUERY)


def test_the_magic_in_ipython(opened: showgraph.Graph, capsys: pytest.CaptureFixture[str]) -> None:
    """``%load_ext showgraph`` in the real thing: a cell, its result, an error, and the way out."""
    testing = pytest.importorskip("IPython.testing.globalipapp", reason="IPython is not installed")
    shell: Any = testing.get_ipython() or testing.start_ipython()
    shell.user_ns["mine"] = opened
    # A terminal shows text alone; a notebook asks for all there is.
    shell.display_formatter.active_types = shell.display_formatter.format_types
    shell.run_line_magic("load_ext", "showgraph")
    done = shell.run_cell(f"%%sparql --graph mine --into found\n{QUERY}")
    asked = shell.run_cell("%%sparql --graph mine\nASK { ?show a sg:Series }")

    results: Results = done.result
    assert isinstance(results, Solutions)
    assert shell.user_ns["found"] == results
    data, _ = shell.display_formatter.format(results)
    assert "Harbour Lights" in data["text/html"]
    assert asked.result == Boolean(value=True)
    picture, _ = shell.display_formatter.format(opened.picture("Harbour Lights"))
    assert picture["image/svg+xml"].startswith("<svg ")
    capsys.readouterr()
    failed = shell.run_cell("%%sparql --graph mine\nSELECT ?x {")
    told = "".join(capsys.readouterr())
    assert not failed.success
    assert "error[SG-Q01]" in told
    assert "Traceback" not in told
    shell.run_line_magic("unload_ext", "showgraph")
    assert "sparql" not in shell.magics_manager.magics["cell"]
