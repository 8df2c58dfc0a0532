"""How wide text is, in truth and as engines without fonts believe."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_EM = 1000
_WIDE = 1000
_EMOJI = 1300
# Other scripts come from fonts that we do not know: rather too wide than too narrow.
_OTHER = 700
_OTHER_BOLD = 760
# They take every byte that is not ASCII for a space.
_BYTE = 278


def text_width(text: str, *, size: float, is_bold: bool = False) -> float:
    """Return the width of a text in Arial, in points; where it is a guess, it is no less.

    >>> text_width("ii", size=10) < text_width("WW", size=10)
    True
    """
    return sum(map(_widths(is_bold).__getitem__, text)) * size / _EM


def letter_widths(is_bold: bool) -> Mapping[str, int]:
    """Return the widths of single characters in thousandths of the size of the text, for any character.

    >>> letter_widths(False)["W"]
    944
    """
    return _widths(is_bold)


def believed_width(text: str, *, size: float, is_bold: bool = False) -> float:
    """Return the width that engines without fonts reckon with, in points; right for ASCII only."""
    return sum(map(_believed_widths(is_bold).__getitem__, text)) * size / _EM


class _BelievedWidths(dict[str, int]):
    """The widths of characters as engines without fonts reckon with."""

    def __missing__(self, character: str) -> int:
        width = self[character] = _BYTE * len(character.encode(errors="replace"))
        return width


@cache
def _believed_widths(is_bold: bool) -> _BelievedWidths:
    known = _known_widths(is_bold).items()
    return _BelievedWidths({one: width for one, width in known if one.isascii()})


class _Widths(dict[str, int]):
    """The widths of characters: those that are known, and others as soon as they are asked for."""

    def __init__(self, is_bold: bool) -> None:
        super().__init__(_known_widths(is_bold))
        self._is_bold = is_bold

    def __missing__(self, character: str) -> int:
        width = self[character] = _guessed_width(character, self._is_bold)
        return width


@cache
def _widths(is_bold: bool) -> _Widths:
    return _Widths(is_bold)


def _guessed_width(character: str, is_bold: bool) -> int:
    known = _known_widths(is_bold)
    letter = unicodedata.normalize("NFD", character)[0]
    if letter in known:
        # Some fonts make room for the accent of a slim letter.
        return known[letter] + 25
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    if ord(character) >= 0x1F000 and unicodedata.category(character) in ("So", "Sk", "Cn"):
        return _EMOJI
    if unicodedata.east_asian_width(character) in ("W", "F"):
        return _WIDE
    if unicodedata.category(character) == "So":
        return _EMOJI
    return _OTHER_BOLD if is_bold else _OTHER


@cache
def _known_widths(is_bold: bool) -> dict[str, int]:
    tables = tomllib.loads(files("argmap.render").joinpath("widths.toml").read_text(encoding="utf-8"))
    table: dict[str, str] = tables["bold" if is_bold else "regular"]
    return {character: int(width) for width, characters in table.items() for character in characters}
