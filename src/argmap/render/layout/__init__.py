"""Layout: ranks, columns and shelves, and cheaper layouts for large maps."""
