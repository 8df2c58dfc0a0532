"""The debate of a text of which some blocks are others: what they say, put between what all others say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from attrs import frozen

from argmap.model import Argument, Claim, Debate, Ref, Section
from argmap.model.debate import Element
from argmap.named_tuples import NamedTuple
from argmap.reading.edited.moved_debate import MovedDebate
from argmap.reading.edited.reread_blocks import RereadBlocks
from argmap.reading.edited.reread_elements import RereadElements
from argmap.reading.edited.stable_places import StablePlaces
from argmap.reading.frozen_elements import FrozenElements
from argmap.reading.relations import SketchedLine, settle
from argmap.settings import Settings
from argmap.syntax import Block, Kind
from argmap.text import Span


class TouchedTitles(NamedTuple):
    """The titles of elements that blocks name which are gone or new."""

    claims: dict[str, None]
    evidence: dict[str, None]
    questions: dict[str, None]
    arguments: dict[str, None]

    def elements(self, debate: Debate) -> Iterator[Element]:
        """Yield those elements of a debate that have these titles."""
        yield from (debate.claims[title] for title in self.claims if title in debate.claims)
        yield from (debate.evidence[title] for title in self.evidence if title in debate.evidence)
        yield from (debate.questions[title] for title in self.questions if title in debate.questions)
        yield from (debate.arguments[title] for title in self.arguments if title in debate.arguments)


class PatchedDebate(NamedTuple):
    """A debate with stable places, and the lines that write its relations."""

    moved: MovedDebate
    lines: tuple[SketchedLine, ...]
    touched: TouchedTitles


@frozen
class DebatePatch:
    """Puts what blocks say that were read again into an earlier debate.

    `lines` write the relations of that, `dropped` are its inferences without a conclusion; `old` are the
    blocks of the text before, and `new` those of the text.
    """

    earlier: MovedDebate
    lines: tuple[SketchedLine, ...]
    dropped: Mapping[Ref, Ref]
    settings: Settings
    old: Sequence[Block]
    new: Sequence[Block]
    reread: Sequence[RereadBlocks]

    def applied(self) -> PatchedDebate:
        """Return the debate of the text.

        Raises:
            MoreChanged: it does not follow from the blocks that were read again and all others.
        """
        origin, before, reread = self.earlier.origin, self.earlier.places, self.reread
        now = StablePlaces(self._spliced(before.stable, [part.blocks for part in reread]), self.new)
        gone = frozenset(number for part in reread for number in part.stretch.old)
        touched = self._touched(gone)
        together = RereadElements(before, gone, now)
        names = [part.walk.namespaces for part in reread]
        made = [part.elements for part in reread]
        elements = FrozenElements(
            together.all(origin.claims, touched.claims, [n.claims for n in names], [e.claims for e in made]),
            together.all(
                origin.evidence, touched.evidence, [n.evidence for n in names], [e.evidence for e in made]
            ),
            together.all(
                origin.questions, touched.questions, [n.questions for n in names], [e.questions for e in made]
            ),
            together.all(
                origin.arguments, touched.arguments, [n.arguments for n in names], [e.arguments for e in made]
            ),
        )
        lines = self._lines()
        sections = self._sections()
        tags = self._tags(elements, sections, now) if self._have_tags(touched) else origin.tags
        debate = Debate(
            claims=elements.claims,
            evidence=elements.evidence,
            questions=elements.questions,
            arguments=elements.arguments,
            relations=settle(lines, elements.arguments, self.settings, self.dropped),
            sections=sections,
            sources=origin.sources,
            tags=tags,
            metadata=origin.metadata,
        )
        return PatchedDebate(MovedDebate(debate, now, {}), lines, touched)

    def _touched(self, gone: frozenset[int]) -> TouchedTitles:
        touched = TouchedTitles({}, {}, {}, {})
        by_kind = {
            Kind.CLAIM: touched.claims,
            Kind.EVIDENCE: touched.evidence,
            Kind.QUESTION: touched.questions,
            Kind.ARGUMENT: touched.arguments,
        }
        for number in sorted(gone):
            for element in self.old[number].elements:
                if element.title is not None and element.kind in by_kind:
                    by_kind[element.kind][element.title] = None
        number_of = self.earlier.places.number
        things: Iterator[Claim | Argument]
        origin = self.earlier.origin
        for titles, things in (
            (touched.claims, iter(origin.claims.values())),
            (touched.arguments, iter(origin.arguments.values())),
        ):
            for thing in things:
                if thing.is_untitled and thing.span and number_of(thing.span.start) in gone:
                    titles[thing.title] = None
        for part in self.reread:
            names = part.walk.namespaces
            builders = (names.claims, names.evidence, names.questions, names.arguments)
            for titles, new in zip(touched, builders, strict=True):
                titles.update(dict.fromkeys(new))
        return touched

    def _spliced(self, blocks: Sequence[Block], new: Iterable[Sequence[Block]]) -> list[Block]:
        """Return blocks with others in place of those that were read again."""
        spliced: list[Block] = []
        behind = 0
        for part, others in zip(self.reread, new, strict=True):
            spliced += (*blocks[behind : part.stretch.old.start], *others)
            behind = part.stretch.old.stop
        return [*spliced, *blocks[behind:]]

    def _lines(self) -> tuple[SketchedLine, ...]:
        """Return the lines that write relations, in the order of the text."""
        number_of = self.earlier.places.number
        numbers = [number_of(line.span.start) for line in self.lines]
        lines: list[SketchedLine] = []
        behind = 0
        for part in self.reread:
            lines += (*self.lines[behind : bisect_left(numbers, part.stretch.old.start)], *part.walk.lines)
            behind = bisect_left(numbers, part.stretch.old.stop)
        return (*lines, *self.lines[behind:])

    def _sections(self) -> tuple[Section, ...]:
        """Return the sections: the same, some of them at new places."""
        new = {section.id: section for part in self.reread for section in part.sections}
        sections = self.earlier.origin.sections
        return tuple([new.get(section.id, section) for section in sections]) if new else sections

    def _have_tags(self, touched: TouchedTitles) -> bool:
        """Return whether there are or were tags in the blocks that were read again."""
        return any(part.walk.tags for part in self.reread) or any(
            element.tags for element in touched.elements(self.earlier.origin)
        )

    def _tags(
        self, elements: FrozenElements, sections: Iterable[Section], places: StablePlaces
    ) -> tuple[str, ...]:
        """Return all tags in the order in which they are first used in the text."""
        used: list[tuple[tuple[int, int], tuple[str, ...]]] = []

        def add(span: Span | None, tags: tuple[str, ...]) -> None:
            if tags and span is not None:
                used.append(((places.number(span.start), span.start), tags))

        things = chain.from_iterable(titled.values() for titled in elements)
        for place in chain.from_iterable(thing.places for thing in things):
            add(place.span, place.tags)
        for section in sections:
            add(section.span, section.tags)
        used.sort()
        return tuple(dict.fromkeys(chain.from_iterable(tags for _, tags in used)))
