"""Long texts that are made piece by piece."""

from __future__ import annotations

from collections.abc import Iterable

# A text grows by so small a part of itself at least: even if it were copied each time, that would take a time
# proportional to its length.
_SHARE = 256


def joined(pieces: Iterable[str]) -> str:
    """Return the text that pieces make, none of which is kept until it is whole, as `str.join` does.

    >>> joined(f"{number}, " for number in range(5))
    '0, 1, 2, 3, 4, '
    """
    text = ""
    waiting: list[str] = []
    length = 0
    for piece in pieces:
        waiting.append(piece)
        length += len(piece)
        if length * _SHARE > len(text):
            # Python lengthens a string in place that nothing but a variable has.
            text += "".join(waiting)
            waiting.clear()
            length = 0
    text += "".join(waiting)
    return text
