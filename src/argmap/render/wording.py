"""What a map says: mentions and tags as they are read, and formulas as they are written."""

from __future__ import annotations

from attrs import evolve

from argmap.maps import ArgumentMap
from argmap.text.plain_words import words_of


def in_words(argument_map: ArgumentMap) -> ArgumentMap:
    """Return a map whose texts show mentions as titles, tags without parentheses, formulas in full."""
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
        nodes.append(node)
    groups = tuple(
        evolve(group, title=words_of(group.title, group.marks)[0], marks=()) if group.marks else group
        for group in argument_map.groups
    )
    return evolve(argument_map, nodes=tuple(nodes), groups=groups)
