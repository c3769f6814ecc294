"""What a person reads of a term: its label, its short IRI, its direction."""
