"""Double negations: arguments with the same label as another, because they only answer what it attacks."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.reasoning.attack_graph import AttackGraph


def without_double_negations(graph: AttackGraph) -> tuple[AttackGraph, Sequence[int]]:
    """Return a smaller graph that has the same complete labellings, and the number of each argument in it.

    An argument that only one other attacks is in when that is out, and out when that is in. So, on the way
    back along such attacks, every second one has the same label: of each such tree, or circle, one argument
    and one that it attacks are left. One labelling accepts, or decides, more than another here if and only
    if it does there, so that the semantics that choose among complete labellings choose the same.

    >>> graph, numbers = without_double_negations(AttackGraph.of(5, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 1)]))
    >>> graph.targets, numbers
    ([[1], [2], [1]], [0, 1, 2, 1, 2])
    """
    origins, is_negated = _origins(graph.attackers)
    # The first argument of a tree or circle is kept, and the first with the opposite label.
    left = dict.fromkeys((origin, bool(negated)) for origin, negated in zip(origins, is_negated, strict=True))
    places = {each: place for place, each in enumerate(left)}
    numbers = [places[origin, bool(negated)] for origin, negated in zip(origins, is_negated, strict=True)]
    attacks: list[tuple[int, int]] = []
    for (origin, negated), place in places.items():
        if negated:
            attacks.append((places[origin, False], place))
        else:
            attacks += [(numbers[attacker], place) for attacker in graph.attackers[origin]]
    return AttackGraph.of(len(places), attacks), numbers


def _origins(attackers: Sequence[Sequence[int]]) -> tuple[Sequence[int], bytearray]:
    """Return for each argument where the way back along single attackers ends, and 1 if that is negated.

    It ends at an argument with no attacker or several, or, in a circle, at the argument where it enters.
    """
    unknown, on_the_way = -1, -2
    origins = [unknown] * len(attackers)
    is_negated = bytearray(len(attackers))
    for start in range(len(attackers)):
        way: list[int] = []
        each = start
        while origins[each] == unknown and len(attackers[each]) == 1:
            origins[each] = on_the_way
            way.append(each)
            (each,) = attackers[each]
        if origins[each] < 0:
            origins[each] = each
        for back in reversed(way):
            if back != each:
                (attacker,) = attackers[back]
                origins[back], is_negated[back] = origins[attacker], not is_negated[attacker]
    return origins, is_negated
