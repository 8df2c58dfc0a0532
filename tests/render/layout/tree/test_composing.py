"""How large trees are is known before they are composed, and depends on what is below them alone."""

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.render.layout.tree.column_blocks import fan_blocks, pair_block, rail_block, siblings_of
from argmap.render.layout.tree.composing import (
    NO_BLOCK,
    Arrangement,
    ColumnBlock,
    composed,
    flush_extent,
    gap_above,
)
from argmap.render.layout.tree.plots import STRAIGHT, Plot, Size, Stub

few = settings(max_examples=50, deadline=None)
# Of a node: its width, its height, how many chips and bands it has, and by what kind it bears on another.
NODE = st.tuples(*[st.integers(10, 200)] * 2, *[st.integers(0, 2)] * 3)


def plot(id: str, width: int, height: int, chips: int, bands: int) -> Plot:
    stubs = (Stub("e", is_source=True, width=width),) * chips
    return Plot(id, Size(2 * width, 2 * height, {}), stubs, ("s", "t")[:bands], 10 * height)


@st.composite
def families(draw: st.DrawFn) -> tuple[Plot, list[Arrangement], dict[str, int]]:
    """Return a node, leaves below it, and the ranks of their edges."""
    top, *below = draw(st.lists(NODE, min_size=2, max_size=9))
    plots = [plot(f"n{number}", *leaf[:4]) for number, leaf in enumerate(below)]
    ranks = {one.id: leaf[4] for one, leaf in zip(plots, below, strict=True)}
    return plot("top", *top[:4]), [composed(one, NO_BLOCK) for one in plots], ranks


def blocks(top: Plot, leaves: list[Arrangement], ranks: dict[str, int]) -> list[ColumnBlock]:
    """Return all leaves in a column, side by side, in two columns, and as if half of them were against."""
    siblings = siblings_of(top, [*ranks], ranks)
    half = (len(leaves) + 1) // 2
    halves = tuple(column for column in (leaves[:half], leaves[half:]) if column)
    fans = [tuple([leaf] for leaf in leaves), halves]
    pairs = [pair_block(halves, siblings)] if len(halves) > 1 else []
    return [rail_block(top, leaves, siblings), *fan_blocks(top, fans, siblings), *pairs]


@few
@given(families())
def test_the_extent_of_a_tree_is_known_before_it_is_composed(family):
    top = family[0]
    trees = [(composed(top, block, is_flush=True), flush_extent(top, block)) for block in blocks(*family)]
    assert all((tree.width, tree.height) == extent for tree, extent in trees)


@few
@given(families())
def test_a_box_above_the_middle_is_of_use_only_where_a_line_goes_straight_up_to_it(family):
    top = family[0]
    bent = [block for block in blocks(*family) if len(family[1]) > 1 or gap_above(top, block) == STRAIGHT]
    flush = [composed(top, block, is_flush=True) for block in bent]
    centred = [composed(top, block) for block in bent]
    assert all(
        one.width <= other.width and one.height <= other.height
        for one, other in zip(flush, centred, strict=True)
    )
