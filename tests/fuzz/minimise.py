"""The shortest text that still shows a mistake."""

from __future__ import annotations

import time
from collections.abc import Callable


def minimised(text: str, shows: Callable[[str], bool], *, seconds: float = 30.0) -> str:
    """Return a text from which nothing can be left out, or what was reached when the time is over."""
    until = time.monotonic() + seconds
    size = max(1, len(text) // 2)
    while True:
        start, shorter = 0, False
        while start < len(text) and time.monotonic() < until:
            without = text[:start] + text[start + size :]
            if shows(without):
                text, shorter = without, True
            else:
                start += size
        if time.monotonic() >= until or (size == 1 and not shorter):
            return text
        if not shorter or size > len(text):
            size = max(1, size // 2)
