"""Comments: where they end, and a text without them."""

from __future__ import annotations

import re

from argmap.syntax.fences import fences_of
from argmap.syntax.tokens import MASK
from argmap.syntax.tree import Problem, Range

# HTML ends comments so, too; here they end so if nothing else ends them.
_BANG = "--!>"
_COMMENT_END = {"/*": ("*/",), "<!--": ("-->", _BANG)}
_LINE_END = re.compile(r"[ \t]*\n")


class CommentFinder:
    """Finds the comments of one text; fences count as such.

    `reach` is how far the text was looked at to find their ends: past its end if the end was met; `problems`
    are those of comments that were found, by their beginnings.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        # What would close comments, and does not occur any more.
        self._missing: set[str] = set()
        self.fences = dict(fences_of(text))
        self.problems: dict[int, Problem] = {}
        self.reach = 0

    def end(self, start: int) -> int | None:
        """Return where a comment that begins at an offset ends, None if none begins or it never ends."""
        text = self._text
        if start in self.fences:
            return self.fences[start]
        if text.startswith("//", start):
            line_end = text.find("\n", start)
            return line_end if line_end >= 0 else len(self._text)
        for opening, closings in _COMMENT_END.items():
            if text.startswith(opening, start):
                return self._closed(start, opening, closings)
        return None

    def _closed(self, start: int, opening: str, closings: tuple[str, ...]) -> int | None:
        """Return where a comment ends that begins at an offset, None if nothing closes it."""
        for closing in closings:
            if closing not in self._missing:
                end = self._text.find(closing, start + len(opening))
                if end >= 0:
                    end += len(closing)
                    self._look_into(start, end, closing)
                    return end
                # Nothing closes later ones either; searching again would cost quadratic time.
                self._missing.add(closing)
                self.reach = len(self._text) + 1
        return None

    def _look_into(self, start: int, end: int, closing: str) -> None:
        """Take down that a comment of HTML ends where others would not, or goes on where they end."""
        bang = self._text.find(_BANG, start, end) if closing != "*/" else -1
        if bang >= 0:
            verb = "ends with" if closing == _BANG else "goes on after"
            self.problems[start] = Problem("S140", bang, bang + len(_BANG), (verb,))


def masked(text: str, start: int, end: int, comments: list[Range]) -> str:
    """Return a block's text with comments masked, and the line ends of lines that were only comments."""
    if not comments:
        return text[start:end]
    pieces: list[str] = []
    position = start
    alone = True
    for opening, behind in comments:
        # A comment is alone if nothing but spaces and other comments are before it on its line.
        between = text[position:opening]
        line_end = between.rfind("\n")
        alone = not between[line_end + 1 :].strip(" \t") and (alone or line_end >= 0)
        follows = _LINE_END.match(text, behind)
        if alone and follows and follows.end() <= end:
            behind = follows.end()
        pieces += (between, MASK * (behind - opening))
        position = behind
    pieces.append(text[position:end])
    return "".join(pieces)
