"""The title inventory: candidates, the signs for and against them, catalogues."""
