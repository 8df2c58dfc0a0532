"""Texts in which people have annotated arguments."""

from argmap.interop.annotated_texts import arggraph, brat

__all__ = ["arggraph", "brat"]
