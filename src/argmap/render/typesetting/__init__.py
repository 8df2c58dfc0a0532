"""Typesetting texts in boxes: measuring them and breaking them into lines."""
