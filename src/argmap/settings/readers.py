"""What values settings may have."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from attrs import field, frozen

from argmap.data.frozen_dict import FrozenDict
from argmap.data.values import Data, freeze
from argmap.equality import equality, value_hash
from argmap.representation import representation
from argmap.settings.problems import OddSelector, Unusable
from argmap.text import CODES, Severity
from argmap.text.nearest import nearest, only_near

Reader = Callable[[Any], Any]
# The codes of findings of an author's own rules.
OWN_CODE = re.compile(r"X[0-9]{3}")


def setting(default: Any, read: Reader) -> Any:  # as attrs' own field()
    """Return the field of a setting that is read by a function, which raises `Unusable`."""
    return field(default=default, metadata={"read": read})


def inner_table(default: Any) -> Any:  # as attrs' own field()
    """Return the field of settings that have settings of their own."""
    return field(default=default, metadata={"table": type(default)})


def argdown_name(name: str) -> str:
    """Return a Python name as Argdown writes it.

    >>> argdown_name("color_scheme")
    'colorScheme'
    """
    return re.sub(r"_([a-z])", lambda match: match[1].upper(), name)


def anything(value: object) -> object:
    """Return any value."""
    return value


def flag(value: object) -> bool:
    """Return true or false."""
    if not isinstance(value, bool):
        raise Unusable("true or false")
    return value


def whole_number(value: object) -> int:
    """Return a whole number."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise Unusable("a whole number")
    return value


def size(value: object) -> float:
    """Return a number from 0 on."""
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value < float("inf"):
        raise Unusable("a number from 0 on")
    return value


def share(value: object) -> float:
    """Return a number from 0 to 1."""
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1:
        raise Unusable("a number from 0 to 1")
    return float(value)


def text(value: object) -> str:
    """Return a text; numbers are texts too."""
    if isinstance(value, bool | list | tuple | Mapping) or value is None:
        raise Unusable("a text")
    return str(value)


def selector(value: object) -> str:
    """Return a selector, as it is written."""
    # Lark is loaded only where there is a selector.
    from argmap.selectors import SelectorError, parse_selector

    written = text(value)
    try:
        parse_selector(written)
    except SelectorError as error:
        found = error.diagnostic
        raise OddSelector(found.code, found.message, found.hint) from None
    return written


def names(value: object) -> tuple[str, ...]:
    """Return a list of names."""
    if not isinstance(value, list | tuple):
        raise Unusable("a list")
    return tuple(str(name) for name in value)


def texts(value: object) -> tuple[str, ...]:
    """Return a list of texts; a text alone is one of them."""
    if isinstance(value, list | tuple):
        return tuple(map(text, value))
    return (text(value),)


def name_or_list(value: object) -> str | tuple[str, ...]:
    """Return a name or a list of them."""
    return value if isinstance(value, str) else names(value)


def any_mapping(value: object) -> Mapping[str, object]:
    """Return a mapping."""
    if not isinstance(value, Mapping):
        raise Unusable("a mapping")
    return value


@frozen
class OneOf:
    """A reader that takes one of some words; `choices` are all of them."""

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    choices: tuple[str, ...]

    def __call__(self, value: object) -> str:
        """Return the word."""
        if value not in self.choices:
            near = nearest(str(value), self.choices)
            right = f"`{near}`" if near else "one of " + ", ".join(f"`{choice}`" for choice in self.choices)
            raise Unusable(right, only_near(str(value), self.choices))
        return str(value)


def one_of(*choices: str) -> OneOf:
    """Return a reader that takes one of these words."""
    return OneOf(choices)


def codes(value: object) -> tuple[str, ...]:
    """Return codes of findings."""
    written = (value,) if isinstance(value, str) else names(value)
    for code in written:
        if code not in CODES and not OWN_CODE.fullmatch(code):
            near = nearest(code, CODES)
            raise Unusable(f"`{near}`" if near else "codes such as `C301`", only_near(code, CODES))
    return written


def own_code(value: object) -> str:
    """Return the code of an author's own rule."""
    if not isinstance(value, str) or not OWN_CODE.fullmatch(value):
        raise Unusable("a code from X000 to X999")
    return value


def severities(value: object) -> Data:
    """Return severities by codes of findings."""
    by_code = FrozenDict({str(code): freeze(severity) for code, severity in any_mapping(value).items()})
    codes(tuple(by_code))
    for severity in by_code.values():
        one_of(*(level.value for level in Severity))(severity)
    return by_code
