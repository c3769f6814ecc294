"""A description holds all that is known of a thing; the network shows how things connect."""

import networkx as nx
import pytest

from showgraph.errors import AmbiguousNameError, UnknownNameError
from showgraph.query.answering.description import Description, describe
from showgraph.query.matching.names import Names
from showgraph.query.matching.triples import find_triples
from showgraph.query.naming.labels import Labels, compact, expand
from showgraph.query.network import Step, entity_network, find_path, statistics
from showgraph.rules import RuleTable
from showgraph.store import Literal, NamedNode, Store


def groups(found: Description) -> dict[str, list[str]]:
    """Return the labels of the values by property, those inferred with a star."""
    return {
        group.property: [
            value.cell.label + ("*" if value.is_inferred else "") for value in group.values
        ]
        for group in found.groups
    }


def test_a_series(world: Store, rules: RuleTable, names: Names) -> None:
    """Credits, releases, events and places of a series, grouped and in words."""
    found = describe(world, rules, "Harbour Lights", names)

    known = groups(found)
    assert known["creator"] == ["Edda Quill*"]
    assert known["director"] == ["Priya Nandan*", "Sam Idris*"]
    assert known["has release"] == ["release: 2017, Vidbay, Kestrel House, occurred"]
    assert known["has spin-off"] == ["Paper Tigers"]
    assert known["set in"] == ["Port Ellery"]
    assert len(known["has season"]) == 3
    assert "contributor" not in known
    assert [each.topic for each in found.statements].count("plot") == 5
    assert "possible: Harbour Lights, season 3 director Wren Abara" in map(str, found.lesser)


def test_a_person(world: Store, rules: RuleTable, names: Names) -> None:
    """What a person made and said, each fact from the person's side."""
    found = describe(world, rules, "Reyl", names)

    known = groups(found)
    assert known["plays character"] == ["Jon Calder*"]
    assert known["cast member of"][:2] == ["Harbour Lights*", "Paper Tigers*"]
    assert len(known["interviewed in"]) == 1
    assert [(each.topic, each.speaker) for each in found.statements] == [
        ("plot", "Tomas Reyl"),
        ("personal life", "Tomas Reyl"),
        ("making", "Tomas Reyl"),
    ]


@pytest.mark.parametrize(
    "name",
    ["Harbour Lights", "Tomas Reyl", "Mara Voss", "Harbour Lights, season 3", "Port Ellery"],
)
def test_every_fact_has_a_source(world: Store, rules: RuleTable, names: Names, name: str) -> None:
    """Each value rests on the words of a document, an inferred one by its premises."""
    found = describe(world, rules, name, names)

    assert found.groups
    assert all(value.sources for group in found.groups for value in group.values)


def test_names_are_read_where_they_are_not_given(world: Store, rules: RuleTable) -> None:
    """The description of a thing without facts is empty, not an error."""
    found = describe(world, rules, "Wren Abara")

    assert (found.entity.label, found.groups, found.statements) == ("Wren Abara", (), ())


@pytest.mark.parametrize(
    ("name", "error"), [("Nobody", UnknownNameError), ("Lumo", AmbiguousNameError)]
)
def test_an_unclear_name_is_refused(
    world: Store,
    rules: RuleTable,
    name: str,
    error: type[Exception],
) -> None:
    """A name of nothing, or of several things, is an error."""
    with pytest.raises(error):
        describe(world, rules, name)


def test_the_network_has_things_and_their_links(world: Store, names: Names) -> None:
    """Nodes are named things; credits are folded into what follows from them, events into edges."""
    network = entity_network(world, names)
    lights, edda = names.resolve("Harbour Lights").iri, names.resolve("Edda Quill").iri
    mara, jon = names.resolve("Mara").iri, names.resolve("Jon").iri

    assert network.number_of_nodes() == len(names.entities)
    assert network.nodes[edda] == {"label": "Edda Quill", "kind": "person"}
    assert network.edges[lights, edda, "creator"]["is_inferred"]
    assert "contributor" not in network.get_edge_data(lights, edda)
    bonds = {facts["label"] for facts in (network.get_edge_data(jon, mara) or {}).values()}
    assert bonds
    assert not any("credit" in node for node in network)


def test_the_network_is_the_same_each_time(world: Store) -> None:
    """Nodes and edges come in the same order, whoever reads them."""
    first, second = entity_network(world), entity_network(world)

    assert list(first.edges(data=True, keys=True)) == list(second.edges(data=True, keys=True))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (
            "Edda Quill",
            "Lena Moor",
            [
                Step("Edda Quill", "announcement", "Tomas Reyl"),
                Step("Paper Tigers", "cast member", "Tomas Reyl"),
                Step("Paper Tigers", "cast member", "Lena Moor"),
            ],
        ),
        ("Port Ellery", "Harbour Lights", [Step("Harbour Lights", "set in", "Port Ellery")]),
        ("Wren Abara", "Edda Quill", []),
        ("Edda Quill", "Edda Quill", []),
    ],
)
def test_two_things_are_connected(
    world: Store,
    names: Names,
    start: str,
    end: str,
    expected: list[Step],
) -> None:
    """The shortest way is told fact by fact, each as it reads; there may be none."""
    found = find_path(world, names.resolve(start), names.resolve(end), names)

    assert list(found) == expected


def test_statistics(world: Store) -> None:
    """How much there is of everything."""
    found = statistics(world)

    assert found.n_documents == 6
    assert found.entities["series"] == 2
    assert found.claims["possible"] == 1
    assert (found.n_contradictions, found.n_differences) == (1, 1)
    assert set(found.facts) == {"accepted", "inferred", "claims", "ontology"}
    assert found.most_linked[0][0] == "Harbour Lights"
    assert found.n_components == 2
    assert found.n_links == entity_network(world).number_of_edges()
    assert nx.number_weakly_connected_components(entity_network(world)) == found.n_components


def test_what_is_shown_can_be_explained(world: Store, rules: RuleTable, names: Names) -> None:
    """Each property and value of each description, reverse ones too, finds its fact."""
    n_values = 0
    for entity in names.entities:
        for group in describe(world, rules, entity.iri, names).groups:
            for value in group.values:
                n_values += 1
                triples = find_triples(world, names, entity.iri, group.property, value.cell.label)
                ends = {str(end) for each in triples for end in (each.subject, each.object)}
                assert str(value.cell.term) in ends, (entity.label, group.property)
                assert str(NamedNode(entity.iri)) in ends
                assert all(NamedNode(entity.iri) in (t.subject, t.object) for t in triples)
    assert n_values > 140


def test_a_short_iri_is_that_of_the_thing(world: Store, names: Names) -> None:
    """What a table shows for an IRI can be typed."""
    lumo = names.resolve("id:platform/lumo")

    assert lumo == names.resolve("https://w3id.org/showgraph/id/platform/lumo")
    assert find_triples(world, names, "id:platform/lumo", "platform of")
    assert expand(compact(lumo.iri)) == lumo.iri
    assert expand("Harbour: Lights") == "Harbour: Lights"


def test_labels(world: Store) -> None:
    """A thing is read by its name, a node by what it belongs to, a property by its label."""
    labels = Labels(world)
    release = next(iter(world.select("SELECT ?r { ?w sg:hasRelease ?r } ORDER BY ?r LIMIT 1")))["r"]

    assert labels.of(NamedNode("https://w3id.org/showgraph/ontology#castMember")) == "cast member"
    assert labels.of(release)
    assert labels.of(Literal("x")) == "x"
    assert labels.of(None) == ""
    assert labels.of(NamedNode("http://example.org/x")) == "http://example.org/x"
    assert compact("https://w3id.org/showgraph/id/person/x") == "id:person/x"
