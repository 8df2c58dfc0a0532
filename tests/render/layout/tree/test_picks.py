from hypothesis import given
from hypothesis import strategies as st

from argmap.render.layout.tree.composing import Arrangement, Pattern
from argmap.render.layout.tree.picks import columns_of, picks_by_height, picks_by_width, shelves_of

lengths = st.lists(st.integers(1, 99), unique=True, min_size=1, max_size=6)


@st.composite
def fronts(draw: st.DrawFn) -> tuple[Arrangement, ...]:
    """Return shapes of a tree, each wider and lower than the one before."""
    widths = sorted(draw(lengths))
    heights = sorted(draw(lengths), reverse=True)
    pairs = zip(widths, heights, strict=False)
    return tuple(Arrangement("n", Pattern.RAIL, width, height, (0, 0)) for width, height in pairs)


@given(st.lists(fronts(), min_size=1, max_size=6), st.integers(2, 5))
def test_shapes_are_picked_that_are_the_lowest_within_a_width(several, most):
    picked = [*picks_by_width(several, most)]
    assert 1 <= len(picked) <= most
    for shapes in picked:
        limit = max(shape.width for shape in shapes)
        assert all(
            shape is [each for each in front if each.width <= limit][-1]
            for shape, front in zip(shapes, several, strict=True)
        )


@given(st.lists(fronts(), min_size=1, max_size=6), st.integers(2, 5))
def test_shapes_are_picked_that_are_the_narrowest_within_a_height(several, most):
    picked = [*picks_by_height(several, most)]
    assert 1 <= len(picked) <= most
    for shapes in picked:
        limit = max(shape.height for shape in shapes)
        assert all(
            shape is next(each for each in front if each.height <= limit)
            for shape, front in zip(shapes, several, strict=True)
        )


@given(st.lists(st.tuples(st.integers(1, 99), st.integers(0, 2)), min_size=1, max_size=40))
def test_columns_have_all_children_in_their_order_and_are_never_the_same(children):
    trees = [
        Arrangement(str(place), Pattern.RAIL, 9, height, (0, 0)) for place, (height, _) in enumerate(children)
    ]
    ways = [*columns_of(trees, [rank for _, rank in children])]
    assert all([tree for column in columns for tree in column] == trees for columns in ways)
    assert all(column for columns in ways for column in columns)
    lengths = [tuple(map(len, columns)) for columns in ways]
    assert len({*lengths}) == len(lengths)


@given(st.lists(st.tuples(st.integers(1, 99), st.sampled_from([0, 1])), min_size=3, max_size=40))
def test_columns_are_of_one_kind_if_kinds_are_together(children):
    ranked = sorted(children, key=lambda child: child[1])
    trees = [Arrangement(str(rank), Pattern.RAIL, 9, height, (0, 0)) for height, rank in ranked]
    ways = columns_of(trees, [rank for _, rank in ranked])
    assert all(len({tree.id for tree in column}) == 1 for columns in ways for column in columns)


@given(st.lists(fronts(), min_size=1, max_size=6), st.integers(1, 200))
def test_shelves_have_all_trees_in_their_order(several, room):
    ways = [*shelves_of(several, room, 4)]
    assert ways
    for shelves in ways:
        trees = [tree for shelf in shelves for tree in shelf]
        assert all(tree in front for tree, front in zip(trees, several, strict=True))
