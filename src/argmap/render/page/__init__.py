"""A map as an interactive page: its text, its drawing and a script, in one file."""
