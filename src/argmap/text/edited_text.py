"""Texts after edits, and the edits that take them back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from os import PathLike, fspath

from argmap.text.edit import Edit
from argmap.text.given_text import given_path, given_text
from argmap.text.given_values import check_type, several
from argmap.text.span import Span


def apply(text: str, edits: Iterable[Edit], *, path: str | PathLike[str] | None = None) -> str:
    """Return the text of a file after edits; those of other files are ignored.

    `path` is that of the edits' spans: None is the document itself. Among insertions at the same place, the
    first comes first.

    >>> apply("one, two", [Edit(Span(5, 8), "three"), Edit(Span(0, 0), "zero, ")])
    'zero, one, three'

    Raises:
        ValueError: edits overlap, or one is outside the text.
    """
    text, path = given_text(text), _path_of_span(path)
    pieces: list[str] = []
    position = 0
    for edit in _in_order(text, edits, path):
        pieces += (text[position : edit.span.start], edit.replacement)
        position = edit.span.end
    return "".join((*pieces, text[position:]))


def undoing(text: str, edits: Iterable[Edit], *, path: str | PathLike[str] | None = None) -> tuple[Edit, ...]:
    """Return the edits that give a text back when it is changed by others.

    >>> edits = [Edit(Span(0, 3), "twelve")]
    >>> apply(apply("one, two", edits), undoing("one, two", edits))
    'one, two'

    Raises:
        ValueError: edits overlap, or one is outside the text.
    """
    text, path = given_text(text), _path_of_span(path)
    undone: list[Edit] = []
    shift = 0
    for edit in _in_order(text, edits, path):
        start, end, _ = edit.span
        place = Span(start + shift, start + shift + len(edit.replacement), path)
        undone.append(Edit(place, text[start:end]))
        shift += len(edit.replacement) - (end - start)
    return tuple(undone)


def _path_of_span(path: str | PathLike[str] | None) -> str | None:
    return None if path is None else fspath(given_path(path))


def _checked(edits: Iterable[Edit]) -> Iterator[Edit]:
    for edit in several("edits", edits, "edits"):
        check_type("each of the edits", edit, Edit)
        yield edit


def _in_order(text: str, edits: Iterable[Edit], path: str | None) -> Iterator[Edit]:
    before: Edit | None = None
    for edit in sorted((edit for edit in _checked(edits) if edit.span.path == path), key=_place):
        start, end, _ = edit.span
        if not 0 <= start <= end <= len(text):
            raise ValueError(f"{edit} is outside of the text, whose length is {len(text)}")
        if before and start < before.span.end:
            raise ValueError(f"{edit} overlaps {before}")
        before = edit
        yield edit


def _place(edit: Edit) -> tuple[int, int]:
    return edit.span[:2]
