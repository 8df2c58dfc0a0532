"""Places in texts that stay what they are when a text is edited."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Sequence
from operator import attrgetter

from attrs import Factory, define, evolve

from argmap.reading.edited.findings_after_change import spans_of
from argmap.syntax import Block
from argmap.text import Diagnostic, Related, Span

_start_of = attrgetter("start")


@define(eq=False)
class StablePlaces:
    """The blocks of a text, where they are and where they are said to be.

    `stable` and `now` have the same blocks in the order of the text. Places count from the starts in
    `stable`, which no edit changes: what is new is behind all that was there before, as in a piece table
    (Crowley, "Data structures for text sequences", 1998). So a block can move, and nothing that has a place
    in it has to be made again.
    """

    stable: Sequence[Block]
    now: Sequence[Block]
    # The numbers of the blocks in order of their stable starts, and those starts.
    _order: list[int] = Factory(lambda self: self._ordered(), takes_self=True)
    _starts: list[int] = Factory(
        lambda self: [self.stable[number].start for number in self._order], takes_self=True
    )

    def with_blocks(self, now: Sequence[Block]) -> StablePlaces:
        """Return the same places in another text, with its blocks one by one."""
        return StablePlaces(self.stable, now, self._order, self._starts)

    def first_moved(self, changed: Container[int]) -> int:
        """Return the first stable place from which a block is elsewhere or is one of some that changed."""
        stable, now = self.stable, self.now
        for number in self._order:
            if number in changed or stable[number].start != now[number].start:
                return stable[number].start
        return self.end()

    def number(self, offset: int) -> int:
        """Return the number of the block at a stable place, -1 if that is before all blocks."""
        index = bisect_right(self._starts, offset) - 1
        return self._order[index] if index >= 0 else -1

    def shift(self, number: int) -> int:
        """Return by how much a block is behind its stable place."""
        return self.now[number].start - self.stable[number].start if number >= 0 else 0

    def span(self, span: Span) -> Span:
        """Return where a stretch is now that is inside a block, or before all."""
        start, end, path = span
        shift = self.shift(self.number(start))
        return Span(start + shift, end + shift, path) if shift else span

    def finding(self, finding: Diagnostic) -> Diagnostic:
        """Return a finding about stable places as one about the text."""
        if all(self.span(span) is span for span in spans_of(finding)):
            return finding
        fix = finding.fix and evolve(finding.fix, span=self.span(finding.fix.span))
        related = tuple([Related(self.span(other.span), other.message) for other in finding.related])
        return evolve(finding, span=self.span(finding.span), fix=fix, related=related)

    def number_now(self, offset: int) -> int:
        """Return the number of the block at a place in the text now, -1 if that is before all blocks."""
        return bisect_right(self.now, offset, key=_start_of) - 1

    def end(self) -> int:
        """Return a place behind everything that has one."""
        return max((block.start + len(block.text) for block in self.stable), default=0) + 1

    def _ordered(self) -> list[int]:
        starts = [block.start for block in self.stable]
        return sorted(range(len(starts)), key=starts.__getitem__)
