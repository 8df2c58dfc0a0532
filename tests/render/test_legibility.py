import re
from statistics import median_low

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap

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
