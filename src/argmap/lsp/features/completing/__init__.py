"""What can be written at a place, seen from the text before it: that may be broken, or not read yet."""
