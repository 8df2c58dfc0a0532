"""What can be written at a place, judging by the text before it, which may be broken or not yet read."""
