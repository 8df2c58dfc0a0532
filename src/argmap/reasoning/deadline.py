"""How long a question may take."""

from __future__ import annotations

import time

from attrs import frozen


class NotDecidedError(TimeoutError):
    """A question was not decided in the time allowed; it has an answer, but nobody knows it yet."""


@frozen
class Deadline:
    """The moment at which a question is given up, None for never.

    >>> Deadline.after(None).is_over(), Deadline.after(-1).is_over()
    (False, True)
    """

    seconds: float | None = None
    moment: float | None = None

    @classmethod
    def after(cls, seconds: float | None) -> Deadline:
        """Return the deadline so many seconds from now."""
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


NEVER = Deadline()
