"""The choices of formats: what can be asked of one format alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from argmap.text.given_values import check_switches, check_words, value_in_words
from argmap.text.nearest import check_choice, nearest

_SWITCH: Final = "switch"
_WORDS: Final = "words"
# What each choice can be: one of some words, any words, or true and false.
_CHOICES: Mapping[str, str | tuple[str, ...]] = {
    "colors": _WORDS,
    "dialogue": ("keep", "drop"),
    "file": _WORDS,
    "framework": ("attacks", "structured"),
    "link_sources": _SWITCH,
    "rephrase": ("aside", "wordings"),
    "safe": _SWITCH,
    "sheet": _WORDS,
}


def check_choices(choices: object) -> None:
    """Raise if what a caller asks of a format can be asked of none; None is as if it was not asked.

    >>> check_choices({"rephrase": "wording"})
    Traceback (most recent call last):
    ValueError: rephrase cannot be 'wording'; did you mean 'wordings'?

    Raises:
        LookupError: no format has such a choice; the message names the nearest.
        TypeError: a choice has a value of a wrong type, or they are no mapping.
        ValueError: a choice has a wrong value.
    """
    if not isinstance(choices, Mapping):
        raise TypeError(f"choices must be a mapping, not {value_in_words(choices)}")
    for name, value in choices.items():
        known = _CHOICES.get(name)
        if known is None:
            near = nearest(name, _CHOICES)
            right = f"did you mean {near!r}?" if near else f"there are {', '.join(_CHOICES)}"
            raise LookupError(f"no format has the choice {name!r}; {right}")
        if value is None:
            continue
        if isinstance(known, tuple):
            check_choice(name, value, known)
        elif known == _SWITCH:
            check_switches(**{name: value})
        else:
            check_words(name, value)
