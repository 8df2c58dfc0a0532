"""Strongly connected components: what can be reached from each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")


def strong_components(nodes: Iterable[T], successors: Mapping[T, Sequence[T]]) -> Iterator[tuple[T, ...]]:
    """Yield the strongly connected components of a graph, in linear time and without recursion.

    The algorithm is that of R. Tarjan, Depth-first search and linear graph algorithms (1972).

    >>> sorted(map(sorted, strong_components("abc", {"a": "b", "b": "a"})))
    [['a', 'b'], ['c']]
    """
    numbers: dict[T, int] = {}
    lowest: dict[T, int] = {}
    stack: list[T] = []
    on_stack: set[T] = set()
    for start in nodes:
        if start in numbers:
            continue
        path = [(start, iter(successors.get(start, ())))]
        while path:
            node, others = path[-1]
            if node not in numbers:
                numbers[node] = lowest[node] = len(numbers)
                stack.append(node)
                on_stack.add(node)
            for other in others:
                if other not in numbers:
                    path.append((other, iter(successors.get(other, ()))))
                    break
                if other in on_stack:
                    lowest[node] = min(lowest[node], numbers[other])
            else:
                path.pop()
                if path:
                    above = path[-1][0]
                    lowest[above] = min(lowest[above], lowest[node])
                if lowest[node] == numbers[node]:
                    place = _last(stack, node)
                    component = tuple(stack[place:])
                    del stack[place:]
                    on_stack.difference_update(component)
                    yield component


def _last(stack: Sequence[T], node: T) -> int:
    place = len(stack) - 1
    while stack[place] != node:
        place -= 1
    return place
