"""Lines to be, and the order of their blocks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import heapify, heappop, heappush
from itertools import pairwise

from attrs import Factory, define

from argmap.model import ArgumentRef, ClaimRef, Debate, Inference, Ref, Role, Statement

_UNTITLED = re.compile(r"Untitled ([0-9]+)′*")


@define(eq=False)
class Place:
    """A line to be: `rank` is that of the relation that it writes."""

    ref: Ref | None
    index: int
    statement: Statement | Inference | None
    section: int
    below: list[Place] = Factory(list)
    # The structure behind the description of an argument.
    behind: list[Place] = Factory(list)
    above: Place | None = None
    rank: int | None = None
    start: int = -1

    @property
    def is_free(self) -> bool:
        """Whether it still has to be put below something, or can be."""
        if self.above is not None or not isinstance(self.statement, Statement):
            return False
        role = self.statement.role
        return role is Role.RELATION or (role is Role.DESCRIPTION and not self.statement.is_top_level)

    def subtree(self) -> Iterator[Place]:
        """Yield it and all that stands below and behind it, in the order of the lines."""
        waiting = [self]
        while waiting:
            place = waiting.pop()
            yield place
            waiting += reversed(place.behind)
            waiting += sorted(place.below, key=lambda one: -1 if one.rank is None else one.rank, reverse=True)


def ordered(roots: Iterable[Place], debate: Debate) -> list[Place]:
    """Return blocks in an order in which places, relations and arguments come in theirs."""
    blocks = list(roots)
    before: defaultdict[int, set[int]] = defaultdict(set)
    chains: defaultdict[object, list[tuple[int, int]]] = defaultdict(list)
    tags = {tag: rank for rank, tag in enumerate(debate.tags)}
    used: set[str] = set()
    for number, block in enumerate(blocks):
        for place in block.subtree():
            for tag in _first_uses(place, tags, used):
                chains["tags"].append((tags[tag], number))
            if isinstance(place.ref, ClaimRef | ArgumentRef) and place.index <= 0:
                untitled = _UNTITLED.fullmatch(place.ref.title)
                if untitled and debate[place.ref].is_untitled:
                    chains["untitled"].append((int(untitled[1]), number))
            if place.ref is not None:
                chains[place.ref].append((place.index, number))
            if place.rank is not None:
                chains[None].append((place.rank, number))
        if block.behind:
            chains["arguments"].append((number, number))
    for chain in chains.values():
        numbers = [number for _, number in sorted(chain)]
        for first, second in pairwise(numbers):
            if first != second:
                before[second].add(first)
    after: defaultdict[int, list[int]] = defaultdict(list)
    waiting = {number: len(before[number]) for number in range(len(blocks))}
    for number, firsts in before.items():
        for one in firsts:
            after[one].append(number)
    ready = [(blocks[number].section, number) for number, count in waiting.items() if not count]
    heapify(ready)
    done: list[int] = []
    while ready:
        _, number = heappop(ready)
        done.append(number)
        for one in after[number]:
            waiting[one] -= 1
            if not waiting[one]:
                heappush(ready, (blocks[one].section, one))
    done += sorted(set(range(len(blocks))) - set(done))
    return sorted((blocks[number] for number in done), key=lambda block: block.section)


def _first_uses(place: Place, ranks: dict[str, int], used: set[str]) -> Iterator[str]:
    """Yield the tags that a place may be the first to use: those before them come before them anywhere."""
    latest = -1
    for tag in place.statement.tags if isinstance(place.statement, Statement) else ():
        if tag not in used and ranks.get(tag, -1) > latest:
            used.add(tag)
            yield tag
        latest = max(latest, ranks.get(tag, -1))
