"""What callers give, and words for what they gave if it is of another kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import inf
from types import FunctionType
from typing import TypeVar

T = TypeVar("T")
K = TypeVar("K")
# More is no number for clocks and pictures.
_LARGEST = 1e300


def value_in_words(value: object) -> str:
    """Return what a message calls a value that is of a wrong type.

    >>> value_in_words(3), value_in_words(None), value_in_words(int)
    ('a value of type int', 'None', 'the class int')
    """
    if isinstance(value, type | FunctionType):
        return f"the {'class' if isinstance(value, type) else 'function'} {value.__name__}"
    return "None" if value is None else f"a value of type {type(value).__name__}"


def check_type(name: str, value: object, kind: type) -> None:
    """Raise if a value is no instance of a class.

    >>> check_type("offset", "3", int)
    Traceback (most recent call last):
    TypeError: offset must be an int, not a value of type str

    Raises:
        TypeError: it is something else.
    """
    if not isinstance(value, kind):
        article = "an" if kind.__name__[0] in "AEIOUaeiou" else "a"
        raise TypeError(f"{name} must be {article} {kind.__name__}, not {value_in_words(value)}")


def check_callable(name: str, value: object) -> None:
    """Raise if a value cannot be called.

    >>> check_callable("read", "text")
    Traceback (most recent call last):
    TypeError: read must be a function, not a value of type str

    Raises:
        TypeError: it cannot.
    """
    if not callable(value):
        raise TypeError(f"{name} must be a function, not {value_in_words(value)}")


def check_switches(**values: object) -> None:
    """Raise if one of some values, given by their names, is neither true nor false; None is as if not given.

    >>> check_switches(strict=False, join="no")
    Traceback (most recent call last):
    TypeError: join must be True or False, not 'no'

    Raises:
        TypeError: it is something else.
    """
    for name, value in values.items():
        # What numbers are true elsewhere, as in data frames, is equal to them.
        if value is not None and not isinstance(value, bool) and value not in (True, False):
            shown = repr(value) if isinstance(value, str) else value_in_words(value)
            raise TypeError(f"{name} must be True or False, not {shown}")


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


def check_number(name: str, value: object, *, least: float | None = None, above: float | None = None) -> None:
    """Raise if a value is no number, or is too small.

    >>> check_number("timeout", "10")
    Traceback (most recent call last):
    TypeError: timeout must be a number, not '10'
    >>> check_number("width", 0, above=0)
    Traceback (most recent call last):
    ValueError: width must be more than 0, not 0

    Raises:
        TypeError: it is something else.
        ValueError: it is less than `least`, not more than `above`, or not a number at all, as `nan` is.
    """
    if not isinstance(value, int | float) or isinstance(value, bool):
        shown = repr(value) if isinstance(value, str | bool) else value_in_words(value)
        raise TypeError(f"{name} must be a number, not {shown}")
    if least is not None and not value >= least:
        raise ValueError(f"{name} must be {least:g} or more, not {value!r}")
    if above is not None and not value > above:
        raise ValueError(f"{name} must be more than {above:g}, not {value!r}")
    if abs(value) > _LARGEST and value != inf:
        raise ValueError(f"{name} is too large")
    if value != value:
        raise ValueError(f"{name} must be a number, not {value!r}")


def several(name: str, things: Iterable[T], noun: str) -> tuple[T, ...]:
    """Return the things in a list.

    >>> several("accept", ["[A]", "[B]"], "names")
    ('[A]', '[B]')
    >>> several("accept", "[A]", "names")
    Traceback (most recent call last):
    TypeError: accept is a list of names, such as ['[A]'], not a text

    Raises:
        TypeError: it is no list.
    """
    check_list(name, things, noun)
    return tuple(things)


def check_list(name: str, things: object, noun: str) -> None:
    """Raise if a value is no list.

    A single thing is refused: a text is a list of its letters, and a reference one of its parts, so that
    something else would be looked for. So is what is a list only by the way: a mapping, an open file, or
    one thing of argmap, such as a debate.

    Raises:
        TypeError: it is none.
    """
    if isinstance(things, str):
        raise TypeError(f"{name} is a list of {noun}, such as [{things!r}], not a text")
    if isinstance(things, bytes | Mapping | type) or not isinstance(things, Iterable) or _is_one(things):
        raise TypeError(f"{name} is a list of {noun}, not {value_in_words(things)}")


def given_mapping(name: str, things: Mapping[K, T]) -> Mapping[K, T]:
    """Return a mapping as it is.

    >>> given_mapping("names", [("p", "q")])
    Traceback (most recent call last):
    TypeError: names must be a mapping, not a value of type list

    Raises:
        TypeError: it is none.
    """
    if not isinstance(things, Mapping):
        raise TypeError(f"{name} must be a mapping, not {value_in_words(things)}")
    return things


def several_words(name: str, words: Iterable[str], noun: str) -> tuple[str, ...]:
    """Return the texts in a list.

    >>> several_words("rules", ["modus ponens", None], "rules")
    Traceback (most recent call last):
    TypeError: rules is a list of rules, which are texts; None is not

    Raises:
        TypeError: it is no list, or has something else in it.
    """
    given = several(name, words, noun)
    for word in given:
        if not isinstance(word, str):
            raise TypeError(f"{name} is a list of {noun}, which are texts; {value_in_words(word)} is not")
    return given


def _is_one(things: object) -> bool:
    return any(hasattr(things, name) for name in ("_fields", "__attrs_attrs__", "readable"))
