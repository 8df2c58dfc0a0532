"""Limits on the time and the steps that an answer may take."""

from __future__ import annotations

import time

from argmap.text.given_values import check_number

# The clock is checked once in so many steps.
_STEPS_A_LOOK = 2000


def check_timeout(seconds: float | None) -> None:
    """Raise if something is no number of seconds; None is no limit.

    Raises:
        TypeError: it is no number.
        ValueError: it is less than 0.
    """
    if seconds is not None:
        check_number("timeout", seconds, least=0)


class LimitReachedError(Exception):
    """An answer would take more time or steps than allowed; the message says which."""


class Limit:
    """Counts steps, and checks the clock now and then.

    >>> Limit(None, steps=2).spend(3)
    Traceback (most recent call last):
    argmap.logic.deciding.limit.LimitReachedError: it takes more than 2 steps
    """

    def __init__(self, seconds: float | None, *, steps: int | None = None) -> None:
        self._seconds = seconds
        self._begin = time.monotonic()
        self._steps = steps
        self._spent = 0
        self._next_look = 0

    def part(self, steps: int) -> Limit:
        """Return a limit of so many steps that ends no later than this one."""
        part = Limit(self._seconds, steps=steps)
        part._begin = self._begin
        return part

    @property
    def elapsed(self) -> float:
        """The seconds since the beginning."""
        return time.monotonic() - self._begin

    @property
    def remaining(self) -> float | None:
        """The seconds that are left, None if there is no limit."""
        return None if self._seconds is None else max(0.0, self._seconds - self.elapsed)

    def spend(self, steps: int = 1) -> None:
        """Count steps.

        Raises:
            LimitReachedError: no time or no step is left.
        """
        self._spent += steps
        if self._steps is not None and self._spent > self._steps:
            raise LimitReachedError(f"it takes more than {self._steps:,} steps")
        if self._spent >= self._next_look:
            self._next_look = self._spent + _STEPS_A_LOOK
            self.check()

    def check(self) -> None:
        """Check the clock.

        Raises:
            LimitReachedError: there is no time left.
        """
        if self._seconds is not None and self.elapsed >= self._seconds:
            raise LimitReachedError(f"it takes longer than {self._seconds:g} s")
