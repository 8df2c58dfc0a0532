"""Open critical questions in maps."""

from __future__ import annotations

import pytest

import argmap
from argmap.maps import ArgumentMap, build_map
from argmap.maps.question_nodes import with_questions
from argmap.model import CriticalQuestionRef, RelationKind

TEXT = """
# Part

[C]: c

<A>: a

(1) [P]: p
-- argument from example {roles: {instance: 1}, answers: {truth: "Yes", strength: "Yes"}} --
  <_ [U]: u {question: circumstances}
(2) [C]
"""


def questions(text: str) -> ArgumentMap:
    debate = argmap.parse(text).debate
    return with_questions(build_map(debate), debate)


def test_open_questions_are_nodes_that_bear_on_what_they_ask_about() -> None:
    found = questions(TEXT)
    nodes = {node.id: node for node in found.nodes}
    asked = {
        nodes[edge.source].ref.title: (edge.kind, nodes[edge.target].ref.title)
        for edge in found.edges
        if edge.is_asked
    }
    assert asked == {
        "typicality": (RelationKind.ATTACK, "A"),
        "counterexample": (RelationKind.ATTACK, "C"),
    }


def test_a_question_about_a_premise_that_is_shown_attacks_it() -> None:
    found = questions(TEXT.replace('truth: "Yes", ', ""))
    nodes = {node.id: node for node in found.nodes}
    (edge,) = (one for one in found.edges if nodes[one.source].ref == CriticalQuestionRef("A", 0, "truth"))
    assert nodes[edge.target].ref.title == "P"


def test_questions_stand_in_the_group_of_their_argument() -> None:
    groups = {node.group for node in questions(TEXT).nodes if isinstance(node.ref, CriticalQuestionRef)}
    assert groups == {"s1"}


def test_valid_schemes_and_hidden_arguments_have_none() -> None:
    assert questions("<A>\n\n(1) [P]: p\n-- modus ponens --\n(2) [C]: c") == questions(
        "<A>\n\n(1) [P]: p\n----\n(2) [C]: c"
    )
    hidden = TEXT.replace("<A>: a", "<A>: a {isInMap: false}")
    assert not any(edge.is_asked for edge in questions(hidden).edges)


def test_a_drawing_shows_questions_when_asked_to() -> None:
    document = argmap.parse(TEXT)
    plain, asked = argmap.draw(document), argmap.draw(document, questions=True)
    assert 'class="critical-question"' not in plain.dot
    assert asked.dot.count('class="critical-question"') == 2
    assert 'class="attack asked"' in asked.dot


def test_questions_in_a_closed_group_are_not_drawn() -> None:
    document = argmap.parse(TEXT.replace("# Part", "# Part {isClosed: true}"))
    assert 'class="critical-question"' not in argmap.draw(document, questions=True).dot


def test_a_focus_finds_elements_and_keeps_their_questions() -> None:
    drawing = argmap.draw(argmap.parse(TEXT), questions=True, focus="A", radius=1)
    assert drawing.dot.count('class="critical-question"') == 1
    with pytest.raises(LookupError):
        argmap.draw(argmap.parse(TEXT), questions=True, focus="typicality")
