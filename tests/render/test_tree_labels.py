"""What is written outside of boxes has room, and says something of each section that it names."""

import re
from html import unescape

from hypothesis import example, given
from hypothesis import strategies as st

from argmap.maps import ArgumentMap, MapGroup
from argmap.render import load_theme
from argmap.render.tree_labels import Tag, TreeLabels

titles = st.lists(
    st.text(st.characters(codec="utf-8"), max_size=80) | st.text("aW ", max_size=80), min_size=1, max_size=20
)


def _labels(titles: list[str]) -> tuple[TreeLabels, tuple[MapGroup, ...]]:
    groups = tuple(MapGroup(f"s{number}", title, number) for number, title in enumerate(titles, 1))
    return TreeLabels(ArgumentMap(groups=groups), load_theme("default")), groups


def _words(tag: Tag) -> str:
    return unescape(re.sub("<[^<>]*>", "", tag.html[1:-1]))


@given(titles, st.integers(60, 300))
@example(["W" * 80] * 20, 60)
def test_captions_are_no_wider_than_their_boxes(titles: list[str], room: int) -> None:
    labels, groups = _labels(titles)
    assert labels.caption(groups, room).width <= room


@given(st.lists(st.text("abcd", min_size=1, max_size=80), min_size=1, max_size=3))
def test_headings_say_something_of_each_section(titles: list[str]) -> None:
    labels, groups = _labels(titles)
    shown = _words(labels.heading([group.id for group in groups])).split(" · ")
    assert len(shown) == len(titles)
    assert all(title.startswith(part.removesuffix("…")) for title, part in zip(titles, shown, strict=True))
    assert all(len(part) > 10 or part == title for title, part in zip(titles, shown, strict=True))


def test_where_there_is_little_room_the_innermost_section_is_named() -> None:
    labels, groups = _labels(["Outer section", "Middle section", "Inner section"])
    assert _words(labels.caption(groups, 75)) == "Inner section"
