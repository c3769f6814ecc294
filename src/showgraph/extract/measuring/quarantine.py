"""The quarantine file: every candidate that became no claim, with its reason and its words."""

import json
from collections.abc import Iterable
from pathlib import Path

from showgraph.errors import UnavailableError
from showgraph.model import Rejection


def write_quarantine(path: Path, rejections: Iterable[Rejection]) -> int:
    """Write one JSON object a line, in the order given, and return how many there are.

    Raises:
        UnavailableError: If the file cannot be written.
    """
    lines = [format_rejection(rejection) + "\n" for rejection in rejections]
    try:
        path.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise UnavailableError(f"{path} cannot be written: {error.strerror or error}") from error
    return len(lines)


def format_rejection(rejection: Rejection) -> str:
    """Return a rejection as one line of JSON; ``start`` is null where the quote is in no text."""
    row = {
        "doc": rejection.document,
        "rule": rejection.rule,
        "relation": rejection.relation or None,
        "reason": rejection.reason,
        "quote": rejection.quote,
        "start": rejection.start if rejection.start >= 0 else None,
    }
    return json.dumps(row, ensure_ascii=False)
