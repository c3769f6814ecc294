"""Files to documents: what the user named, parsed and dated."""
