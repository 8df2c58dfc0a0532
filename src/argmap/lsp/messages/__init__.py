"""Messages as they come from an editor: from bytes to requests that can be answered."""
