"""Where things are placed: ranks, columns and shelves, and cheaper layouts for large maps."""
