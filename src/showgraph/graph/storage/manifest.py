"""The manifest of a generation: what it was made from and what it must hold.

No clock time and no path of the machine is in it, so two builds of the same input have the
same manifest wherever the engine writes the same files.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Final, Self

#: Version of the layout of a graph on disk; a program refuses a higher one than its own.
FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation was made from, and what it holds.

    ``inputs`` is what the build says of itself: versions, and the documents with their hashes.
    ``counts`` are the quads by the graph's IRI, ``digest`` is the sha256 of the sorted N-Quads,
    ``files`` the sha256 of each file by its path in the generation, the manifest left out.
    """

    inputs: Mapping[str, object]
    n_quads: int
    counts: Mapping[str, int]
    digest: str
    files: Mapping[str, str]
    format: int = FORMAT

    def to_text(self) -> str:
        """Return the manifest as JSON, keys sorted; equal manifests give equal text."""
        return json.dumps(asdict(self), indent=1, sort_keys=True, ensure_ascii=False) + "\n"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what :meth:`to_text` wrote.

        Raises:
            ValueError: If the text is not a manifest.
        """
        found = json.loads(text)
        if not isinstance(found, dict) or found.keys() != cls.__dataclass_fields__.keys():
            raise ValueError("it is not what a build writes")
        return cls(**found)


def check_of(text: bytes) -> str:
    """Return the sha256 of a manifest's bytes, which the pointer to the generation repeats."""
    return hashlib.sha256(text).hexdigest()
