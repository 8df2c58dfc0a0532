"""Premises that together support an argument whose steps are not shown."""

from __future__ import annotations

from collections import defaultdict

from argmap.maps.argument_map import ArgumentMap
from argmap.model import ArgumentRef, RelationKind


def joined_premises(view: ArgumentMap) -> dict[str, str]:
    """Return the arguments that premises support together, by the ids of the edges from the premises.

    Three arrows into a claim are reasons, each alone; three from premises into an argument are one reason.
    Edges that an author sketched are reasons by themselves.

    >>> joined_premises(ArgumentMap())
    {}
    """
    arguments = {node.id for node in view.nodes if isinstance(node.ref, ArgumentRef) and not node.steps}
    edges: defaultdict[str, list[str]] = defaultdict(list)
    for edge in view.edges:
        is_premise = edge.kind is RelationKind.SUPPORT and not (edge.is_sketched or edge.is_asked)
        if is_premise and edge.target in arguments and edge.source != edge.target:
            edges[edge.target].append(edge.id)
    return {id: argument for argument, ids in edges.items() if len(ids) > 1 for id in ids}
