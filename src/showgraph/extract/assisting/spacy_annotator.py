"""Mentions from a spaCy pipeline that the user has installed.

Its entities are taken for people, organizations, places and titles; its other layers are not
read. Any pipeline will do: a trained one, or a blank one with an entity ruler. Nothing is
fetched; the extra ``spacy`` installs spaCy, and a pipeline is a package or a folder of the user.
"""

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Final

from showgraph.errors import UsageError
from showgraph.extract.plugins import Annotation, PluginError, Settings
from showgraph.model import Document

#: Names of entities in the schemes of spaCy's pipelines (OntoNotes 5 and WikiNER).
_TYPES: Final = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "WORK_OF_ART": "series",
}
#: spaCy asks for shorter texts than this, a gigabyte for each hundred thousand characters.
_PIECE: Final = 50_000


def create(settings: Settings) -> "SpacyAnnotator":
    """Return the annotator for the pipeline that ``settings.model`` names.

    Raises:
        UsageError: If no pipeline is named.
        PluginError: If spaCy or the pipeline is not installed.
    """
    if not settings.model:
        raise UsageError("--annotator spacy needs --spacy-model: a pipeline's package or folder")
    try:
        spacy = import_module("spacy")
    except ImportError as error:
        raise PluginError("spaCy is not installed: pip install 'showgraph[spacy]'") from error
    try:
        pipeline = spacy.load(settings.model)
    except (OSError, ValueError, ImportError) as error:
        reason = str(error).splitlines()[0]
        raise PluginError(
            f"spaCy has no pipeline {settings.model!r}: {reason} "
            f"Install one, such as: python -m spacy download en_core_web_sm"
        ) from error
    return SpacyAnnotator(pipeline)


class SpacyAnnotator:
    """Annotates with a loaded pipeline."""

    def __init__(self, pipeline: Any) -> None:  # noqa: ANN401 - spaCy is not there to be typed
        """Take a ``spacy.Language``."""
        self._pipeline = pipeline
        meta = pipeline.meta
        self.label: str = f"spacy/{meta['lang']}_{meta['name']}@{meta['version']}"

    def annotate(self, document: Document) -> Iterator[Annotation]:
        """Yield the entities of a document, piece by piece.

        Raises:
            PluginError: If the pipeline fails on the text.
        """
        for start, end in _pieces(document.text):
            try:
                parsed = self._pipeline(document.text[start:end])
            except ValueError as error:
                raise PluginError(f"spaCy failed: {str(error).splitlines()[0]}") from error
            for entity in parsed.ents:
                type_ = _TYPES.get(entity.label_)
                if type_ is not None:
                    yield Annotation(type_, start + entity.start_char, start + entity.end_char)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield stretches of a text, cut at line ends, or blanks, where there are any."""
    start = 0
    while start < len(text):
        end = min(len(text), start + _PIECE)
        if end < len(text):
            breaks = [m.end() for m in re.finditer(r"\n", text[start:end])]
            blanks = breaks or [m.end() for m in re.finditer(r" ", text[start:end])]
            end = start + (blanks[-1] if blanks else _PIECE)
        yield start, end
        start = end
