"""Proofs in a map: a word at the bar of each inference that says whether it is valid."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import TYPE_CHECKING

from attrs import evolve

from argmap.maps.argument_map import ArgumentMap, MapNode, MapStep
from argmap.model import ArgumentRef, InferenceRef

if TYPE_CHECKING:
    from argmap.proving.proofs import Proofs


def asks_for_proofs(view: ArgumentMap) -> bool:
    """Return whether a map shows a step whose premises and conclusion have formulas.

    >>> asks_for_proofs(ArgumentMap())
    False
    """
    return any(step.formula is not None for node in view.nodes for step in node.steps if step.is_conclusion)


def with_proofs(view: ArgumentMap, proofs: Proofs) -> ArgumentMap:
    """Return a map whose inferences say whether they are valid, invalid or not decided."""
    words = {
        step.about: step.status.value
        for step in proofs.steps
        if isinstance(step.about, InferenceRef) and not step.not_formalized
    }
    return evolve(view, nodes=tuple(_node(node, words) for node in view.nodes))


def _node(node: MapNode, words: Mapping[InferenceRef, str]) -> MapNode:
    if not node.steps or not isinstance(node.ref, ArgumentRef):
        return node
    places = count()
    argument = node.ref.title

    def marked(step: MapStep) -> MapStep:
        word = words.get(InferenceRef(argument, next(places))) if step.number is None else None
        return evolve(step, proof=word) if word else step

    return evolve(node, steps=tuple(map(marked, node.steps)))
