"""What a map says: mentions and tags as they are read, and formulas as they are written."""

from __future__ import annotations

from attrs import evolve

from argmap.maps import ArgumentMap, MapNode, MapStep
from argmap.text.plain_words import words_of


def in_words(argument_map: ArgumentMap) -> ArgumentMap:
    """Return a map whose texts show mentions as titles, tags without parentheses, formulas in full.

    A text that only says what the title says is left out.
    """
    nodes = []
    for node in argument_map.nodes:
        text, marks = words_of(node.label_text or "", node.marks)
        if text != (node.label_text or ""):
            node = evolve(node, label_text=text, marks=marks)
        worded = [words_of(step.text or "", step.marks) for step in node.steps]
        if any(said != (step.text or "") for (said, _), step in zip(worded, node.steps, strict=True)):
            steps = zip(node.steps, worded, strict=True)
            node = evolve(
                node,
                steps=tuple(evolve(step, text=said or None, marks=marks) for step, (said, marks) in steps),
            )
        nodes.append(_once(node))
    groups = tuple(
        evolve(group, title=words_of(group.title, group.marks)[0], marks=()) if group.marks else group
        for group in argument_map.groups
    )
    return evolve(argument_map, nodes=tuple(nodes), groups=groups)


def _once(node: MapNode) -> MapNode:
    """Return a node that says what its title says once, and so do its steps."""
    if any(step.title is not None and _says_title(step.text, step.title) for step in node.steps):
        node = evolve(node, steps=tuple(map(_step_once, node.steps)))
    if node.label_title is None or node.marks or not _says_title(node.label_text, node.ref.title):
        return node
    return evolve(node, label_text=None)


def _step_once(step: MapStep) -> MapStep:
    is_twice = step.title is not None and not step.marks and _says_title(step.text, step.title)
    return evolve(step, text=None) if is_twice else step


def _says_title(text: str | None, title: str) -> bool:
    return text is not None and text.split() == title.split()
