"""Verdicts in maps and drawings."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap import Document, strategies
from argmap.maps.verdict_marks import with_verdicts

MARKS = {"●": "solid", "○": "solid", "×": "dashed", "?": "dotted"}
TEXT = """
[Wet]: It will rain.
  + <Front>: A front is coming.
  - [Season]: It never rains in June.
    - [Year]: This year it does.

[A]: Ann is the thief.
  - [B]: Ben is the thief.

[B]
  - [A]
"""


@given(strategies.disputes())
def test_each_title_begins_with_the_mark_of_its_verdict(document: Document) -> None:
    evaluation = argmap.evaluate(document)
    plain = argmap.build_map(document)
    marked = with_verdicts(plain, evaluation)
    assert [node.id for node in marked.nodes] == [node.id for node in plain.nodes]
    for node, before in zip(marked.nodes, plain.nodes, strict=True):
        verdict = evaluation[str(node.ref)]
        assert node.verdict == verdict
        assert node.label_title == f"{verdict.mark} {before.label_title}"


THEMES = st.sampled_from(["default", "dark", "print", "colorblind", "argdown"])


@settings(max_examples=30)
@given(strategies.disputes(max_relations=4), THEMES)
def test_marks_and_lines_need_no_colour(document: Document, theme: str) -> None:
    drawing = argmap.draw(document, theme=theme, verdicts=True)
    for node in drawing.map.nodes:
        if node.verdict is not None and f"\t{node.id} [" in drawing.dot:
            line = next(line for line in drawing.dot.splitlines() if line.startswith(f"\t{node.id} ["))
            assert node.verdict.mark in line
            assert MARKS[node.verdict.mark] in re.findall(r'style="?([a-z,]+)', line)[-1].split(",")


def test_a_drawing_without_verdicts_has_no_marks() -> None:
    assert not set(MARKS) & set(argmap.draw(argmap.parse(TEXT)).dot) - {"?"}


def test_what_points_to_a_node_says_its_verdict_in_words() -> None:
    dot = argmap.draw(argmap.parse(TEXT), verdicts=True).dot
    assert "in: a reason for it holds" in dot
    assert "out: an objection stands" in dot
    assert "undecided: it waits for something undecided" in dot


def test_lines_of_what_has_fallen_are_thin_and_those_of_what_is_open_dotted() -> None:
    drawing = argmap.draw(argmap.parse(TEXT), verdicts="grounded")
    edges = [line for line in drawing.dot.splitlines() if " -> " in line]
    assert sum("penwidth=0.6" in line for line in edges) == 1
    assert sum("style=dotted" in line for line in edges) == 2


def test_an_inference_that_is_shown_has_a_mark() -> None:
    text = (
        "<Rain>\n\n(1) [Low]: It is low.\n-- rule of thumb --\n  <_ [Season]: In June?\n(2) [Wet]: It rains."
    )
    drawing = argmap.draw(argmap.parse(text), verdicts=True, detail="full")
    assert "× rule of thumb" in drawing.dot.replace("&#160;", " ")


def test_each_step_that_is_shown_has_a_mark_which_the_legend_explains() -> None:
    text = "<Rain>\n\n(1) [Low]: It is low.\n(2) It is [so].\n  - [No]: no\n----\n(3) [Wet]: It rains."
    document = argmap.parse(text)
    shown = argmap.draw(document, verdicts=True, detail="full", legend=True)
    (rain,) = (node for node in shown.map.nodes if node.steps)
    steps = [step.title or step.text or "" for step in rain.steps]
    assert [step.split()[0] for step in steps] == ["○", "×", "×", "×"]
    assert {step.verdict.mark for step in rain.steps if step.verdict} == {"○", "×"}
    reasons = argmap.draw(
        argmap.parse(text.replace("  - [No]: no\n", "")), verdicts=True, detail="full", legend=True
    )
    assert "holds, with a reason" in reasons.dot.replace("&#160;", " ")


def test_strengths_stand_behind_titles() -> None:
    drawing = argmap.draw(argmap.parse(TEXT), verdicts="df-quad")
    assert "Season 0.25" in drawing.dot.replace("&#160;", " ")


def test_the_legend_explains_the_marks_that_occur() -> None:
    dot = argmap.draw(argmap.parse("[A]: a\n  - [B]: b"), verdicts=True, legend=True).dot
    assert "does not hold" in dot
    assert "undecided" not in dot.replace("undecided:", "")


def test_an_evaluation_is_drawn_as_it_is() -> None:
    document = argmap.parse("[A]: a\n  - [B]: b")
    evaluation = argmap.evaluate(document, reject=["[B]"])
    assert "× B" in argmap.draw(document, verdicts=evaluation).dot.replace("&#160;", " ")


def test_a_semantics_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="did you mean 'preferred'"):
        argmap.draw(argmap.parse("[A]"), verdicts="prefered")


def test_notebooks_show_a_table_in_which_nothing_is_markup() -> None:
    html = argmap.evaluate(argmap.parse("[<b>]: a\n  - <i>: b"))._repr_html_()
    assert "&lt;b&gt;" in html
    assert "<b>" not in html
    assert "×" in html
