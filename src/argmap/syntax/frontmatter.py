"""The frontmatter of a text, and its YAML.

Each line is looked at once: whatever a text begins with, this takes time that grows with its length.
"""

from __future__ import annotations

import re

from argmap.named_tuples import NamedTuple
from argmap.syntax.tree import Range

_OPENING = re.compile(r"[ \t]*+(={3,}+)")
_CLOSING = re.compile(r"^[ \t]*+={3,}+[ \t]*+$", re.MULTILINE)
_HYPHENS = re.compile(r"---[ \t]*+$", re.MULTILINE)
# What a line of YAML begins with, unless it is empty.
_YAML_LINE = re.compile(r"[\w.-]++[ \t]*+:|[ \t\n\#]|-[^-\n]")
_UNCLOSED = re.compile(
    r"[ \t]*+(?P<signs>={3,}+|---(?=[ \t]*+\n))[ \t]*+\n?+[ \t]*+[\w.-]++[ \t]*+:(?=[ \t\n]|\Z)"
)
_SIGNS = 3


class Frontmatter(NamedTuple):
    """A frontmatter as offsets: all of it, and its YAML; `is_markdown` if it is between hyphens."""

    span: Range
    yaml: Range
    is_markdown: bool


def find_frontmatter(text: str, start: int) -> Frontmatter | None:
    """Return the frontmatter that begins with the line at an offset, None if there is none."""
    opening = _OPENING.match(text, start)
    if not opening:
        return _between_hyphens(text, start)
    behind = opening.end()
    line_end = _line_end(text, behind)
    rest = text[behind:line_end].rstrip(" \t")
    signs = len(rest) - len(rest.rstrip("="))
    if signs >= _SIGNS:
        return Frontmatter((start, line_end), (behind, behind + len(rest) - signs), False)
    closing = _CLOSING.search(text, line_end + 1) if line_end < len(text) else None
    if closing:
        return Frontmatter((start, closing.end()), (behind if rest else line_end + 1, closing.start()), False)
    if not rest and behind - opening.start(1) >= 2 * _SIGNS:
        # Six of them that nothing closes open and close an empty one.
        return Frontmatter((start, line_end), (behind - _SIGNS, behind - _SIGNS), False)
    return None


def unclosed_frontmatter(text: str, start: int) -> Range | None:
    """Return the signs that open a frontmatter at an offset and a key, if nothing closes it."""
    opening = _UNCLOSED.match(text, start)
    return opening.span("signs") if opening and not find_frontmatter(text, start) else None


def _between_hyphens(text: str, start: int) -> Frontmatter | None:
    """Return the frontmatter that begins and ends with `---`, if there is nothing but YAML between."""
    opening = _HYPHENS.match(text, start)
    if not opening or opening.end() >= len(text):
        return None
    first = line = opening.end() + 1
    while line < len(text):
        closing = _HYPHENS.match(text, line) if line > first else None
        if closing:
            return Frontmatter((start, closing.end()), (first, line), True)
        if not _YAML_LINE.match(text, line):
            return None
        line = _line_end(text, line) + 1
    return None


def _line_end(text: str, position: int) -> int:
    line_end = text.find("\n", position)
    return line_end if line_end >= 0 else len(text)
