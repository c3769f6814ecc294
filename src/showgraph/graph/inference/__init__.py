"""What follows from accepted facts, and what contradicts the ontology."""
