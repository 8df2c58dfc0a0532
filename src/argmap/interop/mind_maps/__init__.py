"""Maps of ideas that are connected through groups."""
