"""Characters to sentences: views, lines, blocks, tokens, mentions and runs of capitals."""
