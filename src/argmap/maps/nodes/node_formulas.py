"""Formulas in a map: those of claims and evidence, in symbols."""

from __future__ import annotations

from attrs import evolve

from argmap.data.known_keys import FORMULA_KEYS
from argmap.maps.argument_map import ArgumentMap, MapNode, MapStep
from argmap.model import Claim, Element, Evidence


def formula_of(element: Element) -> str | None:
    """Return the formula of an element in symbols, as it is written if it cannot be read.

    >>> import argmap
    >>> formula_of(argmap.parse("[A]: a {formula: not p or q}").debate.claims["A"])
    '¬p ∨ q'
    """
    if not element.data or not isinstance(element, Claim | Evidence):
        return None
    if not any(key in element.data for key in FORMULA_KEYS):
        return None
    # Few maps have formulas.
    from argmap.proving.written_formulas import shown_formula

    return shown_formula(element)


def with_formulas(view: ArgumentMap, mode: str) -> ArgumentMap:
    """Return a map with formulas below texts (`show`), without them (`hide`) or with them for texts (`only`).

    >>> with_formulas(ArgumentMap(), "only")
    <ArgumentMap of 0 nodes and 0 edges>
    """
    if mode == "show" or not any(_has_formula(node) for node in view.nodes):
        return view
    of_node, of_step = (_without, _step_without) if mode == "hide" else (_alone, _step_alone)
    return evolve(
        view, nodes=tuple(of_node(evolve(node, steps=tuple(map(of_step, node.steps)))) for node in view.nodes)
    )


def _has_formula(node: MapNode) -> bool:
    return node.formula is not None or any(step.formula is not None for step in node.steps)


def _without(node: MapNode) -> MapNode:
    return evolve(node, formula=None)


def _step_without(step: MapStep) -> MapStep:
    return evolve(step, formula=None, proof=None)


def _alone(node: MapNode) -> MapNode:
    if node.formula is None or node.label_text is None:
        return node
    return evolve(node, label_text=node.formula, marks=(), formula=None)


def _step_alone(step: MapStep) -> MapStep:
    return step if step.formula is None else evolve(step, text=step.formula, marks=(), formula=None)
