"""Which elements and sections of two debates are the same."""
