"""Boxes: what nodes show, and how large they are."""

import json
import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from hypothesis import given, settings

from argmap.maps import ArgumentMap, MapGroup, MapNode
from argmap.model import ClaimRef, EvidenceRef, Mark, MarkKind, Source
from argmap.render import draw_map, load_theme, theme_names
from argmap.render.boxes.box import Boxes
from argmap.render.boxes.box_frames import Box

THEME = load_theme("default")
ATTRIBUTE = re.compile(r'(WIDTH|HEIGHT)="(\d+)"')


def _box(title: str | None = None, text: str | None = None, **more: Any) -> Box:
    return Boxes(THEME).node(MapNode("n0", ClaimRef("C"), title, text, **more))


def _rows(box: Box) -> list[str]:
    return [text for text in re.findall(r">([^<>]+)<", box.label) if text.strip()]


def _misfits(table: ET.Element) -> list[ET.Element]:
    """Return the tables whose rows are not as high together, or whose cells not as wide, as they are."""
    found = []
    for inner in table.iter("TABLE"):
        rows = [[_size(cell) for cell in row] for row in inner]
        width, height = _size(inner)
        heights = sum(max(cell[1] for cell in row) for row in rows)
        widths = {sum(cell[0] for cell in row) for row in rows}
        if heights != height or widths != {width}:
            found.append(inner)
    return found


def _size(element: ET.Element) -> tuple[int, int]:
    known = element if element.get("WIDTH") else element[0]
    return int(known.get("WIDTH", 0)), int(known.get("HEIGHT", 0))


@settings(max_examples=60, deadline=None)
@given(argument_map=...)
def test_rows_and_cells_add_up_to_the_size_of_every_table(argument_map: ArgumentMap) -> None:
    boxes = Boxes(THEME)
    labels = [boxes.node(node).label for node in argument_map.nodes]
    tables = [ET.fromstring(label[1:-1].replace("\\\\", "\\")) for label in labels if label]
    assert [misfit for table in tables for misfit in _misfits(table)] == []


def test_cells_of_texts_whose_widths_engines_misjudge_add_up() -> None:
    label = _box(text="Новичкам труднее учиться", marks=(Mark(MarkKind.BOLD, 9, 24),)).label
    assert _misfits(ET.fromstring(label[1:-1])) == []


@settings(max_examples=25, deadline=None)
@given(argument_map=...)
def test_boxes_are_as_large_as_engines_draw_them(argument_map: ArgumentMap) -> None:
    boxes = Boxes(THEME)
    drawing = draw_map(argument_map, engine="embedded", layout="layered")
    sizes = {node.id: boxes.node(node) for node in drawing.folded.nodes}
    objects = json.loads(drawing.json()).get("objects", [])
    drawn = {one.get("id"): one for one in objects}
    assert all(
        (float(drawn[id]["width"]) * 72, float(drawn[id]["height"]) * 72)
        == pytest.approx((box.width, box.height), abs=0.1)
        for id, box in sizes.items()
        if id in drawn
    )


@given(argument_map=...)
@settings(max_examples=60, deadline=None)
def test_sizes_are_even_whole_points(argument_map: ArgumentMap) -> None:
    boxes = [Boxes(THEME).node(node) for node in argument_map.nodes]
    assert all(size % 2 == 0 and size > 0 for box in boxes for size in (box.width, box.height))


@given(argument_map=...)
@settings(max_examples=60, deadline=None)
def test_boxes_are_never_less_wide_than_asked_for(argument_map: ArgumentMap) -> None:
    assert all(Boxes(THEME).node(node, least=300).width >= 300 for node in argument_map.nodes)


@pytest.mark.parametrize("name", theme_names())
@pytest.mark.parametrize("wrap", [160, 200, 260])
def test_boxes_of_plain_words_are_no_wider_than_asked_for(name: str, wrap: int) -> None:
    node = MapNode("n0", EvidenceRef("E"), "A title of words", "Some words and more. " * 9, tags=("one",))
    assert Boxes(load_theme(name)).node(node, wrap=wrap).width <= wrap


def test_a_node_that_says_nothing_has_no_label() -> None:
    assert _box().label == ""


def test_titles_are_bold() -> None:
    assert "<B>Title</B>" in _box("Title", "Text").label


def test_bold_and_italic_are_kept() -> None:
    label = _box(text="one two three", marks=(Mark(MarkKind.BOLD, 0, 3), Mark(MarkKind.ITALIC, 4, 7))).label
    assert "<B>one</B>" in label
    assert "<I>two</I>" in label


def test_markup_in_a_text_is_text() -> None:
    assert "&lt;B&gt; &amp;amp; [sic&#93;" in _box(text="<B> &amp; [sic]").label


def test_sources_are_shown_short_below_the_text() -> None:
    sources = (Source(title="Album", issued="1999"), Source(title=" "))
    assert _rows(_box(text="Text", sources=sources)) == ["Text", "Album 1999"]


def test_many_sources_are_counted() -> None:
    sources = tuple(Source(title=f"Book {number}") for number in range(5))
    assert _rows(_box(sources=sources)) == ["Book 0; Book 1; Book 2; + 2"]


def test_a_text_too_long_for_a_map_is_cut() -> None:
    assert _rows(_box(text="word " * 1000))[-1].endswith("…")


def test_no_label_is_longer_than_old_engines_can_read() -> None:
    marks = tuple(Mark(MarkKind.BOLD, start, start + 1) for start in range(0, 1200, 2))
    assert len(_box("中" * 500, "Ж&" * 600, marks=marks).label.encode()) < 16_384


def test_a_closed_group_says_its_title() -> None:
    assert "<B>A &amp; B</B>" in Boxes(THEME).group(MapGroup("s1", "A & B", 1, is_closed=True)).label


def test_kind_and_reliability_are_beside_the_source() -> None:
    box = _box(text="Half agree.", kind="statistic", reliability=0.75, sources=(Source(title="Survey"),))
    assert _rows(box) == ["Half agree.", "statistic", "Survey"]
    assert re.findall(r'WIDTH="(\d+)" HEIGHT="4"', box.label)[-2:] == ["30", "10"]


@pytest.mark.parametrize("shape", ["ellipse", "diamond", "note"])
def test_texts_are_inside_of_any_shape(shape: str) -> None:
    settings = {"dot": {"statement": {"shape": shape}}}
    drawing = draw_map(
        ArgumentMap((MapNode("n0", ClaimRef("C"), "Title", "Words and words. " * 5),)),
        settings=_settings(settings),
        engine="embedded",
    )
    assert drawing.messages == ()


def _settings(said: dict[str, Any]) -> Any:
    from argmap.settings import Settings

    return Settings.of(said)
