"""Rows of plain text, written in the formats that every command has."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from showgraph.query.formats.markup import to_html, to_markdown, to_page


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
                text = json.dumps(self.document, indent=2, ensure_ascii=False) + "\n"
            case "csv":
                text = self._separated(csv.excel)
            case "tsv":
                text = self._separated(csv.excel_tab)
            case "jsonl":
                objects = (dict(zip(self.columns, row, strict=True)) for row in self.rows)
                text = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in objects)
            case "md":
                text = to_markdown(self.columns, self._cells())
            case "html":
                text = to_page("showgraph", to_html(self.columns, self._cells()))
            case _:
                text = self.text.rstrip("\n") + "\n"
        return text

    def _cells(self) -> list[list[tuple[str, str]]]:
        return [[(text, "") for text in row] for row in self.rows]

    def _separated(self, dialect: type[csv.Dialect]) -> str:
        out = io.StringIO()
        csv.writer(out, dialect).writerows([self.columns, *self.rows])
        return out.getvalue()
