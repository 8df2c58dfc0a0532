"""How deep a line is indented."""

from __future__ import annotations

from argmap.named_tuples import NamedTuple


class Shift(NamedTuple):
    """How a line stands to the one before it: one level deeper, or so many levels less deep.

    `is_odd` says that it is indented like none of the lines above it.
    """

    indents: bool
    dedents: int
    is_odd: bool


# What most lines are.
_DEEPER = Shift(True, 0, False)
_BESIDE = Shift(False, 0, False)


class Indentation:
    """The open levels of indentation, each from its smallest to its largest width.

    A line between two levels joins the one it falls into, one below the first level joins the first.
    """

    def __init__(self) -> None:
        self._open: list[list[float]] = []

    def __len__(self) -> int:
        return len(self._open)

    def step(self, width: float) -> Shift:
        """Take in the width of a line's indentation."""
        levels = self._open
        if not levels or width > levels[-1][1]:
            levels.append([width, width])
            return _DEEPER
        dedents = 0
        while width < levels[-1][0] and len(levels) > 1:
            levels.pop()
            dedents += 1
        low, high = levels[-1]
        if low <= width <= high:
            return Shift(False, dedents, False) if dedents else _BESIDE
        levels[-1] = [min(low, width), max(high, width)]
        return Shift(False, dedents, True)

    def close(self) -> int:
        """Close all levels; return how many there were."""
        count = len(self._open)
        self._open.clear()
        return count
