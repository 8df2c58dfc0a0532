"""What pages and cells ask of a drawing, in words.

Whoever builds pages need not have written them: what they ask for runs no program and reads no file but
those that lie with them. Paths come from the configuration of a site.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from argmap.render.engines.engine import WORDS
from argmap.render.styles.theme import Theme, load_page_theme

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


def asked_engine(word: str) -> str:
    """Return the engine that a page asks for, which is never a program that it names.

    Raises:
        ValueError: it is no word for an engine.
    """
    if word not in WORDS:
        raise ValueError(f"engine is one of {', '.join(WORDS)}, not {word!r}; paths are configured")
    return word


def asked_theme(word: str, folder: Path | None) -> Theme:
    """Return the theme that a page asks for, by its name or by a path below the folder of the page.

    Raises:
        ThemeError: there is no such theme, it is not below the folder, or the file is not a theme.
    """
    return load_page_theme(word, folder)


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
