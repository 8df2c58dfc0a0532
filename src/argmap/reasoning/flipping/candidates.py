"""What may be rejected or accepted to change a verdict, as switches in the framework of a debate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from attrs import frozen

from argmap.model import ArgumentRef, Debate, InferenceRef, QuestionRef, Ref
from argmap.reasoning.deadline import NEVER, Deadline
from argmap.reasoning.flipping.switch import FlipQuestion, Switch
from argmap.reasoning.framework import Framework
from argmap.reasoning.label import Label
from argmap.reasoning.positions.component import ancestors
from argmap.reasoning.theories.equations import Equations
from argmap.reasoning.theories.solution import IN, OUT, Solution
from argmap.reasoning.theories.stages import FrameworkNode, NodeKind, staged
from argmap.reasoning.theories.theory import ArgumentationTheory, StatementKind
from argmap.reasoning.verdicts.question_verdicts import decisive

# Things that have a name by which they can be rejected.
_NAMED = (StatementKind.CLAIM, StatementKind.EVIDENCE, StatementKind.GIST, StatementKind.WHOLE)
_PROPOSITIONS = (StatementKind.CLAIM, StatementKind.EVIDENCE)


@frozen
class Candidate:
    """Something to be rejected, or accepted, to see what changes."""

    ref: Ref
    statement: int
    is_accepted: bool = False


def candidates(solution: Solution, about: Ref, *, accepting: bool) -> Iterator[Candidate]:
    """Yield what may be rejected: leaves that are not out; and if asked for, claims to be accepted.

    The thing in question and what is stipulated are not among them. They come in document order: claims,
    evidence, arguments.
    """
    theory, labels = solution.equations.theory, solution.labels
    for statement, (ref, kind) in enumerate(zip(theory.refs, theory.kinds, strict=True)):
        if kind not in _NAMED or ref == about or theory.is_stipulated(statement):
            continue
        # The node of a statement stands for its failure.
        if theory.leaves[statement] and labels[statement] != IN:
            yield Candidate(ref, statement)
        if accepting and kind in _PROPOSITIONS and labels[statement] != OUT:
            yield Candidate(ref, statement, is_accepted=True)


def flip_question(
    debate: Debate,
    solution: Solution,
    about: Ref,
    label: Label,
    *,
    accepting: bool,
    deadline: Deadline = NEVER,
) -> tuple[FlipQuestion, Sequence[Candidate]]:
    """Return which switches give something a label, and what each of them rejects or accepts.

    Only what the verdict depends on is in the question.

    Raises:
        TooLargeError: circles of support would need too many stages.
        NotDecidedError: the deadline has passed.
    """
    equations = solution.equations
    nodes, attacks = staged(equations, deadline=deadline)
    targets, more = _asked(debate, equations.theory, about)
    framework = Framework.of(dict.fromkeys((*nodes, *targets, *chain.from_iterable(more))), [*attacks, *more])
    numbers = {node: number for number, node in enumerate(framework.arguments)}
    deadline.check()
    around = sorted({each for node in targets for each in ancestors(framework.graph, numbers[node])})
    deadline.check()
    places = {number: place for place, number in enumerate(around)}
    inside = {node: places[number] for node, number in numbers.items() if number in places}
    stages = _stages(nodes)
    switches = (
        (candidate, _switch(equations, stages, candidate, inside))
        for candidate in candidates(solution, about, accepting=accepting)
    )
    pairs = [(candidate, switch) for candidate, switch in switches if any(switch)]
    question = FlipQuestion(
        graph=framework.graph.part(around),
        switches=[switch for _, switch in pairs],
        about=tuple(inside[node] for node in targets),
        label=label,
        exclusive=_exclusive([candidate for candidate, _ in pairs]),
    )
    return question, [candidate for candidate, _ in pairs]


def _asked(
    debate: Debate, theory: ArgumentationTheory, about: Ref
) -> tuple[list[FrameworkNode], list[tuple[FrameworkNode, FrameworkNode]]]:
    """Return the nodes whose labels are asked about, and attacks that make them what they are."""
    if isinstance(about, QuestionRef):
        return _asked_of_question(debate, theory, about)
    if isinstance(about, InferenceRef):
        return [FrameworkNode(NodeKind.STEP, theory.inference_steps[about])], []
    if isinstance(about, ArgumentRef):
        if about.title in theory.force_steps:
            return [FrameworkNode(NodeKind.STEP, theory.force_steps[about.title])], []
        places = range(len(debate.arguments[about.title].inferences))
        refs = (InferenceRef(about.title, place) for place in places)
        steps = (theory.inference_steps[ref] for ref in refs if ref in theory.inference_steps)
        return [FrameworkNode(NodeKind.STEP, step) for step in steps], []
    # A statement is in when its failure is out.
    statement = theory.propositions[about]
    holds = FrameworkNode(NodeKind.HOLDS, -1 - statement)
    return [holds], [(FrameworkNode(NodeKind.FAILS, statement), holds)]


def _asked_of_question(
    debate: Debate, theory: ArgumentationTheory, about: QuestionRef
) -> tuple[list[FrameworkNode], list[tuple[FrameworkNode, FrameworkNode]]]:
    """Return a node that is in if a position holds and out if all have fallen."""
    fails, holds = (FrameworkNode(NodeKind.ANSWER, number) for number in range(2))
    attacks = [(fails, holds)]
    positions = debate.positions(about)
    for position in positions:
        nodes, more = _asked(debate, theory, decisive(debate, position))
        attacks += [*more, *((node, fails) for node in nodes)]
    # Without positions a question stays open, whatever changes.
    return [holds], attacks if positions else [*attacks, (fails, fails)]


def _stages(nodes: Sequence[FrameworkNode]) -> Mapping[tuple[NodeKind, int], list[FrameworkNode]]:
    stages: dict[tuple[NodeKind, int], list[FrameworkNode]] = {}
    for node in nodes:
        stages.setdefault((node.kind, node.number), []).append(node)
    return stages


def _switch(
    equations: Equations,
    stages: Mapping[tuple[NodeKind, int], list[FrameworkNode]],
    candidate: Candidate,
    inside: Mapping[FrameworkNode, int],
) -> Switch:
    """Return what is in and out once a candidate is rejected or accepted."""

    def numbers(kind: NodeKind, statement: int) -> tuple[int, ...]:
        return tuple(inside[node] for node in stages.get((kind, statement), ()) if node in inside)

    def grounds(statement: int) -> tuple[int, ...]:
        return (*numbers(NodeKind.PRESUMPTION, statement), *numbers(NodeKind.PRO, statement))

    fails = numbers(NodeKind.FAILS, candidate.statement)
    if not candidate.is_accepted:
        return Switch(accepted=fails, rejected=grounds(candidate.statement))
    rivals = equations.contraposition.rivals(candidate.statement)
    fixed = equations.theory.is_stipulated
    brought_down = (number for rival in rivals if not fixed(rival) for number in grounds(rival))
    return Switch(rejected=(*fails, *brought_down))


def _exclusive(pairs: Sequence[Candidate]) -> tuple[tuple[int, int], ...]:
    """Return the pairs that cannot go together: they would both reject and accept the same thing."""
    first: dict[int, int] = {}
    both: list[tuple[int, int]] = []
    for place, candidate in enumerate(pairs):
        if candidate.statement in first:
            both.append((first[candidate.statement], place))
        first[candidate.statement] = place
    return tuple(both)
