"""Lines in the order in which they can be edited: blocks, with what is below each line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from attrs import Factory, define, evolve

from argmap.data import Data, FrozenDict
from argmap.model import ArgumentRef, Ref
from argmap.syntax import Kind
from argmap.writing.line import LIST_MARKER, Line


@define(eq=False)
class Node:
    """A line with what is below it, and the premise-conclusion structure behind it.

    The line is None for an argument of which there is nothing but its structure.
    """

    line: Line | None
    below: list[Node] = Factory(list)
    structure: list[Node] = Factory(list)
    above: Node | None = None

    @property
    def ref(self) -> Ref | None:
        """What the line is about."""
        return self.line.ref if self.line else None

    @property
    def is_step(self) -> bool:
        """Whether it is a premise or conclusion of a structure."""
        return self.line is not None and self.line.marker[:1] == "("

    @property
    def can_head(self) -> bool:
        """Whether a structure that comes next belongs to it."""
        is_block = self.line is not None and not self.line.marker
        return is_block and isinstance(self.ref, ArgumentRef) and not self.structure

    def stands_below(self, other: Node) -> bool:
        """Return whether this is another node, or below it at any depth."""
        node: Node | None = self
        while node is not None and node is not other:
            node = node.above
        return node is not None

    def mark(self, marker: str) -> None:
        """Let the line have another marker."""
        assert self.line is not None, "without a line there is nothing but a structure"
        self.line = evolve(self.line, marker=marker)

    def tell(self, data: Data) -> None:
        """Let the line say something of the relation that it writes."""
        assert self.line is not None, "without a line there is no relation"
        if data:
            self.line = evolve(self.line, data=FrozenDict({**self.line.data, "relation": data}))

    def release(self) -> None:
        """Let the line stand alone: it writes no relation, and says nothing of one."""
        self.mark("")
        assert self.line is not None, "what has a marker has a line"
        if "relation" in self.line.data:
            rest = {key: value for key, value in self.line.data.items() if key != "relation"}
            self.line = evolve(self.line, data=FrozenDict(rest))

    def add_below(self, node: Node) -> None:
        """Put a node below this one, behind all that is there."""
        node.above = self
        self.below.append(node)


def tree(nodes: Iterable[Node]) -> Iterator[tuple[Node, int]]:
    """Yield nodes with what is below them, each with its depth, in the order of the text."""
    waiting = [(node, 0) for node in reversed(list(nodes))]
    while waiting:
        node, depth = waiting.pop()
        yield node, depth
        waiting += [(below, depth + 1) for below in reversed(node.below)]


def walk(roots: Iterable[Node]) -> Iterator[Node]:
    """Yield all nodes of blocks, those of structures among them, in the order of the text."""
    for root in roots:
        for nodes in ([root], root.structure):
            yield from (node for node, _ in tree(nodes))


def blocks_of(roots: Iterable[Node]) -> Iterator[Iterator[tuple[Line, int]]]:
    """Yield the lines between two blank lines, each with its depth; steps have their numbers.

    Items of a list are one block, and so are the steps of a structure.
    """
    for are_items, nodes in groupby(roots, key=_is_item):
        if are_items:
            yield _lines(nodes)
            continue
        for node in nodes:
            if node.line is not None:
                yield _lines([node])
            if node.structure:
                yield _numbered(node.structure)


def _is_item(node: Node) -> bool:
    return node.line is not None and node.line.marker == LIST_MARKER


def _lines(nodes: Iterable[Node]) -> Iterator[tuple[Line, int]]:
    return ((node.line, depth) for node, depth in tree(nodes) if node.line is not None)


def _numbered(structure: Iterable[Node]) -> Iterator[tuple[Line, int]]:
    number = 0
    for line, depth in _lines(structure):
        if depth == 0 and line.kind is not Kind.INFERENCE:
            number += 1
            line = evolve(line, marker=f"({number})")
        yield line, depth
