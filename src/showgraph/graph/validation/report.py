"""What a validation found: results, and how many nodes each shape looked at.

``conforms`` means that nothing is violated; warnings and infos are told and change nothing. A
report without focus nodes conforms too, as SHACL has it, and says nothing: so the number of
focus nodes stands beside the word wherever it is printed.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum


class Severity(StrEnum):
    """How bad a result is, by the words of SHACL (section 2.1.4), worst first."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """Words of a document that stand behind a node: offsets in code points, half-open."""

    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, order=True)
class ReportedSide:
    """A value that stands against others, and the words behind it; a value may have none."""

    value: str
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True, order=True)
class ResultTerms:
    """A result as SHACL reports it: terms of Turtle with full IRIs, and IRIs.

    ``path`` and ``value`` are "" where there is none. ``shape`` is the shape with targets where
    the constraint stands in a part of it that has no name.
    """

    focus: str
    path: str
    value: str
    shape: str
    component: str


@dataclass(frozen=True, slots=True)
class ValidationResult:
    """One thing that is not as a shape wants it.

    ``focus`` is the node's IRI (or what else stands there), ``label`` how a person calls it,
    ``sort`` the label of its class or "". ``path`` is a property path with prefixes, "" where
    the node as a whole is meant. ``value`` is an IRI or a lexical form, "" where none is at
    fault. ``message`` names the node and what would mend it. ``sides`` are the values that do
    not go together, where there are such, sorted. ``terms`` are the results of SHACL that read
    the same for people, sorted.
    """

    code: str
    severity: Severity
    focus: str
    label: str
    sort: str
    path: str
    value: str
    message: str
    shape: str
    quotations: tuple[Quotation, ...] = ()
    sides: tuple[ReportedSide, ...] = ()
    terms: tuple[ResultTerms, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class ShapeCount:
    """A shape and how many focus nodes it had; with 0 it checked nothing.

    ``by_pyshacl`` names what of the shape only pyshacl can check; "" where nothing had to be
    left to it.
    """

    code: str
    label: str
    n_focus_nodes: int
    shape: str = ""
    by_pyshacl: str = ""


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """All results and counts of one validation.

    ``results`` are sorted by the label of the node, the node, code, path and value; ``shapes``
    by code. ``n_focus_nodes`` counts a node once, however many shapes looked at it.
    """

    results: tuple[ValidationResult, ...]
    shapes: tuple[ShapeCount, ...]
    n_focus_nodes: int

    @property
    def conforms(self) -> bool:
        """Tell whether nothing is violated."""
        return self.count(Severity.VIOLATION) == 0

    def count(self, severity: Severity) -> int:
        """Return the number of results of one severity."""
        return sum(result.severity is severity for result in self.results)

    def from_severity(self, severity: Severity) -> "ValidationReport":
        """Return the report with those results alone that are at least so bad."""
        order = list(Severity)
        kept = set(order[: order.index(severity) + 1])
        return replace(self, results=tuple(r for r in self.results if r.severity in kept))

    @property
    def by_pyshacl(self) -> tuple[ShapeCount, ...]:
        """The shapes that were left to pyshacl."""
        return tuple(shape for shape in self.shapes if shape.by_pyshacl)

    def summary(self) -> str:
        """Return one line: conforms or not, focus nodes, shapes that had any, results."""
        used = sum(shape.n_focus_nodes > 0 for shape in self.shapes)
        parts = [
            count_words(self.n_focus_nodes, "focus node"),
            f"{used} of {count_words(len(self.shapes), 'shape')} used",
            *(
                count_words(self.count(severity), severity.value)
                for severity in Severity
                if self.count(severity)
            ),
        ]
        left = self.by_pyshacl
        if left:
            reasons = ", ".join(sorted({shape.by_pyshacl for shape in left}))
            parts.append(f"{count_words(len(left), 'shape')} left to pyshacl for {reasons}")
        return f"{'conforms' if self.conforms else 'does not conform'}: {', '.join(parts)}"

    def to_json(self) -> Mapping[str, object]:
        """Return the report as what JSON can hold, every key always present."""
        return {
            "conforms": self.conforms,
            "focus_nodes": self.n_focus_nodes,
            "counts": {severity.value: self.count(severity) for severity in Severity},
            "shapes": [asdict(shape) for shape in self.shapes],
            "results": [_without_terms(result) for result in self.results],
        }


def _without_terms(result: ValidationResult) -> Mapping[str, object]:
    return {name: value for name, value in asdict(result).items() if name != "terms"}


def count_words(number: int, noun: str) -> str:
    """Return ``1 shape``, ``1,204 shapes``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
