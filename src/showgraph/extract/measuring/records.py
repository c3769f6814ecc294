"""The fact record: one JSON object a line for each claim, as ``showgraph extract`` prints it."""

import json
from collections.abc import Mapping

from showgraph.model import Claim, Kind, Qualifier, Reference


def to_record(
    claim: Claim, aliases: Mapping[Reference, tuple[str, ...]] | None = None
) -> dict[str, object]:
    """Return a claim as the JSON object of the fact record.

    A season subject also stands in the qualifier ``season``. ``aliases`` maps references to
    other forms of their name in the document; those of the object go to ``qualifiers.aliases``.
    """
    qualifiers: dict[str, object] = {key: _plain(value) for key, value in claim.qualifiers}
    if claim.subject.season and "season" not in qualifiers:
        qualifiers["season"] = claim.subject.season
    if isinstance(claim.object, Reference) and aliases:
        forms = aliases.get(claim.object, ())
        if forms:
            qualifiers["aliases"] = list(forms)
    return {
        "doc": claim.document,
        "relation": claim.relation,
        "subject": str(claim.subject),
        "object": str(claim.object),
        "qualifiers": dict(sorted(qualifiers.items())),
        "status": claim.status.value,
        "speaker": claim.speaker.name if claim.speaker else None,
        "rule": claim.rule,
        "evidence": [{"start": e.start, "end": e.end, "quote": e.quote} for e in claim.evidence],
    }


def format_record(
    claim: Claim,
    aliases: Mapping[Reference, tuple[str, ...]] | None = None,
    *,
    more: Mapping[str, object] | None = None,
) -> str:
    """Return a claim as one line of JSON, without the newline; ``more`` stands behind the rest."""
    return json.dumps({**to_record(claim, aliases), **(more or {})}, ensure_ascii=False)


def _plain(value: Qualifier) -> object:
    if isinstance(value, tuple):
        return [item.name for item in value]
    if isinstance(value, Reference):
        return value.name if value.kind is Kind.CHARACTER else str(value)
    return value
