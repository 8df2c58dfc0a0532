"""Rules of themes for relations: which edges of a map they select."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from argmap.data import FrozenDict
from argmap.maps import ArgumentMap, MapEdge
from argmap.render.styles.theme import Theme
from argmap.render.styles.theme_rules import RelationChoice

# Keys of edges in a theme, besides elements and sections.
_EDGE = "edge"


def edge_rules(edge: MapEdge, theme: Theme) -> tuple[int, ...]:
    """Return the places of the rules in the theme of a drawing that select an edge."""
    return theme.chosen.get((_EDGE, edge.id), ()) if theme.rules else ()


def rule_class(places: Iterable[int]) -> str:
    """Return the class of what rules at these places select.

    >>> rule_class([0, 2])
    'rule-0-2'
    """
    return "-".join(map(str, ("rule", *places)))


def with_ruled_edges(theme: Theme, argument_map: ArgumentMap) -> Theme:
    """Return the theme of a drawing that knows which of its rules select which edges of the map.

    The target of an edge is the node or the closed section at its end, and also the step that it ends at.
    """
    places = [(place, rule.relations) for place, rule in enumerate(theme.rules) if rule.relations]
    if not places:
        return theme
    things: dict[str, list[object]] = {node.id: [node.ref] for node in argument_map.nodes}
    things |= {group.id: [group.id] for group in argument_map.groups}
    steps = {(node.id, step.id): step.ref for node in argument_map.nodes for step in node.steps if step.ref}
    chosen = dict(theme.chosen)
    for edge in argument_map.edges:
        step = steps.get((edge.target, edge.target_step or ""))
        sources, targets = things[edge.source], [*things[edge.target], *([step] if step else ())]
        from_, to = _ends("from", sources, theme), _ends("to", targets, theme)
        selected = tuple(
            place
            for place, choice in places
            if _selects(choice, edge, is_from=place in from_, is_to=place in to)
        )
        chosen[_EDGE, edge.id] = selected
    return evolve(theme, chosen=FrozenDict({key: places for key, places in chosen.items() if places}))


def _selects(choice: RelationChoice, edge: MapEdge, *, is_from: bool, is_to: bool) -> bool:
    return (
        (is_from or choice.source is None)
        and (is_to or choice.target is None)
        and (choice.names is None or not choice.names.isdisjoint(_names(edge)))
    )


def _ends(side: str, things: Iterable[object], theme: Theme) -> set[int]:
    return {place for thing in things for place in theme.chosen.get((side, thing), ())}


def _names(edge: MapEdge) -> set[str]:
    """Return the names that rules may use for an edge: those of the tables with its looks."""
    if edge.is_asked or edge.is_answer:
        return {"asked"} if edge.is_asked else {"answer"}
    return {edge.kind.value} if edge.is_sketched else {edge.kind.value, "derived"}
