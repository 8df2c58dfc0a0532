"""The outline of a debate: roots, below each whatever supports or attacks it, and everything once."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from attrs import define, field, frozen

from argmap.analysis.outlines.bearers import Bearer, Bearers, Exclusion, exclusion
from argmap.data.values import check_count
from argmap.model import Debate, ElementRef, HasDebate, InferenceRef, RelationKind, SectionRef, debate_of
from argmap.text.counts import counted

# Deeper lists are hard to follow by ear, and readers of Markdown give up soon after.
_DEEPEST = 8


@frozen
class OutlineItem:
    """A line of an outline: an element, an inference between its premises and its conclusion, or a heading.

    `level` is how far it is indented, from 0; `kind` its relation to what is above it, None for roots and for
    steps, whose `number` is their place in their argument, from 1. An item with `is_reference` is given in
    full elsewhere. `left_out` counts what the limit of the depth hides below it.
    """

    level: int
    ref: ElementRef | InferenceRef | SectionRef
    kind: RelationKind | None = None
    number: int | None = None
    is_answer: bool = False
    is_reference: bool = False
    left_out: int = 0


@frozen(eq=False)
class DebateOutline:
    """The items of the outline of a debate, in the order in which they are read."""

    debate: Debate = field(repr=False)
    items: tuple[OutlineItem, ...]

    def __repr__(self) -> str:
        return f"DebateOutline({counted(len(self.items), 'item')})"


def outline_of(
    thing: HasDebate | Debate, *, depth: int | None = None, sections: bool = False
) -> DebateOutline:
    r"""Return the outline of a debate or document.

    It begins with the roots, which support and attack nothing: questions, then claims, arguments and evidence
    of one section after another. Below each is what supports or attacks it; below an argument are its
    premises, its inferences and conclusions. Every element is given in full once, and elsewhere only referred
    to; so circles end. What would be indented too far comes after the root that it belongs to. The `depth` is
    how many levels are shown; with `sections`, there are headings, and below each its own elements.

    >>> import argmap
    >>> outline = outline_of(argmap.parse("[A]: a\n  + <B>: b\n    - [C]: c\n\n[C]\n  + [A]"))
    >>> [(item.level, str(item.ref), item.is_reference) for item in outline.items]
    [(0, '[A]', False), (1, '<B>', False), (2, '[C]', False), (3, '[A]', True)]

    Raises:
        ValueError: the depth is less than 1.
    """
    if depth is not None:
        check_count("the depth of an outline", depth, least=1)
    debate = debate_of(thing)
    parts = tuple(elements_by_section(debate)) if sections else ((None, 0, tuple(_in_order(debate))),)
    bearers = Bearers(debate, parts_apart=sections)
    whole = _Telling(debate, bearers, None)
    for heading, level, refs in parts:
        whole.tell_part(heading, level, bearers.roots(refs), refs)
    if depth is None:
        return DebateOutline(debate, tuple(whole.items))
    # With a limit it takes the starts of the whole: what is hidden is no root.
    limited = _Telling(debate, bearers, depth)
    for (heading, level, _), starts in zip(parts, whole.starts, strict=True):
        limited.tell_part(heading, level, starts, ())
    return DebateOutline(debate, tuple(limited.items))


@frozen
class _Waiting:
    """Something waiting to be added: how far it is indented, and its distance from its root."""

    bearer: Bearer
    level: int
    distance: int


@define
class _Telling:
    """The outline of a debate so far."""

    debate: Debate
    bearers: Bearers
    depth: int | None
    items: list[OutlineItem] = field(factory=list)
    starts: list[list[ElementRef]] = field(factory=list)
    told: set[ElementRef] = field(factory=set)
    excluded: set[Exclusion] = field(factory=set)
    postponed: deque[_Waiting] = field(factory=deque)

    def tell_part(
        self,
        heading: SectionRef | None,
        level: int,
        roots: Iterable[ElementRef],
        rest: Iterable[ElementRef],
    ) -> None:
        """Add a part from its roots, then what is left of it, such as circles."""
        if heading is not None:
            self.items.append(OutlineItem(level, heading))
        self.starts.append([])
        for refs in (roots, rest):
            for ref in refs:
                if ref not in self.told:
                    self.starts[-1].append(ref)
                    self._tell(_Waiting(Bearer(ref), 0, 1))
                while self.postponed:
                    late = self.postponed.popleft()
                    if late.bearer.ref not in self.told:
                        self._tell(late)

    def _tell(self, start: _Waiting) -> None:
        waiting = [start]
        part = self.bearers.part_of(start.bearer.ref)
        while waiting:
            now = waiting.pop()
            ref, level, distance = now.bearer.ref, now.level, now.distance
            if not isinstance(ref, InferenceRef) and (
                ref in self.told or not self.bearers.is_known(ref) or self.bearers.part_of(ref) != part
            ):
                self.items.append(_item(now, is_reference=self.bearers.is_known(ref)))
                continue
            below = self._not_yet_given(now.bearer)
            if level >= _DEEPEST and below and not isinstance(ref, InferenceRef):
                self.postponed.append(_Waiting(Bearer(ref), 0, distance))
                self.items.append(_item(now, is_reference=True))
                continue
            if not isinstance(ref, InferenceRef):
                self.told.add(ref)
            hides = self.depth is not None and distance >= self.depth
            self.items.append(_item(now, left_out=len(below) if hides else 0))
            if not hides:
                self.excluded.update(key for key in (exclusion(ref, other) for other in below) if key)
                waiting += (_Waiting(bearer, level + 1, distance + 1) for bearer in reversed(below))

    def _not_yet_given(self, bearer: Bearer) -> tuple[Bearer, ...]:
        """Return what belongs below something; a symmetric relation is given below only one of its ends."""
        below = self.bearers.below(bearer)
        return tuple(other for other in below if exclusion(bearer.ref, other) not in self.excluded)


def _item(waiting: _Waiting, *, is_reference: bool = False, left_out: int = 0) -> OutlineItem:
    bearer = waiting.bearer
    return OutlineItem(
        waiting.level, bearer.ref, bearer.kind, bearer.number, bearer.is_answer, is_reference, left_out
    )


def _in_order(debate: Debate) -> Iterator[ElementRef]:
    """Yield all elements, section by section: questions first, then claims, arguments, evidence.

    Spans tell more of the order, but do not count: equal debates have equal outlines.
    """
    for _, _, refs in elements_by_section(debate):
        yield from refs


def elements_by_section(debate: Debate) -> Iterator[tuple[SectionRef | None, int, tuple[ElementRef, ...]]]:
    """Yield each section with its level and its own elements; first what is in no section."""
    inside: dict[str | None, list[ElementRef]] = {None: [], **{part.id: [] for part in debate.sections}}
    for kind in (debate.questions, debate.claims, debate.arguments, debate.evidence):
        for element in kind.values():
            inside[element.section if element.section in inside else None].append(element.ref)
    yield None, 0, tuple(inside[None])
    levels: dict[str, int] = {}
    for section in debate.sections:
        # A section comes after the section around it.
        levels[section.id] = levels[section.parent] + 1 if section.parent in levels else 0
        yield SectionRef(section.id, section.title), levels[section.id], tuple(inside[section.id])
