"""The documents of a text in an editor: the text itself, or the fences of a page in Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from attrs import evolve, fields, frozen, has

from argmap.api.documents import Document
from argmap.fences.page_places import PagePlaces
from argmap.text import Edit, Span

T = TypeVar("T")


@frozen
class Region:
    """A document that was read separately, and where its text is in the page that is open.

    `span` is the part of the page; `places` is None if the document is all of the text.
    """

    document: Document
    span: Span
    places: PagePlaces | None = None

    def inside(self, offset: int) -> int | None:
        """Return where a character of the page is in the text of the document, None if it is outside."""
        if not self.span.start <= offset <= self.span.end:
            return None
        return offset if self.places is None else self.places.inside(offset)

    def stretch(self, span: Span) -> Span | None:
        """Return the part of a stretch of the page that is in the document, None if none is."""
        start, end = max(span.start, self.span.start), min(span.end, self.span.end)
        # What is before the lines of a fence is not part of it.
        while start < end and self.inside(start) is None:
            start += 1
        while end > start and self.inside(end) is None:
            end -= 1
        first, last = self.inside(start), self.inside(end)
        return None if start > end or first is None or last is None else Span(first, last)

    def outside(self, value: T) -> T:
        """Return an answer about the document with all its spans and edits moved to their places in the page.

        Answers are spans, edits, frozen classes of these and of anything else, and tuples, named or not.
        """
        return value if self.places is None else _moved(value, self.places)


def regions_of(document: Document) -> Iterator[Region]:
    """Yield the documents that are read from a text separately."""
    for part in document.documents:
        inside = part._inside
        whole = Span(0, len(part.text))
        if inside is None:
            yield Region(part, whole)
        else:
            yield Region(inside.document, part.fence.inside if part.fence else whole, inside.places)


def _moved(value: Any, places: PagePlaces) -> Any:
    if isinstance(value, Span):
        return places.span(value)
    if isinstance(value, Edit):
        return places.edit(value)
    if isinstance(value, tuple):
        members = [_moved(member, places) for member in value]
        return value._make(members) if hasattr(value, "_make") else tuple(members)
    if has(type(value)):
        parts = {field.alias: getattr(value, field.name) for field in fields(type(value)) if field.init}
        changed = {name: moved for name, part in parts.items() if (moved := _moved(part, places)) is not part}
        return evolve(value, **changed) if changed else value
    return value
