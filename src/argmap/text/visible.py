"""Text for terminals and logs: what an author or a file's name says never reaches them as a command."""

from __future__ import annotations

import re
import unicodedata

_TAB = 4
# Control characters, those that turn or hide text, halves of characters, ends of lines.
_HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
# Joiners, without which some scripts and emoji are spelt wrong.
_JOINERS = "\u200c\u200d"
# A line that a build server takes as a command: `::error::…` in GitHub Actions, after any space, and
# `##[error]…`, `##vso[…]` and `##teamcity[…]` anywhere. Colours, which only we write, are no text.
_COMMAND = re.compile(r"(^(?:\x1b\[[0-9;]*m|\s)*)::|##(?=(?:vso|teamcity)?\[)")


class Visible(str):
    """Text, of one line or several, that goes to a terminal or a log as it is."""

    __slots__ = ()


def visible(text: str, *, column: int = 0) -> str:
    """Return a line as a terminal can show it: tabs as spaces, control characters and ends of lines as `�`.

    What an author wrote must neither move the caret nor reach the terminal as a command.

    >>> visible("a\\x1b[31m\\nb")
    'a�[31m�b'
    """
    if text.isascii() and text.isprintable():
        return text
    shown: list[str] = []
    for character in text:
        if character == "\t":
            character = " " * (_TAB - column % _TAB)
        elif unicodedata.category(character) in _HIDDEN and character not in _JOINERS:
            character = "�"
        shown.append(character)
        column += width_of(character)
    return "".join(shown)


def visible_line(line: str) -> Visible:
    """Return a line that stands on its own, with nothing in it that a terminal or a build server obeys.

    >>> visible_line("::error::\\x07")
    '�:error::�'
    """
    return without_command(visible(line))


def visible_lines(text: str) -> Visible:
    """Return a text of several lines, each as `visible_line` has it, but with its tabs and line ends."""
    return Visible("".join(map(_with_tabs, re.split(r"(\r?\n)", text))))


def _with_tabs(part: str) -> str:
    if part in ("\n", "\r\n"):
        return part
    return without_command("\t".join(map(visible, part.split("\t"))))


def without_command(line: str) -> Visible:
    """Return a visible line, coloured or not, of which no build server takes anything as a command."""
    return Visible(_COMMAND.sub(_broken, line))


def _broken(match: re.Match[str]) -> str:
    # As many characters as before, so that what is below stays below.
    return "�#" if match[1] is None else f"{match[1]}�:"


def width_of(text: str) -> int:
    """Return how many columns of a terminal a visible text takes.

    >>> width_of("abc"), width_of("日本"), width_of("e\\u0301")
    (3, 4, 1)
    """
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
