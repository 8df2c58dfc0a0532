"""Texts in which people marked what is argued."""

from argmap.interop.annotated_texts import arggraph, brat

__all__ = ["arggraph", "brat"]
