"""The titles of things in a scheme graph."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from argmap.interop.conversion.conversions import Titles
from argmap.interop.conversion.foreign_titles import TitleMaker, argument_title
from argmap.interop.scheme_graphs.graph_index import GraphIndex
from argmap.interop.scheme_graphs.scheme_graph import STEPS, GraphNode
from argmap.interop.scheme_graphs.scheme_words import named_scheme, spelled
from argmap.model import Ref


@frozen
class GraphTitles:
    """Titles of claims and arguments by node; arguments have one for each part.

    `refs` has the nodes of propositions that are not claims.
    """

    claims: Mapping[str, str]
    arguments: Mapping[str, tuple[str, ...]]
    refs: Mapping[str, Ref] = field(factory=dict)


def natural_titles(index: GraphIndex, titles: Titles) -> GraphTitles:
    """Return the titles of all things, made of their words or their ids."""
    of_claims, of_arguments = TitleMaker("Claim"), TitleMaker("Argument")
    claims: dict[str, str] = {}
    arguments: dict[str, tuple[str, ...]] = {}
    for node in index.nodes.values():
        if node.id in index.claims:
            is_id = titles == "ids"
            claims[node.id] = of_claims.of_id(node.id) if is_id else of_claims.of_words(node.text)
        if node.kind in STEPS and not index.is_attack(node.id):
            title = argument_title(node.id) if titles == "ids" else _argument_title(node)
            parts = max(1, len(index.behind[node.id])) if index.is_inference(node.id) else 1
            arguments[node.id] = tuple(of_arguments.unique(title) for _ in range(parts))
    return GraphTitles(claims, arguments)


def _argument_title(node: GraphNode) -> str:
    scheme = named_scheme(node) or (spelled(node.fulfils, node.kind) if node.fulfils else "")
    return argument_title(scheme[:100]) or "Argument"
