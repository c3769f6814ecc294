"""Questions run, rows given their sources, empty answers explained."""
