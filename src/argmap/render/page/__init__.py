"""A map as a page that people look around in: its text, its drawing and a script, in one file."""
