"""Elements of which some places were read again: what all places say together."""

from __future__ import annotations

from bisect import insort
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import TypeVar

from attrs import frozen

from argmap.data import FrozenDict
from argmap.model import Argument, Claim, ElementRef, Evidence, Question, Statement
from argmap.reading.builders import ElementBuilder
from argmap.reading.edited.remaking import remade
from argmap.reading.edited.reread_blocks import MoreChanged
from argmap.reading.edited.stable_places import StablePlaces
from argmap.text import Span

E = TypeVar("E", Claim, Evidence, Question, Argument)


@frozen
class RereadElements:
    """Puts together what is said of elements in blocks that were read again and in all others.

    `earlier` are the places before, of which the blocks that are `gone` count no more; `now` are those with
    the blocks that were read again.
    """

    earlier: StablePlaces
    gone: Container[int]
    now: StablePlaces

    def all(
        self,
        elements: Mapping[str, E],
        touched: Iterable[str],
        gathered: Sequence[Mapping[str, ElementBuilder]],
        reread: Sequence[Mapping[str, E]],
    ) -> FrozenDict[str, E]:
        """Return elements of a kind by their titles, in the order in which they are first named.

        `touched` are the titles of those of which places changed. What was read again is given stretch by
        stretch: as it was `gathered`, and `reread`, as elements of nothing else.
        """
        stretches = tuple(zip(gathered, reread, strict=True))
        made: dict[str, E] = {}
        for title in touched:
            pairs = [(new[title], alone[title]) for new, alone in stretches if title in new]
            element = self._together(elements.get(title), pairs)
            if element is not None:
                made[title] = element
        others = set(touched)
        titles = [title for title in elements if title not in others]

        def position(title: str) -> tuple[int, int]:
            element = made[title] if title in made else elements[title]
            return self._position(element.span)

        for title in made:
            insort(titles, title, key=position)
        return FrozenDict({title: made[title] if title in made else elements[title] for title in titles})

    def _together(self, earlier: E | None, reread: Sequence[tuple[ElementBuilder, E]]) -> E | None:
        """Return an element of which the places in `reread` are new; None if no place is left."""
        known: tuple[Statement, ...] = earlier.places if earlier is not None else ()
        kept: list[Statement] = [place for place in known if not self._is_gone(place)]
        has_kept_steps = isinstance(earlier, Argument) and self._keeps_steps(earlier)
        if not kept and not has_kept_steps and len(reread) < 2:
            return reread[0][1] if reread else None
        new: list[Statement] = [place for gathered, _ in reread for place in gathered.statements]
        gone: list[Statement] = [place for place in known if self._is_gone(place)]
        if any(place.data for place in (*new, *gone)):
            # Which of several data count, and what is odd about them, follows from all of them.
            raise MoreChanged
        wholes: list[E] = [whole for _, whole in reread]
        element = earlier if earlier is not None else wholes[0]
        places = tuple(sorted((*kept, *new), key=lambda place: self._position(place.span)[0]))
        if not places:
            return element
        gathered = self._gathered(element.ref, places)
        if isinstance(element, Argument):
            return self._argument(element, gathered, [earlier, *wholes] if has_kept_steps else wholes)
        return remade(
            element,
            statements=places,
            tags=tuple(gathered.tags),
            section=gathered.section,
            span=gathered.span,
        )

    def _gathered(self, ref: ElementRef, places: Sequence[Statement]) -> ElementBuilder:
        gathered = ElementBuilder(ref, False, _span(min(places, key=self._first)))
        for place in places:
            gathered.append(place, data=place.data)
        gathered.settle_section()
        return gathered

    def _keeps_steps(self, argument: Argument) -> bool:
        """Return whether the structure of an argument is where it was, in blocks that were not read again."""
        gone = {self._is_gone(step) for step in argument.steps}
        if len(gone) > 1:
            # Without an inference line, a structure goes on in the next one of the same argument.
            raise MoreChanged
        return False in gone

    def _argument(
        self,
        argument: Argument,
        gathered: ElementBuilder,
        parts: Iterable[Claim | Evidence | Question | Argument | None],
    ) -> Argument:
        """Return an argument with the structure of the one of its parts that has one."""
        structures = [part for part in parts if isinstance(part, Argument) and part.steps]
        section = gathered.section
        if len(structures) > 1 or (structures and "isInGroup" in gathered.data):
            raise MoreChanged
        if structures:
            # It is where its structure is, however it is described elsewhere.
            section = structures[0].steps[0].section or section
        structure = structures[0] if structures else Argument(argument.title)
        return remade(
            argument,
            descriptions=tuple(gathered.statements),
            steps=structure.steps,
            step_refs=structure.step_refs,
            inferences=structure.inferences,
            tags=tuple(gathered.tags),
            section=section,
            span=gathered.span,
        )

    def _is_gone(self, place: Statement) -> bool:
        return place.span is not None and self.earlier.number(place.span.start) in self.gone

    def _first(self, place: Statement) -> tuple[int, int]:
        return self._position(place.span)

    def _position(self, span: Span | None) -> tuple[int, int]:
        """Return where a stable place is in the text: the number of its block, and the place itself."""
        return (self.now.number(span.start), span.start) if span else (-1, -1)


def _span(place: Statement) -> Span:
    return place.span or Span(0, 0)
