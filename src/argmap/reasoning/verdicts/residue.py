"""What the grounded semantics leaves undecided, as a separate framework with the questions about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from attrs import frozen

from argmap.model import Debate, InferenceRef, Ref
from argmap.reasoning.attack_graph import AttackGraph
from argmap.reasoning.deadline import NEVER, Deadline
from argmap.reasoning.label import Label
from argmap.reasoning.positions.double_negations import without_double_negations
from argmap.reasoning.theories.solution import Solution
from argmap.reasoning.theories.stages import FrameworkNode, NodeKind, staged
from argmap.reasoning.theories.theory import ArgumentationTheory

# Stands for an element: an argument of the framework that is in when the element is.
_Asked: TypeAlias = Ref
_Argument: TypeAlias = FrameworkNode | tuple[str, object]


@frozen(eq=False)
class Residue:
    """A framework of what is undecided; `asked` are the numbers of arguments that are in when a thing is.

    Arguments that are only asked about attack only others of this kind, so that they change no position.
    Several things may have the same argument: double negations are left out.
    """

    graph: AttackGraph
    asked: dict[Ref, int]


def residue(debate: Debate, solution: Solution, *, deadline: Deadline = NEVER) -> Residue:
    """Return what a solution leaves undecided in a debate.

    Raises:
        TooLargeError: circles of support would need too many stages.
        NotDecidedError: the deadline has passed.
    """
    nodes, attacks = staged(solution.equations, solution.labels, deadline=deadline)
    arguments: dict[_Argument, int] = {node: number for number, node in enumerate(nodes)}
    pairs: list[tuple[_Argument, _Argument]] = list(attacks)
    asked: dict[Ref, _Argument] = {}
    for ref, sources in _things(debate, solution.equations.theory):
        deadline.check()
        open_sources = [node for node in sources if node in arguments]
        if not open_sources:
            continue
        if len(sources) == 1 and open_sources[0].kind is NodeKind.STEP:
            asked[ref] = open_sources[0]
            continue
        holds: _Argument = ("holds", ref)
        asked[ref] = holds
        arguments[holds] = len(arguments)
        for node in open_sources:
            if node.kind is NodeKind.FAILS:
                pairs.append((node, holds))
            else:
                fails: _Argument = ("fails", node)
                arguments.setdefault(fails, len(arguments))
                pairs += [(node, fails), (fails, holds)]
    numbered = [(arguments[source], arguments[target]) for source, target in deadline.watching(pairs)]
    graph, numbers = without_double_negations(AttackGraph.of(len(arguments), numbered))
    return Residue(graph, {ref: numbers[arguments[node]] for ref, node in asked.items()})


def _things(debate: Debate, theory: ArgumentationTheory) -> Iterator[tuple[Ref, Sequence[FrameworkNode]]]:
    """Yield elements and inferences with what decides them: their failure, or steps that must all hold."""
    for proposition, number in theory.propositions.items():
        yield proposition, [FrameworkNode(NodeKind.FAILS, number)]
    for title, argument in debate.arguments.items():
        if not argument.inferences:
            yield argument.ref, [FrameworkNode(NodeKind.STEP, theory.force_steps[title])]
            continue
        refs = (InferenceRef(title, place) for place in range(len(argument.inferences)))
        steps = {
            ref: FrameworkNode(NodeKind.STEP, theory.inference_steps[ref])
            for ref in refs
            if ref in theory.inference_steps
        }
        yield argument.ref, list(steps.values())
        for ref, step in steps.items():
            yield ref, [step]


def labels_of(residue: Residue, labels: Sequence[Label]) -> dict[Ref, Label]:
    """Return the labels of what is asked about in a labelling of the framework."""
    return {ref: labels[number] for ref, number in residue.asked.items()}
