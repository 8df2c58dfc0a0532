"""How a text changes: where things are named in it, and edits that change one thing and nothing else."""
