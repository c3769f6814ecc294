"""Check the frames of a rule pack against what the extractor can do with them.

A pack that passes cannot make the extractor fail: every name that a frame uses is bound by its
pattern, every builder gets the slots that it reads, and every claim is one that the table of
relations has. Frames and examples that contradict each other are named with both their ids.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from showgraph.extract.frames.drops import DROPS
from showgraph.extract.rulepack.pack import Emission, Frame, Pack, load_pack
from showgraph.extract.rulepack.packfiles import PackError
from showgraph.extract.rulepack.pattern import Node
from showgraph.model import Kind, Status
from showgraph.relations import RELATIONS, Value

#: What a slot of a type gives as the object of a claim.
_GIVES: Final[Mapping[str, frozenset[Kind | Value]]] = {
    "people": frozenset({Kind.PERSON, Kind.CHARACTER}),
    "name": frozenset({Kind.PERSON, Kind.CHARACTER, Kind.PLACE}),
    "company": frozenset({Kind.ORGANIZATION}),
    "companies": frozenset({Kind.ORGANIZATION}),
    "outlet": frozenset({Kind.ORGANIZATION}),
    "platform": frozenset({Kind.PLATFORM, Kind.ORGANIZATION}),
    "place": frozenset({Kind.PLACE}),
    "genre": frozenset({Value.WORDS}),
    "origin": frozenset({Value.WORDS}),
    "award": frozenset({Value.WORDS}),
    "number": frozenset({Value.NUMBER}),
    "duration": frozenset({Value.DURATION}),
}
_CASE_KEYS: Final = frozenset({"text", "expect", "never", "status", "elsewhere", "claims", "date"})
_TRIPLE: Final = 3


def lint_frames(pack: Pack, builders: Mapping[str, Callable[..., object]]) -> None:
    """Check all frames of a pack.

    Args:
        pack: The pack.
        builders: The functions that a frame may name under ``build``.

    Raises:
        PackError: With all that is wrong, each with the id of its frame.
    """
    faults = [
        f"frame {frame.id}: {fault}"
        for frame in pack.frames
        for fault in (*_faults(frame, pack, builders), *_case_faults(frame))
    ]
    faults += _contradictions(pack.frames)
    if faults:
        raise PackError(f"rule pack {pack.name}: " + "; ".join(dict.fromkeys(faults)))


def bound_names(row: Sequence[Node]) -> dict[str, tuple[str, str]]:
    """Return what the elements of a pattern bind: name -> (class or slot, its types)."""
    names: dict[str, tuple[str, str]] = {}
    for node in row:
        if node.kind in {"class", "slot"}:
            names[node.name] = (node.kind, node.text)
        for inner in node.rows:
            names |= bound_names(inner)
    return names


def _faults(
    frame: Frame, pack: Pack, builders: Mapping[str, Callable[..., object]]
) -> Iterator[str]:
    names = bound_names(frame.pattern.row)
    if frame.subject == "t" and "t" not in names:
        yield "subject 't', but the pattern has no <t:work>"
    if frame.cue not in names:
        yield f"cue {frame.cue!r} is not bound; the pattern binds: {', '.join(sorted(names))}"
    for drop in frame.drop_if:
        if drop not in DROPS:
            yield f"unknown drop_if {drop!r}; known: {', '.join(sorted(DROPS))}"
    if frame.build:
        yield from _build_faults(frame, names, builders)
    for emission in frame.emissions:
        yield from _emission_faults(emission, names, pack)


def _build_faults(
    frame: Frame,
    names: Mapping[str, tuple[str, str]],
    builders: Mapping[str, Callable[..., object]],
) -> Iterator[str]:
    """Yield what is wrong with a builder: it reads the slots of the bundled frames that name it."""
    if frame.build not in builders:
        yield f"unknown build {frame.build!r}; known: {', '.join(sorted(builders))}"
        return
    models = [f for f in load_pack().frames if f.build == frame.build]
    fitting = any(
        all(names.get(name) == bound for name, bound in bound_names(model.pattern.row).items())
        for model in models
    )
    if not fitting:
        shown = models[0].pattern.text if models else ""
        yield f"build {frame.build!r} needs the slots and classes of a pattern such as {shown!r}"


def _emission_faults(
    emission: Emission, names: Mapping[str, tuple[str, str]], pack: Pack
) -> Iterator[str]:
    relations = [emission.relation]
    if emission.relation.startswith("$"):
        kind, name = names.get(emission.relation[1:], ("", ""))
        if kind != "class":
            yield f"relation {emission.relation!r}: the pattern binds no cue class of that name"
            return
        values = set(pack.classes[name].phrases.values())
        relations = sorted({part for value in values for part in value.split("+")})
    for relation in relations:
        if relation not in RELATIONS:
            yield f"unknown relation {relation!r}; known: {', '.join(sorted(RELATIONS))}"
            continue
        yield from _object_faults(emission, relation, names)
        for key, value in emission.qualifiers:
            if key not in RELATIONS[relation].qualifiers:
                yield f"{relation} has no qualifier {key!r}"
            elif not value.startswith("=") and value not in names:
                yield f"qualifier {key!r}: the pattern does not bind {value!r}"


def _object_faults(
    emission: Emission, relation: str, names: Mapping[str, tuple[str, str]]
) -> Iterator[str]:
    wanted = RELATIONS[relation].objects
    kinds = wanted if isinstance(wanted, frozenset) else frozenset({wanted})
    if emission.object.startswith("="):
        if kinds != frozenset({Value.WORDS}):
            yield f"{relation} takes no word such as {emission.object!r}"
        return
    if emission.object not in names:
        yield f"object {emission.object!r} is not bound by the pattern"
        return
    kind, types = names[emission.object]
    if kind == "class":
        if kinds != frozenset({Value.WORDS}):
            yield f"{relation} takes no word of the class {types!r}"
        return
    given = frozenset().union(*(_GIVES.get(type_, frozenset()) for type_ in types.split("|")))
    # What is produced by a company becomes a claim of the company's relation.
    if not given & (kinds | {Kind.ORGANIZATION} if relation == "producer" else kinds):
        yield f"{relation} takes no <{types}>"


def _case_faults(frame: Frame) -> Iterator[str]:
    """Yield what is wrong with the examples of a frame."""
    for number, case in enumerate(frame.tests, start=1):
        yield from (f"test {number}: {fault}" for fault in _case_fault(case))
    if not any(isinstance(case, Mapping) and case.get("expect") for case in frame.tests):
        yield "no test with 'expect', a claim that it must read"
    if not any(
        isinstance(case, Mapping) and (case.get("never") or case.get("status"))
        for case in frame.tests
    ):
        yield "no test with 'never', relations that it must not read"


def _case_fault(case: Any) -> Iterator[str]:  # noqa: ANN401 - YAML holds anything
    if not isinstance(case, Mapping) or not isinstance(case.get("text"), str):
        yield "no 'text'"
        return
    unknown = sorted(map(str, set(case) - _CASE_KEYS))
    if unknown:
        yield f"unknown {unknown}; known: {sorted(_CASE_KEYS)}"
    expect, never = case.get("expect") or [], case.get("never") or []
    for row in expect if isinstance(expect, list) else [None]:
        if not isinstance(row, list) or len(row) < _TRIPLE or row[0] not in RELATIONS:
            yield f"{row!r} is no [relation, subject, object]"
        elif isinstance(never, list) and row[0] in never:
            yield f"{row[0]} is expected and never to be read"
    for relation in never if isinstance(never, list) else [None]:
        if relation not in RELATIONS:
            yield f"never: unknown relation {relation!r}"
    if "status" in case and case["status"] not in {status.value for status in Status}:
        yield f"unknown status {case['status']!r}"


def _contradictions(frames: Sequence[Frame]) -> Iterator[str]:
    """Yield ids that stand twice, and frames and examples that say the opposite of each other."""
    ids: dict[str, Frame] = {}
    patterns: dict[tuple[str, str], Frame] = {}
    wanted: dict[tuple[str, str], str] = {}
    unwanted: dict[tuple[str, str], str] = {}
    for frame in frames:
        if ids.setdefault(frame.id, frame) is not frame:
            yield f"two frames have the id {frame.id!r}"
        key = " ".join(frame.pattern.text.split()), frame.cue
        other = patterns.setdefault(key, frame)
        if other is not frame and (other.emissions, other.build) != (frame.emissions, frame.build):
            yield f"frames {other.id!r} and {frame.id!r} read other claims from one pattern"
        for case in frame.tests:
            text = str(case.get("text", "")) if isinstance(case, Mapping) else ""
            for row in (case.get("expect") or []) if text else []:
                wanted.setdefault((text, str(row[0]) if row else ""), frame.id)
            for relation in (case.get("never") or []) if text else []:
                unwanted.setdefault((text, str(relation)), frame.id)
    for text, relation in sorted(wanted.keys() & unwanted.keys()):
        first, second = wanted[text, relation], unwanted[text, relation]
        if first != second:
            yield (f"frames {first!r} and {second!r} disagree whether {text!r} has a {relation}")
