"""Slips of the pen at the beginning of lines: what looks like markup and is read as something else."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter

from argmap.reading.pages import Page
from argmap.syntax import Block, Element
from argmap.syntax.document import working_text
from argmap.text import Diagnostic, Span, diagnose

_OPERATOR = r"(?:\+>|->|_>|><|<?[-+]|<_|_)"
_ODD_BLANK = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
# Data may follow directly; whether a space ends the line makes no difference, because nobody sees it.
_END = r"(?=[ \t\n{]|\Z)"
# It begins with a line end, which can be searched for fast; what is found is rare.
_SLIP = re.compile(
    rf"\n[ \t]*(?:(?P<S120>[{_ODD_BLANK}])[ \t{_ODD_BLANK}]*(?={_OPERATOR}{_END}|\n|\Z)"
    rf"|(?<=[ \t])(?P<S121>[\u2212\uff0b\uff0d]){_END}"
    rf"|(?P<S122>'+)[ \t]*(?P<operator>{_OPERATOR}){_END}"
    r"|(?P<S123><->|<\+>|\+\+|\+-|-\+)(?=[ \t\n\[<]|\Z)"
    r"|(?P<S124>={3,})[ \t]*(?=\n|\Z)"
    r"|(?P<R231>\#+)[ \t]*(?=\n|\Z))"
)
_MEANT = {"\u2212": "-", "\uff0d": "-", "\uff0b": "+"}


def find_slips(page: Page) -> Iterator[Diagnostic]:
    """Yield what is odd at the beginning of a page's lines, the included pages left out."""
    text = "\n" + working_text(page.text)
    blocks: list[Block] = []
    for found in _SLIP.finditer(text):
        blocks = blocks or [part for part in page.tree.parts if isinstance(part, Block)]
        code = next(name for name in _CODES if found[name])
        start = found.start(code) - 1
        if _stands_there(blocks, start, found[code], is_marker=code == "S123"):
            yield diagnose(code, Span(start, start + len(found[code]), page.path), *_words(code, found))
    if "\t" in text:
        for part in page.tree.parts:
            if isinstance(part, Block) and "\t" in part.text:
                yield from _mixed_indentation(page, part)


_CODES = ("S120", "S121", "S122", "S123", "S124", "R231")


def _words(code: str, found: re.Match[str]) -> tuple[str, ...]:
    said = found[code]
    match code:
        case "S120":
            return (f"U+{ord(said):04X}",)
        case "S121":
            return (said, f"U+{ord(said):04X}", _MEANT[said])
        case "S122":
            return (found["operator"],)
        case "S123":
            read = said[:2] if said[0] == "<" else said[0]
            return (said, read, said[len(read) :])
        case _:
            return ()


def _stands_there(blocks: list[Block], start: int, said: str, *, is_marker: bool) -> bool:
    """Return whether something is the marker of an element, or part of its text, not of comments or data."""
    index = bisect_right(blocks, start, key=itemgetter(0)) - 1
    if index < 0:
        return False
    block = blocks[index]
    place = start - block.start
    if not block.text.startswith(said, place):
        return False
    element = block.elements[max(0, bisect_right(block.elements, place, key=_start) - 1)]
    if is_marker:
        return element.start == place and element.marker != ""
    if element.content is None or not element.content[0] <= place < element.content[1]:
        return False
    behind = bisect_right(element.data, (place, len(block.text))) - 1
    return behind < 0 or element.data[behind][1] <= place


def _start(element: Element) -> int:
    return element.start


def _mixed_indentation(page: Page, block: Block) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for element in block.elements:
        if element.depth:
            line = block.text.rfind("\n", 0, element.start) + 1
            seen.update(block.text[line : element.start])
            if seen >= {" ", "\t"}:
                start = block.start + line
                yield diagnose("S119", Span(start, block.start + element.start, page.path))
                return
