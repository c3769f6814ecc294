"""What can be had as a frame of another library."""

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from showgraph.query.formats.frames import Column


class Framed:
    """Rows that pandas, polars and Arrow can take; see :mod:`showgraph.query.formats.frames`."""

    __slots__ = ()

    def to_pandas(self) -> Any:  # noqa: ANN401 - a pandas.DataFrame, where pandas is
        """Return the rows as a pandas frame: nullable integers, dates as days, text as strings.

        Raises:
            UnavailableError: If pandas is not installed.
        """
        from showgraph.query.formats import frames  # noqa: PLC0415 - few need it

        return frames.to_pandas(self._columns())

    def to_polars(self) -> Any:  # noqa: ANN401 - a polars.DataFrame, where polars is
        """Return the rows as a polars frame, null for what is missing.

        Raises:
            UnavailableError: If polars is not installed.
        """
        from showgraph.query.formats import frames  # noqa: PLC0415 - few need it

        return frames.to_polars(self._columns())

    def to_arrow(self) -> Any:  # noqa: ANN401 - a pyarrow.Table, where pyarrow is
        """Return the rows as an Arrow table, null for what is missing.

        Raises:
            UnavailableError: If pyarrow is not installed.
        """
        from showgraph.query.formats import frames  # noqa: PLC0415 - few need it

        return frames.to_arrow(self._columns())

    @abstractmethod
    def _columns(self) -> "tuple[Column, ...]":
        """Return the rows as typed columns."""
