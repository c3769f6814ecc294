"""Text in, claims out: reader, mentions, titles, discourse, frames, status, resolution."""
