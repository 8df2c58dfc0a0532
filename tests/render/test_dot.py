"""Maps as DOT."""

import re
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

import argmap
from argmap import Document, strategies
from argmap.maps import ArgumentMap, MapEdge, MapGroup, MapNode
from argmap.model import ArgumentRef, ClaimRef, Mark, MarkKind, RelationKind, Source
from argmap.render import draw_map, load_theme
from argmap.render.dot import to_dot
from argmap.render.layout.box_skeletons import node_statements
from argmap.render.styles.style import node_style
from argmap.settings import Settings

THEME = load_theme("default")


def _line(dot: str, start: str) -> str:
    return next(line for line in dot.splitlines() if line.strip().startswith(start))


def test_supporting_things_stand_below_unless_settings_say_else(small_map: ArgumentMap) -> None:
    said = Settings.of({"dot": {"graphVizSettings": {"rankdir": "LR"}}})
    assert "rankdir=BT" in to_dot(small_map, THEME)
    assert "rankdir=LR" in to_dot(small_map, THEME, said)


@given(strategies.documents())
def test_the_line_around_a_node_is_that_of_its_own_style(document: Document) -> None:
    drawing = argmap.draw(document, layout="layered")
    assert drawing.folded is not None
    assert drawing.look is not None
    statements, theme = node_statements(drawing.dot), drawing.look[0]
    said = {node.id: node_style(node, theme).attributes["penwidth"] for node in drawing.folded.nodes}
    drawn = {id: re.findall(r" penwidth=([\d.]+)", statements[id])[-1] for id in said}
    assert drawn == said


def test_settings_cannot_read_files(small_map: ArgumentMap) -> None:
    said = Settings.of(
        {"dot": {"graphVizSettings": {"imagepath": "/etc", "bgcolor": "<b>", "layout": "evil"}}}
    )
    assert to_dot(small_map, THEME, said) == to_dot(small_map, THEME)


def test_switches_are_written_as_graphviz_writes_them(small_map: ArgumentMap) -> None:
    said = Settings.of({"dot": {"graphVizSettings": {"concentrate": True}}})
    assert "concentrate=true" in to_dot(small_map, THEME, said)


def test_nodes_of_one_rank_stand_side_by_side(small_map: ArgumentMap) -> None:
    ranked = evolve(small_map, nodes=tuple(evolve(node, rank="top") for node in small_map.nodes))
    assert "{\n\t\tgraph [rank=same]\n\t\tn0\n\t\tn1\n\t\tn2\n\t}" in to_dot(ranked, THEME)


def test_a_node_links_to_its_source(small_map: ArgumentMap) -> None:
    assert 'URL="https://example.org/?a=1&amp;b=2"' in _line(to_dot(small_map, THEME), "n2 ")


def test_a_node_without_source_links_to_what_its_text_links_to() -> None:
    mark = Mark(MarkKind.LINK, 0, 3, "https://example.org/x")
    one = MapNode("n0", ClaimRef("C"), "C", "See", marks=(mark,), sources=(Source(url="file:///etc"),))
    assert 'URL="https://example.org/x"' in to_dot(ArgumentMap((one,)), THEME)


def test_every_statement_has_one_edge(small_map: ArgumentMap) -> None:
    edges = [line for line in to_dot(small_map, THEME).splitlines() if "->" in line]
    assert [line.split(" [")[0].strip() for line in edges] == ["n1:n -> n0:s", "n2:n -> n1:s"]


@pytest.mark.parametrize("kind", RelationKind)
def test_every_relation_is_drawn_in_its_own_way(kind: RelationKind) -> None:
    others = [THEME.of(other.value) for other in RelationKind if other is not kind]
    mine = THEME.of(kind.value)
    assert mine["color"] not in [other["color"] for other in others]
    shape = (mine["style"], mine["arrowhead"], ":" in mine["color"])
    assert shape not in [(other["style"], other["arrowhead"], ":" in other["color"]) for other in others]


def test_an_author_colours_both_lines_of_a_double_line(small_map: ArgumentMap) -> None:
    edge = MapEdge("e1", RelationKind.ENTAILMENT, "n1", "n0", "#00f", has_own_color=True)
    assert 'color="#0000ff:#ffffff:#0000ff"' in to_dot(evolve(small_map, edges=(edge,)), THEME)


def test_colours_that_no_author_chose_are_those_of_the_theme(small_map: ArgumentMap) -> None:
    edge = MapEdge("e1", RelationKind.SUPPORT, "n1", "n0", "#00f")
    assert "#0000ff" not in to_dot(evolve(small_map, edges=(edge,)), THEME)


def test_the_colour_of_an_author_is_that_of_the_border() -> None:
    node = MapNode("n0", ArgumentRef("A"), "A", color="teal", has_own_color=True)
    assert re.search(r'color="#008080" fillcolor="#e0f0f0"', to_dot(ArgumentMap((node,)), THEME))


def test_a_readable_font_colour_is_used() -> None:
    node = MapNode("n0", ArgumentRef("A"), "Title", font_color="#800000")
    assert 'COLOR="#800000"' in to_dot(ArgumentMap((node,)), THEME)


def test_groups_are_boxes_in_boxes() -> None:
    groups = (MapGroup("s1", "Outer", 1), MapGroup("s2", "Inner", 2, "s1"))
    node = MapNode("n0", ClaimRef("C"), "C", group="s2")
    dot = to_dot(ArgumentMap((node,), (), groups), THEME)
    assert re.search(r"cluster_1.*cluster_2.*n0 \[.*\}\n\t\}\n\}", dot, re.DOTALL)


def test_edges_to_what_stands_rows_away_are_long() -> None:
    nodes = tuple(MapNode(f"n{number}", ClaimRef("C")) for number in range(31))
    edges = tuple(MapEdge(f"e{n}", RelationKind.SUPPORT, f"n{n}", "n0") for n in range(1, 31))
    assert " minlen=5 " in _line(to_dot(ArgumentMap(nodes, edges), THEME), "n30:n -> n0:s")


@pytest.mark.parametrize("name", ["node", "Graph"])
def test_nodes_may_be_called_like_words_of_the_language(name: str) -> None:
    assert f'\t"{name}" [' in to_dot(ArgumentMap((MapNode(name, ClaimRef("C")),)), THEME)


def test_a_tooltip_says_quotes_and_backslashes_as_they_are() -> None:
    node = MapNode("n0", ClaimRef("C"), 'A "quoted" \\N & more')
    # Graphviz looks for escapes in tooltips twice.
    assert 'tooltip="A \\"quoted\\" \\\\\\\\N &amp; more"' in to_dot(ArgumentMap((node,)), THEME)


def test_groups_that_do_not_fit_side_by_side_are_held_in_their_rows() -> None:
    groups = tuple(MapGroup(f"s{number}", "G", 1) for number in range(6))
    nodes = tuple(MapNode(f"n{number}", ClaimRef("C"), group=f"s{number % 6}") for number in range(36))
    inside = [MapEdge(f"e{n}", RelationKind.SUPPORT, f"n{n}", f"n{n % 6}") for n in range(6, 36)]
    across = MapEdge("e36", RelationKind.ATTACK, "n35", "n0")
    dot = to_dot(ArgumentMap(nodes, (*inside, across), groups), THEME)
    assert re.search(r"n1 -> n0 \[minlen=\d+ style=invis weight=0\]", dot)
    assert "weight=0" in _line(dot, "n35:n -> n0:s")


def test_five_thousand_groups_in_each_other_are_drawn() -> None:
    parents = [None, *(f"s{number}" for number in range(4999))]
    groups = tuple(MapGroup(f"s{level}", "G", level + 1, parent) for level, parent in enumerate(parents))
    node = MapNode("n0", ClaimRef("C"), "C", group="s4999")
    svg = draw_map(ArgumentMap((node,), (), groups), engine="embedded").svg()
    assert svg.count('class="cluster') == 20


def test_a_chain_of_five_thousand_edges_is_written() -> None:
    nodes = tuple(MapNode(f"n{number}", ClaimRef("C")) for number in range(5000))
    edges = tuple(MapEdge(f"e{n}", RelationKind.SUPPORT, f"n{n}", f"n{n - 1}") for n in range(1, 5000))
    assert to_dot(ArgumentMap(nodes, edges), THEME).count("->") == 4999


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        ({"edges": (MapEdge("e1", RelationKind.SUPPORT, "n9", "n0"),)}, "'e1' starts at 'n9'"),
        ({"edges": (MapEdge("e1", RelationKind.SUPPORT, "n0", "s1"),)}, "'e1' ends at 's1'"),
        ({"groups": ()}, "node 'n1' is in 's1'"),
        ({"groups": (MapGroup("s1", "One", 1, "s2"), MapGroup("s2", "Two", 1))}, "'s2', which does not come"),
        ({"nodes": (MapNode("n:0", ClaimRef("C")),), "edges": ()}, "cannot have the id 'n:0'"),
    ],
)
def test_a_map_that_cannot_be_is_refused(
    small_map: ArgumentMap, broken: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        to_dot(evolve(small_map, **broken), THEME)


def test_groups_with_nothing_in_them_are_not_written() -> None:
    groups = (MapGroup("s1", "Outer", 1), MapGroup("s2", "Empty", 2, "s1"), MapGroup("s3", "Empty", 1))
    dot = to_dot(
        ArgumentMap((MapNode("n0", ClaimRef("A"), "A", group="s1"),), (), groups), load_theme("default")
    )
    assert ("Outer" in dot, "Empty" in dot) == (True, False)
