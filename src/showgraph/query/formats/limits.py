"""Keep an answer within a number of bytes, whatever its format."""

from bisect import bisect_right
from collections.abc import Callable

from showgraph.errors import UsageError


def rows_within(n_rows: int, max_bytes: int, write: Callable[[int], str]) -> int:
    """Return how many rows fit.

    Args:
        n_rows: How many there are.
        max_bytes: The most bytes that the text may have as UTF-8.
        write: Returns the text with the first rows alone, as many as it is told, and with what
            says that there are more; more rows make it longer.

    Raises:
        UsageError: If it does not fit even without rows.
    """

    def size(n: int) -> int:
        return len(write(n).encode("utf-8", "surrogatepass"))

    if size(n_rows) <= max_bytes:
        return n_rows
    if (least := size(0)) > max_bytes:
        raise UsageError(f"{max_bytes} bytes hold no part of the answer; give at least {least}")
    # What says that rows are missing is not in the text with all rows, so that stays out.
    return bisect_right(range(1, n_rows), max_bytes, key=size)
