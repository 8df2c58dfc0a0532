"""The rows of a map."""

from collections import Counter

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.maps import ArgumentMap, MapEdge, MapGroup, MapNode
from argmap.model import ClaimRef, RelationKind
from argmap.render.layout.ranks import space_rows

Pairs = list[tuple[int, int]]
# Six groups: the nodes 1 to 6, each with five nodes that bear on it.
LEAVES = [(n, (n - 1) % 6 + 1) for n in range(7, 37)]


def _map(size: int, pairs: Pairs, groups: int = 0) -> ArgumentMap:
    return ArgumentMap(
        tuple(
            MapNode(f"n{n}", ClaimRef(str(n)), group=f"s{n % groups}" if groups and n else None)
            for n in range(size)
        ),
        tuple(MapEdge(f"e{n}", RelationKind.SUPPORT, f"n{a}", f"n{b}") for n, (a, b) in enumerate(pairs)),
        tuple(MapGroup(f"s{n}", "G", 1) for n in range(groups)),
    )


def test_a_small_map_is_left_alone() -> None:
    assert space_rows(_map(5, [(1, 0), (2, 0), (3, 0), (4, 3)])).lengths == {}


def test_many_supporters_of_one_claim_stand_in_several_rows() -> None:
    spacing = space_rows(_map(31, [(n, 0) for n in range(1, 31)]))
    assert Counter(spacing.lengths.values()) == {2: 6, 3: 6, 4: 6, 5: 6}


def test_what_has_much_below_it_stays_on_top() -> None:
    spacing = space_rows(_map(32, [(31, 30), *((n, 0) for n in range(1, 31))]))
    assert "e30" not in spacing.lengths


def test_many_groups_stand_on_shelves() -> None:
    roots = [(n, 0) for n in range(1, 7)]
    spacing = space_rows(_map(37, [*roots, *LEAVES], groups=6))
    assert sorted(spacing.lengths.values()) == [3, 5, 7, 9, 11]


def test_groups_that_bear_on_nothing_are_held_down() -> None:
    anchors = space_rows(_map(37, LEAVES, groups=6)).anchors
    assert [rows for _, _, rows in anchors] == [2, 2, 2, 2, 2]
    assert [upper for _, upper, _ in anchors[1:]] == [lower for lower, _, _ in anchors[:-1]]


def test_edges_between_groups_do_not_pull_them_from_their_shelves() -> None:
    roots = [(n, 0) for n in range(1, 7)]
    weights = space_rows(_map(37, [*roots, *LEAVES, (36, 2)], groups=6)).weights
    assert (weights["e0"], weights["e36"]) == (3, 0)


def test_what_edges_join_to_something_else_needs_no_other_hold() -> None:
    across = [(7 + 6 * n, n + 1) for n in range(5)]
    assert len(space_rows(_map(37, [*LEAVES, *across], groups=6)).anchors) < 5


def test_the_group_around_everything_is_no_shelf() -> None:
    plain = _map(37, LEAVES, groups=6)
    inner = tuple(evolve(group, level=2, parent="s") for group in plain.groups)
    titled = evolve(plain, groups=(MapGroup("s", "Title", 1), *inner))
    assert space_rows(titled) == space_rows(plain)


def test_groups_in_several_groups_stay_side_by_side() -> None:
    plain = _map(79, [(n, (n - 1) % 13 + 1) for n in range(14, 79)], groups=13)
    outer = (MapGroup("x", "Outer", 1), MapGroup("y", "Outer", 1))
    inner = tuple(evolve(group, parent="y" if group.id == "s0" else "x") for group in plain.groups)
    spacing = space_rows(evolve(plain, groups=(*outer, *inner)))
    assert {rows for _, _, rows in spacing.anchors} == {1, 3}


@given(st.integers(1, 40), st.integers(0, 5), st.data())
def test_circles_do_no_harm(size: int, groups: int, data: st.DataObject) -> None:
    node = st.integers(0, size - 1)
    argument_map = _map(size, data.draw(st.lists(st.tuples(node, node), max_size=60)), groups)
    spacing = space_rows(argument_map)
    assert set(spacing.lengths) <= {edge.id for edge in argument_map.edges}
    assert all(span > 1 for span in spacing.lengths.values())


def test_a_chain_of_five_thousand_is_no_problem() -> None:
    assert space_rows(_map(5000, [(n, n - 1) for n in range(1, 5000)])).lengths == {}
