"""Which brace closes which."""

from __future__ import annotations

import re

# A blank line followed by what begins a block at the margin: no data block goes on across it.
_TOKEN = re.compile(r"""[{}"']|\n[ \t]*\n(?=\[|<|\#+[ ]|\([0-9]+\)|===)""")
_QUOTED = {
    '"': re.compile(r'(?:[^"\\\n]|\\.|\n(?![ \t]*\n))*+"', re.S),
    "'": re.compile(r"(?:[^'\n]|''|\n(?![ \t]*\n))*+'"),
}
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_BEFORE_VALUE = "{[,:"


class Braces:
    """Finds the closing braces of a text; every part of the text is looked at once.

    Braces in quoted strings do not count; a quotation mark opens a string where YAML expects a value.

    >>> Braces("foo {a: '}'} bar").closing(4)
    11
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._closing: dict[int, int] = {}
        # Where the last search ended: what it met on its way is known, or is in a string.
        self._known_to = 0
        # How far the text was looked at; past its end if its end was met.
        self.reach = 0

    def closing(self, opening: int) -> int | None:
        """Return the offset of the brace that closes the one at `opening`, None if nothing does."""
        if opening >= self._known_to:
            self._known_to = self._match(opening)
            self.reach = max(self.reach, self._known_to)
        return self._closing.get(opening)

    def _match(self, opening: int) -> int:
        text = self._text
        open_braces: list[int] = []
        position = opening
        while match := _TOKEN.search(text, position):
            mark = match[0]
            position = match.end()
            if mark == "{":
                open_braces.append(match.start())
            elif mark == "}":
                self._closing[open_braces.pop()] = match.start()
                if not open_braces:
                    return position
            elif mark in _QUOTED:
                position = self._behind_string(mark, position)
            else:
                # What begins a block was recognised by what stands on its line.
                line_end = text.find("\n", position)
                self.reach = max(self.reach, line_end + 1 or len(text) + 1)
                return position
        self.reach = len(text) + 1
        return position

    def _behind_string(self, quote: str, position: int) -> int:
        before = self._text[max(0, position - 80) : position - 1].rstrip(" \t")
        line = before.rsplit("\n", 1)[-1].strip()
        if before.rstrip()[-1:] in _BEFORE_VALUE or line in ("", "-") or line.endswith(" -"):
            string = _QUOTED[quote].match(self._text, position)
            if string:
                return string.end()
            if self.reach < position:
                blank_line = _BLANK_LINE.search(self._text, position)
                self.reach = blank_line.end() if blank_line else len(self._text) + 1
        return position
