"""The text around the place where somebody is typing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from attrs import frozen

from argmap.text import Edit, Span

# Longer titles and values are not looked for.
_LONGEST_LINE = 2000
_FRONTMATTER = re.compile(r"\ufeff?\s*^===+[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"^===+[ \t]*$", re.MULTILINE)


@frozen(slots=False)
class TextAround:
    """A text, and the offset in it where somebody is typing.

    >>> around = TextAround("[A]: a\\n  + [B", 13)
    >>> around.before, around.after
    ('  + [B', '')
    """

    text: str
    offset: int

    @cached_property
    def before(self) -> str:
        """The line up to the offset."""
        start = max(self.text.rfind("\n", 0, self.offset), self.text.rfind("\r", 0, self.offset)) + 1
        return self.text[max(start, self.offset - _LONGEST_LINE) : self.offset]

    @cached_property
    def after(self) -> str:
        """The line from the offset on."""
        return re.split(r"[\r\n]", self.text[self.offset : self.offset + _LONGEST_LINE], maxsplit=1)[0]

    @cached_property
    def line_above(self) -> str:
        """The line before, empty for the first one."""
        start = self.offset - len(self.before)
        above = self.text[max(0, start - _LONGEST_LINE) : start]
        lines = above.splitlines()
        return lines[-1] if lines else ""

    @cached_property
    def frontmatter(self) -> str | None:
        """The frontmatter from its first line to the offset, None if that is not in it."""
        opening = _FRONTMATTER.match(self.text)
        if opening is None or opening.end() > self.offset:
            return None
        inside = self.text[opening.end() : self.offset]
        return None if _RULE.search(inside) else inside

    def replacing(self, begun: int, written: str, *, behind: int = 0) -> Edit:
        """Return the edit that replaces so many characters on each side."""
        return Edit(Span(self.offset - begun, self.offset + behind), written)


def is_like(words: str, begun: str) -> bool:
    """Return whether words contain the characters of what is begun, in the same order; case does not count.

    >>> is_like("Policy shift", "polsh"), is_like("Policy shift", "shp")
    (True, False)
    """
    rest: Iterable[str] = iter(words.casefold())
    return all(character in rest for character in begun.casefold() if not character.isspace())
