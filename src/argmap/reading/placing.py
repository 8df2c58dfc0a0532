"""Places for what has none: an order in which a debate that was never a text can be written.

Which line stands below which is not part of a debate; it is found from what a debate keeps: the order
of relations, and of the places of each thing. Whether the order says the debate is for the caller to see.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from enum import Enum
from typing import TypeVar

from attrs import Factory, define, evolve

from argmap.model import (
    Argument,
    ArgumentRef,
    Claim,
    Debate,
    Evidence,
    FrozenDict,
    InferenceRef,
    Ref,
    Role,
    Statement,
)
from argmap.reading.ordering import Place, ordered
from argmap.text import Span

PropositionT = TypeVar("PropositionT", Claim, Evidence)
_STEPS = frozenset({Role.PREMISE, Role.INTERMEDIARY_CONCLUSION, Role.MAIN_CONCLUSION})


class Host(Enum):
    """Below which of several places of a thing a line goes that could stand below any of them."""

    AT_MARGIN = "at margin"
    NESTED = "nested"
    LAST = "last"


def placed(debate: Debate, *, host: Host = Host.AT_MARGIN) -> Debate:
    """Return an equal debate in which everything has a span, and relations those of their lines."""
    return _Placer(debate, host).placed()


@define(eq=False)
class _Placer:
    debate: Debate
    preferred: Host
    places: dict[Ref, list[Place]] = Factory(dict)
    steps: defaultdict[tuple[str, Ref], list[Place]] = Factory(lambda: defaultdict(list))
    by_conclusion: defaultdict[Ref, list[Argument]] = Factory(lambda: defaultdict(list))

    def placed(self) -> Debate:
        self.gather()
        roots = self.structures()
        for rank, child, host in self.oriented():
            self.relate(rank, child, host)
        self.relate_the_rest()
        free = [one for found in self.places.values() for one in found if one.above is None]
        inside = {id(one) for root in roots for one in root.behind}
        known = {id(root) for root in roots}
        roots += [one for one in free if id(one) not in inside | known]
        position = 0
        spans: dict[int, Span] = {}
        sections = list(self.debate.sections)
        for root in ordered(roots, self.debate):
            while len(sections) > len(self.debate.sections) - root.section:
                position += 1
                spans[id(sections.pop(0))] = Span(position, position + 1)
            for place in root.subtree():
                position += 1
                place.start = position
        for section in sections:
            position += 1
            spans[id(section)] = Span(position, position + 1)
        return self.with_spans(spans)

    # What there is

    def gather(self) -> None:
        for element in self.debate.elements:
            stated = element.descriptions if isinstance(element, Argument) else element.statements
            found = [Place(element.ref, index, one, _number(one.section)) for index, one in enumerate(stated)]
            self.places[element.ref] = found
            for place, one in zip(found, stated, strict=True):
                if one.role in _STEPS and one.argument is not None:
                    self.steps[one.argument, element.ref].append(place)
        for argument in self.debate.arguments.values():
            if argument.conclusion is not None:
                self.by_conclusion[argument.conclusion].append(argument)

    def structures(self) -> list[Place]:
        """Return what structures stand behind: the first description in their section that can have one."""
        roots: list[Place] = []
        for argument in self.debate.arguments.values():
            if not argument.steps:
                continue
            section = _number(argument.steps[0].section)
            heads = [
                one
                for one in self.places[argument.ref]
                if isinstance(one.statement, Statement)
                and one.statement.is_top_level
                and one.section == section
            ]
            head = heads[0] if heads else Place(argument.ref, -1, None, section)
            taken: defaultdict[Ref, int] = defaultdict(int)
            lines: list[Place] = []
            for index, ref in enumerate(argument.step_refs):
                for one in argument.inferences:
                    if one.conclusion_index == index:
                        place = Place(one.ref, 0, one, section)
                        self.places[one.ref] = [place]
                        lines.append(place)
                lines += self.steps[argument.title, ref][taken[ref] : taken[ref] + 1]
                taken[ref] += 1
            head.behind = lines
            roots.append(head)
        return roots

    # Which line writes which relation

    def oriented(self) -> list[tuple[int, Ref, Ref]]:
        """Return the relations with what stands below first, and what it stands below.

        Every place of a claim that stands below something writes a relation, so what has as many of them
        as relations left writes them all.
        """
        ends = {
            rank: (one.source, one.target)
            for rank, one in enumerate(self.debate.relations)
            if not one.is_derived
        }
        of_ref: defaultdict[Ref, set[int]] = defaultdict(set)
        for rank, both in ends.items():
            for end in both:
                of_ref[end].add(rank)
        room = {ref: sum(one.is_free for one in self.places.get(ref, ())) for ref in of_ref}
        found: dict[int, tuple[Ref, Ref]] = {}
        waiting = list(of_ref)
        while waiting:
            ref = waiting.pop()
            left = of_ref[ref]
            if not left or room[ref] < len(left):
                continue
            for rank in sorted(left):
                source, target = ends[rank]
                other = target if ref == source else source
                found[rank] = (ref, other)
                room[ref] -= 1
                of_ref[other].discard(rank)
                waiting.append(other)
            of_ref[ref] = set()
        return [(rank, *found.get(rank, both)) for rank, both in ends.items()]

    def relate(self, rank: int, first: Ref, second: Ref) -> None:
        """Let a line of the first write a relation, else one of the second."""
        for child, host in ((first, second), (second, first)):
            for place in self.candidates(child):
                if above := self.host(host, place):
                    place.rank = rank
                    _put(place, above)
                    return

    def candidates(self, ref: Ref) -> Iterator[Place]:
        if not isinstance(ref, InferenceRef):
            yield from (one for one in self.places[ref] if one.is_free)
            for argument in self.by_conclusion.get(ref, ()):
                yield from (one for one in self.places[argument.ref] if one.is_free)

    def host(self, ref: Ref, child: Place) -> Place | None:
        hosts = list(self.places[ref])
        for argument in self.by_conclusion.get(ref, ()):
            hosts += self.places[argument.ref]
        fitting = [one for one in hosts if one.section == child.section and not _is_below(one, child)]
        if self.preferred is Host.LAST:
            fitting.reverse()
        fitting.sort(key=lambda one: (one.ref != ref, _is_at_margin(one) == (self.preferred is Host.NESTED)))
        return fitting[0] if fitting else None

    def relate_the_rest(self) -> None:
        """Put claims that still have to stand below something below an argument that concludes them."""
        for ref, found in self.places.items():
            for place in found:
                if place.is_free and not isinstance(ref, ArgumentRef | InferenceRef):
                    hosts = [one for argument in self.by_conclusion[ref] for one in self.places[argument.ref]]
                    fitting = [one for one in hosts if one.section == place.section]
                    if fitting:
                        _put(place, fitting[0])

    # The debate with its places

    def with_spans(self, sections: dict[int, Span]) -> Debate:
        def stated(ref: Ref) -> tuple[Statement, ...]:
            return tuple(_with_span(one) for one in self.places[ref])

        def proposition(one: PropositionT) -> PropositionT:
            return evolve(one, statements=stated(one.ref))

        spans: defaultdict[int, list[Span]] = defaultdict(list)
        for found in self.places.values():
            for place in found:
                if place.rank is not None:
                    spans[place.rank].append(Span(place.start, place.start + 1))
        return evolve(
            self.debate,
            claims=FrozenDict({title: proposition(one) for title, one in self.debate.claims.items()}),
            evidence=FrozenDict({title: proposition(one) for title, one in self.debate.evidence.items()}),
            arguments=FrozenDict(
                {title: self.argument(one, stated(one.ref)) for title, one in self.debate.arguments.items()}
            ),
            relations=tuple(
                evolve(one, spans=tuple(spans[rank])) for rank, one in enumerate(self.debate.relations)
            ),
            sections=tuple(evolve(one, span=sections[id(one)]) for one in self.debate.sections),
        )

    def argument(self, argument: Argument, descriptions: tuple[Statement, ...]) -> Argument:
        taken: defaultdict[Ref, int] = defaultdict(int)
        steps: list[Statement] = []
        for ref in argument.step_refs:
            found = self.steps[argument.title, ref]
            if taken[ref] >= len(found):
                raise ValueError(f"a step of <{argument.title}> is no place of what it states")
            steps.append(_with_span(found[taken[ref]]))
            taken[ref] += 1
        inferences = tuple(
            evolve(one, span=Span(start, start + 1))
            for one in argument.inferences
            for start in (self.places[one.ref][0].start,)
        )
        return evolve(argument, descriptions=descriptions, steps=tuple(steps), inferences=inferences)


def _put(place: Place, above: Place) -> None:
    place.above = above
    above.below.append(place)


def _is_below(place: Place, other: Place) -> bool:
    one: Place | None = place
    while one is not None and one is not other:
        one = one.above
    return one is not None


def _is_at_margin(place: Place) -> bool:
    return isinstance(place.statement, Statement) and place.statement.is_top_level


def _with_span(place: Place) -> Statement:
    assert isinstance(place.statement, Statement), "inferences are no statements"
    return evolve(place.statement, span=Span(place.start, place.start + 1))


def _number(section: str | None) -> int:
    return int(section[1:]) if section and section[1:].isdecimal() else 0
