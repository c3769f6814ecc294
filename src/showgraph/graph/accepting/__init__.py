"""Claims to accepted facts: readings compared, values agreed on, disagreements kept."""
