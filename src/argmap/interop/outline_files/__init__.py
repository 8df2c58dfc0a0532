"""Outlines and mind maps: things below each other, as outliners have them."""
