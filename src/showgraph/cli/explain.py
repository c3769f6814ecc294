"""``showgraph explain``: the words of the documents behind a fact or a row of an answer."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from showgraph.cli.candidates import QuestionCommand, complete_fact, complete_pairs
from showgraph.cli.listing import Listing
from showgraph.cli.opening import open_named
from showgraph.cli.options import ROWS, graph_option, manners
from showgraph.cli.output import format_for, printing_options
from showgraph.cli.parameters import split_words
from showgraph.cli.session import Session, pass_session
from showgraph.cli.sources import iter_lines

if TYPE_CHECKING:
    from showgraph.api import Graph
    from showgraph.query.provenance.explanation import Explanation
    from showgraph.query.provenance.support import StatedClaim

_EXAMPLE: Final = "As in: showgraph explain 'A Title' creator. 'showgraph describe' shows all."
_COLUMNS: Final = (
    "depth",
    "fact",
    "standing",
    "rule",
    "status",
    "document",
    "start",
    "end",
    "quote",
)


@click.command("explain", cls=QuestionCommand, context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, required=True, metavar="WHAT...", shell_complete=complete_fact)
@click.option(
    "--row", type=click.IntRange(min=1), metavar="N", help="A row of the answer, counted from 1."
)
@click.option(
    "--param",
    "-p",
    "pairs",
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter of the question.",
    shell_complete=complete_pairs,
)
@graph_option
@printing_options(*ROWS)
@manners
@pass_session
@click.pass_context
def command(  # noqa: PLR0913 - one for each option
    context: click.Context,
    session: Session,
    *,
    words: tuple[str, ...],
    row: int | None,
    pairs: tuple[str, ...],
    graph: Path | None,
    format_: str | None,
) -> None:
    """Show why something holds: the exact words of the documents, or the rule and its premises.

    WHAT is a fact, as subject, property and (if not all are wanted) value, or a question whose
    answer has the row.

    \b
    showgraph explain "A Title" creator
    showgraph explain "A Title" "cast member" "A Person"
    showgraph explain creator-and-star --row 1
    """  # noqa: D301 - click looks for the character itself
    with open_named(session, graph) as opened:
        parts, parameters = split_words(words, pairs, opened.questions, context)
        if row is None and len(parts) == 1 and opened.names.find(parts[0]):
            raise click.UsageError(f"explain which property of {parts[0]}? {_EXAMPLE}", context)
        if row is None and len(parts) in {2, 3} and not parameters:
            found = opened.explain(*parts)
        else:
            found = opened.explain_row(" ".join(parts), row or 1, parameters)
        session.write(_list(opened, found).format(format_for(session, format_)))
    if not found:
        session.note("No document says anything of the kind.")


def _list(opened: "Graph", found: "Iterable[Explanation]") -> Listing:
    explanations = tuple(found)
    text = _Text(opened)
    return Listing(
        _COLUMNS,
        [row for each in explanations for row in _iter_rows(each, 0)],
        "\n".join(line for each in explanations for line in (*text.lines(each, 0), "")),
        [_to_json(each) for each in explanations],
    )


class _Text:
    """Explanations for people: the words of a claim are shown once, however often it counts."""

    def __init__(self, opened: "Graph") -> None:
        self._opened = opened
        self._shown: set[str] = set()

    def lines(self, explanation: "Explanation", depth: int) -> Iterator[str]:
        indent = "  " * depth
        yield f"{indent}{explanation.words}"
        indent += "  "
        if explanation.standing == "absent":
            yield f"{indent}not accepted as a fact"
        elif explanation.rule:
            yield f"{indent}follows by the rule: {explanation.rule.words}"
        elif not explanation.claims:
            yield f"{indent}given by the ontology"
        yield from self._claims(explanation.claims, indent)
        for claim in explanation.lesser:
            yield f"{indent}{claim.status.value}, which does not make it a fact:"
            yield from self._claims([claim], indent)
        for premise in explanation.premises:
            yield from self.lines(premise, depth + 1)

    def _claims(self, claims: "Iterable[StatedClaim]", indent: str) -> Iterator[str]:
        """Yield the words of claims, those of one speaker together."""
        from showgraph.query.provenance.explanation import sources_of  # noqa: PLC0415 - completion does without

        known = [claim for claim in claims if claim.iri in self._shown]
        speakers: dict[str, list[StatedClaim]] = {}
        for claim in claims:
            if claim.iri not in self._shown:
                speakers.setdefault(claim.speaker, []).append(claim)
                self._shown.add(claim.iri)
        for speaker, said in speakers.items():
            if speaker:
                yield f"{indent}said by {speaker}:"
            yield from iter_lines(self._opened, sources_of(said), indent=indent)
        if known:
            yield f"{indent}{'also ' if speakers else ''}by words shown above"


def _iter_rows(explanation: "Explanation", depth: int) -> Iterator[tuple[str, ...]]:
    from showgraph.query.provenance.explanation import sources_of  # noqa: PLC0415 - as above

    rule = explanation.rule.name if explanation.rule else ""
    fact = (str(depth), explanation.words, explanation.standing.value, rule)
    claims = (*explanation.claims, *explanation.lesser)
    for claim in claims:
        for source in sources_of([claim]):
            place = (source.document, str(source.start), str(source.end), source.quote)
            yield (*fact, claim.status.value, *place)
    if not claims:
        yield (*fact, "", "", "", "", "")
    for premise in explanation.premises:
        yield from _iter_rows(premise, depth + 1)


def _to_json(explanation: "Explanation") -> dict[str, Any]:
    triple = explanation.triple
    return {
        "fact": explanation.words,
        "triple": [str(triple.subject), str(triple.predicate), str(triple.object)],
        "standing": explanation.standing.value,
        "rule": explanation.rule.name if explanation.rule else None,
        "rule_in_words": explanation.rule.words if explanation.rule else None,
        "claims": [_claim_to_json(claim) for claim in explanation.claims],
        "lesser": [_claim_to_json(claim) for claim in explanation.lesser],
        "premises": [_to_json(premise) for premise in explanation.premises],
    }


def _claim_to_json(claim: "StatedClaim") -> dict[str, Any]:
    from showgraph.query.provenance.explanation import sources_of  # noqa: PLC0415 - as above

    return {
        "claim": claim.iri,
        "document": claim.document,
        "status": claim.status.value,
        "speaker": claim.speaker or None,
        "extraction_rule": claim.rule,
        "sources": [
            {"start": source.start, "end": source.end, "quote": source.quote}
            for source in sources_of([claim])
        ],
    }
