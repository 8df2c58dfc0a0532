"""From offsets into the text of fences to offsets into their page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property
from typing import TypeVar

from attrs import evolve, field, frozen

from argmap.text import Diagnostic, Edit, Related, Span

EditT = TypeVar("EditT", bound=Edit)


@frozen
class Stretch:
    """The offset in a text at which a stretch begins, and that in the page."""

    inside: int
    outside: int


@frozen(slots=False)
class PagePlaces:
    """Where the characters of a text are in its page.

    `stretches` are in their order; between two of them the page has what does not belong to the text.
    `margin` comes before each line of the fence. `path` is the file, if it is not the document itself.
    `others` are the places of the texts that are read along with this one, by the paths of their spans.
    """

    stretches: tuple[Stretch, ...] = (Stretch(0, 0),)
    margin: str = ""
    path: str | None = None
    others: Mapping[str, PagePlaces] = field(factory=dict, eq=False, repr=False)

    def offset(self, inside: int) -> int:
        """Return where a character of the text is in the page."""
        nearest = self.stretches[max(0, bisect_right(self._beginnings, inside) - 1)]
        return nearest.outside + inside - nearest.inside

    def inside(self, outside: int) -> int | None:
        """Return where a character of the page is in the text, None if it is not part of it.

        Places after the end of the text count as if the text went on.
        """
        index = bisect_right(self.stretches, outside, key=_outside) - 1
        if index < 0:
            return None
        inside = self.stretches[index].inside + outside - self.stretches[index].outside
        is_last = index + 1 == len(self.stretches)
        return inside if is_last or inside < self.stretches[index + 1].inside else None

    def span(self, span: Span) -> Span:
        """Return where a span of the text is in the page; what lies in another file stays where it is."""
        if span.path is not None:
            other = self.others.get(span.path)
            return span if other is None else other.span(Span(span.start, span.end))
        start = self.offset(span.start)
        # The end belongs to the last character: what follows may be after the margin of the next line.
        end = self.offset(span.end - 1) + 1 if span.end > span.start else start
        return Span(start, max(start, end), self.path)

    def edit(self, edit: EditT) -> EditT:
        """Return an edit for the page: each line that it adds begins like the others in the fence."""
        places = self.others.get(edit.span.path, self) if edit.span.path else self
        replacement = with_margin(edit.replacement, places.margin) if places.margin else edit.replacement
        return evolve(edit, span=self.span(edit.span), replacement=replacement)

    def diagnostic(self, diagnostic: Diagnostic) -> Diagnostic:
        """Return a finding at its place in the page."""
        return evolve(
            diagnostic,
            span=self.span(diagnostic.span),
            related=tuple(Related(self.span(also.span), also.message) for also in diagnostic.related),
            fix=diagnostic.fix and self.edit(diagnostic.fix),
        )

    @cached_property
    def _beginnings(self) -> tuple[int, ...]:
        return tuple(stretch.inside for stretch in self.stretches)


def _outside(stretch: Stretch) -> int:
    return stretch.outside


def with_margin(text: str, margin: str) -> str:
    """Return a text whose lines after the first begin with a margin; blank lines within stay empty.

    >>> with_margin("a\\n\\nb", "  ")
    'a\\n\\n  b'
    """
    first, *others = text.split("\n")
    if not others:
        return text
    *between, last = others
    bare = margin.rstrip(" \t")
    lines = (f"{margin}{line}" if line.strip() else f"{bare}{line}" for line in between)
    # What follows the text continues its last line.
    return "\n".join((first, *lines, f"{margin}{last}"))
