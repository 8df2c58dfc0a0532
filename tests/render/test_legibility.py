import re
from statistics import median_low

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.render.engines.svg import svg_size
from argmap.render.legibility import Remedy, SmallText

DRAWING = argmap.draw(argmap.parse("[A]: A sentence about it.\n  + <B>: an argument\n  - [C]: other"))
WIDTH = float(re.search(r' width="([\d.]+)pt"', DRAWING.svg())[1]) * 4 / 3
SIZES = [float(size) for size in re.findall(r'<text [^>]*font-size="([\d.]+)"', DRAWING.svg())]


def test_text_is_as_high_as_the_svg_says_where_the_drawing_has_room():
    assert DRAWING.text_height(WIDTH) == pytest.approx(median_low(SIZES) * 4 / 3)


@given(st.floats(1, 5000))
def test_text_shrinks_with_the_drawing_and_does_not_grow(width):
    share = min(1.0, width / WIDTH)
    assert DRAWING.text_height(width) == pytest.approx(DRAWING.text_height(WIDTH) * share)


def test_a_drawing_without_text_has_no_height_of_text():
    assert argmap.draw(argmap.parse("")).text_height() == 0


def test_a_width_is_more_than_nothing():
    with pytest.raises(ValueError, match="more than 0"):
        DRAWING.text_height(0)


def wide(reasons):
    return "[A]: A claim.\n" + "".join(f"  + <R{number}>: A reason.\n" for number in range(reasons))


def drawn(reasons, fit, direction="TB", **options):
    known = {"map": {"fit": fit}, "dot": {"graphVizSettings": {"rankdir": direction}}}
    return argmap.draw(argmap.parse(wide(reasons)), settings=known, **options)


@pytest.mark.parametrize(
    ("fit", "width", "high"), [("column", 740, 1_000_000), ("page", 740, 1046), ("slide", 1280, 720)]
)
@settings(max_examples=15, deadline=None)
@given(reasons=st.integers(1, 40), direction=st.sampled_from(["TB", "LR"]))
def test_small_text_is_told_exactly_if_it_cannot_be_read_where_it_is_shown(
    fit, width, high, reasons, direction
):
    drawing = drawn(reasons, fit, direction=direction)
    across, along = svg_size(drawing.svg())
    seen = max(1, round(min(width, high * across / along)))
    height = drawing.text_height(seen)
    text = drawing.small_text
    assert (text is not None) == (round(height, 1) < (9 if reasons < 30 else 7))
    assert text is None or (text.height, text.width) == (height, seen)
    assert text is None or f"text is {height:.1f} pixels high" in text.words()


def test_what_is_too_high_for_a_slide_is_told():
    text = drawn(25, "slide", direction="LR").small_text
    assert "pixels high where the map is 720 pixels high: draw a longer map" not in text.words()
    assert "pixels high where the map is 720 pixels high: show less" in text.words()


def test_text_that_is_shown_in_no_frame_is_not_too_small():
    assert drawn(40, "none").small_text is None


def test_what_helps_is_told_in_the_words_of_whoever_asks():
    text = SmallText(3, 740, [Remedy.FOCUS, Remedy.SELECT, Remedy.PAGES])
    assert text.words({Remedy.FOCUS: "F", Remedy.SELECT: "S", Remedy.PAGES: "P"}.__getitem__) == (
        "text is 3.0 pixels high where the map is 740 pixels wide: "
        "show less with `F` or `S`, or draw pages to print with `P`"
    )


def test_parts_help_where_there_are_sections():
    sections = f"# One\n\n{wide(30)}\n# Two\n\n[B]\n  - [C]: Other.\n"
    small = argmap.draw(argmap.parse(sections), layout="layered").small_text
    assert Remedy.PARTS in small.remedies
    assert Remedy.PARTS not in drawn(30, "column").small_text.remedies
