"""Frameworks with attacks and supports, read as frameworks of attacks alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from enum import Enum
from typing import TypeVar

from argmap.reasoning.framework import Framework
from argmap.text.nearest import check_choice

Argument = TypeVar("Argument", bound=Hashable)


class SupportReading(Enum):
    """What a support means when something is attacked."""

    ATTACKS = "attacks"
    DEDUCTIVE = "deductive"
    NECESSARY = "necessary"
    DEFEATS = "defeats"


def reduced(
    arguments: Iterable[Argument],
    attacks: Iterable[tuple[Argument, Argument]],
    supports: Iterable[tuple[Argument, Argument]],
    reading: str = "deductive",
) -> Framework[Argument]:
    """Return the framework that a reading makes of attacks and supports.

    Where supports lead from a to b, the written attacks also hold as follows, and only these are looked at:

    - `attacks`: supports mean nothing.
    - `deductive`: a attacks what b attacks, and what attacks b attacks a (Boella, Gabbay, van der Torre and
      Villata 2010).
    - `necessary`: what attacks a attacks b, and b attacks what a attacks (Nouioua and Risch 2010).
    - `defeats`: a attacks what b attacks, and what attacks a attacks b (Cayrol and Lagasquie-Schiex 2005,
      definition 3).

    An argument may come to attack itself.

    >>> reduced("abc", attacks=[("b", "c")], supports=[("a", "b")], reading="deductive").attacks
    (('b', 'c'), ('a', 'c'))

    Raises:
        ValueError: there is no such reading, or an attack or support has an end that is not an argument.
    """
    check_choice("reading", reading, [each.value for each in SupportReading])
    meaning = SupportReading(reading)
    written = Framework.of(arguments, attacks)
    return Framework.of(written.arguments, attacks_by_reading(written, supports, meaning))


def attacks_by_reading(
    written: Framework[Argument], supports: Iterable[tuple[Argument, Argument]], meaning: SupportReading
) -> Iterator[tuple[Argument, Argument]]:
    """Yield the attacks of a framework, and those that supports make of them; some more than once."""
    # Supports have the same kind of ends.
    support = Framework.of(written.arguments, supports).attacks
    forwards: dict[Argument, list[Argument]] = defaultdict(list)
    backwards: dict[Argument, list[Argument]] = defaultdict(list)
    for source, target in support:
        forwards[source].append(target)
        backwards[target].append(source)
    above = _Reached(forwards)
    below = _Reached(backwards)
    yield from written.attacks
    for source, target in written.attacks:
        if meaning in (SupportReading.DEDUCTIVE, SupportReading.DEFEATS):
            yield from ((other, target) for other in below[source])
        if meaning is SupportReading.DEDUCTIVE:
            yield from ((source, other) for other in below[target])
        if meaning in (SupportReading.NECESSARY, SupportReading.DEFEATS):
            yield from ((source, other) for other in above[target])
        if meaning is SupportReading.NECESSARY:
            yield from ((other, target) for other in above[source])


class _Reached(dict[Argument, tuple[Argument, ...]]):
    """What each argument reaches, worked out when it is first asked for."""

    def __init__(self, successors: Mapping[Argument, Iterable[Argument]]) -> None:
        super().__init__()
        self._successors = successors

    def __missing__(self, start: Argument) -> tuple[Argument, ...]:
        reached = dict.fromkeys(self._successors.get(start, ()))
        waiting = list(reached)
        for each in waiting:
            for other in self._successors.get(each, ()):
                if other not in reached:
                    reached[other] = None
                    waiting.append(other)
        self[start] = tuple(reached)
        return self[start]
