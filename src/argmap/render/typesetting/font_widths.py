"""The width of text: the real one, and the one that engines without fonts believe in."""

from __future__ import annotations

import json
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping
from functools import cache

from argmap.data.packaged_tables import packaged_table
from argmap.files import packaged

_EM = 1000
_WIDE = 1000
_EMOJI = 1300
# Other scripts come from fonts that we do not know: better too wide than too narrow.
_OTHER = 700
_BOLDER = 60
_ACCENT = 25
# These engines take every byte that is not ASCII for a space.
_BYTE = 278


def text_width(text: str, *, size: float, is_bold: bool = False) -> float:
    """Return the width of a text in Arial, in points; guesses are never too small.

    >>> text_width("ii", size=10) < text_width("WW", size=10)
    True
    """
    return sum(map(_widths(is_bold).__getitem__, text)) * size / _EM


def is_measured(text: str, *, is_bold: bool = False) -> bool:
    """Return whether the width of a text is known, because Arial has all its characters.

    >>> is_measured("Ελλάς"), is_measured("中")
    (True, False)
    """
    known = _known_widths(is_bold).keys()
    return known >= (letters := set(text)) or _other_widths(is_bold).keys() >= letters - known


def letter_widths(is_bold: bool) -> Mapping[str, int]:
    """Return the widths of single characters in thousandths of the size of the text, for any character.

    >>> letter_widths(False)["W"]
    944
    """
    return _widths(is_bold)


def believed_width(text: str, *, size: float, is_bold: bool = False) -> float:
    """Return the width that engines without fonts assume, in points; it is right only for ASCII."""
    return sum(map(_believed_widths(is_bold).__getitem__, text)) * size / _EM


def misjudged_widths(is_bold: bool) -> Mapping[str, int]:
    """Return how much too wide these engines take each character to be, in thousandths of the text size.

    >>> misjudged_widths(False)["W"], misjudged_widths(False)["Щ"]
    (0, -388)
    """
    return _misjudged_widths(is_bold)


class _MisjudgedWidths(dict[str, int]):
    """The differences between believed and real widths, worked out when they are asked for."""

    def __init__(self, is_bold: bool) -> None:
        super().__init__()
        self._is_bold = is_bold

    def __missing__(self, character: str) -> int:
        believed, real = _believed_widths(self._is_bold), _widths(self._is_bold)
        width = self[character] = believed[character] - real[character]
        return width


@cache
def _misjudged_widths(is_bold: bool) -> _MisjudgedWidths:
    return _MisjudgedWidths(is_bold)


class _BelievedWidths(dict[str, int]):
    """The widths of characters that engines without fonts assume."""

    def __missing__(self, character: str) -> int:
        width = self[character] = _BYTE * len(character.encode(errors="replace"))
        return width


@cache
def _believed_widths(is_bold: bool) -> _BelievedWidths:
    known = _known_widths(is_bold).items()
    return _BelievedWidths({one: width for one, width in known if one.isascii()})


class _Widths(dict[str, int]):
    """The widths of characters: those that are known, and others when they are asked for."""

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
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf"):
        return 0
    bolder = _BOLDER if is_bold else 0
    symbol = _symbol_widths().get(character)
    if _may_be_emoji(character, category):
        return max(_EMOJI, symbol or 0)
    if symbol is not None:
        return symbol + bolder
    letter = unicodedata.normalize("NFD", character)[0]
    # Some fonts make room for the accent of a narrow letter.
    guess = _known_widths(is_bold).get(letter, -_ACCENT) + _ACCENT
    if width := max(guess, _other_widths(is_bold).get(character, 0)):
        return width
    if unicodedata.east_asian_width(character) in ("W", "F"):
        return _WIDE
    return _EMOJI if category == "So" else _script_width(ord(character)) + bolder


def _may_be_emoji(character: str, category: str) -> bool:
    """Return whether some browsers show a character as a picture, which is wider than the glyph of a font."""
    if character >= "\U0001f000":
        return category in ("So", "Sk", "Cn")
    return category == "So" and "\u2600" <= character <= "\u27bf"


def _script_width(place: int) -> int:
    starts, stretches = _scripts()
    number = bisect_right(starts, place) - 1
    if number >= 0 and place <= stretches[number][0]:
        return stretches[number][1]
    return _OTHER


@cache
def _other_widths(is_bold: bool) -> dict[str, int]:
    return _by_character(_others()["bold" if is_bold else "regular"])


@cache
def _symbol_widths() -> dict[str, int]:
    return _by_character(_others()["symbols"])


@cache
def _scripts() -> tuple[list[int], list[tuple[int, int]]]:
    """Return the starts of stretches of code points, their ends, and the widths of their characters."""
    starts: list[int] = []
    stretches: list[tuple[int, int]] = []
    for stretch, width in _others()["scripts"].items():
        start, _, end = stretch.partition("-")
        starts.append(int(start, 16))
        stretches.append((int(end, 16), int(width)))
    return starts, stretches


@cache
def _known_widths(is_bold: bool) -> dict[str, int]:
    return _by_character(packaged_table("argmap.render", "widths.toml")["bold" if is_bold else "regular"])


def _by_character(table: Mapping[str, str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for width, characters in table.items():
        # One number for all of them.
        found |= dict.fromkeys(characters, int(width))
    return found


@cache
def _others() -> dict[str, dict[str, str]]:
    others: dict[str, dict[str, str]] = json.loads(packaged("argmap.render", "other_widths.json"))
    return others
