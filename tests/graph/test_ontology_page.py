"""The page of the ontology's terms is complete; it is made when it is wanted, not committed."""

import os
import subprocess
from pathlib import Path

import pytest

from graph.mapping_table import ROOT, read
from showgraph import __version__
from showgraph.namespaces import SG


@pytest.mark.check
@pytest.mark.row(13, 40)
def test_the_page_lists_every_term(tmp_path: Path) -> None:
    """The page that pyLODE writes has one entry for each term, and names the version."""
    python = os.environ.get("SHOWGRAPH_DOCS_PYTHON")
    if python is None:
        pytest.skip("SHOWGRAPH_DOCS_PYTHON names no Python with pyLODE; make check installs one")
    page = tmp_path / "ontology.html"
    subprocess.run([python, ROOT / "tools" / "ontology_page.py", page], check=True, timeout=120)
    html = page.read_text(encoding="utf-8")
    terms = sorted({str(s) for s in read("showgraph.ttl").subjects() if str(s).startswith(SG)})

    assert len(terms) >= 140
    assert [term for term in terms if html.count(f"<code>{term}</code>") != 1] == []
    assert f"{SG.removesuffix('#')}/{__version__}" in html
    assert "redirect of the terms is not registered yet" in html


def test_the_page_is_not_committed() -> None:
    """It holds styles of others, so it is ignored by git."""
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()

    assert "/docs/ontology.html" in ignored
