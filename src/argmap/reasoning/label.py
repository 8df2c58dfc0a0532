"""What a verdict says about one thing."""

from __future__ import annotations

from enum import Enum


class Label(Enum):
    """Whether something is accepted, not accepted, or neither.

    >>> Label("in"), Label.OUT.value
    (<Label.IN: 'in'>, 'out')
    """

    IN = "in"
    OUT = "out"
    UNDECIDED = "undecided"

    # Labels are counted and compared by the million; Enum's own hash is a call in Python.
    __hash__ = object.__hash__
