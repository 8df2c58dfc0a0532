"""SVG, tidied up."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring

import pytest

import argmap
from argmap.render.engines.svg import svg_size, tidy_svg
from argmap.render.typesetting.font_widths import text_width

_SVG = "{http://www.w3.org/2000/svg}"

RAW = """<?xml version="1.0"?>
<!-- made by -->
<svg width="8pt" height="9.50pt" viewBox="0 0 8 9">
<g id="clust1" class="cluster">
<title>cluster_0</title>
</g>
<!-- n0 -->
<g id="n0" class="node claim">
<title>n0</title>
<text x="1" y="2" font-family="Arial" font-size="10">a</text>
<text x="7" y="2" font-family="Arial" font-weight="bold">b</text>
<text x="1" y="3" font-family="Arial">c</text>
</g>
</svg>
"""


def _unfitted(svg: str) -> str:
    return re.sub(' textLength="[^"]*" lengthAdjust="[^"]*"', "", svg)


def test_a_text_stays_as_wide_as_in_arial_whatever_the_font() -> None:
    svg = tidy_svg(RAW, titles={}, font="Arial")
    assert '<text x="1" y="3" textLength=' not in svg
    wide = tidy_svg(RAW.replace('font-family="Arial">c', 'font-size="10">Łódź'), titles={}, font="Arial")
    assert '<text x="1" y="3" font-size="10" textLength="22.18" lengthAdjust="spacingAndGlyphs">Łódź<' in wide


def test_a_line_in_several_styles_is_as_wide_as_its_parts_together() -> None:
    text = "<A>\n\n(1) [Bold & title]: Words follow it.\n-- from sign --\n(2) So.\n  + [^E]: Evidence."
    lines = [
        line
        for line in fromstring(argmap.draw(argmap.parse(text), engine="embedded").svg()).iter(f"{_SVG}text")
        if "textLength" in line.attrib
    ]
    assert any(len(line) == 2 for line in lines)
    assert [float(line.get("textLength", "")) for line in lines] == [
        pytest.approx(sum(_widths(line)), abs=0.02) for line in lines
    ]


def _widths(line: Element) -> Iterator[float]:
    for part in line.iter():
        style = {**line.attrib, **part.attrib}
        is_bold = style.get("font-weight") == "bold"
        yield text_width(part.text or "", size=float(style["font-size"]), is_bold=is_bold)


def test_a_text_whose_width_is_guessed_may_be_as_wide_as_it_is() -> None:
    svg = tidy_svg(RAW.replace('font-family="Arial">c', 'font-size="10">中'), titles={}, font="Arial")
    assert '<text x="1" y="3" font-size="10">中</text>' in svg


def test_prolog_and_comments_are_gone() -> None:
    assert "<!" not in tidy_svg(RAW, titles={}, font="Arial")


def test_the_box_around_all_boxes_is_gone() -> None:
    assert "cluster" not in tidy_svg(RAW, titles={}, font="Arial")


def test_the_font_is_said_once_with_what_may_stand_for_it() -> None:
    svg = tidy_svg(RAW, titles={}, font="Arial")
    assert svg.startswith('<svg font-family="Arial, Liberation Sans, ')
    assert svg.count("font-family") == 1


def test_parts_without_a_title_keep_that_of_graphviz() -> None:
    assert "<title>n0</title>" in tidy_svg(RAW, titles={}, font="Arial")


def test_titles_are_escaped() -> None:
    assert "<title>a &lt; b</title>" in tidy_svg(RAW, titles={"n0": "a < b"}, font="Arial")


def test_a_line_is_one_text() -> None:
    svg = _unfitted(tidy_svg(RAW, titles={}, font="Arial"))
    assert (
        '<text x="1" y="2"><tspan font-size="10">a</tspan><tspan font-weight="bold">b</tspan></text>\n'
        '<text x="1" y="3">c</text>' in svg
    )


ZERO = ' width="0pt" height="1pt"'


def test_the_size_is_in_points() -> None:
    assert svg_size(RAW) == (8, 9.5)


@pytest.mark.parametrize("size", ["", ' width="8" height="9"', ' width="1.2.3pt" height="1pt"', ZERO])
def test_what_graphviz_did_not_write_has_no_size(size: str) -> None:
    with pytest.raises(ValueError, match="it has no size in points, as Graphviz writes it: '<svg"):
        svg_size(f"<svg{size}/>")


def test_texts_with_room_between_them_stay_apart() -> None:
    svg = _unfitted(tidy_svg(RAW.replace('x="7"', 'x="20"'), titles={}, font="Arial"))
    assert '<text x="1" y="2" font-size="10">a</text>\n<text x="20" y="2" font-weight="bold">b</text>' in svg


def test_a_picture_has_a_name_and_a_summary() -> None:
    svg = tidy_svg(RAW, titles={}, font="Arial", name="A & B", summary="Much.")
    assert "<title>A &amp; B</title>\n<desc>Much.</desc>" in svg
    assert svg.startswith('<svg role="graphics-document document" ')


def test_a_part_has_a_description() -> None:
    svg = tidy_svg(RAW, titles={"n0": "A"}, font="Arial", descriptions={"n0": "Claim. So it is"})
    assert 'class="node claim" role="graphics-symbol">\n<title>A</title>\n<desc>Claim. So it is</desc>' in svg


def test_text_that_runs_to_the_left_begins_at_its_right_end() -> None:
    arabic = (
        '<svg width="8pt" height="9pt"><text text-anchor="start" x="5" y="2" font-size="10">حجة</text></svg>'
    )
    assert '<text direction="rtl" text-anchor="start" x="21.68"' in tidy_svg(
        arabic, titles={}, font="Arial", knows_widths=False
    )
    assert '<text direction="rtl" text-anchor="end" x="5"' in tidy_svg(arabic, titles={}, font="Arial")
