"""A debate from elsewhere, as it can be stated line by line."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar

from attrs import evolve

from argmap.data import FrozenDict
from argmap.model import Argument, Claim, Debate, Evidence, Question, Ref, Section, Statement
from argmap.model.stating.spacing import is_tags, spaced
from argmap.model.stating.untitled_places import Nesting, moves_arguments
from argmap.model.stating.wholeness import whole
from argmap.model.stating.written_relations import fitting, metadata_for, written_relations

ElementT = TypeVar("ElementT", Claim, Evidence, Question, Argument)


def statable(debate: Debate) -> Debate:
    """Return a debate in which all that is named is there, and texts have single spaces.

    Something without a title of its own that has to be named, for example because it is a step of two
    arguments, has the title from then on under which it is listed.
    """
    debate = _single_spaced(fitting(whole(debate)))
    while True:
        relations = written_relations(debate)
        moves = moves_arguments(metadata_for(debate, relations))
        nesting = Nesting.of(debate, relations, moves_arguments=moves)
        if not nesting.unnamed:
            return debate
        debate = _titled(debate, nesting.unnamed)


def _titled(debate: Debate, refs: Collection[Ref]) -> Debate:
    return evolve(
        debate,
        claims=FrozenDict(
            {
                title: evolve(claim, is_untitled=False) if claim.ref in refs else claim
                for title, claim in debate.claims.items()
            }
        ),
        arguments=FrozenDict(
            {
                title: evolve(argument, is_untitled=False) if argument.ref in refs else argument
                for title, argument in debate.arguments.items()
            }
        ),
    )


def _single_spaced(debate: Debate) -> Debate:
    return evolve(
        debate,
        claims=FrozenDict({title: _element(claim) for title, claim in debate.claims.items()}),
        evidence=FrozenDict({title: _element(piece) for title, piece in debate.evidence.items()}),
        questions=FrozenDict({title: _element(question) for title, question in debate.questions.items()}),
        arguments=FrozenDict({title: _element(argument) for title, argument in debate.arguments.items()}),
        sections=tuple(_section(section) for section in debate.sections),
    )


def _element(element: ElementT) -> ElementT:
    places: tuple[Statement, ...] = tuple(_statement(place) for place in element.places)
    if isinstance(element, Argument):
        return evolve(element, descriptions=places, steps=tuple(_statement(step) for step in element.steps))
    if places == element.places:
        return element
    return evolve(element, statements=places)


def _statement(statement: Statement) -> Statement:
    if statement.text is None:
        return statement
    text, marks = spaced(statement.text, statement.marks)
    if statement.is_reference and is_tags(text, marks):
        # Tags behind a reference are no text.
        text = ""
    marks = marks if text else ()
    # Very many are as they should be.
    is_same = text == statement.text and marks == statement.marks
    return statement if is_same else evolve(statement, text=text or None, marks=marks)


def _section(section: Section) -> Section:
    title, marks = spaced(section.title, section.marks)
    return evolve(section, title=title, marks=marks)
