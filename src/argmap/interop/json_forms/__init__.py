"""Values and debates as JSON, and JSON of known shape."""
