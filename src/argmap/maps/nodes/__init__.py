"""What a node of a map shows: its words, steps, images and colour."""
