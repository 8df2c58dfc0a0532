"""What is inside the box of a node, in rows whose sizes are known before any engine runs."""
