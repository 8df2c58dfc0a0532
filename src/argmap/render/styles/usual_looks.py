"""What most things of a kind look like in a map: what its legend shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TypeVar

from argmap.maps import MapEdge, MapGroup, MapNode
from argmap.render.styles.color_math import to_hex
from argmap.render.styles.style import edge_look, edge_style, group_look, group_style, node_look, node_style
from argmap.render.styles.theme import Attributes, Theme

_COLORS = ("fillcolor", "color")
_Thing = TypeVar("_Thing")


def usual_node(role: str, nodes: Iterable[MapNode], theme: Theme) -> Attributes:
    """Return the looks of nodes of a role: those of the theme if a node has them, or else of most nodes."""

    def style(node: MapNode) -> Mapping[str, str]:
        return node_style(node, theme).attributes

    return _usual(theme.of(role), nodes, lambda node: node_look(node, theme), style)


def usual_group(role: str, groups: Iterable[MapGroup], theme: Theme) -> Attributes:
    """Return the looks of sections of a role, in the same way."""

    def style(group: MapGroup) -> Mapping[str, str]:
        return group_style(group, theme).attributes

    return _usual(theme.of(role), groups, lambda group: group_look(group, theme), style)


def usual_edge(role: str, edges: Iterable[MapEdge], theme: Theme) -> Attributes:
    """Return the looks of edges of a role, in the same way."""

    def style(edge: MapEdge) -> Mapping[str, str]:
        return edge_style(edge, theme)

    return _usual(theme.of(role), edges, lambda edge: edge_look(edge, theme), style)


def _usual(
    plain: Attributes,
    things: Iterable[_Thing],
    look: Callable[[_Thing], Hashable],
    style: Callable[[_Thing], Mapping[str, str]],
) -> Attributes:
    first: dict[Hashable, _Thing] = {}
    counts: Counter[Hashable] = Counter()
    for thing in things:
        key = look(thing)
        first.setdefault(key, thing)
        counts[key] += 1
    drawn = [style(first[key]) for key, _ in counts.most_common()]
    if not drawn or any(_colors(looks) == _colors(plain) for looks in drawn):
        return plain
    return Attributes({**plain, **{name: drawn[0][name] for name in _COLORS if name in drawn[0]}})


def _colors(looks: Mapping[str, str]) -> tuple[str | None, ...]:
    return tuple(to_hex(looks.get(name, "").split(":")[0]) for name in _COLORS)
