"""What holds of every extraction, whatever the text."""

from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from extract.reading import document
from showgraph.extract.extraction import extract
from showgraph.extract.rulepack.pack import load_pack
from showgraph.iris import name_key
from showgraph.relations import RELATIONS, Value

_STATUS = yaml.safe_load(Path(__file__).with_name("status_cases.yaml").read_text(encoding="utf-8"))
_SENTENCES = [case["text"] for frame in load_pack().frames for case in frame.tests]
_SENTENCES += [text for _, _, text in _STATUS["cases"]]
_WORDS = sorted({word for text in _SENTENCES for word in text.split()})
_MARKS = ["'s", "'S", '"', "\u201c", "(", ")", ",", ".", ":", "|", "-", "&", "1", "2024", "Peacock"]


@st.composite
def _cut_sentences(draw: st.DrawFn) -> str:
    """Draw a sentence with marks and words put in and an end cut off."""
    words = draw(st.sampled_from(_SENTENCES)).split()
    for _ in range(draw(st.integers(0, 3))):
        words.insert(draw(st.integers(0, len(words))), draw(st.sampled_from([*_MARKS, *_WORDS])))
    text = " ".join(words)
    return text[: draw(st.integers(0, len(text)))]


_TEXTS = st.one_of(
    _cut_sentences(),
    st.lists(st.sampled_from(_SENTENCES), max_size=4).map(" ".join),
    st.lists(st.sampled_from(_WORDS), max_size=30).map(" ".join),
    st.text(max_size=200),
)


@given(_TEXTS)
@example(
    'The reports about Mira Whitlock are new. "We are thrilled," said Whitlock. She told The Hour.'
)
@example('Bowen may return, she told the Radio Times. The seri "We are thrilled," said Whitlock.')
def test_every_quote_stands_where_its_evidence_says(text: str) -> None:
    """``text[start:end] == quote`` for all evidence, and no evidence is empty."""
    for claim in extract([document(text)]).claims:
        assert claim.evidence
        for evidence in claim.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote
            assert evidence.quote


@given(_TEXTS)
def test_every_claim_keeps_to_the_table_of_relations(text: str) -> None:
    """Subjects, objects and qualifiers are of the kinds that the relation allows."""
    for claim in extract([document(text)]).claims:
        relation = RELATIONS[claim.relation]
        assert claim.subject.kind in relation.subjects
        assert {key for key, _ in claim.qualifiers} <= set(relation.qualifiers)
        if isinstance(relation.objects, Value):
            assert isinstance(claim.object, str)
        else:
            assert not isinstance(claim.object, str)
            assert claim.object.kind in relation.objects


@given(_TEXTS)
@example("Peacock'S")
@example("Season 2 will not")
def test_two_runs_are_equal(text: str) -> None:
    """Nothing of an earlier run shows in a later one."""
    assert extract([document(text)]) == extract([document(text)])


@given(_TEXTS)
def test_every_thing_named_is_an_entity(text: str) -> None:
    """Subjects and objects stand among the entities; an alias is another form of the name."""
    extraction = extract([document(text)])
    known = {entity.reference for entity in extraction.entities}

    for claim in extraction.claims:
        assert claim.subject in known
        assert isinstance(claim.object, str) or claim.object in known
    for entity in extraction.entities:
        assert entity.label not in entity.aliases
        assert name_key(entity.label) == name_key(entity.reference.name)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Nothing about a series.", "\u00a0\u2026 ?"])
def test_a_text_without_series_says_nothing(text: str) -> None:
    """No title, no claim."""
    assert extract([document(text)]).claims == ()
