"""Queries as text: tokens, grammar, hints, and values bound into them."""
