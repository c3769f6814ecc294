"""Completion: what real shells are offered, and what they would insert."""

import os
import pty
import re
import select
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from program import run, run_here
from showgraph.cli.main import COMMANDS
from showgraph.cli.shells import SHELLS
from showgraph.query.questions.catalog import read_catalog

#: Presses the tab key as readline does: calls the function of the word that is completed.
_TAB = """
source <(showgraph completion bash)
COMP_LINE=$1 COMP_POINT=${#1}
COMP_WORDS=("${@:2}") COMP_CWORD=$(($# - 2))
compopt() { :; }
_showgraph_completion showgraph "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""


def environment(graph: Path) -> dict[str, str]:
    """Return an environment in which ``showgraph`` is found and reads ``graph``."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "SHOWGRAPH_GRAPH": str(graph)}


def press_tab(line: str, words: list[str], graph: Path) -> list[str]:
    """Return what bash is offered; ``words`` are the line as bash cuts it, after "showgraph"."""
    done = subprocess.run(
        ["bash", "-c", _TAB, "bash", line, "showgraph", *words],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env=environment(graph),
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    ("line", "words", "offered"),
    [
        ("as", ["as"], ["ask"]),
        ("ask creator-", ["ask", "creator-"], ["creator-and-star"]),
        ("ask cast --sea", ["ask", "cast", "--sea"], ["--season"]),
        ("ask cast --show Harb", ["ask", "cast", "--show", "Harb"], [r"Harbour\ Lights"]),
        ("ask cast --show harb", ["ask", "cast", "--show", "harb"], [r"Harbour\ Lights"]),
        (r"ask cast --show Harbour\ L", ["ask", "--show", r"Harbour\ L"], [r"Harbour\ Lights"]),
        ('ask cast --show "Harb', ["ask", "cast", "--show", '"Harb'], ['"Harbour Lights']),
        ("ask cast --show 'Harb", ["ask", "cast", "--show", "'Harb"], ["'Harbour Lights"]),
        ("ask cast --show=Harb", ["ask", "cast", "--show", "=", "Harb"], [r"Harbour\ Lights"]),
        ("ask cast -p sh", ["ask", "cast", "-p", "sh"], ["show="]),
        ("ask cast -p show=Harb", ["ask", "-p", "show", "=", "Harb"], [r"Harbour\ Lights"]),
        ("ask --values sea", ["ask", "--values", "sea"], ["season"]),
        ("ask cast --format js", ["ask", "cast", "--format", "js"], ["json", "jsonl"]),
        ("describe mara\\ v", ["describe", "mara\\ v"], [r"Mara\ Voss"]),
        ("explain Harb", ["explain", "Harb"], [r"Harbour\ Lights"]),
        ("explain creator-and-s", ["explain", "creator-and-s"], ["creator-and-star"]),
        ('explain "A Title" castM', ["explain", '"A Title"', "castM"], ["castMember"]),
        ("explain x y Joan", ["explain", "x", "y", "Joan"], [r"Joan\ Okafor"]),
        ("explain cast --show Harb", ["explain", "cast", "--show", "Harb"], [r"Harbour\ Lights"]),
        ("completion f", ["completion", "f"], ["fish"]),
        ("ask cast --show Zzz", ["ask", "cast", "--show", "Zzz"], []),
    ],
)  # fmt: skip
def test_bash(line: str, words: list[str], offered: list[str], graph: Path) -> None:
    """The script that is printed, run by bash, offers names as bash has to read them."""
    found = press_tab(f"showgraph {line}", words, graph)

    assert [each for each in found if each] == offered


def test_bash_offers_every_question_and_command(graph: Path) -> None:
    """An empty word is completed by all names that there are, questions with their own."""
    commands = press_tab("showgraph ", [""], graph)
    questions = press_tab("showgraph ask ", ["ask", ""], graph)

    assert [each for each in commands if not each.startswith("-")] == list(COMMANDS)
    assert questions == list(read_catalog())


def test_bash_inserts_what_a_shell_reads_back(graph: Path) -> None:
    """Each value that is offered is one word of a shell, and is a value of the parameter."""
    offered = press_tab("showgraph ask cast --person ", ["ask", "cast", "--person", ""], graph)

    assert len(offered) > 3
    for word in offered:
        (value,) = shlex.split(word)
        done = run_here("ask", "cast", "--person", value, "--graph", graph)
        assert done.returncode == 0, done.stderr


def type_into_bash(keys: str, until: str, graph: Path) -> str:
    """Type into a bash on a terminal, wait for a text, and return the words of its line.

    The line is not run: in front of it is put what prints its words in brackets.
    """
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        ["bash", "--norc", "--noprofile", "-i"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**environment(graph), "PS1": "$ ", "TERM": "dumb", "INPUTRC": os.devnull},
        start_new_session=True,
    ) as process:
        os.close(theirs)
        try:
            os.write(ours, b"source <(showgraph completion bash); echo rea''dy\n")
            read_until(ours, "ready")
            os.write(ours, keys.encode())
            read_until(ours, until)
            os.write(ours, b"\x01printf '[%s]' \x05; echo en''d\n")
            return read_until(ours, "end")
        finally:
            process.kill()
            os.close(ours)


def read_until(descriptor: int, text: str) -> str:
    """Return what a terminal shows until a text stands in it, and no more comes at once."""
    shown = ""
    ends = time.monotonic() + 30
    while text not in shown:
        assert time.monotonic() < ends, shown
        if select.select([descriptor], [], [], 1)[0]:
            shown += os.read(descriptor, 65536).decode(errors="replace")
    return shown


@pytest.mark.parametrize(
    "keys",
    [
        "showgraph ask cast --show Harb\t",
        'showgraph ask cast --show "Harb\t',
        "showgraph ask cast --show 'Harb\t",
        "showgraph ask cast --show harbour\\ li\t",
    ],
)
def test_a_tab_on_a_terminal(keys: str, graph: Path) -> None:
    """Typed into bash on a terminal, a name is completed to one word of the line."""
    shown = type_into_bash(keys, "Lights", graph)

    assert "[showgraph][ask][cast][--show][Harbour Lights]" in shown


@pytest.mark.parametrize("shell", ["zsh", "fish"])
@pytest.mark.parametrize("option", ["--show Harb", "--show=Harb"])
def test_what_other_shells_are_answered(shell: str, option: str, graph: Path) -> None:
    """The answer to the script of zsh and fish is the name, with what stands in its word."""
    line = f"showgraph ask cast {option}"
    words = line.split()
    word = str(len(words) - 1) if shell == "zsh" else words[-1]
    env = {"_SHOWGRAPH_COMPLETE": f"{shell}_complete", "COMP_WORDS": line, "COMP_CWORD": word}
    done = run(env={**env, "SHOWGRAPH_GRAPH": str(graph)})

    expected = "Harbour Lights" if " " in option else "--show=Harbour Lights"
    assert expected in re.split(r"[\n,]", done.stdout)
    assert done.stderr == ""


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_one_of_its_shell(shell: str) -> None:
    """Each shell takes its script; one that is not here cannot be asked."""
    script = run_here("completion", shell).stdout
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    done = subprocess.run(
        [program, "-n"], input=script, capture_output=True, text=True, timeout=30, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("broken", ["no-shell_complete", "bash_nothing", "", "bash"])
def test_an_unknown_instruction_is_answered_with_nothing(broken: str) -> None:
    """A script of another version gets no error on the user's line."""
    done = run("stats", "--help", env={"_SHOWGRAPH_COMPLETE": broken})

    assert done.returncode == 0
    assert done.stderr == ""


def test_a_graph_that_is_not_there_is_no_error(tmp_path: Path) -> None:
    """Without a graph the questions are offered all the same, and no names."""
    nowhere = tmp_path / "none"

    assert press_tab("showgraph ask cas", ["ask", "cas"], nowhere) == ["cast"]
    names = press_tab("showgraph ask cast --show ", ["ask", "cast", "--show", ""], nowhere)
    assert [each for each in names if each] == []
    assert not nowhere.exists()


def test_completion_imports_no_engine(graph: Path) -> None:
    """A press of the tab key costs click and two files."""
    code = "import sys; from showgraph.cli.main import run; run([]); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={
            **environment(graph),
            "_SHOWGRAPH_COMPLETE": "bash_complete",
            "SHOWGRAPH_LINE": "showgraph ask cast --show Harb",
            "SHOWGRAPH_WORD": "Harb",
        },
    )
    answer, modules = done.stdout.split("\n", 1)

    assert answer == r"plain,Harbour\ Lights"
    loaded = {name.split(".")[0] for name in modules.split()}
    assert not loaded & {"pyoxigraph", "rdflib", "yaml", "networkx", "rich"}
    assert "showgraph.store" not in modules.split()


def test_completion_is_fast(graph: Path) -> None:
    """The best of some runs, against the same of an import of click and the engine.

    A machine that does something else meanwhile gets more runs, as the best needs a quiet moment.
    """
    env = {
        **{name: value for name, value in environment(graph).items() if "COVERAGE" not in name},
        "_SHOWGRAPH_COMPLETE": "bash_complete",
        "SHOWGRAPH_LINE": "showgraph ask cast --show Harb",
        "SHOWGRAPH_WORD": "Harb",
    }
    ours = ["-c", "from showgraph.__main__ import main; main()"]
    best: dict[str, float] = {}
    for turn in range(40):
        if turn > 5 and best["ours"] < 1.5 * best["base"]:
            break
        for name, arguments in (("base", ["-c", "import click, pyoxigraph"]), ("ours", ours)):
            started = time.perf_counter()
            subprocess.run(
                [sys.executable, *arguments], env=env, check=True, capture_output=True, timeout=60
            )
            best[name] = min(best.get(name, 99.0), time.perf_counter() - started)

    assert best["ours"] < 1.5 * best["base"], best
