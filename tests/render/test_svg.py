"""SVG, tidied up."""

import pytest

from argmap.render.svg import svg_size, tidy_svg

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
<text x="9" y="2" font-family="Arial" font-weight="bold">b</text>
<text x="1" y="3" font-family="Arial">c</text>
</g>
</svg>
"""


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
    svg = tidy_svg(RAW, titles={}, font="Arial")
    assert (
        '<text x="1" y="2"><tspan font-size="10">a</tspan><tspan font-weight="bold">b</tspan></text>\n'
        '<text x="1" y="3">c</text>' in svg
    )


def test_the_size_is_in_points() -> None:
    assert svg_size(RAW) == (8, 9.5)


def test_what_graphviz_did_not_write_has_no_size() -> None:
    with pytest.raises(ValueError, match="not an SVG of Graphviz: '<svg/>'"):
        svg_size("<svg/>")
