"""Which names mean the same thing, as the user says: nothing else joins unequal names.

A row says that ``name`` of a kind means ``means``. ``mark`` tells a namesake apart ("composer"),
``documents`` limits a row to documents by their ids, separated by ``;``. A row of a name that
means itself says that all who bear it are one. In a review file, whose rows begin with
``accept``, only rows with "yes" there count.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from showgraph.extract.resolving.tables import Faults, Row, read_rows
from showgraph.iris import name_key
from showgraph.model import Claim, Kind, Qualifier, Reference

#: The columns of the file, those that must be there first.
NEEDED: Final = ("kind", "name", "means")
FURTHER: Final = ("mark", "documents", "accept", "reason")
_KINDS: Final = frozenset(
    {
        *(Kind.SERIES, Kind.WORK, Kind.PERSON, Kind.ORGANIZATION, Kind.CHARACTER),
        *(Kind.PLATFORM, Kind.CHANNEL, Kind.PLACE),
    }
)
#: What is named by its series.
PARTS: Final = frozenset({Kind.SEASON, Kind.EPISODE, Kind.TRAILER})
_YES: Final = frozenset({"yes", "y", "x", "1", "true"})
_NO: Final = frozenset({"", "no", "n", "0", "false", "?"})

_Key = tuple[Kind, str, str]


@dataclass(frozen=True, slots=True, order=True)
class Alias:
    """One row; ``documents`` empty means all of them."""

    kind: Kind
    name: str
    means: str
    mark: str = ""
    documents: tuple[str, ...] = ()


class Aliases:
    """Rows ready for use; empty ones change nothing."""

    def __init__(self, rows: Iterable[Alias] = ()) -> None:
        """Index the rows by kind, name and document."""
        self.rows = tuple(rows)
        self._index: dict[_Key, Alias] = {
            (row.kind, name_key(row.name), document): row
            for row in self.rows
            for document in (row.documents or ("",))
        }
        #: Names whose bearers are one, by the user's word.
        self.joined = frozenset(
            (row.kind, name_key(row.means)) for row in self.rows if not row.documents
        )

    def __bool__(self) -> bool:
        """Tell whether there is any row."""
        return bool(self._index)

    def find(self, kind: Kind, name: str, document: str) -> Alias | None:
        """Return the row for a name in a document, or None."""
        place = Kind.SERIES if kind in PARTS else kind
        key = name_key(name)
        return self._index.get((place, key, document)) or self._index.get((place, key, ""))

    def of(self, reference: Reference, document: str) -> Reference:
        """Return what a reference of a document means."""
        row, seen = self.find(reference.kind, reference.name, document), {reference.name}
        while row is not None:
            reference = replace(reference, name=row.means, distinct=row.mark)
            if row.means in seen:
                break
            seen.add(row.means)
            row = self.find(reference.kind, reference.name, document)
        owner = self.find(Kind.SERIES, reference.work, document) if reference.work else None
        if owner is not None and reference.kind is Kind.CHARACTER:
            reference = replace(reference, work=owner.means)
        return reference

    def apply(self, claim: Claim) -> Claim:
        """Return a claim about what its names mean; its evidence keeps the words."""

        def side(value: Qualifier) -> Qualifier:
            if isinstance(value, tuple):
                return tuple(self.of(item, claim.document) for item in value)
            return self.of(value, claim.document) if isinstance(value, Reference) else value

        object_ = claim.object
        return replace(
            claim,
            subject=self.of(claim.subject, claim.document),
            object=self.of(object_, claim.document) if isinstance(object_, Reference) else object_,
            speaker=self.of(claim.speaker, claim.document) if claim.speaker else None,
            qualifiers=tuple((key, side(value)) for key, value in claim.qualifiers),
        )


def read_aliases(path: Path) -> Aliases:
    """Return the rows of an alias or review file.

    Raises:
        UnavailableError: If the file cannot be read, or a row is bad; all bad rows are named.
    """
    faults = Faults(path)
    found: dict[_Key, tuple[Alias, int]] = {}
    for row in read_rows(path, needed=NEEDED, known=FURTHER):
        reason = _fault(row)
        if reason:
            faults.add(row.line, reason)
        elif "accept" not in row.cells or row.cell("accept").lower() in _YES:
            alias = _alias(row)
            for document in alias.documents or ("",):
                key = alias.kind, name_key(alias.name), document
                other, line = found.setdefault(key, (alias, row.line))
                if other != alias:
                    told = f"{alias.kind.value} {alias.name!r} means another thing in line {line}"
                    faults.add(row.line, told)
    _check_circles({key: alias for key, (alias, _) in found.items()}, found, faults)
    faults.tell()
    return Aliases(sorted({alias for alias, _ in found.values()}))


def _fault(row: Row) -> str:
    """Return what is wrong with a row, or nothing."""
    if row.cell("accept").lower() not in _YES | _NO:
        return f"'accept' is {row.cell('accept')!r}; write yes or no"
    if row.cell("kind").lower() not in {kind.value for kind in _KINDS}:
        known = ", ".join(sorted(kind.value for kind in _KINDS))
        return f"unknown kind {row.cell('kind')!r}; known: {known}"
    for column in ("name", "means"):
        if not row.cell(column):
            return f"{column!r} is empty"
        if not row.cell(column).isprintable():
            return f"{column!r} has control characters"
    return ""


def _alias(row: Row) -> Alias:
    documents = tuple(part.strip() for part in row.cell("documents").split(";") if part.strip())
    kind = Kind(row.cell("kind").lower())
    return Alias(kind, row.cell("name"), row.cell("means"), row.cell("mark"), documents)


def _check_circles(
    rows: Mapping[_Key, Alias], lines: Mapping[_Key, tuple[Alias, int]], faults: Faults
) -> None:
    """Note rows that lead back to their own name by way of others."""
    for key, alias in rows.items():
        kind, start, document = key
        seen = [start]
        step = name_key(alias.means)
        while step not in seen:
            seen.append(step)
            following = rows.get((kind, step, document)) or rows.get((kind, step, ""))
            step = name_key(following.means) if following else step
        if step == start and len(seen) > 1:
            faults.add(lines[key][1], f"{alias.name!r} means itself by way of {alias.means!r}")
