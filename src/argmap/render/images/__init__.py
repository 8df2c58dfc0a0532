"""Images of nodes: found, read and placed."""
