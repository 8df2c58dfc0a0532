"""An outline as data: its items with their places, for programs that show or walk through it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from argmap.analysis.outlines import DebateOutline, OutlineItem
from argmap.interop.outlines.item_words import words_of
from argmap.interop.outlines.outline_forms import title_of
from argmap.model import Debate, InferenceRef, SectionRef
from argmap.model.stated import canonical
from argmap.text import Span


def outline_as_data(outline: DebateOutline, line_of: Callable[[Span], int | None]) -> dict[str, Any]:
    """Return an outline as an object of JSON.

    Items have a `level`, from 0; `bearing` says how an item relates to what is above it, and `number` which
    step of an argument it is; an item that is `elsewhere` is given in full there, and `more` counts what a
    limit of the depth hides. `line_of` returns the line of a place, from 1; None if that is in another file.
    The place of a thing is that of its text. What is unknown or false is left out.

    >>> import argmap
    >>> from argmap.analysis.outlines import outline_of
    >>> document = argmap.parse("[A]: a\\n  + [B]: b")
    >>> data = outline_as_data(outline_of(document), lambda span: document.location(span.start).line)
    >>> data["items"][1]
    {'level': 1, 'kind': 'claim', 'name': '[B]', 'text': 'b', 'bearing': 'supported by', 'line': 2}
    """
    items = [_item(item, outline.debate, line_of) for item in outline.items]
    title = title_of(outline.debate)
    return {**({"title": title} if title else {}), "items": items}


def _item(item: OutlineItem, debate: Debate, line_of: Callable[[Span], int | None]) -> dict[str, Any]:
    words = words_of(item, debate)
    span = _place(item, debate)
    known = {
        "name": words.name or words.title,
        "text": words.text,
        "bearing": "" if item.number else words.bearing,
        "number": item.number,
        "quote": words.quote,
        "facts": list(words.facts),
        "elsewhere": item.is_reference,
        "more": item.left_out,
        "line": line_of(span) if span is not None else None,
    }
    return {
        "level": item.level,
        "kind": item.ref.kind,
        **{key: value for key, value in known.items() if value},
    }


def _place(item: OutlineItem, debate: Debate) -> Span | None:
    """Return where the element of an item is written."""
    ref = item.ref
    if isinstance(ref, SectionRef):
        return next((section.span for section in debate.sections if section.id == ref.id), None)
    if isinstance(ref, InferenceRef):
        return debate.arguments[ref.argument].inferences[ref.place].span
    if ref not in debate:
        return None
    statement = canonical(debate[ref].places)
    return statement.span if statement is not None else debate[ref].span
