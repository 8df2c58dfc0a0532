"""What holds for every map, whatever is written in it."""

import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from argmap.maps import ArgumentMap, MapNode
from argmap.model import ArgumentRef, Mark, MarkKind
from argmap.render import draw_map, load_theme, theme_names
from argmap.render.fonts.characters import clean
from argmap.render.styles.color_math import contrast, grey, to_hex
from argmap.render.styles.links import safe_link
from argmap.render.styles.style import background, node_style
from argmap.render.styles.theme import NODE_ROLES, RELATION_ROLES
from argmap.render.typesetting.line_breaking import Run, measure

Parts = Callable[[str, str], list[ET.Element]]
few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
colors = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
any_text = st.text(st.characters(exclude_categories=()), max_size=200)
any_marks = st.lists(
    st.builds(Mark, st.sampled_from(list(MarkKind)), st.integers(-5, 200), st.integers(-5, 200)), max_size=4
)


def _lines(text: str, width: float, *marks: Mark) -> list[list[Run]]:
    measured = measure(text, marks)
    return [measured.runs(line) for line in measured.filled(int(width * 100))]


@few
@given(argument_map=...)
def test_an_svg_has_every_node_edge_and_closed_group(parts: Parts, argument_map: ArgumentMap) -> None:
    drawing = draw_map(argument_map, engine="embedded")
    closed = [group for group in drawing.map.groups if group.is_closed]
    svg = drawing.svg()
    assert len(parts(svg, "node")) + len(parts(svg, "strip")) == len(drawing.map.nodes) + len(closed)
    assert len(parts(svg, "edge")) + len(parts(svg, "strip-edge")) == len(drawing.map.edges)


@few
@given(argument_map=...)
def test_links_lead_to_web_and_mail_and_within_the_picture(argument_map: ArgumentMap) -> None:
    root = ET.fromstring(draw_map(argument_map, engine="embedded").svg())
    links = [one.get("{http://www.w3.org/1999/xlink}href", "https://") for one in root.iter()]
    assert all(link.lower().startswith(("https://", "http://", "mailto:", "#")) for link in links)


@few
@given(argument_map=...)
def test_no_element_is_made_of_text(argument_map: ArgumentMap) -> None:
    root = ET.fromstring(draw_map(argument_map, engine="embedded").svg())
    known = {"svg", "g", "a", "title", "desc", "text", "tspan", "path", "polygon", "polyline", "ellipse"}
    assert {one.tag.removeprefix("{http://www.w3.org/2000/svg}") for one in root.iter()} <= known


@few
@given(argument_map=...)
def test_equal_maps_have_equal_dot(argument_map: ArgumentMap) -> None:
    again = ArgumentMap(argument_map.nodes, argument_map.edges, argument_map.groups)
    assert draw_map(argument_map).dot == draw_map(again).dot


@given(any_text, any_marks, st.floats(20, 400))
@example("word" * 100, [], 20)
@example("中" * 50 + "，" * 30, [], 30)
@example("(" * 50, [], 30)
def test_lines_say_all_that_a_text_says(text: str, marks: list[Mark], width: float) -> None:
    lines = _lines(text, width, *marks)
    said = "".join(run.text for line in lines for run in line)
    assert said.replace(" ", "") == clean(text).replace(" ", "")


@given(any_text, st.floats(20, 400))
def test_marks_that_do_not_widen_do_not_move_breaks(text: str, width: float) -> None:
    # Marked texts are measured in another way than others.
    slanted = _lines(text, width, Mark(MarkKind.ITALIC, 0, len(text)))
    plain = _lines(text, width)
    assert [[run.text for run in line] for line in slanted] == [[run.text for run in line] for line in plain]


@given(any_text, st.floats(20, 400))
def test_no_line_is_wider_than_asked_for(text: str, width: float) -> None:
    lines = _lines(text, width)
    assert all(sum(run.width(10) for run in line) <= width + 1e-6 for line in lines)


@given(any_text)
@example("one \x7f two")
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(any_text)
def test_what_is_clean_can_stand_in_xml(text: str) -> None:
    assert ET.fromstring(f"<a>{clean(text).replace('&', '&amp;').replace('<', '&lt;')}</a>") is not None


@given(st.text(max_size=50))
def test_a_safe_link_stays_as_it_is(url: str) -> None:
    link = safe_link(f"https://example.org/{url}")
    assert safe_link(link) == link


@pytest.mark.parametrize("name", theme_names())
@given(color=colors, font_color=colors)
def test_text_is_readable_whatever_colours_an_author_chooses(name: str, color: str, font_color: str) -> None:
    theme = load_theme(name)
    node = MapNode("n0", ArgumentRef("A"), color=color, font_color=font_color, has_own_color=True)
    looks = node_style(node, theme)
    styles = [theme.text_style(role) for role in ("title", "text", "source", "step", "inference")]
    texts = [looks.font_color] if looks.font_color else [style.color for style in styles]
    assert all(contrast(text, looks.attributes["fillcolor"]) >= 4.5 for text in texts)


@pytest.mark.parametrize("name", theme_names())
def test_what_is_inside_of_boxes_is_readable(name: str) -> None:
    theme = load_theme(name)
    fills = {role: to_hex(theme.of(role).get("fillcolor")) or "#ffffff" for role in (*NODE_ROLES, "strip")}
    texts = {role: theme.text_style(role).color for role in ("source", "badge", "tag", "strip-text", "text")}
    assert {
        (role, text): round(ratio, 1)
        for role, fill in fills.items()
        for text, color in texts.items()
        if (ratio := contrast(color, fill)) < 4.5
    } == {}


@pytest.mark.parametrize("name", sorted({*theme_names()} - {"argdown"}))
def test_borders_and_lines_are_seen(name: str) -> None:
    theme = load_theme(name)
    behind = background(theme)
    roles = (*NODE_ROLES, *RELATION_ROLES)
    lines = {role: to_hex(theme.of(role)["color"].split(":")[0]) or "" for role in roles}
    assert {role: line for role, line in lines.items() if contrast(line, behind) < 3} == {}


@pytest.mark.parametrize("name", ["default", "dark", "colorblind"])
def test_support_and_attack_differ_in_lightness(name: str) -> None:
    support, attack = (grey(load_theme(name).of(role)["color"]) for role in ("support", "attack"))
    assert support != attack


@given(color=colors)
def test_lines_of_any_colour_are_seen_on_a_dark_background(color: str) -> None:
    theme = load_theme("dark")
    node = MapNode("n0", ArgumentRef("A"), color=color, has_own_color=True)
    assert contrast(node_style(node, theme).attributes["color"], theme.of("graph")["bgcolor"]) >= 3
