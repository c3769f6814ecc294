"""Sentences to scenes: what is spoken of, by whom, and how a text stands behind it."""
