"""Debates from elsewhere, as they can be stated line by line."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import assume, given, settings

import argmap
from argmap import strategies
from argmap.interop import differences
from argmap.model import (
    Argument,
    Claim,
    ClaimRef,
    Debate,
    FrozenDict,
    Mark,
    MarkKind,
    Role,
    Statement,
)
from argmap.model.stating.spacing import spaced
from argmap.model.stating.statable import statable
from argmap.writing.whole_arguments import takes_arguments_apart

from ...fuzz.objects import debates


def claim(text: str, *marks: Mark, **fields: bool) -> Claim:
    return Claim("A", (Statement("A", text, marks=marks, **fields),))


def debate_of(*claims: Claim) -> Debate:
    return Debate(claims=FrozenDict({claim.title: claim for claim in claims}))


@settings(max_examples=50)
@given(strategies.debates())
def test_what_a_text_says_can_be_stated_as_it_is(debate: Debate) -> None:
    # Parts of an argument that was taken apart share steps, which then need titles.
    assume(not takes_arguments_apart(debate.metadata))
    assert differences(statable(debate), debate) == ()


@settings(max_examples=25)
@given(debates())
def test_what_can_be_stated_stays_as_it_is(debate: Debate) -> None:
    once = statable(debate)
    assert statable(once) == once


@settings(max_examples=25)
@given(debates())
def test_what_can_be_stated_is_whole(debate: Debate) -> None:
    whole = statable(debate)
    ends = {end for relation in whole.relations for end in (relation.source, relation.target)}
    steps = {ref for argument in whole.arguments.values() for ref in argument.step_refs}
    assert all(ref in whole for ref in ends | steps)


@pytest.mark.parametrize(
    ("text", "marked", "again"),
    [
        (" a  b ", (1, 2), ("a b", (0, 1))),
        ("a\n b", (3, 4), ("a b", (2, 3))),
        ("ab", (0, 2), ("ab", (0, 2))),
    ],
)
def test_texts_have_single_spaces(
    text: str, marked: tuple[int, int], again: tuple[str, tuple[int, int]]
) -> None:
    mark = Mark(MarkKind.BOLD, *marked)
    assert spaced(text, (mark,)) == (again[0], (Mark(MarkKind.BOLD, *again[1]),))


def test_a_text_of_spaces_is_none() -> None:
    assert statable(debate_of(claim(" \n"))).claims["A"].text is None


def test_tags_behind_a_reference_are_no_text() -> None:
    tags = claim("#one #two", Mark(MarkKind.TAG, 0, 4, "one"), Mark(MarkKind.TAG, 5, 9, "two"))
    reference = evolve(tags, statements=(evolve(tags.statements[0], is_reference=True),))
    (place,) = statable(debate_of(reference)).claims["A"].statements
    assert (place.text, place.marks) == (None, ())


def test_a_step_of_two_arguments_without_a_title_has_the_title_that_it_is_listed_under() -> None:
    ref = ClaimRef("Untitled 1")
    step = Statement(ref.title, "a", role=Role.PREMISE)
    arguments = {
        title: Argument(title, steps=(evolve(step, argument=title),), step_refs=(ref,)) for title in "BC"
    }
    untitled = Claim(ref.title, (step,), is_untitled=True)
    debate = evolve(debate_of(untitled), arguments=FrozenDict(arguments))
    assert not statable(debate).claims[ref.title].is_untitled
    assert argmap.parse(argmap.to_text(statable(debate))).debate.claims[ref.title].text == "a"
