"""A graph on disk: its folder, its generations, its locks."""
