"""Rule packs as data: gazetteers, cue classes, signs and frames, and their pattern language."""
