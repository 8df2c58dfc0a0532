"""What pages and cells ask of a drawing, in words, beside its theme and engine."""

from __future__ import annotations

from collections.abc import Mapping

# Named as the parameters of `argmap.draw` and as the options of `argmap render`.
SWITCHES = ("legend", "questions")
VALUES = ("detail", "focus", "radius", "direction")
NUMBERS = ("radius",)
_ON = ("", "true", "yes", "on", "1", *SWITCHES)
_OFF = ("false", "no", "off", "0")


def drawn_as(words: Mapping[str, str]) -> dict[str, object]:
    """Return arguments of `argmap.draw` from words; a switch without a value is on, others are passed over.

    >>> drawn_as({"legend": "", "focus": "[Sun]", "radius": "3", "caption": "The sun"})
    {'legend': True, 'focus': '[Sun]', 'radius': 3}

    Raises:
        ValueError: a value makes no sense.
    """
    return {name: _value(name, word) for name, word in words.items() if name in (*SWITCHES, *VALUES)}


def _value(name: str, word: str) -> object:
    if name in NUMBERS:
        if not word.isdecimal():
            raise ValueError(f"{name} must be a number, not {word!r}")
        return int(word)
    if name in SWITCHES:
        if word.lower() not in (*_ON, *_OFF):
            raise ValueError(f"{name} is on or off, not {word!r}")
        return word.lower() in _ON
    return word
