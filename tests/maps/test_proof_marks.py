"""Words at the bars of inferences."""

from xml.etree import ElementTree

import pytest

import argmap

TEXT = """
<A>

(1) a {formula: p}
(2) b {formula: p -> q}
-- modus ponens --
(3) c {formula: q}
----
(4) d {formula: r}
----
(5) e
"""


def _words(svg: str) -> str:
    texts = ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    return " ".join("".join(text.itertext()) for text in texts)


@pytest.mark.parametrize("layout", ["tree", "layered"])
def test_bars_say_whether_steps_are_valid(layout: str) -> None:
    svg = argmap.draw(argmap.parse(TEXT), layout=layout, detail="full").svg()
    assert "modus ponens · valid" in _words(svg)
    assert "invalid" in _words(svg)
    assert "Inference: modus ponens: valid" in svg


def test_hidden_formulas_have_no_words_at_bars() -> None:
    drawing = argmap.draw(argmap.parse(TEXT), detail="full", settings={"map": {"formulas": "hide"}})
    assert "valid" not in _words(drawing.svg())


def test_what_has_no_formula_has_no_word() -> None:
    drawing = argmap.draw(argmap.parse(TEXT), detail="full")
    (node,) = (node for node in drawing.map.nodes if node.steps)
    assert [step.proof for step in node.steps if step.number is None] == ["valid", "invalid", None]
