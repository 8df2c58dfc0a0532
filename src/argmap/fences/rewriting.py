"""Replacing the texts in the fences of a page; everything outside stays as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from os import PathLike

from argmap.fences.fence import Fence, fences_in
from argmap.fences.page_places import with_margin

_LINE_END = re.compile(r"\r\n|\n|\r")
_LAST_END = re.compile(r"(?:\r\n|\n|\r)\Z")
_CLOSING = re.compile(r"^[ \t]*+(`{3,}+|~{3,}+)[ \t]*+$", re.MULTILINE)


def rewritten(
    page: str, rewrite: Callable[[str, int], str], *, path: str | PathLike[str] | None = None
) -> str:
    """Return a page in which each of our fences contains what `rewrite` makes of its text.

    `rewrite` also gets the columns before each line of the fence: those of a list or quotation around it.
    A fence stays as it is if its new text would end it, or if its mistakes are on purpose.
    """
    pieces: list[str] = []
    position = 0
    for start, end, inside in rewritten_stretches(page, rewrite, path=path):
        pieces += (page[position:start], inside)
        position = end
    return "".join((*pieces, page[position:]))


def rewritten_stretches(
    page: str, rewrite: Callable[[str, int], str], *, path: str | PathLike[str] | None = None
) -> Iterator[tuple[int, int, str]]:
    """Yield where the lines in the fences of a page begin and end, and what they become."""
    for fence in fences_in(page, path):
        if not fence.is_wrong_on_purpose:
            # Whole lines: how the first is indented may differ from the others, or end within a tab.
            start = _start_of_line(page, fence)
            yield start, fence.inside.end, _inside(page, fence, start, rewrite)


def _start_of_line(page: str, fence: Fence) -> int:
    start, end = fence.span.start, fence.inside.start
    return max(start, page.rfind("\n", start, end) + 1, page.rfind("\r", start, end) + 1)


def _inside(page: str, fence: Fence, start: int, rewrite: Callable[[str, int], str]) -> str:
    as_is = page[start : fence.inside.end]
    text = fence.text if fence.is_closed else fence.text.rstrip()
    # Between the last line and the end of a list around it are blank lines of the page.
    behind = fence.text[len(text) :]
    columns = len(fence.places.margin.expandtabs(4))
    new = rewrite(text, columns) if text else text
    if not fence.is_closed:
        # Layout ends with the end of a line, and a text that is repaired as it did before.
        new = _LAST_END.sub("", new)
    if new == text or any(match[1].startswith(fence.marks) for match in _CLOSING.finditer(new)):
        return as_is
    end = _LINE_END.search(text)
    line_end = end[0] if end else "\n"
    lines = new.replace(line_end, "\n")
    if lines and (margin := fence.places.margin):
        is_whole = lines.endswith("\n")
        lines = with_margin("\n" + lines.removesuffix("\n"), margin)[1:] + "\n" * is_whole
    return lines.replace("\n", line_end) + (as_is[len(as_is) - len(behind) :] if behind else "")
