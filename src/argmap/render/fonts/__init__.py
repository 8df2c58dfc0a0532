"""Which font draws a character, for formats that are not text."""
