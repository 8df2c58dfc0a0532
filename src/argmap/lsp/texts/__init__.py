"""Texts that are open in an editor, their places and versions, and what is wrong in them."""
