"""Ids for things without one: unused numbers."""

from __future__ import annotations

from attrs import Factory, define


@define(eq=False)
class FreeIds:
    """Counts up, skipping ids that are kept.

    >>> ids = FreeIds()
    >>> ids.keep("2")
    >>> ids.next(), ids.next()
    ('1', '3')
    """

    taken: set[str] = Factory(set)
    number: int = 0

    def keep(self, name: str) -> None:
        """Reserve an id for the thing that has it."""
        self.taken.add(name)

    def next(self) -> str:
        """Return an id that nothing has."""
        self.number += 1
        while str(self.number) in self.taken:
            self.number += 1
        return str(self.number)
