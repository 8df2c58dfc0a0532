"""How things look: themes, and what a document overrides in them."""
