"""Formulas in maps and drawings."""

import pytest

import argmap
from argmap.maps import ArgumentMap

TEXT = """
<A>

(1) [Law]: All humans die. {formula: 'all x.(H(x) -> M(x))'}
(2) [Fact]: Ann is human. {formula: H(a)}
----
(3) [End]: Ann dies. {formula: M(a)}
"""


def _words(svg: str) -> str:
    """Return the texts of a drawing without its titles and descriptions."""
    from xml.etree import ElementTree

    texts = ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    return " ".join("".join(text.itertext()) for text in texts)


@pytest.mark.parametrize("layout", ["tree", "layered"])
def test_formulas_are_drawn_in_symbols_below_the_words(layout: str) -> None:
    words = _words(argmap.draw(argmap.parse(TEXT), layout=layout).svg())
    assert "∀x (H(x) → M(x))" in words
    assert "All humans die." in words


@pytest.mark.parametrize("layout", ["tree", "layered"])
def test_hidden_formulas_are_not_drawn_and_read_out_all_the_same(layout: str) -> None:
    settings = {"map": {"formulas": "hide"}}
    svg = argmap.draw(argmap.parse(TEXT), layout=layout, settings=settings).svg()
    assert "∀x" not in _words(svg)
    assert "Formula: ∀x (H(x) → M(x))" in svg


@pytest.mark.parametrize("layout", ["tree", "layered"])
def test_formulas_alone_are_drawn_in_place_of_words(layout: str) -> None:
    settings = {"map": {"formulas": "only"}}
    words = _words(argmap.draw(argmap.parse(TEXT), layout=layout, settings=settings).svg())
    assert "∀x (H(x) → M(x))" in words
    assert "All humans die." not in words


def test_an_untitled_claim_is_drawn_by_its_formula_alone() -> None:
    document = argmap.parse("It rains. {formula: r}\n  + [A]: a")
    drawing = argmap.draw(document, settings={"map": {"formulas": "only"}})
    assert "It rains." not in _words(drawing.svg())


def test_evidence_in_boxes_has_its_formula() -> None:
    document = argmap.parse("[A]: a\n  + [^E]: e {formula: p & q}")
    assert "p ∧ q" in _words(argmap.draw(document).svg())


def test_a_formula_that_cannot_be_read_is_drawn_as_it_is_written() -> None:
    document = argmap.parse("[A]: a {formula: p &}\n  + [B]")
    assert "p &" in _words(argmap.draw(document).svg())


def test_a_map_without_formulas_has_none() -> None:
    view = argmap.build_map(argmap.parse("[A]: a\n  + [B]: b"))
    assert isinstance(view, ArgumentMap)
    assert [node.formula for node in view.nodes] == [None, None]


@pytest.mark.parametrize("formula", ["<b>&amp;</b>", "]]>\\\\", "\\u202e p", "p" * 5000])
def test_hostile_formulas_are_drawn_as_text(formula: str) -> None:
    document = argmap.parse(f'[A]: a {{formula: "{formula}"}}\n  + [B]')
    assert "<b>" not in argmap.draw(document).svg()


def test_nothing_of_logic_is_loaded_for_texts_without_formulas() -> None:
    import subprocess
    import sys

    code = (
        "import sys, argmap; document = argmap.parse('[A]: a {note: x}'); argmap.check(document); "
        "argmap.draw(document); print([name for name in sys.modules if name.startswith('argmap.logic')"
        " or name.startswith('argmap.proving')])"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"
