"""Deadlines: how long answering a question may take."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from attrs import frozen

from argmap.text.given_values import check_number

T = TypeVar("T")
# Loops check the clock once in so many steps.
_STEPS_A_LOOK = 256


class NotDecidedError(TimeoutError):
    """A question was not decided in the time allowed; it has an answer, but it is not known yet."""


@frozen
class Deadline:
    """The moment at which a question is given up, None for never.

    >>> Deadline.after(None).is_over(), Deadline.after(0).is_over()
    (False, True)
    """

    seconds: float | None = None
    moment: float | None = None

    @classmethod
    def after(cls, seconds: float | None) -> Deadline:
        """Return the deadline so many seconds from now.

        Raises:
            TypeError: it is not a number.
            ValueError: it is less than 0.
        """
        if seconds is not None:
            check_number("timeout", seconds, least=0)
        return cls(seconds, None if seconds is None else time.monotonic() + seconds)

    def is_over(self) -> bool:
        """Return whether no time is left."""
        return self.moment is not None and time.monotonic() >= self.moment

    def check(self) -> None:
        """Raise if no time is left.

        Raises:
            NotDecidedError: that many seconds have passed.
        """
        if self.is_over():
            raise NotDecidedError(f"not decided in {self.seconds:g} seconds")

    def watching(self, things: Iterable[T]) -> Iterator[T]:
        """Yield things one by one as long as there is time; the clock is checked now and then.

        >>> list(Deadline.after(None).watching("ab"))
        ['a', 'b']

        Raises:
            NotDecidedError: that many seconds have passed.
        """
        if self.moment is None:
            yield from things
            return
        for place, thing in enumerate(things):
            if not place % _STEPS_A_LOOK:
                self.check()
            yield thing


NEVER = Deadline()
