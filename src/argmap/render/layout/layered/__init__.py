"""Preparing maps for an engine's layout in layers, and improving the result."""
