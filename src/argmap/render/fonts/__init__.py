"""Which font draws a character, for the formats that are no text."""
