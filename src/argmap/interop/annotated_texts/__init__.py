"""Texts in which people annotated the arguments."""

from argmap.interop.annotated_texts import arggraph, brat

__all__ = ["arggraph", "brat"]
