"""Detail: how much nodes say, in large maps and for reconstructed arguments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from argmap.data.changed_copies import changed
from argmap.maps.argument_map import ArgumentMap
from argmap.maps.edges import merge_edges
from argmap.maps.nodes.argument_steps import is_implicit
from argmap.model import Argument, ArgumentRef, Debate, InferenceRef, PropositionRef, Ref, RelationKind, Role

# The texts of so many nodes cannot be read in one picture, and take up most of it.
MOST_TEXTS = 1000
# This few statements take hardly more room than a gist.
_FEW_STATEMENTS = 5


def only_titles(view: ArgumentMap) -> ArgumentMap:
    """Return a map whose nodes show only their titles; those without one keep their texts.

    Arguments that are shown in full are not any more, and edges end at them as a whole.

    >>> only_titles(ArgumentMap())
    <ArgumentMap of 0 nodes and 0 edges>
    """
    nodes = (
        changed(node, label_text=None, marks=(), steps=(), formula=None)
        if node.label_title and (node.label_text or node.steps)
        else node
        for node in view.nodes
    )
    shown = {node.id: node for node in nodes}
    edges = (
        changed(edge, target_step=None)
        if edge.target_step and edge.target in shown and not shown[edge.target].steps
        else edge
        for edge in view.edges
    )
    return evolve(view, nodes=tuple(shown.values()), edges=tuple(edges))


def without_steps(view: ArgumentMap) -> ArgumentMap:
    """Return a map whose arguments show their texts, and edges end at them as a whole.

    >>> without_steps(ArgumentMap())
    <ArgumentMap of 0 nodes and 0 edges>
    """
    nodes = tuple(evolve(node, steps=()) if node.steps else node for node in view.nodes)
    edges = (evolve(edge, target_step=None) if edge.target_step else edge for edge in view.edges)
    return evolve(view, nodes=nodes, edges=merge_edges(edges))


def best_in_full(debate: Debate, arguments: Iterable[Argument]) -> frozenset[ArgumentRef]:
    """Return the arguments whose reconstruction says more than their gist.

    Those are the ones that are undercut, have a premise that is attacked or that nobody stated, or have
    few statements.
    """
    undercut: set[Ref] = set()
    attacked: set[Ref] = set()
    for relation in debate.relations:
        if relation.kind is RelationKind.UNDERCUT:
            target = relation.target
            undercut.add(ArgumentRef(target.argument) if isinstance(target, InferenceRef) else target)
        elif not relation.kind.is_supporting:
            attacked.add(relation.target)
            if relation.kind.is_symmetric:
                attacked.add(relation.source)
    return frozenset(
        argument.ref
        for argument in arguments
        if argument.inferences
        and (
            len(argument.steps) <= _FEW_STATEMENTS
            or argument.ref in undercut
            or not attacked.isdisjoint(_premises(argument))
            or _has_implicit_premise(argument, debate)
        )
    )


def _has_implicit_premise(argument: Argument, debate: Debate) -> bool:
    return any(
        step.role is Role.PREMISE and is_implicit(step, debate[ref])
        for ref, step in zip(argument.step_refs, argument.steps, strict=True)
    )


def _premises(argument: Argument) -> Iterator[PropositionRef]:
    # Not `argument.premises`: arguments would keep them permanently.
    for ref, step in zip(argument.step_refs, argument.steps, strict=True):
        if step.role is Role.PREMISE:
            yield ref
