"""Reading a text again of which little changed."""
