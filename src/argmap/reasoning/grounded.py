"""The grounded labelling: only what must be decided is decided."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from attrs import frozen

from argmap.reasoning.attack_graph import AttackGraph
from argmap.reasoning.label import Label


@frozen
class Grounded:
    """The label of each argument, and the round in which it was settled.

    The round of an argument that is in is 1 more than the greatest round of its attackers (1 if there are
    none), that of an argument that is out 1 more than the least round of an attacker that is in. What is
    undecided, or in or out by assumption, has round 0.
    """

    labels: Sequence[Label]
    rounds: Sequence[int]


def grounded(
    graph: AttackGraph,
    *,
    held: Iterable[int] = (),
    accepted: Iterable[int] = (),
    rejected: Iterable[int] = (),
) -> Grounded:
    """Return the grounded labelling (Dung 1995, definition 20) in linear time.

    An argument is in when all its attackers are out, and out when one of them is in; each is labelled once,
    when the last attacker that it waits for is. Arguments that are `held` stay undecided whatever attacks
    them, those that are `accepted` are in from the start, and those that are `rejected` are out.

    >>> graph = AttackGraph.of(3, [(0, 1), (1, 2)])
    >>> [label.value for label in grounded(graph).labels], grounded(graph).rounds
    (['in', 'out', 'in'], [1, 2, 3])
    >>> [label.value for label in grounded(graph, held=[0]).labels]
    ['undecided', 'undecided', 'undecided']
    """
    undecided, is_in, out = Label.UNDECIDED, Label.IN, Label.OUT
    targets = graph.targets
    labels = [undecided] * len(graph)
    rounds = [0] * len(graph)
    waiting = list(graph.attacker_counts)
    # The count of an argument that is held never reaches 0, so that it stays undecided.
    is_held = set(held)
    for argument in is_held:
        waiting[argument] = -1
    settled = _given(labels, is_held, accepted, rejected)
    settled += [
        argument for argument, count in enumerate(waiting) if not count and labels[argument] is undecided
    ]
    for argument in settled:
        if labels[argument] is undecided:
            labels[argument] = is_in
            rounds[argument] = 1
    # Settled arguments are taken in the order of their rounds, so that the least and the greatest round
    # come by themselves.
    for argument in settled:
        after = rounds[argument] + 1
        if labels[argument] is is_in:
            for target in targets[argument]:
                if labels[target] is undecided and target not in is_held:
                    labels[target] = out
                    rounds[target] = after
                    settled.append(target)
        else:
            for target in targets[argument]:
                waiting[target] -= 1
                if not waiting[target] and labels[target] is undecided:
                    labels[target] = is_in
                    rounds[target] = after
                    settled.append(target)
    return Grounded(labels, rounds)


def _given(
    labels: list[Label], held: Collection[int], accepted: Iterable[int], rejected: Iterable[int]
) -> list[int]:
    """Label what is rejected or accepted from the start, unless held; return it, with what is out first."""
    settled = [argument for argument in dict.fromkeys(rejected) if argument not in held]
    for argument in settled:
        labels[argument] = Label.OUT
    for argument in dict.fromkeys(accepted):
        if argument not in held and labels[argument] is Label.UNDECIDED:
            labels[argument] = Label.IN
            settled.append(argument)
    return settled
