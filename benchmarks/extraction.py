"""Measure extraction on articles whose facts a reader has listed.

    python benchmarks/extraction.py                                  # the articles of the tests
    python benchmarks/extraction.py FOLDER                           # NAME.txt and NAME.jsonl
    python benchmarks/extraction.py FOLDER --relations --show false  # each relation, false facts

Two columns: the titles of the series found, or given as a catalogue that holds the titles of all
articles. Precision, recall and F1 are over all facts together, with the bounds that hold in 95
of 100 draws of documents. How facts are compared is told in
``showgraph.extract.measuring.agreement``, what counts in ``showgraph.extract.measuring.scoring``.
"""

import argparse
import math
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from showgraph.extract.extraction import read_all
from showgraph.extract.measuring.corpus import Corpus, read_corpus, score_readings
from showgraph.extract.measuring.scoring import (
    ALL,
    CORE,
    PAIRS,
    Counts,
    DocumentScore,
    interval,
    total,
)

CORPUS = Path(__file__).resolve().parents[1] / "tests" / "extract" / "corpus"
GROUPS: Mapping[str, frozenset[str]] = {
    "core relations": CORE,
    "cast with character": frozenset({PAIRS}),
    "all relations": ALL,
}
_COLUMNS = ("titles found", "titles given")

#: What a run gives: its scores, and the seconds of the processor it took.
Run = tuple[Sequence[DocumentScore], float]


def run(corpus: Corpus, *, titles_given: bool) -> Run:
    """Extract from all articles together, three times, and take the shortest time.

    The time is that of the processor, so that other work on the machine does not count; the
    first run also reads the rule pack.
    """
    catalogue = corpus.titles if titles_given else ()
    times = []
    for _ in range(3):
        start = time.process_time()
        readings = read_all(corpus.documents, catalogue=catalogue)
        times.append(time.process_time() - start)
    return score_readings(corpus, readings), min(times)


def _share(part: float, whole: float) -> str:
    return f"{part / whole:.2f}" if whole else "-"


def _measure(scores: Sequence[DocumentScore], relations: frozenset[str], name: str) -> str:
    value = getattr(total(scores, relations), name)
    if math.isnan(value):
        return "-"
    bounds = interval(scores, relations, name)
    return f"{value:.2f} ({bounds.low:.2f}-{bounds.high:.2f})"


def _group_rows(runs: Sequence[Run]) -> Iterable[list[str]]:
    for group, relations in GROUPS.items():
        for name in ("precision", "recall", "f1"):
            yield [
                f"{group}, {name}",
                *(_measure(scores, relations, name) for scores, _ in runs),
            ]
        counts = [total(scores, relations) for scores, _ in runs]
        yield [
            f"{group}, right / found / listed",
            *(f"{c.right} / {c.found} / {c.listed}" for c in counts),
        ]


def _other_rows(corpus: Corpus, runs: Sequence[Run]) -> Iterable[list[str]]:
    yield ["main series found", *(_main(scores) for scores, _ in runs)]
    yield ["facts in distractors", *(_distracted(corpus, scores) for scores, _ in runs)]
    yield ["doubts accepted / listed", *(_doubts(scores) for scores, _ in runs)]
    yield ["quotes equal to the text", *(_quotes(scores) for scores, _ in runs)]
    yield ["words a second", *(f"{corpus.words / elapsed:,.0f}" for _, elapsed in runs)]


def _main(scores: Sequence[DocumentScore]) -> str:
    known = [score.main for score in scores if score.main is not None]
    return f"{sum(known)} of {len(known)} ({_share(sum(known), len(known))})"


def _distracted(corpus: Corpus, scores: Sequence[DocumentScore]) -> str:
    others = [score for score in scores if not corpus.listed[score.document]]
    return f"{total(others, ALL).found} in {len(others)}"


def _doubts(scores: Sequence[DocumentScore]) -> str:
    accepted = sum(score.doubts.accepted for score in scores)
    return f"{accepted} / {sum(score.doubts.listed for score in scores)}"


def _quotes(scores: Sequence[DocumentScore]) -> str:
    counts = sum((score.quotes for score in scores), Counts())
    return f"{counts.right} of {counts.found}"


def _relation_rows(runs: Sequence[Run]) -> Iterable[list[str]]:
    for name in [*sorted(ALL), PAIRS]:
        cells = []
        for scores, _ in runs:
            counts = total(scores, {name})
            shares = f"{_share(counts.right, counts.found)} {_share(counts.right, counts.listed)}"
            cells.append(f"{shares} ({counts.right}/{counts.found}/{counts.listed})")
        yield [name, *cells]


def _print(rows: Iterable[list[str]], head: list[str]) -> None:
    table = [head, *rows]
    widths = [max(len(row[i]) for row in table) for i in range(len(head))]
    for n, row in enumerate(table):
        print("| " + " | ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)) + " |")
        if not n:
            print("|" + "|".join("-" * (w + 2) for w in widths) + "|")
    print()


def _show(scores: Iterable[DocumentScore], which: str) -> None:
    for score in scores:
        for record in score.false if which == "false" else score.missed:
            said = " … ".join(span["quote"] for span in record["evidence"])
            rule = f" [{record['rule']}]" if record.get("rule") else ""
            print(
                f"{score.document}: {record['relation']} | {record['subject']} | "
                f"{record['object']} | {record['qualifiers']}{rule}: {said}",
            )


def main() -> None:
    """Read the folder, run both columns and print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--relations", action="store_true", help="each relation, too")
    parser.add_argument(
        "--show", choices=["false", "missed"], help="print these facts (titles found)"
    )
    arguments = parser.parse_args()
    corpus = read_corpus(arguments.folder)
    runs = [run(corpus, titles_given=given) for given in (False, True)]
    print(f"{len(corpus.documents)} articles, {corpus.words:,} words\n")
    _print([*_group_rows(runs), *_other_rows(corpus, runs)], ["measure", *_COLUMNS])
    if arguments.relations:
        _print(_relation_rows(runs), ["relation: P R (right/found/listed)", *_COLUMNS])
    if arguments.show:
        _show(runs[0][0], arguments.show)


if __name__ == "__main__":
    main()
