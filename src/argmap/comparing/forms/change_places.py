"""The lines of a change in the two texts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from argmap.comparing.change_kinds import DebateChange, Thing
from argmap.model import Argument, Claim, Debate, Evidence, Question, Relation
from argmap.text import SourceText, Span


@frozen(slots=False, eq=False)
class ChangePlaces:
    """The texts that two debates were read from, None if they were not."""

    texts: tuple[str | None, str | None]

    @cached_property
    def _sources(self) -> tuple[SourceText | None, SourceText | None]:
        old, new = self.texts
        return (None if old is None else SourceText(old), None if new is None else SourceText(new))

    def lines(self, change: DebateChange) -> tuple[int | None, int | None]:
        """Return the lines of a change, from 1, before and after it."""
        before, after = change.before, change.after
        return _line(self._sources[0], before), _line(self._sources[1], after)

    def words(self, change: DebateChange) -> str:
        """Return where a change is, in words; empty if it is not known."""
        before, after = self.lines(change)
        if before is None and after is None:
            return ""
        if change.before is None or change.after is None:
            return f"l. {before if after is None else after}"
        return f"l. {before or '?'} → {after or '?'}"


def _line(source: SourceText | None, thing: Thing | None) -> int | None:
    span = next((span for span in _spans(thing) if span is not None and span.path is None), None)
    return None if source is None or span is None else source.location(span.start).line


def _spans(thing: Thing | None) -> Iterator[Span | None]:
    if isinstance(thing, Relation):
        yield from thing.spans
    elif isinstance(thing, Claim | Evidence | Question | Argument):
        yield from (place.span for place in thing.places if not place.is_reference)
        yield thing.span
        yield from (place.span for place in thing.places)
    elif thing is not None and not isinstance(thing, Debate):
        yield thing.span
