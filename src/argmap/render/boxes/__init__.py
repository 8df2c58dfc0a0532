"""The content of boxes, in rows whose sizes are known before any engine runs."""
