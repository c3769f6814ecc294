"""``showgraph rules``: list, test, measure and compare the rules of a pack."""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import click

from showgraph.cli.guiding import as_pack, guide_options, pack_option
from showgraph.cli.listing import Listing
from showgraph.cli.options import ROWS, PathName, manners
from showgraph.cli.output import format_for, printing_options
from showgraph.cli.session import Session, pass_session
from showgraph.cli.status import DONE, NEGATIVE
from showgraph.errors import UsageError
from showgraph.extract.extraction import load_rules
from showgraph.extract.frames.packlint import bound_names
from showgraph.extract.guide import Guide
from showgraph.extract.measuring.comparison import Change, compare_records
from showgraph.extract.measuring.evaluation import evaluate, read_records, score_rules
from showgraph.extract.measuring.examples import check_examples
from showgraph.extract.measuring.records import to_record
from showgraph.extract.measuring.scoring import (
    ALL,
    CORE,
    PAIRS,
    Counts,
    DocumentScore,
    interval,
    total,
)
from showgraph.extract.rulepack.pack import Frame, Pack
from showgraph.pipeline import read_claims, read_guide
from showgraph.query.formats.plaintext import format_table


@click.group("rules")
@manners
@pass_session
def command(_session: Session) -> None:
    """Look at the rules that read documents, and at how well they do.

    A rule pack is a folder of YAML files; docs/extraction.md says how to write one.
    """


@command.command("list", short_help="List the rules of a pack, each with an example.")
@pack_option
@printing_options(*ROWS)
@manners
@pass_session
def list_rules(session: Session, *, pack: Path | None, format_: str | None) -> None:
    """List the rules of a pack: id, family, what they claim, and an example."""
    rules = load_rules(as_pack(pack))
    columns = ("rule", "family", "claims", "examples", "reads")
    rows = [_row(frame, rules) for frame in rules.frames]
    document = [dict(zip(columns, row, strict=True)) for row in rows]
    listing = Listing(columns, rows, format_table(columns, rows, width=session.width), document)
    session.write(listing.format(format_for(session, format_)))


def _row(frame: Frame, pack: Pack) -> tuple[str, ...]:
    positive = [case for case in frame.tests if case.get("expect")]
    return (
        frame.id,
        frame.id.partition(".")[0],
        ", ".join(_relations(frame, pack)),
        f"{len(positive)} + {len(frame.tests) - len(positive)}",
        str(positive[0]["text"]) if positive else "",
    )


def _relations(frame: Frame, pack: Pack) -> Sequence[str]:
    """Return the relations that a frame claims: by its examples where a builder makes them."""
    if frame.build:
        rows = [row for case in frame.tests for row in case.get("expect") or ()]
        return list(dict.fromkeys(str(row[0]) for row in rows))
    found: list[str] = []
    for emission in frame.emissions:
        name = emission.relation
        if name.startswith("$"):
            kind, label = bound_names(frame.pattern.row)[name[1:]]
            values = pack.classes[label].phrases.values() if kind == "class" else ()
            found += sorted({part for value in values for part in value.split("+")})
        else:
            found.append(name)
    return list(dict.fromkeys(found))


@command.command("test", short_help="Run the examples of rules.")
@click.argument("rules", nargs=-1, metavar="[RULE]...")
@pack_option
@printing_options(*ROWS)
@manners
@pass_session
def test_rules(
    session: Session, *, rules: tuple[str, ...], pack: Path | None, format_: str | None
) -> int:
    """Run the examples of rules, all without RULE (an id or a family); status 1 if one fails."""
    loaded = load_rules(as_pack(pack))
    frames = [f for f in loaded.frames if not rules or {f.id, f.id.partition(".")[0]} & set(rules)]
    if not frames:
        families = sorted({frame.id.partition(".")[0] for frame in loaded.frames})
        raise UsageError(f"no rule or family {', '.join(rules)}; families: {', '.join(families)}")
    failures = list(check_examples(frames, loaded))
    columns = ("rule", "example", "text", "failure")
    rows = [(f.frame, str(f.number), f.text, f.reason) for f in failures]
    document = [dict(zip(columns, row, strict=True)) for row in rows]
    text = "\n".join(f"{f.frame}, example {f.number}: {f.reason}\n  {f.text}" for f in failures)
    n_examples = sum(len(frame.tests) for frame in frames)
    chosen = format_for(session, format_)
    if failures or chosen != "table":
        session.write(Listing(columns, rows, text, document).format(chosen))
    session.note(f"rules: {len(frames)}, examples: {n_examples}, failures: {len(failures)}")
    return NEGATIVE if failures else DONE


#: Rows of ``eval`` that sum up others, with the relations that they sum up.
_SUMS: Final = {"core": CORE, "all": ALL, PAIRS: frozenset({PAIRS})}


@command.command("eval", short_help="Measure the rules against annotated articles.")
@click.argument("folder", type=PathName(), metavar="FOLDER")
@click.option(
    "--by",
    type=click.Choice(("relation", "rule")),
    default="relation",
    show_default=True,
    help="What each line of figures is for.",
)
@click.option("--errors", is_flag=True, help="List what was missed and what is false instead.")
@click.option("--titles-given", is_flag=True, help="Give the titles of the listed facts.")
@guide_options
@printing_options(*ROWS)
@manners
@pass_session
def eval_rules(  # noqa: PLR0913 - one for each option
    session: Session,
    *,
    folder: Path,
    by: str,
    errors: bool,
    titles_given: bool,
    guide: Guide | None,
    format_: str | None,
) -> None:
    """Measure the rules against annotated articles, which are read together.

    FOLDER holds articles, NAME.txt, in folders or not, each with its facts in NAME.jsonl beside
    it, one object a line in the form that 'showgraph extract' prints.
    """
    scores = evaluate(folder, guide or Guide(), given=titles_given)
    if errors:
        columns, rows = _list_errors(scores)
    elif by == "rule":
        columns, rows = _list_rule_scores(scores)
    else:
        columns, rows = _list_scores(scores)
    document = [dict(zip(columns, row, strict=True)) for row in rows]
    text = format_table(columns, rows, width=session.width)
    session.write(Listing(columns, rows, text, document).format(format_for(session, format_)))


_Table = tuple[tuple[str, ...], list[tuple[str, ...]]]


def _list_scores(scores: Sequence[DocumentScore]) -> _Table:
    columns = ("relation", "right", "found", "listed", "precision", "recall", "f1", "f1 from", "to")
    names = sorted({name for score in scores for name in score.counts} - {PAIRS})
    rows = [(name, *_figures(total(scores, [name])), "", "") for name in names]
    for name, relations in _SUMS.items():
        bounds = interval(scores, relations, "f1")
        rows.append(
            (name, *_figures(total(scores, relations)), _share(bounds.low), _share(bounds.high))
        )
    return columns, rows


def _figures(counts: Counts) -> tuple[str, ...]:
    shares = (counts.precision, counts.recall, counts.f1)
    return str(counts.right), str(counts.found), str(counts.listed), *map(_share, shares)


def _share(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.3f}"


def _list_rule_scores(scores: Sequence[DocumentScore]) -> _Table:
    rows: list[tuple[str, ...]] = [
        (r.rule, str(r.right), str(r.found), _share(r.right / r.found), _share(r.bound))
        for r in score_rules(scores)
    ]
    return ("rule", "right", "found", "precision", "at least"), rows


def _list_errors(scores: Sequence[DocumentScore]) -> _Table:
    rows = [
        (what, score.document, *_shown(record))
        for score in scores
        for what, records in (("missed", score.missed), ("false", score.false))
        for record in records
    ]
    return ("error", "document", "relation", "subject", "object", "rule", "words"), rows


def _shown(record: Mapping[str, Any]) -> tuple[str, ...]:
    words = Change("", record).quote
    keys = ("relation", "subject", "object", "rule")
    return *(str(record.get(key) or "") for key in keys), words


@command.command("diff", short_help="Show the claims lost and gained between two packs.")
@click.argument("old", type=PathName(), metavar="OLD")
@click.argument("new", type=PathName(), metavar="NEW")
@click.argument("paths", nargs=-1, type=PathName(), metavar="[PATH]...")
@printing_options(*ROWS)
@manners
@pass_session
def diff_rules(
    session: Session, *, old: Path, new: Path, paths: tuple[Path, ...], format_: str | None
) -> None:
    """Show the claims lost and gained between two rule packs, or between two runs.

    OLD and NEW are rule packs (a folder, or the name of a bundled one), with which the documents
    PATH are read, or files in which 'showgraph extract' of two versions was kept.
    """
    changes = compare_records(_records(old, paths), _records(new, paths))
    columns = ("change", "document", "relation", "subject", "object", "status", "rule", "words")
    rows = [_changed(change) for change in changes]
    document = [{"change": change.sign, **change.record} for change in changes]
    text = format_table(columns, rows, width=session.width) if rows else ""
    session.write(Listing(columns, rows, text, document).format(format_for(session, format_)))
    lost = sum(change.sign == "-" for change in changes)
    session.note(f"claims lost: {lost}, gained: {len(changes) - lost}")


def _records(side: Path, paths: Sequence[Path]) -> Sequence[Mapping[str, Any]]:
    if side.is_file():
        return read_records(side)
    if not paths:
        raise UsageError(f"{side} is a rule pack: name the documents to read with it")
    readings, _ = read_claims(paths, guide=read_guide(pack=as_pack(side)))
    return [
        to_record(claim, dict(reading.aliases)) for reading in readings for claim in reading.claims
    ]


def _changed(change: Change) -> tuple[str, ...]:
    record = change.record
    keys = ("doc", "relation", "subject", "object", "status", "rule")
    return change.sign, *(str(record.get(key) or "") for key in keys), change.quote
