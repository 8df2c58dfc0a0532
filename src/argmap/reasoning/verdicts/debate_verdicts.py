"""The verdicts on all elements of a debate and on its inferences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.model import Argument, Debate, InferenceRef, Ref
from argmap.reasoning.label import Label
from argmap.reasoning.theories.theory import ArgumentationTheory
from argmap.reasoning.verdicts.bases import Bases
from argmap.reasoning.verdicts.verdict import Basis, Verdict


def grounded_verdicts(debate: Debate, bases: Bases) -> Iterator[tuple[Ref, Verdict]]:
    """Yield the verdict on each element, each argument followed by its inferences, in order of the debate."""
    theory = bases.equations.theory
    for ref, number in theory.propositions.items():
        yield ref, _verdict(bases.label(number), bases.basis(number))
    for argument in debate.arguments.values():
        yield from _of_argument(argument, theory, bases)


def whole(labels: Sequence[Label]) -> Label:
    """Return the label of a reconstructed argument whose inferences have some labels.

    >>> whole([Label.IN, Label.OUT]), whole([Label.IN, Label.UNDECIDED]), whole([Label.IN])
    (<Label.OUT: 'out'>, <Label.UNDECIDED: 'undecided'>, <Label.IN: 'in'>)
    """
    if Label.OUT in labels:
        return Label.OUT
    return Label.UNDECIDED if Label.UNDECIDED in labels else Label.IN


def _of_argument(
    argument: Argument, theory: ArgumentationTheory, bases: Bases
) -> Iterator[tuple[Ref, Verdict]]:
    if not argument.inferences:
        label = bases.step_label(theory.force_steps[argument.title])
        yield argument.ref, _verdict(label, _sketch_basis(label, theory.gists[argument.title], bases))
        return
    refs = _inferences(argument, theory)
    labels = [bases.step_label(theory.inference_steps[ref]) for ref in refs]
    label = whole(labels)
    yield argument.ref, _verdict(label, _WHOLE[label])
    for ref, own in zip(refs, labels, strict=True):
        yield ref, _verdict(own, bases.step_basis(theory.inference_steps[ref]))


_WHOLE = {Label.IN: Basis.HOLDS, Label.OUT: Basis.FAILS, Label.UNDECIDED: Basis.OPEN}


def _sketch_basis(label: Label, gist: int, bases: Bases) -> Basis:
    """Return why a sketched argument has its label: that of what it says, unless it is undercut."""
    if bases.label(gist) is label:
        return bases.basis(gist)
    return Basis.UNDERCUT if label is Label.OUT else Basis.OPEN


def _inferences(argument: Argument, theory: ArgumentationTheory) -> list[InferenceRef]:
    refs = (InferenceRef(argument.title, place) for place in range(len(argument.inferences)))
    return [ref for ref in refs if ref in theory.inference_steps]


def _verdict(label: Label, basis: Basis) -> Verdict:
    return _VERDICTS[label, basis]


# Most verdicts are equal to one of a few, which are made once.
_VERDICTS = {
    (label, basis): Verdict(label, basis, is_possible=label is Label.IN) for label in Label for basis in Basis
}
