"""The inside of arguments."""

import argmap
from argmap.maps import ArgumentMap, MapEdge, MapStep

TEXT = """
[Goal]: The goal.

<Means>: A sketch.

(1) [First]: One premise. #tag
  - <Doubt>: Doubtful.
(2) Another premise.
-- from one to three {uses: [1, 2]} --
  <_ <Exception>: Not always.
(3) [Middle]: What follows.
----
(4) [Goal]
"""
FULL = {"map": {"detail": "full"}}


def _map(settings: dict[str, object]) -> ArgumentMap:
    return argmap.build_map(argmap.parse(TEXT).debate, settings)


def _edge(settings: dict[str, object], kind: str) -> MapEdge:
    return next(edge for edge in _map(settings).edges if edge.kind.value == kind)


def _steps() -> tuple[MapStep, ...]:
    return next(node.steps for node in _map(FULL).nodes if node.steps)


def test_steps_are_the_statements_with_the_inferences_between() -> None:
    assert [step.id for step in _steps()] == ["s0", "s1", "i0", "s2", "i1", "s3"]


def test_statements_are_numbered() -> None:
    assert [step.number for step in _steps()] == [1, 2, None, 3, None, 4]


def test_made_up_titles_are_not_shown() -> None:
    assert [step.title for step in _steps()] == ["First", None, None, "Middle", None, "Goal"]


def test_a_reference_says_what_it_refers_to() -> None:
    assert _steps()[-1].text == "The goal."


def test_an_inference_says_its_rule() -> None:
    assert [step.text for step in _steps() if step.number is None] == ["from one to three", None]


def test_conclusions_are_marked() -> None:
    assert [step.is_conclusion for step in _steps() if step.number] == [False, False, True, True]


def test_an_undercut_ends_at_the_inference() -> None:
    assert _edge(FULL, "undercut").target_step == "i0"


def test_what_is_assumed_ends_at_the_premise() -> None:
    hidden = {"selection": {"excludeStatements": ["First"]}, **FULL}
    assert _edge(hidden, "attack").target_step == "s0"


def test_without_details_edges_end_at_the_argument() -> None:
    assert {edge.target_step for edge in _map({}).edges} == {None}


def test_only_titles_of_arguments_are_shown_if_wanted() -> None:
    nodes = _map({"map": {"detail": "title"}}).nodes
    assert [node.label_text for node in nodes if node.label_title == "Means"] == [None]


def test_tags_have_their_colours() -> None:
    node = next(node for node in _map({}).nodes if node.tags)
    assert (node.tags, len(node.tag_colors)) == (("tag",), 1)
