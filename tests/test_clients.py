"""Other people's programs read the saved questions as we do; run by ``make clients``.

Each is installed by the Makefile in a folder of its own, which ``SHOWGRAPH_CLIENTS`` names.
"""

import csv
import io
import os
import shutil
import signal
import subprocess
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest

from program import run_here
from showgraph.query.questions.catalog import read_catalog
from showgraph.query.sparql.lexer import tokenize

CLIENTS: Final = Path(os.environ.get("SHOWGRAPH_CLIENTS", "")).absolute()
QUERIES: Final = Path(__file__).parents[1] / "queries"
NAMES: Final = list(read_catalog())
OXIGRAPH_PORT: Final = 17993
GRLC_PORT: Final = 18093
#: Signs that stand in a path, and before a bracket or behind one mean something else.
_OF_PATHS: Final = frozenset({"*", "+", "?", "|", "/", "^"})
#: Where the jar of Jena has the messages of its parser of XML.
_MESSAGES: Final = "org/apache/jena/ext/xerces/"
#: Bridges between logging libraries, of which a class path may have one, and a second parser.
_NOT_ON_THE_PATH: Final = ("slf4j", "log4j", "xerces", "xml-apis")

pytestmark = [
    pytest.mark.check,
    pytest.mark.skipif(
        "SHOWGRAPH_CLIENTS" not in os.environ, reason="SHOWGRAPH_CLIENTS names no folder"
    ),
]


def output_of(
    command: Sequence[str | Path], **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end."""
    return subprocess.run(
        list(map(str, command)),
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_sparqljs_parses_every_question() -> None:
    """The parser of the JavaScript world takes all files."""
    program = (
        "const {Parser} = require(process.argv[1]); const fs = require('fs');"
        "for (const file of process.argv.slice(2)) {"
        " new Parser().parse(fs.readFileSync(file, 'utf8')); console.log(file); }"
    )
    files = [QUERIES / f"{name}.rq" for name in NAMES]
    module = CLIENTS / "npm" / "node_modules" / "sparqljs"
    done = output_of(["node", "-e", program, module, *files])

    assert done.stderr == ""
    assert done.stdout.splitlines() == list(map(str, files))


@pytest.fixture(scope="module")
def class_path(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the class path of Debian's Jena.

    Its jar of Jena looks for messages of a parser where Debian's repackaging does not have them,
    so they are copied to where it looks.
    """
    folder = tmp_path_factory.mktemp("jena")
    jars = [
        jar
        for place in (CLIENTS / "deb" / "usr" / "share" / "java", Path("/usr/share/java"))
        for jar in sorted(place.glob("*.jar"))
        if not any(word in jar.name for word in _NOT_ON_THE_PATH) or "slf4j-api" in jar.name
    ]
    (core,) = [jar for jar in jars if jar.name == "jena-core.jar"]
    with zipfile.ZipFile(core) as archive:
        for entry in archive.namelist():
            if entry.startswith(_MESSAGES) and not entry.endswith(("/", ".class")):
                target = folder / "xerces" / entry.removeprefix(_MESSAGES)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(entry))
    return ":".join([str(folder), *map(str, jars)])


@pytest.mark.parametrize("name", NAMES)
def test_jena_parses_every_question(class_path: str, name: str) -> None:
    """Jena's parser takes the file and prints a query of its own from it."""
    file = QUERIES / f"{name}.rq"
    done = output_of(["java", "-cp", class_path, "arq.qparse", "--file", file])

    assert done.returncode == 0, done.stderr
    assert "SELECT" in done.stdout
    assert "PREFIX" in done.stdout


def is_beyond_rasqal(name: str) -> bool:
    """Return whether a question has a property path or EXISTS, of which Rasqal 0.9 has neither."""
    tokens = tokenize(read_catalog()[name].text)
    return any(
        token.keyword == "EXISTS" or (token.text in _OF_PATHS and before.text != "(")
        for before, token in pairwise(tokens)
    )


@pytest.mark.parametrize("name", NAMES)
def test_rasqal_parses_what_it_can_know(name: str) -> None:
    """The parser in C takes every file without a path and without EXISTS."""
    if is_beyond_rasqal(name):
        pytest.skip(f"exempt: {name}.rq has a path or EXISTS")
    library = next((CLIENTS / "deb").glob("usr/lib/*/librasqal.so*"))
    roqet = CLIENTS / "deb" / "usr" / "bin" / "roqet"
    file = QUERIES / f"{name}.rq"
    done = output_of([roqet, "-n", "-q", file], LD_LIBRARY_PATH=str(library.parent))

    assert "Error" not in done.stderr


def test_rasqal_is_given_enough() -> None:
    """The exempt are not all of them."""
    assert sum(not is_beyond_rasqal(name) for name in NAMES) >= 8


@contextmanager
def running(command: Sequence[str | Path], address: str, cwd: Path) -> Iterator[None]:
    """Run a server until the end of the block, which begins once it answers."""
    with subprocess.Popen(
        list(map(str, command)),
        cwd=cwd,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            for _ in range(120):
                try:
                    urllib.request.urlopen(address, timeout=10).close()  # noqa: S310 - our own
                    break
                except urllib.error.HTTPError:
                    break
                except OSError:
                    time.sleep(0.25)
            yield
        finally:
            os.killpg(process.pid, signal.SIGTERM)


@pytest.fixture(scope="module")
def endpoint(bundled_graph: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of Oxigraph's server over the bundled graph."""
    (store,) = bundled_graph.glob("generations/*/store")
    bound = f"127.0.0.1:{OXIGRAPH_PORT}"
    program = CLIENTS / "oxigraph" / "bin" / "oxigraph"
    command: list[str | Path] = [program, "serve-read-only", "--location", store, "--bind", bound]
    folder = tmp_path_factory.mktemp("oxigraph")
    with running([*command, "--union-default-graph"], f"http://{bound}/", folder):
        yield f"http://{bound}/query"


@pytest.fixture(scope="module")
def grlc(endpoint: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of grlc, which serves a copy of the questions from that endpoint."""
    folder = tmp_path_factory.mktemp("grlc")
    (folder / "queries").mkdir()
    for name in NAMES:
        shutil.copy(QUERIES / f"{name}.rq", folder / "queries")
    (folder / "config.ini").write_text(
        "[auth]\ngithub_access_token =\n[local]\nlocal_sparql_dir = queries/\n[defaults]\n"
        f"server_name = localhost\nsparql_endpoint = {endpoint}\nsparql_access_token =\n"
        "[api_gitlab]\ngitlab_url =\n"
    )
    address = f"http://127.0.0.1:{GRLC_PORT}"
    program = CLIENTS / "grlc" / "bin" / "grlc-server"
    with running([program, f"--port={GRLC_PORT}"], address, folder):
        yield f"{address}/api-local"


def shown(columns: Sequence[str], row: dict[str, str]) -> tuple[str, ...]:
    """Return what an answer shows of a solution: nothing for what has no name."""
    return tuple(row[name] if row.get(f"{name}Label", row[name]) else "" for name in columns)


@pytest.mark.parametrize("name", NAMES)
def test_grlc_serves_the_same_rows(grlc: str, bundled_graph: Path, name: str) -> None:
    """The rows of grlc, as an answer shows them, are those of ``ask``, in the same order."""
    request = urllib.request.Request(f"{grlc}/{name}", headers={"Accept": "text/csv"})  # noqa: S310
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - our own server
        theirs = list(csv.DictReader(io.TextIOWrapper(answer, encoding="utf-8", newline="")))
    done = run_here("ask", name, "--format", "csv", "--iris", "--graph", bundled_graph)
    ours = list(csv.reader(io.StringIO(done.stdout, newline="")))

    columns = list(read_catalog()[name].columns)
    expected = dict.fromkeys(shown(columns, row) for row in theirs)
    assert done.returncode == 0
    assert [tuple(row) for row in ours[1:]] == list(expected)


def test_grlc_knows_every_question(grlc: str) -> None:
    """Its description has the summary of each, and reads no header wrongly."""
    with urllib.request.urlopen(f"{grlc}/swagger", timeout=60) as answer:  # noqa: S310 - our own
        text = answer.read().decode()

    assert [name for name in NAMES if f'"/{name}"' not in text] == []
    assert [n for n, each in read_catalog().items() if each.summary not in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_ask_has_the_same_answer_from_there(endpoint: str, bundled_graph: Path, name: str) -> None:
    """``ask --endpoint`` asks Oxigraph's server and shows what it shows of the graph itself."""
    options = ("ask", name, "--format", "csv", "--iris")
    there = run_here(*options, "--endpoint", endpoint)
    here = run_here(*options, "--graph", bundled_graph)

    assert there.returncode == 0, there.stderr
    assert there.stdout == here.stdout
