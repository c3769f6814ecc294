"""Copy the top-level data folders into the wheel, but not into editable installs."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUNDLED = ("ontology", "queries", "data/documents")


class BundleHook(BuildHookInterface[Any]):
    """Ship ``ontology/``, ``queries/`` and ``data/documents/`` as ``showgraph/_bundled/``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Map the folders for a real wheel; an editable install reads the checkout."""
        if version == "standard":
            for name in BUNDLED:
                build_data["force_include"][name] = f"showgraph/_bundled/{name}"
