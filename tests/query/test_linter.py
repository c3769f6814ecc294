"""The linter finds what makes other tools read a question wrongly."""

import pytest

from showgraph.errors import ResourceError
from showgraph.namespaces import PREFIXES, SG
from showgraph.query.questions.header import EvidenceTemplate, parse_question, parse_template
from showgraph.query.questions.linter import lint
from showgraph.store import NamedNode

GOOD = """\
#+ summary: Who directed the show?
#+ description: Directors of a series
#+ endpoint_in_url: False
#+ method: GET
#+ x-showgraph:
#+   id: who-directed
#+   phrases:
#+     - who directed {show}
#+     - who directs {show}
#+     - directors of {show}
#+     - director of {show}
#+     - the directors
#+     - who helmed {show}
#+   params:
#+     show:
#+       help: Title of a series
#+       class: sg:Series
#+   columns:
#+     person: Director
#+   evidence:
#+     - ?series sg:director ?person
#+   view: table
#+ tags:
#+   - people
PREFIX sg: <https://w3id.org/showgraph/ontology#>

SELECT ?person ?series
WHERE {
  ?series sg:director ?person .
  FILTER(COALESCE(?series = ?__show_iri, true))
}
ORDER BY ?person ?series
"""


def test_a_good_question_passes() -> None:
    """Nothing is found in a question that follows all rules."""
    assert lint("who-directed.rq", GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("Directors of a series", "Note: directors", "broken header"),
        ("Directors of a series", "Directors #1 of a series", "hash sign"),
        ("      help: Title of a series", "      help: Title of a series #x", "hash sign"),
        ("Directors of a series", "'Directors: all'", "colon or hash"),
        ("Directors of a series", ">", "folded text"),
        ("Who directed the show?", "(who directed)", "starts with a symbol"),
        ("PREFIX sg", "# SPDX\nPREFIX sg", "a plain comment on line"),
        ("#+ tags:\n#+   - people\n", "#+ tags:\n#+   - people\n#+ since: 1\n", "not the last key"),
        ("SELECT ?person ?series", "SELECT ?person ?series ?task", "reads as SELECT and ASK"),
        ("PREFIX sg", "BASE <http://example.org/>\nPREFIX sg", "BASE is used"),
        ("PREFIX sg: <https://w3id.org/showgraph/ontology#>\n", "", "sg: is not declared"),
        ("showgraph/ontology#>\n", "showgraph/other#>\n", "means another namespace"),
        (
            "PREFIX sg",
            "PREFIX oa: <http://www.w3.org/ns/oa#>\nPREFIX sg",
            "the prefix oa: is not used",
        ),
        ("SELECT ?person", "select ?person", "no SELECT, written in capitals"),
        ("ORDER BY ?person ?series\n", "", "exactly one ORDER BY"),
        ("ORDER BY ?person ?series", "ORDER BY ?person ?series LIMIT 5", "LIMIT or OFFSET"),
        ("ORDER BY ?person", "ORDER BY ?__show_iris ?person", "is no parameter"),
        ("sg:director ?person .", "sg:director ?person ; ?__show_irix ?x .", "is no parameter"),
        (
            "COALESCE(?series = ?__show_iri, true)",
            "?series = ?__show_iri",
            "is not inside COALESCE",
        ),
        ("id: who-directed", "id: directed", "its id is 'directed'"),
        ("person: Director", "writer: Director", "?writer is not selected"),
        (
            "?series sg:director ?person\n#+   view",
            "?work sg:director ?person\n#+   view",
            "needs ?work",
        ),
        ("    - ?series sg:director ?person", "    - ?series sgg:director ?person", "known prefix"),
        ("    - ?series sg:director ?person", "    - claim", "is no evidence"),
        ("view: table", "view: pie", "the view 'pie'"),
        ("#+     - who helmed {show}\n", "", "fewer than 6 phrases"),
        ("who helmed {show}", "who directed {show}", "one of them twice"),
        ("who helmed {show}", "did {person} direct it", "names what is no parameter"),
        ("who helmed {show}", "is {show} like {show}", "no parameter, or one twice"),
        (
            "#+     show:\n#+       help: Title of a series\n#+       class: sg:Series\n",
            "",
            "params []",
        ),
        ("#+   view: table\n", "", "lacks 'view'"),
        ("#+ description: Directors of a series\n", "", "lacks 'description'"),
        ("#+ summary: Who directed the show?\n", "#+ summary: [\n", "broken header"),
    ],
)
def test_each_rule_has_a_failure(old: str, new: str, finding: str) -> None:
    """Breaking a rule gives a finding that names it."""
    assert old in GOOD

    found = lint("who-directed.rq", GOOD.replace(old, new))

    assert any(finding in each for each in found), found


@pytest.mark.parametrize("name", ["Who.rq", "who.directed.rq", "who_directed.rq", "-who.rq"])
def test_a_file_name_is_plain(name: str) -> None:
    """A name that other tools would cut or refuse is found."""
    assert any("the file's name" in each for each in lint(name, GOOD))


def test_a_parameter_is_not_called_like_an_option() -> None:
    """A parameter is an option of the command line, and two options cannot share a name."""
    renamed = GOOD.replace("__show", "__format").replace("{show}", "{format}")

    found = lint("who-directed.rq", renamed.replace("     show:", "     format:"))

    assert found == ["the parameter 'format' has the name of an option"]


def test_a_parameter_is_not_the_beginning_of_another_variable() -> None:
    """Grlc replaces text, so ?__show_iri would be replaced inside ?__show_iris too."""
    described = "#+       class: sg:Series\n"
    two = GOOD.replace("?__show_iri", "?__show").replace(
        described,
        f"{described}#+     showing:\n#+       help: Anything\n",
    )

    found = lint(
        "who-directed.rq",
        two.replace("?series = ?__show,", "?series = ?__show, ?series = ?__showing,"),
    )

    assert found == ["?__show is the beginning of ?__showing"]


def test_text_without_a_header_is_no_question() -> None:
    """A query alone is named as what it is."""
    with pytest.raises(ResourceError, match="has no header"):
        parse_question("x.rq", "SELECT ?s { ?s ?p ?o }")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("?node", EvidenceTemplate(("node",))),
        ("claim ?claim", EvidenceTemplate(("claim",), is_claim=True)),
        ("?s sg:creator ?o", EvidenceTemplate(("s", NamedNode(SG + "creator"), "o"))),
    ],
)
def test_evidence_is_a_triple_a_node_or_a_claim(line: str, expected: EvidenceTemplate) -> None:
    """Variables stay names, compact IRIs are written out."""
    assert parse_template(line, PREFIXES) == expected
