"""What a map says: mentions and tags as they are read, and formulas as they are written."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from argmap.maps import ArgumentMap, MapNode, MapStep
from argmap.model import Mark
from argmap.text.plain_words import words_of


def in_words(argument_map: ArgumentMap) -> ArgumentMap:
    """Return a map whose texts show mentions as titles, tags without parentheses, formulas in full.

    A text that only says what the title says is left out; one that begins with its title goes on behind it.
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
    steps = tuple(map(_step_once, node.steps))
    if steps != node.steps:
        node = evolve(node, steps=steps)
    if node.label_title is None or node.label_text is None:
        return node
    rest, marks = _behind_title(node.label_text, node.marks, node.ref.title)
    if rest == node.label_text:
        return node
    # A text goes on below its title, but on the same line in a step.
    lead = "… " if rest else ""
    return evolve(node, label_text=lead + rest or None, marks=_shifted(marks, len(lead)))


def _step_once(step: MapStep) -> MapStep:
    if step.title is None or step.text is None:
        return step
    rest, marks = _behind_title(step.text, step.marks, step.title)
    return step if rest == step.text else evolve(step, text=rest or None, marks=marks)


def _behind_title(text: str, marks: tuple[Mark, ...], title: str) -> tuple[str, tuple[Mark, ...]]:
    """Return what a text says that its title does not.

    Titles that were made of the first words of a text have several; a word or two may be no more than a name.
    """
    if text.split() == title.split():
        return ("", ()) if not marks else (text, marks)
    end = len(title)
    is_beginning = title.count(" ") > 1 and text.startswith(f"{title} ")
    if not is_beginning or any(mark.start <= end for mark in marks):
        return text, marks
    rest = text[end:].lstrip()
    return rest, _shifted(marks, len(rest) - len(text))


def _shifted(marks: Iterable[Mark], distance: int) -> tuple[Mark, ...]:
    return tuple(evolve(mark, start=mark.start + distance, end=mark.end + distance) for mark in marks)
