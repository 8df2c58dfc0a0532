"""Maps and measures for the laws of trees: nothing in them is set in any font."""

from hypothesis import strategies as st

from argmap.maps import ArgumentMap, MapEdge, MapGroup, MapNode
from argmap.model import ClaimRef, RelationKind
from argmap.render.layout.tree.plots import Size
from argmap.render.layout.tree.tree_layout import Measures, TreeLayout, lay_out


def claim(number: int, group: str | None = None) -> MapNode:
    return MapNode(f"n{number}", ClaimRef(str(number)), group=group, position=number)


def joined(
    pairs: list[tuple[int, int]],
    kinds: list[RelationKind] | None = None,
    steps: dict[int, str] | None = None,
) -> tuple[MapEdge, ...]:
    """Return edges, each from the second of a pair to the first; some end at steps, by their numbers."""
    said = kinds or [RelationKind.SUPPORT] * len(pairs)
    return tuple(
        MapEdge(
            f"e{number}",
            kind,
            f"n{source}",
            f"n{target}",
            position=number,
            target_step=(steps or {}).get(number),
        )
        for number, ((target, source), kind) in enumerate(zip(pairs, said, strict=True))
    )


def measures() -> Measures:
    """Return measures by which boxes differ in their height; those that are high have three steps."""

    def box(id: str, wrap: int) -> Size:
        height = 30 + 2 * (len(id) * 7 + sum(id.encode())) % 90
        places = {"s1": (10, 26), "s2": (26, 42), "i1": (42, 50)} if height > 60 else {}
        return Size(wrap, height, places)

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
    step = st.sampled_from([None, None, "s1", "s2", "i1"])
    steps = {place: said for place in range(len(pairs)) if (said := draw(step))}
    used = {node.group for node in nodes} | ({"s0"} if any(node.group == "s1" for node in nodes) else set())
    return ArgumentMap(
        nodes, joined(pairs, kinds, steps), tuple(group for group in groups if group.id in used)
    )


def layout(argument_map: ArgumentMap, fit: str = "column", **options: str) -> TreeLayout:
    return lay_out(argument_map, measures(), fit=fit, **options)
