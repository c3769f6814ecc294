"""The readings are well formed, and the digests belong to their articles in words of their own."""

import hashlib
import json
import os
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from showgraph.model import Status
from showgraph.relations import RELATIONS, Value

_HERE = Path(__file__).parent
_ROOT = _HERE.parents[1]
_DIGESTS = sorted((_ROOT / "data" / "documents").glob("*.md"))
_SOURCES = Path(
    os.environ.get("SHOWGRAPH_SOURCE_DOCUMENTS", _ROOT.parent / "shared" / "documents"),
)
_TOPICS = frozenset(
    [
        "plot",
        "trait",
        "personal-life",
        "friendship",
        "reception",
        "theme",
        "making",
        "career",
        "feeling",
        "remark",
    ],
)
_KINDS = {
    "platform": frozenset(["premiere", "release", "stream", "broadcast", "acquire"]),
    "cast_member": frozenset({"main", "recurring", "guest", "voice-over"}),
    "relationship": frozenset(
        ["couple", "cohabitation", "long-distance", "marriage", "separation", "reunion"],
    ),
}
_KEYS = {"doc", "table", "relation", "subject", "object", "qualifiers", "status", "speaker"}
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?|--\d\d-\d\d")
#: No article may share as many running words as this with its digest.
_WINDOW = 9


def _records(name: str) -> list[dict[str, Any]]:
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _split(path: Path) -> tuple[dict[str, Any], str]:
    _, front, text = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front), text


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", re.sub("['\u2019\u2018]", "", text).casefold())


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _words(text)
    return {tuple(words[i : i + _WINDOW]) for i in range(len(words) - _WINDOW + 1)}


def _source(digest: Path) -> Path:
    source = _SOURCES / f"{digest.stem}.txt"
    if not source.is_file():
        pytest.skip("the source articles are not here (SHOWGRAPH_SOURCE_DOCUMENTS)")
    return source


def test_the_readings_do_not_shrink() -> None:
    """There are five digests, each with required and forbidden facts."""
    required = Counter(
        record["doc"] for record in _records("expected.jsonl") if not record.get("optional")
    )
    assert sorted(required) == [path.stem for path in _DIGESTS]
    assert len(required) == 5
    assert min(required.values()) >= 25
    assert sum(required.values()) >= 170
    assert len(_records("forbidden.jsonl")) >= 300


@pytest.mark.parametrize("record", _records("expected.jsonl"))
def test_an_expected_fact_is_a_fact_record(record: dict[str, Any]) -> None:
    """Relation, qualifiers, values and status are those of the relation table."""
    relation = RELATIONS[record["relation"]]
    extra = {"optional", "note"} | ({"polarity"} if relation.name == "statement" else set())
    assert set(record) - extra == _KEYS
    assert set(record["qualifiers"]) <= set(relation.qualifiers)
    assert record["status"] in set(Status)
    kind = record["qualifiers"].get("kind")
    assert kind is None or kind in _KINDS[relation.name]
    if relation.objects is Value.DATE:
        assert _DATE.fullmatch(record["object"])
    if relation.objects is Value.NUMBER:
        assert record["object"].isdecimal()
    if relation.name == "statement":
        assert record["object"] in _TOPICS
        assert (record["polarity"] == "negative") == (record["status"] == Status.NEGATED)


def test_no_fact_is_expected_twice() -> None:
    """Two records differ in more than what is said about them."""
    facts = [
        json.dumps({k: v for k, v in r.items() if k not in {"note", "optional"}}, sort_keys=True)
        for r in _records("expected.jsonl")
    ]
    assert len(facts) == len(set(facts))


def _matches(pattern: dict[str, Any], record: dict[str, Any]) -> bool:
    for key, wanted in pattern.get("qualifiers", {}).items():
        found = record["qualifiers"].get(key)
        if found is None if wanted == "*" else found != wanted:
            return False
    return all(
        record.get(key) == value
        for key, value in pattern.items()
        if key not in {"qualifiers", "why"}
    )


@pytest.mark.parametrize("pattern", _records("forbidden.jsonl"))
def test_a_forbidden_fact_is_not_expected(pattern: dict[str, Any]) -> None:
    """A trap names its reason and a known relation, and forbids nothing that is expected."""
    assert pattern["why"]
    assert len(pattern) > 1
    if "relation" in pattern:
        allowed = RELATIONS[pattern["relation"]].qualifiers
        assert set(pattern.get("qualifiers", {})) <= set(allowed)
    assert not [record for record in _records("expected.jsonl") if _matches(pattern, record)]


@pytest.mark.parametrize("digest", _DIGESTS, ids=lambda path: path.stem)
def test_a_digest_bears_the_date_and_hash_of_its_article(digest: Path) -> None:
    """The front matter gives the article's hash and the date it bears, or none."""
    article = _source(digest).read_bytes()
    front, text = _split(digest)
    dated = re.match(r"\s*date (\d{4}-\d\d-\d\d) ", article.decode())
    assert front["original_sha256"] == hashlib.sha256(article).hexdigest()
    assert front["title"]
    assert str(front.get("date")) == str(dated and dated[1])
    assert 0.8 < len(_words(text)) / len(_words(article.decode())) < 1.25


@pytest.mark.parametrize("digest", _DIGESTS, ids=lambda path: path.stem)
def test_a_digest_has_words_of_its_own(digest: Path) -> None:
    """No run of nine words of any article stands in a digest."""
    shared = _runs(digest.read_text(encoding="utf-8")) & {
        run
        for source in _source(digest).parent.glob("*.txt")
        for run in _runs(source.read_text(encoding="utf-8"))
    }
    assert not shared
