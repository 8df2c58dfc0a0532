"""What is above and below a map."""

import re
import xml.etree.ElementTree as ET

import pytest

import argmap
from argmap.render.engines.svg import svg_size

TEXT = """===
title: Rain
subTitle: What to expect
===

[Rain]: It will rain.
  + <Clouds>: They are dark.
"""


def _texts(**options: object) -> dict[str, float]:
    """Return how far from the top the texts of a drawing are."""
    drawing = argmap.draw(argmap.parse(TEXT), engine="embedded", **options)  # type: ignore[arg-type]
    root = ET.fromstring(drawing.svg())
    return {
        "".join(one.itertext()): float(one.get("y", "0")) for one in root.iter() if one.tag.endswith("text")
    }


def test_the_title_of_a_document_is_above_its_map() -> None:
    texts = _texts()
    assert texts["Rain"] > texts["What to expect"]
    assert min(texts, key=lambda text: texts[text]) in ("Rain", "What to expect")


def test_titles_are_not_drawn_if_settings_say_so() -> None:
    assert "What to expect" not in _texts(settings={"map": {"title": "hide"}})


def test_maps_in_the_look_of_argdown_have_no_title() -> None:
    assert "What to expect" not in _texts(theme="argdown")


def test_a_legend_is_below_everything() -> None:
    texts = _texts(legend=True)
    # The lines beside the words are of larger characters, which begin a little lower.
    assert texts["supports"] == pytest.approx(max(texts.values()), abs=2)


def test_a_legend_is_no_wider_than_the_map_above_it() -> None:
    text = "# Rain\n\n[A]: a\n  + <B>: b\n    - [^E]: e {source: s}"
    sizes = [svg_size(argmap.draw(argmap.parse(text), legend=legend).svg()) for legend in (True, False)]
    assert sizes[0][0] == sizes[1][0]
    assert sizes[0][1] > sizes[1][1]


def test_a_legend_explains_no_section_that_is_the_title() -> None:
    inside = "[A]: a\n  + [B]: b\n"
    drawings = [argmap.draw(argmap.parse(text + inside), legend=True) for text in ("# All\n\n", "")]
    assert [">Section<" in drawing.svg() for drawing in drawings] == [False, False]
    several = argmap.draw(argmap.parse(f"# One\n\n{inside}\n# Two\n\n[C]: c\n  + [D]: d\n"), legend=True)
    assert ">Section<" in several.svg()


@pytest.mark.parametrize("engine", ["neato", "fdp", "circo"])
def test_a_legend_is_drawn_in_every_layout(engine: str) -> None:
    drawing = argmap.draw(
        argmap.parse(TEXT), engine="embedded", legend=True, settings={"vizJs": {"engine": engine}}
    )
    assert ">supports</text>" in drawing.svg()


def test_sections_keep_their_borders_beside_a_legend() -> None:
    text = "# One\n\n[A]: a\n\n# Two\n\n[B]: b\n  + [A]"
    frames = [
        re.findall(r'stroke="(#\w+)"', argmap.draw(argmap.parse(text), legend=legend).svg())
        for legend in (True, False)
    ]
    assert frames[0].count("#8a95a2") > 1
    assert "#8a95a2" in frames[1]


@pytest.mark.parametrize("layout", ["tree", "layered"])
def test_nothing_is_painted_over_the_title(layout: str) -> None:
    # Pictures of dots, but not SVG, paint a cluster over what comes before it.
    drawing = argmap.draw(
        argmap.parse(TEXT), engine="embedded", legend=True, settings={"map": {"layout": layout}}
    )
    svg = drawing.svg()
    title = re.search(r'y="(-?[\d.]+)"[^>]*>What to expect<', svg)
    foot = re.search(r'class="cluster foot"[^>]*>.*?<polygon[^>]*points="([^"]+)"', svg, re.DOTALL)
    assert title
    tops = [float(point.split(",")[1]) for point in foot[1].split()] if foot else [0.0]
    assert float(title[1]) < min(tops)


@pytest.mark.parametrize("layout", ["tree", "layered"])
def test_notes_are_at_the_foot_below_the_legend(layout: str) -> None:
    texts = _texts(legend=True, layout=layout, settings={"map": {"notes": ["One article.", "No side."]}})
    assert texts["supports"] < texts["One article."] < texts["No side."] == max(texts.values())


def test_a_single_note_is_a_text() -> None:
    assert "One article." in _texts(settings={"map": {"notes": "One article."}})
