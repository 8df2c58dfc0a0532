"""The steps of arguments, as far as a map shows them: premises, inferences and conclusions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from argmap.maps.argument_map import MapStep
from argmap.maps.nodes.node_formulas import formula_of
from argmap.model import (
    Argument,
    Claim,
    Debate,
    ElementRef,
    Evidence,
    Inference,
    Mark,
    PropositionRef,
    Question,
    Ref,
    Role,
    Statement,
)
from argmap.model.stated import canonical

# Where edges can end in an argument: at a step, given by the argument and the part of it that is meant.
Places = Mapping[tuple[ElementRef, Ref | None], str]


def steps_of(argument: Argument, debate: Debate) -> tuple[MapStep, ...]:
    """Return the statements of an argument and, before every conclusion, the inference that leads to it."""
    return tuple(_steps(argument, debate))


def is_implicit(step: Statement, element: Claim | Evidence | Question) -> bool:
    """Return whether nobody stated a premise, because its data have `implicit: true`."""
    return element.is_implicit or step.is_implicit


def places_of(arguments: Iterable[Argument]) -> Places:
    """Return the ids of the premises and inferences of arguments, as `steps_of` returns them."""
    places: dict[tuple[ElementRef, Ref | None], str] = {}
    for argument in arguments:
        for number, (ref, step) in enumerate(zip(argument.step_refs, argument.steps, strict=True)):
            if step.role is Role.PREMISE:
                places.setdefault((argument.ref, ref), f"s{number}")
        for inference in argument.inferences:
            places[argument.ref, inference.ref] = f"i{inference.index}"
    return places


def _steps(argument: Argument, debate: Debate) -> Iterator[MapStep]:
    inferences = {inference.conclusion_index: inference for inference in argument.inferences}
    for number, (ref, step) in enumerate(zip(argument.step_refs, argument.steps, strict=True)):
        if number in inferences:
            yield MapStep(f"i{inferences[number].index}", text=_rule(inferences[number]))
        text, marks = _text_and_marks(ref, step, debate)
        element = debate[ref]
        title = None if element.is_untitled else element.title
        is_premise = step.role is Role.PREMISE
        yield MapStep(
            f"s{number}",
            number + 1,
            title,
            text,
            marks,
            is_conclusion=not is_premise,
            is_implicit=is_premise and is_implicit(step, element),
            ref=ref,
            formula=formula_of(element) if element.data else None,
        )


def _rule(inference: Inference) -> str | None:
    if inference.rules:
        return "; ".join(inference.rules)
    return inference.scheme.name.replace("_", " ") if inference.scheme else None


def _text_and_marks(
    ref: PropositionRef, step: Statement, debate: Debate
) -> tuple[str | None, tuple[Mark, ...]]:
    if step.text:
        return step.text, step.marks
    known = canonical(debate[ref].statements)
    return (known.text, known.marks) if known else (None, ())
