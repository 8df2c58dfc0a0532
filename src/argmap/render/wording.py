"""The words of a map: mentions and tags as people read them, and formulas as they are written."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from argmap.data.changed_copies import changed
from argmap.maps import ArgumentMap, MapNode, MapStep
from argmap.model import Mark
from argmap.text.plain_words import words_of


def in_words(argument_map: ArgumentMap) -> ArgumentMap:
    """Return a map whose texts show mentions as titles, tags without parentheses, formulas in full.

    A text that only repeats the title is left out; one that begins with its title continues after it.
    """
    groups = tuple(
        evolve(group, title=words_of(group.title, group.marks)[0], marks=()) if group.marks else group
        for group in argument_map.groups
    )
    return evolve(argument_map, nodes=tuple(map(node_in_words, argument_map.nodes)), groups=groups)


def node_in_words(node: MapNode) -> MapNode:
    """Return a node whose texts are as `in_words` shows them, and that does not repeat its title."""
    changes: dict[str, object] = {}
    if node.steps:
        steps = tuple(map(_step_in_words, node.steps))
        if steps != node.steps:
            changes["steps"] = steps
    if node.label_text:
        text, marks = _worded(node.label_text, node.marks)
        if node.label_title is not None:
            rest, marks_left = _behind_title(text, marks, node.ref.title)
            if rest != text:
                # A text continues below its title, but in a step on the same line.
                lead = "… " if rest else ""
                text, marks = lead + rest, _shifted(marks_left, len(lead))
        if text != node.label_text:
            changes |= {"label_text": text or None, "marks": marks}
    return changed(node, **changes) if changes else node


def _step_in_words(step: MapStep) -> MapStep:
    if not step.text:
        return step
    text, marks = _worded(step.text, step.marks)
    if step.title is not None:
        rest, marks_left = _behind_title(text, marks, step.title)
        text, marks = (text, marks) if rest == text else (rest, marks_left)
    return step if text == step.text else changed(step, text=text or None, marks=marks)


def _worded(text: str, marks: tuple[Mark, ...]) -> tuple[str, tuple[Mark, ...]]:
    """Return a text with words in place of markup, which nearly all texts lack."""
    worded, moved = words_of(text, marks) if marks else (text, marks)
    return (text, marks) if worded == text else (worded, moved)


def _behind_title(text: str, marks: tuple[Mark, ...], title: str) -> tuple[str, tuple[Mark, ...]]:
    """Return the part of a text that its title does not already say.

    Titles made from the first words of a text have several words; a word or two may be just a name.
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
    return tuple(changed(mark, start=mark.start + distance, end=mark.end + distance) for mark in marks)
