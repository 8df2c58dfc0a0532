"""Commands that rewrite files: in canonical layout, or with other names."""
