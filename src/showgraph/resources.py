"""Find the files that belong to the package: ontology, queries, digests, rule packs.

A wheel carries them under ``showgraph/_bundled``; an editable install reads the checkout.
Read text through the returned ``Traversable`` and nowhere else through ``__file__``.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from showgraph.errors import ResourceError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def package_folder() -> "Traversable":
    """Return the folder of the package's modules."""
    folder = Path(__file__).parent
    if folder.is_dir():
        return folder
    # In a zip file; elsewhere the import alone would cost a start 3 ms.
    from importlib.resources import files  # noqa: PLC0415

    return files("showgraph")


def bundled(folder: str) -> "Traversable":
    """Return a folder of the project: ``ontology``, ``queries`` or ``data/documents``.

    Raises:
        ResourceError: If neither the package nor the checkout has it.
    """
    packaged = package_folder().joinpath("_bundled", *folder.split("/"))
    if packaged.is_dir():
        return packaged
    checkout = Path(__file__).resolve().parents[2]
    # A bare ``ontology`` folder beside site-packages must not be taken for ours, so the
    # checkout has to prove itself with its pyproject.toml.
    if (checkout / "pyproject.toml").is_file() and (checkout / folder).is_dir():
        return checkout / folder
    raise ResourceError(f"the bundled folder {folder!r} is missing from {packaged}; reinstall")


def read_bundled(folder: str, name: str) -> str:
    """Return the text of one bundled file.

    Raises:
        ResourceError: If the file is missing.
    """
    path = bundled(folder).joinpath(name)
    if not path.is_file():
        raise ResourceError(f"the bundled file {folder}/{name} is missing; reinstall")
    return path.read_text(encoding="utf-8")


def iter_bundled(folder: str, ending: str) -> "list[Traversable]":
    """Return the files of a bundled folder with that ending, sorted by name."""
    found = [path for path in bundled(folder).iterdir() if path.name.endswith(ending)]
    return sorted(found, key=lambda path: path.name)


def pack_folder() -> "Traversable":
    """Return the folder of the rule packs that come with the package."""
    return package_folder().joinpath("extract", "packs")
