"""Texts with single spaces, as lines can hold them, and what is marked in them."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from argmap.model import Mark, MarkKind


def spaced(text: str, marks: Iterable[Mark]) -> tuple[str, tuple[Mark, ...]]:
    """Return a text with single spaces and none at its ends, and its marks where they are then."""
    offsets: list[int] = []
    characters: list[str] = []
    for character in text:
        is_space = character in " \t\n\r\f\v\u2028\u2029"
        offsets.append(len(characters))
        if not is_space:
            characters.append(character)
        elif characters and characters[-1] != " ":
            characters.append(" ")
    spaced = "".join(characters).rstrip(" ")
    offsets.append(len(spaced))
    moved = (
        evolve(mark, start=min(offsets[mark.start], len(spaced)), end=min(offsets[mark.end], len(spaced)))
        for mark in marks
        if 0 <= mark.start <= mark.end <= len(text)
    )
    return spaced, tuple(one for one in moved if one.start < one.end)


def is_tags(text: str, marks: Iterable[Mark]) -> bool:
    """Return whether a text consists of tags."""
    position = 0
    for mark in marks:
        if mark.kind is not MarkKind.TAG or text[position : mark.start].strip(" "):
            return False
        position = mark.end
    return not text[position:].strip(" ")
