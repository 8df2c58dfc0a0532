"""Debates in words, from outlines to reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.api.documents import Document
from argmap.api.querying import part_selected
from argmap.data.garbage import paused_collector
from argmap.model import Debate, debate_of

if TYPE_CHECKING:
    from argmap.interop.outlines import OutlineForm


def outline(
    document: Document | Debate,
    *,
    form: OutlineForm = "text",
    depth: int | None = None,
    select: str | None = None,
    sections: bool = False,
) -> str:
    r"""Return a document or debate as people tell it: what is at issue, and below that what bears on it.

    `+` supports what is above it, `-` attacks, `_` undercuts, and `≠` excludes it; below a question `+` is
    a position. Everything is told once, and where it comes again is `→ see [Title]`. The form is `text`,
    `markdown`, or `html`, which is for a place in a page. `depth` is how many levels are told, from 1, and
    `select` a selector of what is told; with `sections`, there are headings, and below each its elements.

    >>> import argmap
    >>> print(argmap.outline(argmap.parse("[A]: a\n  + <B>: b\n    - [C]\n[C]: c\n  + [A]")))
    claim [A]: a
      + argument <B>: b
        - claim [C]: c
          + → see [A]
    <BLANKLINE>

    Raises:
        LookupError: a title or section of the selector is not there; the message has the nearest.
        ValueError: the depth is less than 1, there is no such form, or the selector cannot be read.
    """
    from argmap.analysis.outlines import outline_of
    from argmap.interop.outlines import outline_text

    with paused_collector():
        part = debate_of(document) if select is None else part_selected(document, select)
        return outline_text(outline_of(part, depth=depth, sections=sections), form)
