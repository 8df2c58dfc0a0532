"""Slips in what is below what: lists below statements, and indentation that is not like the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.reading.source_files import SourceFile
from argmap.syntax import Element
from argmap.syntax.document import working_text
from argmap.text import Diagnostic, Span, diagnose

# They begin with a line end, which can be searched for fast.
_INDENTATION = re.compile(r"\n ++")
_INDENTED_ITEM = re.compile(r"\n[ \t]++(?:\*|[0-9]++\.)\s")


def find_slips_in_trees(page: SourceFile) -> Iterator[Diagnostic]:
    """Yield list items that look like reasons, and lines indented by one space where others are by more."""
    text = "\n" + working_text(page.text)
    # Most texts have neither, and finding that out costs little.
    widths = {len(indentation) for indentation in set(_INDENTATION.findall(text))}
    if any(width + 1 in widths for width in widths) or _INDENTED_ITEM.search(text):
        yield from _in_trees(page)


def _in_trees(page: SourceFile) -> Iterator[Diagnostic]:
    narrow: list[Span] = []
    wide = 0
    for block in page.tree.blocks:
        above: Element | None = None
        # How far what is open is indented, from the margin on; None if there are tabs.
        widths: list[int | None] = []
        for element in block.elements:
            del widths[element.depth :]
            indentation = block.indentation(element)
            width = None if "\t" in indentation else len(indentation)
            outer = widths[-1] if widths else None
            # The first thing that is below another follows it directly.
            is_first = above is not None and element.depth == above.depth + 1
            start = block.start + element.start
            span = Span(start, start + len(element.marker), page.path)
            # At the margin a list may follow a statement.
            is_indented = width is None or width > 0
            if above is not None and is_first and is_indented and _is_item(element) and not _is_item(above):
                yield diagnose("S141", span, element.marker)
            if outer is not None and width is not None:
                # One space from the margin is a way to indent; one more than a line that has two is not.
                if is_first and width - outer == 1 and outer > 1:
                    narrow.append(span)
                wide += width - outer > 1
            widths.append(width)
            above = element
    if wide > len(narrow):
        for span in narrow:
            yield diagnose("S142", span)


def _is_item(element: Element) -> bool:
    return element.marker == "*" or element.marker[:-1].isdecimal()
