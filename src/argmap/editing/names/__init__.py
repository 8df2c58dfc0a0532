"""Where a text names what."""
