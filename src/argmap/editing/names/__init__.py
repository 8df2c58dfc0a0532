"""What a text names, and where."""
