"""Answers, results and graphs in the formats of people and of other programs."""
