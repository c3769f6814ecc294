"""A sentence understood: its names, its values, and the question it asks, or why none."""
