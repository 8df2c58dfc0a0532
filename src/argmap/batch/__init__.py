"""Many files: which they are, and work on them in several processes."""
