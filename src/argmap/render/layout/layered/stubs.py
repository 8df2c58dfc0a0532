"""Stubs: chips in both boxes, for relations that would be long lines across a map in layers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from attrs import evolve

from argmap.data.changed_copies import changed
from argmap.maps import ArgumentMap, MapEdge, MapNode, MapStep, MapStub
from argmap.render.engines.part_words import end_titles
from argmap.render.layout.tree.forest import Forest, parent_of, plant

# Lines that cross no more rows than this are easy to follow.
_MOST_ROWS = 2
# Nested sections are not drawn deeper than this.
_DEEPEST = 20
# More chips than this make a box hard to read; the remaining relations are lines.
_MOST_CHIPS = 6


def with_stubs(view: ArgumentMap) -> ArgumentMap:
    """Return a map without the edges that would leave a section or cross many rows; its nodes name them.

    What is connected, directly or not, stays connected by lines. Closed groups, and nodes without words, have
    no chips.

    >>> with_stubs(ArgumentMap())
    <ArgumentMap of 0 nodes and 0 edges>
    """
    chosen = {edge.id: edge for edge in _stubbed(view)}
    if not chosen:
        return view
    ends = {end for edge in chosen.values() for end in (edge.source, edge.target)}
    titles = end_titles(view, ends)
    stubs: defaultdict[tuple[str, str | None], list[MapStub]] = defaultdict(list)
    # The chosen edges are in the order of the map.
    for edge in chosen.values():
        stubs[edge.source, None].append(MapStub(edge, edge.target, titles[edge.target], is_source=True))
        end = edge.target, edge.target_step
        stubs[end].append(MapStub(edge, edge.source, titles[edge.source], is_source=False))
    return evolve(
        view,
        nodes=tuple(_stubby(node, stubs) if node.id in ends else node for node in view.nodes),
        edges=tuple(edge for edge in view.edges if edge.id not in chosen),
    )


def _stubby(node: MapNode, stubs: Mapping[tuple[str, str | None], list[MapStub]]) -> MapNode:
    own = tuple(stubs.get((node.id, None), ()))
    steps = tuple(_stubby_step(step, tuple(stubs.get((node.id, step.id), ()))) for step in node.steps)
    return changed(node, stubs=own, steps=steps) if own or steps != node.steps else node


def _stubby_step(step: MapStep, stubs: tuple[MapStub, ...]) -> MapStep:
    return changed(step, stubs=stubs) if stubs else step


def _stubbed(view: ArgumentMap) -> Iterator[MapEdge]:
    # The order of children does not matter here, and that of the text is the quickest to find.
    forest = plant(view, order="text")
    speaking = {node.id for node in view.nodes if node.label_title or node.label_text or node.steps}
    around = _sections_around(view)
    places = _places_in_trees(forest)
    chips: Counter[str] = Counter()
    trees = _Trees({id: tree for id, (tree, _) in places.items()})
    for edge in forest.others:
        ends = edge.source, edge.target
        if edge.source == edge.target or not speaking.issuperset(ends):
            continue
        leaves = not (
            around[edge.source] <= around[edge.target] or around[edge.source] >= around[edge.target]
        )
        (tree, row), (other_tree, other_row) = places[edge.source], places[edge.target]
        is_long = tree == other_tree and abs(row - other_row) > _MOST_ROWS
        is_needed = not trees.are_joined(*ends)
        if not is_needed and (leaves or is_long) and all(chips[end] < _MOST_CHIPS for end in ends):
            chips.update(ends)
            yield edge
        elif is_needed:
            trees.join(*ends)


class _Trees:
    """The trees that lines have joined, by the roots of nodes."""

    def __init__(self, roots: Mapping[str, str]) -> None:
        self._roots = roots
        self._tops = {root: root for root in roots.values()}

    def are_joined(self, node: str, other: str) -> bool:
        return self._top(node) == self._top(other)

    def join(self, node: str, other: str) -> None:
        self._tops[self._top(node)] = self._top(other)

    def _top(self, node: str) -> str:
        root = self._roots[node]
        while self._tops[root] != root:
            # Paths are halved, so that long ones are followed only once.
            self._tops[root] = self._tops[self._tops[root]]
            root = self._tops[root]
        return root


def _sections_around(view: ArgumentMap) -> dict[str, frozenset[str]]:
    """Return, by node id, the sections that a node is in: the innermost one and those around it."""
    around: dict[str | None, frozenset[str]] = {None: frozenset()}
    for group in view.groups:
        # Deeper sections have no boxes and count as parts of what is around them.
        outer = around[group.parent]
        around[group.id] = outer | {group.id} if len(outer) < _DEEPEST else outer
    return {node.id: around[node.group] for node in view.nodes}


def _places_in_trees(forest: Forest) -> dict[str, tuple[str, int]]:
    """Return the root of the tree that a node is in, and how many rows it is below that."""
    places: dict[str, tuple[str, int]] = {}
    for id in forest.order:
        edge = forest.edges.get(id)
        root, row = places[parent_of(edge, id)] if edge else (id, -1)
        places[id] = root, row + 1
    return places
