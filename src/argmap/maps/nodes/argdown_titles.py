"""The names by which settings and Argdown tools know an element."""

from __future__ import annotations

from argmap.model import ArgumentRef, Element
from argmap.model.reference import signed_title


def argdown_title(element: Element) -> str:
    """Return the title under which an Argdown tool knows it: that of evidence begins with `^`."""
    ref = element.ref
    return ref.title if isinstance(ref, ArgumentRef) else signed_title(ref)


def names_of(element: Element) -> tuple[str, ...]:
    """Return the titles under which settings may list it, that of evidence with and without its `^`."""
    return tuple(dict.fromkeys((argdown_title(element), element.title)))
