"""How an extraction did: records, scores, explanations, and what was missed."""
