"""Moving the places of a debate from the fence that it was read from to the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from attrs import evolve

from argmap.data import FrozenDict
from argmap.fences.page_places import PagePlaces
from argmap.model import Argument, Claim, Debate, Evidence, Inference, Question, Relation, Section, Statement
from argmap.text import Span

ThingT = TypeVar("ThingT")


def relocated(debate: Debate, places: PagePlaces) -> Debate:
    """Return an equal debate whose spans are those in the page."""

    def moved(span: Span | None) -> Span | None:
        return None if span is None else places.span(span)

    def statements(members: Iterable[Statement]) -> tuple[Statement, ...]:
        return tuple(evolve(member, span=moved(member.span)) for member in members)

    def claim(one: Claim) -> Claim:
        return evolve(one, statements=statements(one.statements), span=moved(one.span))

    def evidence(one: Evidence) -> Evidence:
        return evolve(one, statements=statements(one.statements), span=moved(one.span))

    def question(one: Question) -> Question:
        return evolve(one, statements=statements(one.statements), span=moved(one.span))

    def inference(one: Inference) -> Inference:
        return evolve(one, span=moved(one.span))

    def argument(one: Argument) -> Argument:
        return evolve(
            one,
            descriptions=statements(one.descriptions),
            steps=statements(one.steps),
            inferences=tuple(inference(step) for step in one.inferences),
            span=moved(one.span),
        )

    def section(one: Section) -> Section:
        return evolve(one, span=moved(one.span))

    def relation(one: Relation) -> Relation:
        spans, marks = (tuple(map(places.span, spans)) for spans in (one.spans, one.marks))
        return evolve(one, spans=spans, marks=marks)

    return evolve(
        debate,
        claims=_each(claim, debate.claims),
        evidence=_each(evidence, debate.evidence),
        questions=_each(question, debate.questions),
        arguments=_each(argument, debate.arguments),
        relations=tuple(relation(one) for one in debate.relations),
        sections=tuple(section(one) for one in debate.sections),
    )


def _each(change: Callable[[ThingT], ThingT], things: FrozenDict[str, ThingT]) -> FrozenDict[str, ThingT]:
    return FrozenDict({name: change(one) for name, one in things.items()})
