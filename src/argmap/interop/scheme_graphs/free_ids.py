"""Ids for what has none: numbers that nothing else has."""

from __future__ import annotations

from attrs import Factory, define


@define(eq=False)
class FreeIds:
    """Counts up, and leaves out what is kept.

    >>> ids = FreeIds()
    >>> ids.keep("2")
    >>> ids.next(), ids.next()
    ('1', '3')
    """

    taken: set[str] = Factory(set)
    number: int = 0

    def keep(self, name: str) -> None:
        """Leave an id to what has it."""
        self.taken.add(name)

    def next(self) -> str:
        """Return an id that nothing has."""
        self.number += 1
        while str(self.number) in self.taken:
            self.number += 1
        return str(self.number)
