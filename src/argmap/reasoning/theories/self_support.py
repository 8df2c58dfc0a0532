"""Self-support: reasons for a statement that can only hold if it does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from argmap.reasoning.theories.circles import Circles
from argmap.reasoning.theories.theory import ArgumentationTheory

# So many statements of a circle are handled at a time: sets are integers, which grow with their number.
_AT_ONCE = 4096


@frozen(eq=False)
class _Way:
    """A way to establish a statement of a circle from others in it."""

    target: int
    premises: Sequence[int]


def self_supporting(theory: ArgumentationTheory, circles: Circles) -> Mapping[int, frozenset[int]]:
    """Return, by statement, the steps for it that can only hold if it does.

    Such a step is in a circle of support, and none of its premises follows from what the circle rests on
    without the statement. An argument is a finite tree: it never needs its own conclusion, so that these
    steps weigh nothing for it.
    """
    entailed: dict[int, list[int]] = {}
    for source, target in theory.entailments if circles.members else ():
        entailed.setdefault(target, []).append(source)
    own: dict[int, frozenset[int]] = {}
    for circle, members in enumerate(circles.members):
        ways, bases = _ways(theory, circles, circle, entailed)
        for start in range(0, len(members), _AT_ONCE):
            asked = members[start : start + _AT_ONCE]
            needs = _needs(members, asked, ways, bases)
            for place, statement in enumerate(asked):
                if steps := _resting_on(statement, 1 << place, needs, theory, circles):
                    own[statement] = steps
    return own


def _ways(
    theory: ArgumentationTheory, circles: Circles, circle: int, entailed: Mapping[int, Sequence[int]]
) -> tuple[Sequence[_Way], Sequence[int]]:
    """Return the ways in which statements of a circle follow from each other, and those that need none."""
    ways: list[_Way] = []
    bases: dict[int, None] = {}
    for target in circles.members[circle]:
        if theory.leaves[target]:
            bases[target] = None
        groups = [theory.steps[number].premises for number in circles.reasons[target]]
        groups += [(source,) for source in entailed.get(target, ())]
        for premises in groups:
            inside = [premise for premise in premises if circles.circle[premise] == circle]
            if inside:
                ways.append(_Way(target, inside))
            else:
                bases[target] = None
    return ways, list(bases)


def _needs(
    members: Sequence[int], asked: Sequence[int], ways: Sequence[_Way], bases: Sequence[int]
) -> Mapping[int, int]:
    """Return, as bits, which of the given statements each member needs; all if it cannot follow at all.

    What a statement needs is itself, and what every way to it needs: the greatest solution, as of the
    dominators of a graph. A statement is looked at again when one of those it follows from needs less.
    """
    everything = (1 << len(asked)) - 1
    itself = {statement: 1 << place for place, statement in enumerate(asked)}
    needs = dict.fromkeys(members, everything)
    unreached = dict.fromkeys(members)
    using: dict[int, list[_Way]] = {}
    for way in ways:
        for premise in way.premises:
            using.setdefault(premise, []).append(way)
    queue = list(bases)
    waiting = set(queue)
    for base in bases:
        needs[base] = itself.get(base, 0)
        unreached.pop(base, None)
    for statement in queue:
        waiting.discard(statement)
        for way in using.get(statement, ()):
            if any(premise in unreached for premise in way.premises):
                continue
            needed = itself.get(way.target, 0)
            for premise in way.premises:
                needed |= needs[premise]
            less = needs[way.target] & needed
            if less != needs[way.target] or way.target in unreached:
                needs[way.target] = less
                unreached.pop(way.target, None)
                if way.target not in waiting:
                    waiting.add(way.target)
                    queue.append(way.target)
    return needs


def _resting_on(
    statement: int,
    bit: int,
    needs: Mapping[int, int],
    theory: ArgumentationTheory,
    circles: Circles,
) -> frozenset[int]:
    """Return the steps for a statement with a premise that needs it."""
    return frozenset(
        number
        for number in circles.reasons[statement]
        if any(needs.get(premise, 0) & bit for premise in theory.steps[number].premises)
    )
