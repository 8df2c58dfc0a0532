"""From a tree to text in canonical layout, and repairs of a text."""
