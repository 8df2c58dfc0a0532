"""What all labellings under a semantics agree on, and what is in under some of them."""

from __future__ import annotations

from itertools import islice

from attrs import frozen

from argmap.reasoning.attack_graph import AttackGraph
from argmap.reasoning.deadline import NEVER, Deadline, NotDecidedError
from argmap.reasoning.label import Label
from argmap.reasoning.positions.acceptance import How, accepts
from argmap.reasoning.positions.choices import complete, conflict_free
from argmap.reasoning.positions.component import Component
from argmap.reasoning.positions.labellings import choices_of, settled, undecided_components
from argmap.reasoning.positions.masks import members
from argmap.reasoning.positions.search import Position
from argmap.reasoning.positions.semantics import (
    SINGLE,
    agreed_by_ranges,
    ideal_among,
    possible_by_complete,
    possible_by_ranges,
)

# So many positions of a component are listed; if there are more, each argument is asked about.
_LISTED = 64


@frozen
class Overview:
    """The label that each argument has in all labellings, undecided if they differ.

    `possible` are the arguments that are in under some labelling; `unknown` those about which nothing could
    be found out in the time allowed. Without any labelling, which can happen under stable, nothing is
    decided.
    """

    labels: tuple[Label, ...]
    possible: frozenset[int]
    unknown: frozenset[int]
    has_labellings: bool


def overview(graph: AttackGraph, semantics: str, *, deadline: Deadline = NEVER) -> Overview:
    """Return what the labellings of a framework under a semantics have in common.

    >>> graph = AttackGraph.of(4, [(0, 1), (1, 0), (0, 2), (1, 2), (2, 3)])
    >>> view = overview(graph, "preferred")
    >>> [label.value for label in view.labels], sorted(view.possible)
    (['undecided', 'undecided', 'out', 'in'], [0, 1, 3])
    """
    labels = settled(graph, semantics)
    possible = {argument for argument, label in enumerate(labels) if label is Label.IN}
    unknown: set[int] = set()
    try:
        parts = undecided_components(graph, semantics, labels, deadline)
    except NotDecidedError:
        undecided = frozenset(place for place, label in enumerate(labels) if label is Label.UNDECIDED)
        return Overview(tuple(labels), frozenset(possible), undecided, has_labellings=True)
    for part in parts:
        try:
            agreement = _agreement(graph, part, semantics, deadline)
        except NotDecidedError:
            unknown.update(part.arguments)
            continue
        if agreement is None:
            nothing = (Label.UNDECIDED,) * len(labels)
            return Overview(nothing, frozenset(), frozenset(), has_labellings=False)
        for label, mask in ((Label.IN, agreement.accepted), (Label.OUT, agreement.out)):
            for number in members(mask):
                labels[part.arguments[number]] = label
        possible.update(part.arguments[number] for number in members(agreement.possible))
    return Overview(tuple(labels), frozenset(possible), frozenset(unknown), has_labellings=True)


@frozen
class _Agreement:
    """What is in and out under all positions of a component, and what is in under some."""

    accepted: int
    out: int
    possible: int


def _agreement(graph: AttackGraph, part: Component, semantics: str, deadline: Deadline) -> _Agreement | None:
    if semantics == "complete":
        return _Agreement(0, 0, possible_by_complete(part, deadline))
    positions = choices_of(part, semantics, deadline)
    some = list(islice(positions, _LISTED))
    if not some:
        return None
    agreement = _common(some, part)
    if len(some) < _LISTED or semantics in SINGLE:
        return agreement
    if semantics == "preferred":
        return _agreement_of_preferred(agreement, graph, part, deadline)
    # If there are stable labellings, they are all the semi-stable ones.
    rule = conflict_free if semantics == "stage" else complete
    agreed = agreed_by_ranges(part, deadline, rule)
    return _Agreement(agreed.accepted, agreed.out, possible_by_ranges(part, deadline, rule))


def _common(positions: list[Position], part: Component) -> _Agreement:
    accepted = out = part.everything
    possible = 0
    for position in positions:
        accepted &= position.accepted
        out &= position.out
        possible |= position.accepted
    return _Agreement(accepted, out, possible)


def _agreement_of_preferred(
    agreement: _Agreement, graph: AttackGraph, part: Component, deadline: Deadline
) -> _Agreement:
    """Return what all preferred positions agree on, given what some accept: the ideal one, or by asking."""
    possible = possible_by_complete(part, deadline)
    certain = ideal_among(part, possible)

    def checked(candidates: int, known: int, label: Label) -> int:
        agreed = known
        for number in members(candidates & ~known):
            argument = part.arguments[number]
            if accepts(graph, argument, "preferred", how=How.SKEPTICAL, label=label, deadline=deadline):
                agreed |= 1 << number
        return agreed

    return _Agreement(
        checked(agreement.accepted, certain.accepted, Label.IN),
        checked(agreement.out, certain.out, Label.OUT),
        possible,
    )
