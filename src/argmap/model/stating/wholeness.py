"""Debates in which everything that is named is there, and every structure holds together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from attrs import evolve

from argmap.data import FrozenDict
from argmap.data.known_keys import PREMISE_KEYS
from argmap.model import (
    Argument,
    ArgumentRef,
    Claim,
    ClaimRef,
    Debate,
    ElementRef,
    Evidence,
    EvidenceRef,
    Inference,
    InferenceRef,
    PropositionRef,
    Question,
    QuestionRef,
    Ref,
    Role,
    Statement,
)

ElementT = TypeVar("ElementT", Claim, Evidence, Question, Argument)
PropositionT = TypeVar("PropositionT", Claim, Evidence, Question)


def whole(debate: Debate) -> Debate:
    """Return a debate in which all that something names is there, and every step is stated."""
    debate = evolve(
        debate,
        claims=_by_titles(debate.claims),
        evidence=_by_titles(debate.evidence),
        questions=_by_titles(debate.questions),
        arguments=_by_titles(debate.arguments),
    )
    arguments = {title: _held_together(one, debate) for title, one in debate.arguments.items()}
    named = [ref for argument in arguments.values() for ref in argument.step_refs]
    named_by_relations: list[Ref] = [
        end for relation in debate.relations for end in (relation.source, relation.target)
    ]
    claims, evidence, questions = dict(debate.claims), dict(debate.evidence), dict(debate.questions)
    for ref in (*named, *named_by_relations):
        match ref:
            case ClaimRef() if ref.title not in claims:
                claims[ref.title] = Claim(ref.title)
            case EvidenceRef() if ref.title not in evidence:
                evidence[ref.title] = Evidence(ref.title)
            case QuestionRef() if ref.title not in questions:
                questions[ref.title] = Question(ref.title)
            case ArgumentRef() | InferenceRef() if ref.title not in arguments:
                arguments[ref.title] = Argument(ref.title)
            case _:
                pass
    stated = _statements_of_steps(arguments.values())
    return evolve(
        debate,
        claims=FrozenDict({title: _with(one, stated[one.ref]) for title, one in claims.items()}),
        evidence=FrozenDict({title: _with(one, stated[one.ref]) for title, one in evidence.items()}),
        questions=FrozenDict({title: _with(one, stated[one.ref]) for title, one in questions.items()}),
        arguments=FrozenDict(arguments),
        relations=tuple(
            evolve(
                relation, source=_there(relation.source, arguments), target=_there(relation.target, arguments)
            )
            for relation in debate.relations
        ),
    )


def _by_titles(elements: FrozenDict[str, ElementT]) -> FrozenDict[str, ElementT]:
    if all(title == one.title for title, one in elements.items()):
        return elements
    return FrozenDict({title: evolve(one, title=title) for title, one in elements.items()})


def _there(ref: Ref, arguments: dict[str, Argument]) -> Ref:
    """Return a reference to what is there: an argument without such an inference is meant itself."""
    if isinstance(ref, InferenceRef) and not 0 <= ref.place < len(arguments[ref.argument].inferences):
        return ArgumentRef(ref.argument)
    return ref


def _statements_of_steps(arguments: Iterable[Argument]) -> defaultdict[ElementRef, list[Statement]]:
    stated: defaultdict[ElementRef, list[Statement]] = defaultdict(list)
    for argument in arguments:
        for ref, step in zip(argument.step_refs, argument.steps, strict=True):
            if step.text:
                stated[ref].append(step)
    return stated


def _with(proposition: PropositionT, steps: Iterable[Statement]) -> PropositionT:
    """Return a proposition with what only steps say of it."""
    known = {(statement.text, statement.marks) for statement in proposition.statements}
    missing: tuple[Statement, ...] = tuple(step for step in steps if (step.text, step.marks) not in known)
    if not missing:
        return proposition
    statements: tuple[Statement, ...] = (*missing, *proposition.statements)
    return evolve(proposition, statements=statements)


def _held_together(argument: Argument, debate: Debate) -> Argument:
    """Return an argument whose inferences use steps above their conclusions, in order."""
    if not _holds_together(argument):
        argument = _rebuilt(argument)
    conclusions = [inference.conclusion_index for inference in argument.inferences]
    roles = dict.fromkeys(conclusions, Role.INTERMEDIARY_CONCLUSION)
    if conclusions:
        roles[conclusions[-1]] = Role.MAIN_CONCLUSION
    steps = tuple(
        step
        if step.role is roles.get(place, Role.PREMISE)
        else evolve(step, role=roles.get(place, Role.PREMISE))
        for place, step in enumerate(argument.steps)
    )
    return argument if steps == argument.steps else evolve(argument, steps=steps)


def _holds_together(argument: Argument) -> bool:
    refs = argument.step_refs
    before = -1
    for index, inference in enumerate(argument.inferences):
        place = inference.conclusion_index
        if (inference.argument, inference.index) != (argument.title, index) or not before < place < len(refs):
            return False
        if refs[place] != inference.conclusion or not set(inference.premises) <= set(refs[:place]):
            return False
        before = place
    return len(refs) == len(argument.steps)


def _rebuilt(argument: Argument) -> Argument:
    """Return an argument with the steps that its inferences need, and those of which they say nothing."""
    known = dict(zip(argument.step_refs, argument.steps, strict=False))
    used: set[PropositionRef] = {
        ref for inference in argument.inferences for ref in (*inference.premises, inference.conclusion)
    }
    refs = [ref for ref in argument.step_refs if ref not in used]
    inferences: list[Inference] = []
    for index, inference in enumerate(argument.inferences):
        refs += [ref for ref in dict.fromkeys(inference.premises) if ref not in refs]
        refs.append(inference.conclusion)
        data = FrozenDict({key: value for key, value in inference.data.items() if key not in PREMISE_KEYS})
        inferences.append(
            evolve(inference, argument=argument.title, index=index, conclusion_index=len(refs) - 1, data=data)
        )
    steps = tuple(known.get(ref, Statement(ref.title, is_reference=True)) for ref in refs)
    return evolve(argument, steps=steps, step_refs=tuple(refs), inferences=tuple(inferences))
