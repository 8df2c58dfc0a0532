"""Whether something is accepted in some or in all labellings, without listing them."""

from __future__ import annotations

from enum import Enum

from argmap.reasoning.attack_graph import AttackGraph
from argmap.reasoning.deadline import NEVER, Deadline
from argmap.reasoning.label import Label
from argmap.reasoning.positions.component import Component, ancestors
from argmap.reasoning.positions.labellings import choices_of, settled, undecided_components
from argmap.reasoning.positions.masks import members
from argmap.reasoning.positions.search import Clause, Position
from argmap.reasoning.positions.semantics import grown
from argmap.reasoning.positions.solver import Solver


class How(Enum):
    """Whether one labelling is enough (credulous), or all must agree (skeptical)."""

    CREDULOUS = "credulous"
    SKEPTICAL = "skeptical"


# The labels of an argument depend only on what reaches it (Baroni and Giacomin, directionality).
DIRECTIONAL = ("complete", "grounded", "preferred", "ideal")


def accepts(
    graph: AttackGraph,
    argument: int,
    semantics: str,
    *,
    how: How,
    label: Label = Label.IN,
    deadline: Deadline = NEVER,
) -> bool:
    """Return whether an argument is in, or out, in some or in all labellings under a semantics.

    If there are no labellings, which can only happen under stable, all agree on everything.

    Raises:
        NotDecidedError: the deadline has passed.
    """
    around = ancestors(graph, argument) if semantics in DIRECTIONAL else range(len(graph))
    part_graph = graph.part(around) if len(around) < len(graph) else graph
    place = around.index(argument)
    labels = settled(part_graph, semantics)
    parts = undecided_components(part_graph, semantics, labels, deadline)
    if semantics == "stable":
        wanted = label if how is How.CREDULOUS else _opposite(label)
        exists = _exists_stable(parts, place, wanted, labels[place], deadline)
        return exists if how is How.CREDULOUS else not exists
    only_settled = semantics == "grounded" or (semantics == "complete" and how is How.SKEPTICAL)
    if only_settled or labels[place] is not Label.UNDECIDED:
        return labels[place] is label
    part = next(part for part in parts if place in part.arguments)
    return _accepts_in(part, 1 << part.arguments.index(place), semantics, how, label, deadline)


def labelling_with(
    graph: AttackGraph, argument: int, label: Label, semantics: str, *, deadline: Deadline = NEVER
) -> tuple[Label, ...] | None:
    """Return a labelling under a semantics in which an argument is in, or out, None if there is none.

    Components without the argument stay undecided. Under preferred it need not be maximal: what is in is
    admissible, and so part of a preferred extension (Dung 1995, theorem 11).

    >>> labels = labelling_with(AttackGraph.of(3, [(0, 1), (1, 0), (1, 2)]), 2, Label.IN, "preferred")
    >>> [each.value for each in labels]
    ['in', 'out', 'in']

    Raises:
        NotDecidedError: the deadline has passed.
    """
    labels = settled(graph, semantics)
    if labels[argument] is not Label.UNDECIDED:
        return tuple(labels) if labels[argument] is label else None
    parts = undecided_components(graph, semantics, labels, deadline)
    part = next((part for part in parts if argument in part.arguments), None)
    if part is None:
        return None
    bit = 1 << part.arguments.index(argument)
    if semantics in ("complete", "preferred"):
        position = _with(Solver(part, deadline), bit, label)
    else:
        every = choices_of(part, semantics, deadline)
        position = next((each for each in every if _has(each, bit, label)), None)
    if position is None:
        return None
    for each, mask in ((Label.IN, position.accepted), (Label.OUT, position.out)):
        for number in members(mask):
            labels[part.arguments[number]] = each
    return tuple(labels)


def _accepts_in(
    part: Component, bit: int, semantics: str, how: How, label: Label, deadline: Deadline
) -> bool:
    """Return whether an open argument of a component is in, or out, in some or in all of its labellings."""
    if semantics in ("complete", "preferred"):
        solver = Solver(part, deadline)
        if how is How.CREDULOUS:
            return _with(solver, bit, label) is not None
        return is_in_all_preferred(solver, bit, label)
    agree = (_has(position, bit, label) for position in choices_of(part, semantics, deadline))
    return any(agree) if how is How.CREDULOUS else all(agree)


def _exists_stable(
    parts: list[Component], place: int, label: Label, is_settled: Label, deadline: Deadline
) -> bool:
    """Return whether there is a stable labelling in which an argument has a label."""
    if is_settled not in (label, Label.UNDECIDED):
        return False
    for part in parts:
        bit = 1 << part.arguments.index(place) if place in part.arguments else 0
        if _with(Solver(part, deadline), bit, label, decided=part.everything) is None:
            return False
    return True


def is_in_all_preferred(solver: Solver, bit: int, label: Label) -> bool:
    """Return whether an argument is in, or out, in all preferred labellings of a component.

    It is not if some complete labelling says the opposite. Otherwise, a labelling without it is looked for:
    if that cannot be extended to one with it, the answer is no; if it can, the extension is grown, and all
    that is inside is ruled out.
    """
    everything = solver.component.everything
    if _with(solver, bit, label) is None or _with(solver, bit, _opposite(label)) is not None:
        return False
    lacking = Clause(not_accepted=bit) if label is Label.IN else Clause(not_out=bit)
    while position := solver.find(some=lacking):
        having = _with(solver, bit, label, accepted=position.accepted)
        if having is None:
            return False
        solver.block(Clause(everything & ~grown(solver, having).accepted))
    return True


def _with(solver: Solver, bit: int, label: Label, *, accepted: int = 0, decided: int = 0) -> Position | None:
    """Return a labelling in which an argument is in, or out."""
    if label is Label.IN:
        return solver.find(accepted=accepted | bit, decided=decided)
    return solver.find(accepted=accepted, out=bit, decided=decided)


def _has(position: Position, bit: int, label: Label) -> bool:
    return bool(bit & (position.accepted if label is Label.IN else position.out))


def _opposite(label: Label) -> Label:
    return Label.OUT if label is Label.IN else Label.IN
