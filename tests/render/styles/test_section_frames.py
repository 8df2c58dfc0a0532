"""Frames of coloured sections: seen on dark screens, and quieter than what is in them."""

from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.render import load_theme
from argmap.render.styles.color_math import contrast
from argmap.render.styles.style import background, group_style, node_style


@settings(max_examples=30)
@given(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True))
def test_the_frame_of_a_section_is_seen_in_the_dark_and_less_than_the_boxes_in_it(color: str) -> None:
    drawn = argmap.build_map(argmap.parse(f'# S {{color: "{color}"}}\n\n[A]: a\n  + [B]: b'))
    dark = load_theme("dark")
    frame = group_style(drawn.groups[0], dark).attributes["color"]
    box = node_style(drawn.nodes[0], dark).attributes["color"]
    assert 3 <= contrast(frame, background(dark)) < contrast(box, background(dark))
