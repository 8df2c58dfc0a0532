"""Maps and measures for the laws of trees: nothing in them is set in any font."""

from hypothesis import strategies as st

from argmap.maps import ArgumentMap, MapEdge, MapGroup, MapNode
from argmap.model import ClaimRef, RelationKind
from argmap.render.layout.tree.plots import Size
from argmap.render.layout.tree.tree_layout import Measures, TreeLayout, lay_out


def claim(number: int, group: str | None = None) -> MapNode:
    return MapNode(f"n{number}", ClaimRef(str(number)), group=group, position=number)


def joined(pairs: list[tuple[int, int]], kinds: list[RelationKind] | None = None) -> tuple[MapEdge, ...]:
    """Return edges, each from the second of a pair to the first."""
    said = kinds or [RelationKind.SUPPORT] * len(pairs)
    return tuple(
        MapEdge(f"e{number}", kind, f"n{source}", f"n{target}", position=number)
        for number, ((target, source), kind) in enumerate(zip(pairs, said, strict=True))
    )


def measures(places: dict[str, dict[str, tuple[int, int]]] | None = None) -> Measures:
    """Return measures by which boxes differ in their height, and are as wide as they may be."""

    def box(id: str, wrap: int) -> Size:
        return Size(wrap, 30 + 2 * (len(id) * 7 + sum(id.encode())) % 90, (places or {}).get(id, {}))

    return Measures(box, lambda edge, end: 100, lambda group: 80)


@st.composite
def maps(draw: st.DrawFn, most: int = 14) -> ArgumentMap:
    """Return maps with any relations between a few nodes, some of them in sections."""
    number = draw(st.integers(1, most))
    groups = (MapGroup("s0", "One", 1), MapGroup("s1", "Two", 2, "s0"), MapGroup("s2", "Three", 1))
    homes = st.sampled_from([None, "s0", "s1", "s2"])
    nodes = tuple(claim(place, draw(homes)) for place in range(number))
    # Most bear on something that was written before.
    any_node = st.integers(0, number - 1)
    pairs = draw(st.lists(st.tuples(any_node, any_node), max_size=2 * number, unique=True))
    kinds = draw(st.lists(st.sampled_from(RelationKind), min_size=len(pairs), max_size=len(pairs)))
    used = {node.group for node in nodes} | ({"s0"} if any(node.group == "s1" for node in nodes) else set())
    return ArgumentMap(nodes, joined(pairs, kinds), tuple(group for group in groups if group.id in used))


def layout(argument_map: ArgumentMap, fit: str = "column", **options: str) -> TreeLayout:
    return lay_out(argument_map, measures(), fit=fit, **options)
