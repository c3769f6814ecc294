"""Across documents: which names mean one thing, and which only look alike."""
