"""The tests themselves keep what a run in parallel on a busy machine asks of them."""

import ast
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).parent


def iter_runs() -> Iterator[tuple[str, ast.Call]]:
    """Yield each call of ``subprocess.run`` and ``subprocess.Popen`` with its place."""
    for path in sorted(TESTS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {
                "subprocess.run",
                "subprocess.Popen",
            }:
                yield f"{path.relative_to(TESTS)}:{node.lineno}", node


def test_no_process_is_waited_for_without_end_or_forked_with_code_of_ours() -> None:
    """Each run has a timeout, and none a ``preexec_fn``, which may hang where threads run."""
    runs = list(iter_runs())
    words = {place: {keyword.arg for keyword in node.keywords} for place, node in runs}
    endless = [
        place
        for place, node in runs
        if ast.unparse(node.func) == "subprocess.run" and "timeout" not in words[place]
    ]

    assert len(runs) > 25
    assert endless == []
    assert [place for place, names in words.items() if "preexec_fn" in names] == []
