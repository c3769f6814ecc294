"""Accepted facts and claims as the quads of ``graph/accepted`` and ``graph/claims``."""

from showgraph.graph.mapping.quads import Run, to_quads

__all__ = ["Run", "to_quads"]
