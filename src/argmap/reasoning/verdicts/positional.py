"""Verdicts under semantics with several positions: what all of them agree on, and what some accept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve, frozen

from argmap.data.frozen_dict import FrozenDict
from argmap.model import ClaimRef, Debate, EvidenceRef, Ref
from argmap.reasoning.deadline import Deadline, NotDecidedError
from argmap.reasoning.label import Label
from argmap.reasoning.positions.labellings import labellings
from argmap.reasoning.positions.overview import overview
from argmap.reasoning.theories.solution import Solution
from argmap.reasoning.theories.stages import TooLargeError
from argmap.reasoning.theories.theory import ArgumentationTheory
from argmap.reasoning.verdicts.residue import labels_of, residue
from argmap.reasoning.verdicts.verdict import Basis, Verdict

Verdicts = Mapping[Ref, Verdict]


@frozen
class Agreed:
    """The verdicts that all positions agree on; `unknown` are things not decided in time."""

    verdicts: FrozenDict[Ref, Verdict]
    unknown: frozenset[Ref] = frozenset()
    has_positions: bool = True


def agreed_verdicts(
    debate: Debate, solution: Solution, grounded: Verdicts, semantics: str, deadline: Deadline
) -> Agreed:
    """Return the verdicts on a debate: in or out if all positions agree on that, else undecided."""
    undecided = frozenset(ref for ref, verdict in grounded.items() if verdict.label is Label.UNDECIDED)
    try:
        deadline.check()
        rest = residue(debate, solution, deadline=deadline)
    except (TooLargeError, NotDecidedError):
        return Agreed(_unknown(grounded, undecided), undecided)
    view = overview(rest.graph, semantics, deadline=deadline)
    if not view.has_labellings:
        nothing = Verdict(Label.UNDECIDED, Basis.OPEN)
        return Agreed(FrozenDict(dict.fromkeys(grounded, nothing)), has_positions=False)
    labels = labels_of(rest, view.labels)
    theory = solution.equations.theory
    verdicts = {
        ref: _verdict(
            verdict,
            labels.get(ref),
            is_possible=rest.asked.get(ref) in view.possible,
            is_leaf=_is_leaf(ref, theory),
        )
        for ref, verdict in grounded.items()
    }
    unknown = frozenset(ref for ref, number in rest.asked.items() if number in view.unknown)
    return Agreed(_unknown(verdicts, unknown), unknown)


def positions_of(
    debate: Debate, solution: Solution, grounded: Verdicts, semantics: str, deadline: Deadline
) -> Iterator[FrozenDict[Ref, Verdict]]:
    """Yield the verdicts of each position, leaving out repetitions, until time is over."""
    try:
        rest = residue(debate, solution, deadline=deadline)
    except (TooLargeError, NotDecidedError):
        return
    known: set[frozenset[Ref]] = set()
    theory = solution.equations.theory
    try:
        for labelling in labellings(rest.graph, semantics, deadline=deadline):
            labels = labels_of(rest, labelling)
            accepted = frozenset(ref for ref, label in labels.items() if label is Label.IN)
            if accepted not in known:
                known.add(accepted)
                verdicts = (
                    (
                        ref,
                        _verdict(verdict, labels.get(ref), is_possible=False, is_leaf=_is_leaf(ref, theory)),
                    )
                    for ref, verdict in grounded.items()
                )
                yield FrozenDict(
                    (ref, evolve(verdict, is_possible=verdict.label is Label.IN)) for ref, verdict in verdicts
                )
    except NotDecidedError:
        return


def _is_leaf(ref: Ref, theory: ArgumentationTheory) -> bool:
    """Return whether an element is taken for granted as long as nothing speaks against it."""
    if isinstance(ref, ClaimRef | EvidenceRef):
        statement = theory.propositions.get(ref)
    else:
        statement = theory.gists[ref.title] if ref.title in theory.force_steps else None
    return statement is not None and bool(theory.leaves[statement])


def _verdict(grounded: Verdict, label: Label | None, *, is_possible: bool, is_leaf: bool) -> Verdict:
    """Return a verdict with a label; the basis is that of the grounded verdict if their labels agree."""
    if label is None or grounded.label is not Label.UNDECIDED:
        return grounded
    basis = grounded.basis if label is grounded.label else None
    return Verdict(label, basis, is_possible=is_possible, is_leaf=is_leaf)


def _unknown(verdicts: Verdicts, unknown: frozenset[Ref]) -> FrozenDict[Ref, Verdict]:
    return FrozenDict(
        {
            ref: Verdict(Label.UNDECIDED, Basis.UNKNOWN) if ref in unknown else verdict
            for ref, verdict in verdicts.items()
        }
    )
