"""Words of questions: their forms, spelling and weight, and the dates and seasons among them."""
