"""Rows of plain text, written in the formats that every command has."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Listing:
    """What a command found: rows for machines, text for people, an object for JSON."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    text: str
    document: Any

    def format(self, format_: str) -> str:
        """Return the listing in a format, ending with a newline."""
        match format_:
            case "json":
                return json.dumps(self.document, indent=2, ensure_ascii=False) + "\n"
            case "csv":
                return self._separated(csv.excel)
            case "tsv":
                return self._separated(csv.excel_tab)
            case _:
                return self.text.rstrip("\n") + "\n"

    def _separated(self, dialect: type[csv.Dialect]) -> str:
        out = io.StringIO()
        csv.writer(out, dialect).writerows([self.columns, *self.rows])
        return out.getvalue()
