"""Arguments of several inferences, taken apart into one argument for each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count
from typing import TypeVar

from attrs import evolve, frozen

from argmap.data import FrozenDict
from argmap.model import (
    Argument,
    ArgumentRef,
    Claim,
    Debate,
    Evidence,
    Inference,
    InferenceRef,
    Origin,
    PropositionRef,
    Question,
    Ref,
    Relation,
    RelationKind,
    Role,
    Statement,
)
from argmap.model.premises import premise_steps

PropositionT = TypeVar("PropositionT", Claim, Evidence, Question)


def explode(debate: Debate) -> Debate:
    """Return the debate in which every argument makes one inference.

    An argument T of several inferences becomes `T - 1`, `T - 2`, …, or the next free titles. Each
    part has the premises that its inference uses. Undercuts go to the part whose inference they hit, other
    relations of the argument to the last part.
    """
    taken = set(debate.arguments)
    exploded = [
        _explosion(argument, taken) for argument in debate.arguments.values() if len(argument.inferences) > 1
    ]
    if not exploded:
        return debate
    parts = {one.whole.title: one.parts for one in exploded}
    members = _members(exploded)
    return evolve(
        debate,
        claims=_with_members(debate.claims, members),
        evidence=_with_members(debate.evidence, members),
        questions=_with_members(debate.questions, members),
        arguments=FrozenDict(
            {part.title: part for old in debate.arguments.values() for part in parts.get(old.title, (old,))}
        ),
        relations=tuple(_relations(debate.relations, parts)),
    )


@frozen
class _Explosion:
    """An argument and its parts; `used` are the places of its steps that are in any of them."""

    whole: Argument
    parts: tuple[Argument, ...]
    used: frozenset[int]


def _explosion(argument: Argument, taken: set[str]) -> _Explosion:
    parts: list[Argument] = []
    used: set[int] = set()
    conclusions = [inference.conclusion_index for inference in argument.inferences]
    for index, inference in enumerate(argument.inferences):
        title = _free_title(f"{argument.title} - {index + 1}", taken)
        conclusion = argument.steps[inference.conclusion_index]
        premises = premise_steps(inference.data, conclusion.data, index=index, conclusions=conclusions)
        used.update(premises, [inference.conclusion_index])
        parts.append(_part(argument, inference, premises, title))
    return _Explosion(argument, tuple(parts), frozenset(used))


def _free_title(title: str, taken: set[str]) -> str:
    candidates = chain([title], (f"{title} ({number})" for number in count(2)))
    free = next(candidate for candidate in candidates if candidate not in taken)
    taken.add(free)
    return free


def _part(argument: Argument, inference: Inference, premises: list[int], title: str) -> Argument:
    steps = [evolve(argument.steps[place], role=Role.PREMISE, argument=title) for place in premises]
    conclusion = argument.steps[inference.conclusion_index]
    refs = tuple(argument.step_refs[place] for place in premises)
    return evolve(
        argument,
        title=title,
        steps=(*steps, evolve(conclusion, role=Role.MAIN_CONCLUSION, argument=title)),
        step_refs=(*refs, inference.conclusion),
        inferences=(
            evolve(inference, argument=title, index=0, premises=refs, conclusion_index=len(premises)),
        ),
    )


@frozen
class _Members:
    """What happens to the statements of a proposition: some are replaced by those in the parts."""

    gone: Counter[Statement]
    new: list[Statement]


def _members(exploded: Iterable[_Explosion]) -> Mapping[PropositionRef, _Members]:
    members: defaultdict[PropositionRef, _Members] = defaultdict(lambda: _Members(Counter(), []))
    for one in exploded:
        for place in one.used:
            members[one.whole.step_refs[place]].gone[one.whole.steps[place]] += 1
        for part in one.parts:
            for ref, step in zip(part.step_refs, part.steps, strict=True):
                members[ref].new.append(step)
    return members


def _with_members(
    propositions: Mapping[str, PropositionT], members: Mapping[PropositionRef, _Members]
) -> FrozenDict[str, PropositionT]:
    return FrozenDict(
        {
            title: evolve(one, statements=tuple(_replaced(one.statements, members[one.ref])))
            if one.ref in members
            else one
            for title, one in propositions.items()
        }
    )


def _replaced(statements: Iterable[Statement], members: _Members) -> Iterator[Statement]:
    gone = members.gone.copy()
    for statement in statements:
        if gone[statement]:
            gone[statement] -= 1
        else:
            yield statement
    yield from members.new


def _relations(
    relations: Iterable[Relation], parts: Mapping[str, tuple[Argument, ...]]
) -> Iterator[Relation]:
    derived = dict.fromkeys(parts, False)
    for relation in relations:
        whole = _whole(relation, parts) if relation.origin is Origin.DERIVED else None
        if whole is None:
            yield evolve(
                relation, source=_moved(relation.source, parts), target=_moved(relation.target, parts)
            )
        elif not derived[whole]:
            derived[whole] = True
            for part in parts[whole]:
                yield from _derived(part)


def _whole(relation: Relation, parts: Mapping[str, tuple[Argument, ...]]) -> str | None:
    for end in (relation.source, relation.target):
        if isinstance(end, ArgumentRef) and end.title in parts:
            return end.title
    return None


def _moved(end: Ref, parts: Mapping[str, tuple[Argument, ...]]) -> Ref:
    if isinstance(end, ArgumentRef) and end.title in parts:
        return parts[end.title][-1].ref
    if isinstance(end, InferenceRef) and end.argument in parts:
        return parts[end.argument][end.place].inferences[0].ref
    return end


def _derived(part: Argument) -> Iterator[Relation]:
    for premise in dict.fromkeys(part.premises):
        yield Relation(RelationKind.SUPPORT, premise, part.ref, Origin.DERIVED)
    yield Relation(RelationKind.SUPPORT, part.ref, part.step_refs[-1], Origin.DERIVED)
