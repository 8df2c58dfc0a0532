"""What callers give, and words for what they gave if it is of another kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")


def value_in_words(value: object) -> str:
    """Return what a message calls a value that is of a wrong type.

    >>> value_in_words(3), value_in_words(None)
    ('a value of type int', 'None')
    """
    return "None" if value is None else f"a value of type {type(value).__name__}"


def check_words(name: str, value: object) -> None:
    """Raise if a value is no text.

    >>> check_words("title", 3)
    Traceback (most recent call last):
    TypeError: title must be a text, not a value of type int

    Raises:
        TypeError: it is something else.
    """
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a text, not {value_in_words(value)}")


def check_number(name: str, value: object) -> None:
    """Raise if a value is no number.

    >>> check_number("timeout", "10")
    Traceback (most recent call last):
    TypeError: timeout must be a number, not '10'

    Raises:
        TypeError: it is something else.
    """
    if not isinstance(value, int | float) or isinstance(value, bool):
        shown = repr(value) if isinstance(value, str | bool) else value_in_words(value)
        raise TypeError(f"{name} must be a number, not {shown}")


def several(name: str, things: Iterable[T], noun: str) -> tuple[T, ...]:
    """Return the things in a list.

    A single one is refused: a text is a list of its letters, and a reference one of its parts, so that
    something else would be looked for.

    >>> several("accept", ["[A]", "[B]"], "names")
    ('[A]', '[B]')
    >>> several("accept", "[A]", "names")
    Traceback (most recent call last):
    TypeError: accept is a list of names, such as ['[A]'], not a text

    Raises:
        TypeError: it is no list.
    """
    if isinstance(things, str):
        raise TypeError(f"{name} is a list of {noun}, such as [{things!r}], not a text")
    if isinstance(things, bytes) or hasattr(things, "_fields") or not isinstance(things, Iterable):
        raise TypeError(f"{name} is a list of {noun}, not {value_in_words(things)}")
    return tuple(things)
