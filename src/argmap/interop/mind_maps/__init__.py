"""Maps of ideas that hang together in groups."""
