"""What one extraction says that another does not: for two rule packs, or two versions of code."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

#: What two records must share to be the same claim; the rule and the words may differ.
_KEYS: Final = ("doc", "relation", "subject", "object", "qualifiers", "status", "speaker")


@dataclass(frozen=True, slots=True)
class Change:
    """A claim that only one side has; ``sign`` is "+" for gained and "-" for lost."""

    sign: str
    record: Mapping[str, Any]

    @property
    def quote(self) -> str:
        """The words that say it; empty where the record has none."""
        evidence = self.record.get("evidence") or [{}]
        return str(evidence[0].get("quote", ""))


def compare_records(
    old: Iterable[Mapping[str, Any]], new: Iterable[Mapping[str, Any]]
) -> list[Change]:
    """Return what was lost and gained, sorted by document, relation, sides and status.

    A claim that stands twice on one side counts twice. Rule and evidence make no difference.
    """
    before, after = list(old), list(new)
    changes = [
        Change(sign, record)
        for sign, records, others in (("-", before, after), ("+", after, before))
        for record in _without(records, others)
    ]
    return sorted(changes, key=lambda change: _order(change.record))


def _without(
    records: Iterable[Mapping[str, Any]], others: Iterable[Mapping[str, Any]]
) -> Iterable[Mapping[str, Any]]:
    held = Counter(map(_key, others))
    for record in records:
        key = _key(record)
        if held[key]:
            held[key] -= 1
        else:
            yield record


def _key(record: Mapping[str, Any]) -> str:
    return json.dumps([record.get(key) for key in _KEYS], sort_keys=True)


def _order(record: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(record.get(key)) for key in _KEYS)
