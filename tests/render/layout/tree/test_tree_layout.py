import sys
from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.maps import ArgumentMap, MapGroup
from argmap.model import ArgumentRef, RelationKind
from argmap.render.layout.tree.forest import is_supporting, net_rank, parent_of
from argmap.render.layout.tree.frames import FITS
from argmap.render.layout.tree.plots import MANY
from argmap.render.layout.tree.tree_layout import TreeLayout
from argmap.render.layout.tree.tree_places import Rect
from argmap.render.layout.tree.wiring import Point

from .maps import claim, joined, layout, maps, measures

few = settings(max_examples=50, deadline=None)
FIT = st.sampled_from(FITS)


def _overlap(one: Rect, other: Rect) -> bool:
    across = one.left < other.right and other.left < one.right
    return across and one.top < other.bottom and other.top < one.bottom


def _solid(laid_out: TreeLayout) -> dict[str, Rect]:
    """Return all that no line may touch, by a name."""
    places = laid_out.places
    solid: dict[str, Rect] = dict(places.boxes)
    for edge, chips in places.chips.items():
        solid |= {f"{edge} {number}": chip.rect for number, chip in enumerate(chips)}
    solid |= {f"caption of {node}": rect for _, node, rect in places.captions}
    solid |= {f"count {count.edge}": count.rect for count in places.counts}
    return solid


def _pieces(laid_out: TreeLayout) -> list[tuple[str, Rect]]:
    """Return the straight pieces of routes, with the node that is below, and of lines, as thin rectangles."""
    routes = {node: route.points for node, route in laid_out.places.routes.items()}
    lines = {**routes, **laid_out.places.lines}
    return [(name, piece) for name, points in lines.items() for piece in _thin(points)]


def _touch(line: Rect, box: Rect) -> bool:
    across = line.left < box.right and box.left < line.right
    return across and line.top < box.bottom and box.top < line.bottom


@few
@given(maps(), FIT)
def test_no_two_boxes_chips_or_labels_overlap(argument_map, fit):
    solid = _solid(layout(argument_map, fit))
    assert not [pair for pair in combinations(solid, 2) if _overlap(solid[pair[0]], solid[pair[1]])]


@few
@given(maps(), FIT)
def test_every_node_has_a_box_and_every_edge_is_a_route_or_a_line_or_two_chips(argument_map, fit):
    laid_out = layout(argument_map, fit)
    assert set(laid_out.places.boxes) == {node.id for node in argument_map.nodes}
    routed = [edge.id for edge in laid_out.forest.edges.values()]
    stubbed = [edge for edge, chips in laid_out.places.chips.items() if len(chips) == 2]
    assert sorted([*routed, *stubbed, *laid_out.places.lines]) == sorted(
        edge.id for edge in argument_map.edges
    )
    assert set(laid_out.places.routes) == set(laid_out.forest.edges)


@few
@given(maps(), FIT)
def test_children_are_below_or_right_of_their_parents(argument_map, fit):
    laid_out = layout(argument_map, fit)
    boxes = laid_out.places.boxes
    assert all(
        boxes[child].top >= boxes[parent_of(edge, child)].bottom
        or boxes[child].left >= boxes[parent_of(edge, child)].right
        for child, edge in laid_out.forest.edges.items()
    )


@few
@given(maps(), FIT)
def test_siblings_of_a_kind_are_in_the_order_of_the_text(argument_map, fit):
    laid_out = layout(argument_map, fit)
    boxes = laid_out.places.boxes
    for siblings in laid_out.forest.children.values():
        for way in {_way(laid_out, child) for child in siblings}:
            same = [child for child in siblings if _way(laid_out, child) == way]
            assert same == sorted(same, key=lambda child: laid_out.forest.edges[child].position)
            for one, other in pairwise(same):
                assert boxes[one].top < boxes[other].bottom or boxes[one].right <= boxes[other].left


def _way(laid_out: TreeLayout, child: str) -> tuple[int, str | None]:
    """Return by what kind of relation, and on what row of its box, a node bears on its parent."""
    edge = laid_out.forest.edges[child]
    places = {} if edge.target == child else measures().box(edge.target, laid_out.wrap).places
    return net_rank(edge), edge.target_step if edge.target_step in places else None


@few
@given(maps(), FIT)
def test_routes_touch_nothing_between_their_ends(argument_map, fit):
    laid_out = layout(argument_map, fit)
    solid = _solid(laid_out)
    assert not [
        (node, name) for node, line in _pieces(laid_out) for name, rect in solid.items() if _touch(line, rect)
    ]


@few
@given(maps(), FIT)
def test_routes_do_not_cross_each_other(argument_map, fit):
    pieces = _pieces(layout(argument_map, fit))
    assert not [
        (one, other)
        for one, upright in pieces
        for other, level in pieces
        if upright.left > level.left
        and upright.left < level.right
        and upright.top < level.top < upright.bottom
        and not upright.width
        and not level.height
    ]


@few
@given(maps(), FIT)
def test_short_lines_lead_from_their_source_to_their_target_with_two_corners_at_most(argument_map, fit):
    laid_out = layout(argument_map, fit)
    boxes = laid_out.places.boxes
    edges = {edge.id: edge for edge in laid_out.forest.others}
    for id, points in laid_out.places.lines.items():
        assert _is_on_border(points[0], boxes[edges[id].source])
        assert _is_on_border(points[-1], boxes[edges[id].target])
        assert len(points) <= 4
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(points))


@few
@given(maps(), FIT)
def test_short_lines_cross_no_other_line(argument_map, fit):
    laid_out = layout(argument_map, fit)
    pieces = _pieces(laid_out)
    short = laid_out.places.lines
    assert not [
        (name, other)
        for name, line in pieces
        for other, piece in pieces
        if name in short and name != other and _meet(line, piece)
    ]


def _meet(one: Rect, other: Rect) -> bool:
    across = one.left <= other.right and other.left <= one.right
    return across and one.top <= other.bottom and other.top <= one.bottom


@few
@given(maps(), FIT)
def test_routes_lead_from_the_box_below_to_the_box_above_or_to_a_trunk_that_does(argument_map, fit):
    laid_out = layout(argument_map, fit)
    boxes, routes = laid_out.places.boxes, laid_out.places.routes
    for child, route in routes.items():
        edge = laid_out.forest.edges[child]
        assert _is_on_border(route.points[0], boxes[child])
        above = boxes[parent_of(edge, child)]
        assert _is_on_border(route.points[-1], above) == route.arrives
        trunks = [
            routes[other]
            for other in laid_out.forest.children[parent_of(edge, child)]
            if _way(laid_out, other) == _way(laid_out, child)
        ]
        assert any(trunk.arrives for trunk in trunks)


def _is_on_border(point: tuple[int, int], box: Rect) -> bool:
    x, y = point
    upright = x in (box.left, box.right) and box.top <= y <= box.bottom
    level = y in (box.top, box.bottom) and box.left <= x <= box.right
    return upright or level


@few
@given(maps(), FIT)
def test_everything_is_within_the_drawing(argument_map, fit):
    laid_out = layout(argument_map, fit)
    whole = Rect(0, 0, *laid_out.extent)
    everything = [*_solid(laid_out).values(), *laid_out.places.bands.values()]
    everything += [line for _, line in _pieces(laid_out)]
    assert all(
        one.left >= 0 and one.right <= whole.right and one.top >= 0 and one.bottom <= whole.bottom
        for one in everything
    )


@few
@given(maps(), FIT)
def test_the_same_map_is_laid_out_in_the_same_way(argument_map, fit):
    assert layout(argument_map, fit) == layout(argument_map, fit)


@few
@given(maps())
def test_bands_hold_what_is_in_their_sections_and_nothing_else(argument_map):
    laid_out = layout(argument_map)
    parents = {group.id: group.parent for group in argument_map.groups}
    for band, rect in laid_out.places.bands.items():
        for node in argument_map.nodes:
            is_inside = node.group == band or parents.get(node.group or "") == band
            assert _overlap(laid_out.places.boxes[node.id], rect) == is_inside


@few
@given(maps())
def test_every_section_is_a_band_or_a_caption_or_the_title(argument_map):
    laid_out = layout(argument_map)
    shown = set(laid_out.places.bands)
    shown |= {group for groups, _, _ in laid_out.places.captions for group in groups}
    shown |= {group for groups in laid_out.bands.named.values() for group in groups}
    shown |= {laid_out.bands.title} - {None}
    assert shown == {group.id for group in argument_map.groups}


@few
@given(st.integers(1, 5), st.integers(1, 5))
def test_many_reasons_are_for_on_the_left_and_against_on_the_right(pros, cons):
    number = 6 + pros + cons
    kinds = [RelationKind.SUPPORT] * (3 + pros) + [RelationKind.ATTACK] * (3 + cons)
    pairs = [(0, place) for place in range(1, number + 1)]
    argument_map = ArgumentMap(tuple(map(claim, range(number + 1))), joined(pairs, kinds))
    laid_out = layout(argument_map)
    ranks = {id: net_rank(edge) for id, edge in laid_out.forest.edges.items()}
    lefts = {is_supporting(ranks[id]): laid_out.places.boxes[id].left for id in ranks}
    heads = [route for route in laid_out.places.routes.values() if route.arrives]
    assert lefts[True] < lefts[False]
    assert len(heads) == 2


@few
@given(maps(), FIT)
def test_what_bears_on_a_row_ends_at_a_side_of_it(argument_map, fit):
    laid_out = layout(argument_map, fit)
    for child, edge in laid_out.forest.edges.items():
        places = measures().box(edge.target, laid_out.wrap).places
        route, box = laid_out.places.routes[child], laid_out.places.boxes[edge.target]
        if route.arrives and edge.target_step in places and edge.target != child:
            x, y = route.points[-1]
            assert x in (box.left, box.right)
            assert box.top < y < box.bottom


@few
@given(maps(), FIT)
def test_premises_come_together_on_the_trunk_that_leads_from_them_to_their_argument(argument_map, fit):
    nodes = tuple(evolve(node, ref=ArgumentRef(node.id)) for node in argument_map.nodes)
    edges = tuple(evolve(edge, is_sketched=False, target_step=None) for edge in argument_map.edges)
    laid_out = layout(ArgumentMap(nodes, edges, argument_map.groups), fit)
    for argument, (x, y) in laid_out.places.joints.items():
        box = laid_out.places.boxes[argument]
        trunks = [laid_out.places.routes[child].points for child in laid_out.forest.children[argument]]
        assert not (box.left < x < box.right and box.top < y < box.bottom)
        assert any(_touch(Rect(x - 1, y - 1, 2, 2), line) for trunk in trunks for line in _thin(trunk))


def _thin(points: Sequence[Point]) -> list[Rect]:
    return [
        Rect(min(a[0], b[0]), min(a[1], b[1]), abs(a[0] - b[0]), abs(a[1] - b[1]))
        for a, b in pairwise(points)
    ]


@few
@given(
    st.lists(st.sampled_from([None, "s0", "s1", "s2"]), min_size=MANY, max_size=2 * MANY),
    st.lists(st.tuples(st.integers(1, MANY), st.integers(0, 3)), max_size=3),
    FIT,
)
def test_how_many_reasons_there_are_is_said_above_sections_that_begin_there(homes, below, fit):
    number = len(homes)
    nodes = [claim(0), *(claim(place, home) for place, home in enumerate(homes, 1))]
    pairs = [(0, place) for place in range(1, number + 1)]
    for parent, home in below:
        pairs.append((parent, len(nodes)))
        nodes.append(claim(len(nodes), [None, "s0", "s1", "s2"][home]))
    groups = (MapGroup("s0", "One", 1), MapGroup("s1", "Two", 2, "s0"), MapGroup("s2", "Three", 1))
    used = {node.group for node in nodes} | ({"s0"} if any(node.group == "s1" for node in nodes) else set())
    groups = tuple(group for group in groups if group.id in used)
    laid_out = layout(ArgumentMap(tuple(nodes), joined(pairs), groups), fit)
    solid, bands, counts = _solid(laid_out), laid_out.places.bands.values(), laid_out.places.counts
    assert not [pair for pair in combinations(solid, 2) if _overlap(solid[pair[0]], solid[pair[1]])]
    assert counts
    assert not any(_overlap(count.rect, band) for count in counts for band in bands)
    assert not any(_touch(line, count.rect) for count in counts for _, line in _pieces(laid_out))


@few
@given(maps())
def test_no_section_is_named_within_a_section_that_is_in_it(argument_map):
    places = layout(argument_map).places
    parents = {group.id: group.parent for group in argument_map.groups}
    named = {
        (group, band)
        for groups, _, rect in places.captions
        for group in groups
        for band, around in places.bands.items()
        if around.left <= rect.left < around.right and around.top <= rect.top < around.bottom
    }
    assert not named & {(parent, group) for group, parent in parents.items()}


def test_bands_are_named_with_the_section_around_them_that_begins_there_too():
    nodes = (claim(0), claim(1, "s1"), claim(2), claim(3, "s0"))
    groups = (MapGroup("s0", "Outer", 1), MapGroup("s1", "Inner", 2, "s0"))
    bands = layout(ArgumentMap(nodes, joined([(0, 1), (2, 3)]), groups)).bands
    assert bands.heading("s1") == ("s0", "s1")
    assert bands.captions == {"n3": ("s0",)}


@few
@given(st.integers(1, 9), st.integers(1, 9), FIT)
def test_readers_are_told_once_how_many_reasons_of_a_kind_there_are_if_they_are_many(pros, cons, fit):
    kinds = [RelationKind.SUPPORT] * pros + [RelationKind.ATTACK] * cons
    pairs = [(0, place) for place in range(1, pros + cons + 1)]
    argument_map = ArgumentMap(tuple(map(claim, range(pros + cons + 1))), joined(pairs, kinds))
    laid_out = layout(argument_map, fit)
    numbers = [count.number for count in laid_out.places.counts]
    assert set(numbers) <= {number for number in (pros, cons) if number >= MANY}
    assert len(numbers) <= 2


def test_what_is_between_neighbours_is_a_line_between_them():
    pairs = [(0, 1), (0, 2), (1, 2)]
    kinds = [RelationKind.SUPPORT, RelationKind.SUPPORT, RelationKind.ATTACK]
    argument_map = ArgumentMap(tuple(map(claim, range(3))), joined(pairs, kinds))
    places = layout(argument_map).places
    assert [*places.lines] == ["e2"]
    assert not places.chips


def test_what_leads_to_another_section_is_no_line_but_chips():
    pairs = [(0, 1), (0, 2), (1, 2)]
    nodes = (claim(0), claim(1), claim(2, "s0"))
    argument_map = ArgumentMap(nodes, joined(pairs), (MapGroup("s0", "One", 1),))
    places = layout(argument_map).places
    assert not places.lines
    assert [*places.chips] == ["e2"]


def test_a_tree_of_thousands_of_levels_is_laid_out():
    number = 3000
    pairs = [(place, place + 1) for place in range(number - 1)]
    argument_map = ArgumentMap(tuple(map(claim, range(number))), joined(pairs))
    assert len(layout(argument_map).places.boxes) == number


@pytest.mark.parametrize("shape", ["star", "chain", "binary"])
def test_the_work_grows_with_the_number_of_nodes(shape):
    def work(number: int) -> int:
        parents = {"star": lambda _: 0, "chain": lambda place: place - 1, "binary": lambda place: place // 2}
        pairs = [(parents[shape](place), place) for place in range(1, number)]
        calls = 0

        def count(_frame: object, event: str, _argument: object) -> None:
            nonlocal calls
            calls += event == "call"

        argument_map = ArgumentMap(tuple(map(claim, range(number))), joined(pairs))
        before = sys.getprofile()
        sys.setprofile(count)
        try:
            layout(argument_map)
        finally:
            sys.setprofile(before)
        return calls

    assert work(600) < 5 * work(150)
