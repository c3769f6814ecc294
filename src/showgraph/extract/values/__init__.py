"""Numbers, dates, seasons and hours that a sentence names."""
