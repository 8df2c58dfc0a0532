"""Messages as they come from an editor: bytes, and what they are before anything answers them."""
