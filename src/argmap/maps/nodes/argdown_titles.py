"""The names by which settings and Argdown tools know an element."""

from __future__ import annotations

from argmap.model import Element, Evidence


def argdown_title(element: Element) -> str:
    """Return the title under which an Argdown tool knows it: that of evidence begins with `^`."""
    return f"^{element.title}" if isinstance(element, Evidence) else element.title


def names_of(element: Element) -> tuple[str, ...]:
    """Return the titles under which settings may list it, evidence with and without its `^`."""
    return (argdown_title(element), element.title) if isinstance(element, Evidence) else (element.title,)
