"""Oddities of the fences of a page themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.fences.fence import Fence
from argmap.text import Diagnostic, Span, diagnose


def oddities_of(fences: Sequence[Fence]) -> Iterator[Diagnostic]:
    """Yield oddities of the fences of a page, in order."""
    if not fences:
        yield diagnose("R280", Span(0, 0))
    seen: dict[str, Fence] = {}
    for fence in fences:
        marks = Span(fence.span.start, fence.span.start + len(fence.marks))
        if not fence.is_closed:
            yield diagnose("S150", marks, fence.marks)
        if fence.id is not None and seen.setdefault(fence.id, fence) is not fence:
            yield diagnose("R281", marks, fence.id)
