"""Where comments and data may begin in a text, and where they may not: in escapes, links, titles and tags."""

from __future__ import annotations

import re
from functools import cache

from argmap.syntax.operators import SIGNS_BEHIND_ANGLE

# Every alternative begins with a literal, which lets `re` skip all other characters at once.
_ALWAYS = (r"\\[^\n]", "//", r"/\*", "<!--", r"\{", "```", "~~~", r"\n(?=@include\()")
# Links, titles and tags, by what closes them, and then what opens them but is not closed on its line.
_CLOSED = {
    "]": (r"\[[^\]\n]*+\](?:\([^)\n]*+\))?+", r"\["),
    ">": (rf"<(?<!><)(?![{SIGNS_BEHIND_ANGLE}!\s])[^>\n]*+>:?", rf"<(?<!><)(?![{SIGNS_BEHIND_ANGLE}!\s])"),
    ")": (r"\#\([^)\n]*+\)", r"\#\("),
}
_NO_LINK = {"]": (r"\[[^\]\n]*+\]", r"\[")}
_CLOSING = {"[": "]", "<": ">", "#(": ")"}


class Atoms:
    """Finds escapes, links, titles and tags, and what may begin a comment, data or an include.

    A bracket that nothing closes on its line tells that no later one there is closed either: each line is
    searched for a closing bracket only once.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        # What closes nothing more on the line that ends here.
        self._missing: frozenset[str] = frozenset()
        self._line_end = 0

    def next(self, position: int, end: int) -> re.Match[str] | None:
        """Return the first of them at or behind a position, None if there is none before the end."""
        while True:
            if not self._missing:
                match, stop = _search(self._text, position, end), end
            elif position >= self._line_end:
                self._missing = frozenset()
                continue
            else:
                stop = min(end, self._line_end)
                match = _pattern(self._missing).search(self._text, position, stop)
            if match is None:
                if stop >= end:
                    return None
                position = stop
                continue
            atom = match[0]
            if atom in _CLOSING:
                self._miss(_CLOSING[atom], match.start())
                position = match.end()
                continue
            if atom[0] == "[" and self._text.startswith("(", match.end()) and atom[-1] == "]":
                # Its address never ends, or it would be part of the link.
                self._miss(")", match.end())
            return match

    def _miss(self, closing: str, position: int) -> None:
        line_end = self._text.find("\n", position)
        line_end = line_end if line_end >= 0 else len(self._text)
        self._missing = self._missing | {closing} if line_end == self._line_end else frozenset({closing})
        self._line_end = line_end


@cache
def _pattern(missing: frozenset[str]) -> re.Pattern[str]:
    closed = {**_CLOSED, **(_NO_LINK if ")" in missing else {})}
    brackets = [pattern for closing, ways in closed.items() if closing not in missing for pattern in ways]
    return re.compile("|".join((*_ALWAYS, *brackets)))


_search = _pattern(frozenset()).search
