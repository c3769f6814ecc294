"""Claims in, checked graph out: acceptance, mapping to RDF, closure, validation."""
