"""Outlines and mind maps: items below one another."""
