"""Changes of a text: where it names things, and edits that change one thing and nothing else."""
