"""Lines in the order in which they can be edited: blocks, with what stands below each line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import Factory, define, evolve

from argmap.model import ArgumentRef, Ref
from argmap.syntax import Kind
from argmap.writing.lines import LIST_MARKER, Line


@define(eq=False)
class Node:
    """A line with what stands below it, and the premise-conclusion structure behind it.

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

    def stands_below(self, other: Node) -> bool:
        """Return whether this is another node, or below it at any depth."""
        node: Node | None = self
        while node is not None and node is not other:
            node = node.above
        return node is not None

    def add_below(self, node: Node) -> None:
        """Put a node below this one, behind all that stands there."""
        node.above = self
        self.below.append(node)


def nodes_of(lines: Iterable[Line]) -> list[Node]:
    """Return the blocks that lines make up."""
    roots: list[Node] = []
    stack: list[Node] = []
    for line in lines:
        node = Node(line)
        is_of_structure = line.depth == 0 and (node.is_step or line.kind is Kind.INFERENCE)
        if line.depth:
            # What stands above has every depth down to this one.
            stack[line.depth - 1].add_below(node)
        elif is_of_structure:
            head = roots[-1] if roots else None
            is_head = head is not None and (
                (head.line is None and line.follows)
                or (head.structure and line.follows)
                or (not head.structure and _can_head(head))
            )
            if head is None or not is_head:
                head = Node(None)
                roots.append(head)
            head.structure.append(node)
        else:
            roots.append(node)
        stack = [*stack[: line.depth], node]
    return roots


def _can_head(node: Node) -> bool:
    return isinstance(node.ref, ArgumentRef) and node.line is not None and not node.line.marker


def walk(nodes: Iterable[Node]) -> Iterator[tuple[Node, int]]:
    """Yield all nodes in the order in which they are written, each with its depth."""
    waiting = [(node, 0) for node in reversed(list(nodes))]
    while waiting:
        node, depth = waiting.pop()
        yield node, depth
        waiting += [(one, 0) for one in reversed(node.structure)]
        waiting += [(one, depth + 1) for one in reversed(node.below)]


def lines_of_nodes(roots: Iterable[Node]) -> Iterator[Line]:
    """Yield the lines of blocks, each where it stands and with its number."""
    inside: set[int] = set()
    number = 0
    was_item = False
    for node, depth in walk(roots):
        if node.structure:
            number = 0
            inside = {id(one) for one in node.structure[1:]}
        if node.line is None:
            was_item = False
            continue
        line = node.line
        is_item = depth == 0 and line.marker == LIST_MARKER
        if node.is_step and depth == 0:
            number += 1
            line = evolve(line, marker=f"({number})")
        follows = depth > 0 or id(node) in inside or (is_item and was_item)
        if depth == 0:
            was_item = is_item
        yield evolve(line, depth=depth, follows=follows)
