"""Shapes: read, checked over tables or by the reference, and reported."""
