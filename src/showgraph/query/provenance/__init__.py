"""What a triple rests on: claims with their words, rules with their premises."""
