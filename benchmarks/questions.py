"""Ask the blind wordings of the tests, and print how many are answered rightly.

    python benchmarks/questions.py                  # both halves
    python benchmarks/questions.py --show tuning    # and each wording of a half that is not right

The graph is that of the bundled documents. ``right`` of the answerable are the wordings whose
rows hold what they must and nothing that they must not; of the unanswerable, those that give no
rows. ``refused`` are answerable ones without rows, ``wrong`` is everything else.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

from showgraph.api import Graph, open_graph

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from wordings import HALVES, Outcome, judge, read_wordings, try_to_ask


def report(graph: Graph, half: str, *, show: bool) -> None:
    """Print the figures of one half, and with ``show`` each wording that is not right."""
    found: Counter[tuple[bool, Outcome]] = Counter()
    for wording in read_wordings(half):
        answer = try_to_ask(graph.ask, wording.text)
        outcome = judge(wording, answer)
        found[wording.is_answerable, outcome] += 1
        if show and outcome is not Outcome.RIGHT:
            name = answer.question if answer else "-"
            print(f"  {outcome:8} {name:20} {wording.text}")
    for is_answerable, name in ((True, "answerable"), (False, "unanswerable")):
        counts = {outcome: found[is_answerable, outcome] for outcome in Outcome}
        total = sum(counts.values())
        share = counts[Outcome.RIGHT] / total
        parts = ", ".join(f"{outcome} {counts[outcome]}" for outcome in Outcome)
        print(f"{half:10} {name:13} {total:4}: {parts} ({share:.1%} right)")


def main() -> None:
    """Print the figures of both halves."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--show", choices=HALVES, help="print the wordings that are not right")
    parser.add_argument("--half", choices=HALVES, help="ask one half alone")
    options = parser.parse_args()
    with open_graph() as graph:
        for half in [options.half] if options.half else HALVES:
            report(graph, half, show=half == options.show)


if __name__ == "__main__":
    main()
