"""Questions and their positions in maps and drawings."""

from __future__ import annotations

import argmap
from argmap import QuestionRef

TEXT = "[?Q]: Which?\n  + [A]: This.\n  + [^E]: That. {source: S}\n  - [B]: Neither."


def test_questions_are_nodes_and_positions_answer_them() -> None:
    view = argmap.build_map(argmap.parse(TEXT).debate)
    (question,) = (node for node in view.nodes if isinstance(node.ref, QuestionRef))
    verbs = [edge.verb for edge in view.edges if edge.target == question.id]
    assert verbs == ["answers", "answers", "attacks"]


def test_evidence_that_answers_a_question_is_a_box_of_its_own() -> None:
    drawing = argmap.draw(argmap.parse(TEXT))
    assert all(not node.strips for node in drawing.map.nodes)


def test_a_drawing_tells_questions_and_answers_by_shape_and_class() -> None:
    dot = argmap.draw(argmap.parse(TEXT), legend=True).dot
    assert "shape=hexagon" in dot
    assert "class=question" in dot
    assert dot.count("class=answer") == 2
    assert "answers" in dot


def test_a_map_says_in_words_how_many_questions_there_are() -> None:
    assert "1 question" in argmap.draw(argmap.parse(TEXT)).svg()


def test_settings_list_questions_with_and_without_their_sign() -> None:
    debate = argmap.parse(TEXT).debate
    for title in ("Q", "?Q"):
        view = argmap.build_map(debate, {"selection": {"excludeStatements": [title]}})
        assert not any(isinstance(node.ref, QuestionRef) for node in view.nodes)
