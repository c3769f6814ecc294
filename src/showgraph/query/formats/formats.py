"""The formats of answers and of the results of queries, by their names."""

from collections.abc import Iterable
from typing import Final

from showgraph.errors import UsageError

#: Formats of answers and of the results of SELECT and ASK.
FORMATS: Final = ("table", "csv", "tsv", "json", "jsonl", "md", "html", "srj", "srx")


def unknown_format(format_: str, known: Iterable[str]) -> UsageError:
    """Return the error for a format that there is not."""
    return UsageError(f"there is no format {format_!r}; choose one of {', '.join(known)}")
