"""The table of mappings to other vocabularies and the script that turns it into Turtle."""

import importlib.util
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Final

import rdflib

from showgraph.resources import read_bundled

ROOT: Final = Path(__file__).parents[2]
TABLE: Final = "mappings.sssom.tsv"


def load_script(path: str) -> ModuleType:
    """Return a script of the checkout as a module."""
    spec = importlib.util.spec_from_file_location(Path(path).stem, ROOT / path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOL: Final = load_script("tools/alignments.py")


@cache
def text() -> str:
    """Return the text of the table."""
    return read_bundled("ontology", TABLE)


@cache
def rows() -> tuple[dict[str, str], ...]:
    """Return the rows of the table."""
    return tuple(TOOL.read_rows(text()))


@cache
def prefixes() -> dict[str, str]:
    """Return the prefixes that the table declares."""
    return dict(TOOL.read_prefixes(text()))


def expand(name: str) -> rdflib.URIRef:
    """Return the IRI of a prefixed name of the table."""
    prefix, _, local = name.partition(":")
    return rdflib.URIRef(prefixes()[prefix] + local)


@cache
def read(file: str) -> rdflib.Graph:
    """Return a file of ``ontology/`` as rdflib reads it; nothing changes it."""
    return rdflib.Graph().parse(data=read_bundled("ontology", file), format="turtle")
