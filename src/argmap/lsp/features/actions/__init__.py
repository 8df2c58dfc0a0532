"""What can be done with a text at a place: repairs of what is wrong there, and other ways to write it."""
