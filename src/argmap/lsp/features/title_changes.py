"""New titles for what is named at a place, wherever a text and the files around it name it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from argmap.api.documents import Document
from argmap.editing.names.occurrence import Occurrence, Use
from argmap.edits import rename
from argmap.lsp.features.named_places import occurrence_at
from argmap.model import NotInDebateError
from argmap.model.reference import SchemeRef, SectionRef
from argmap.text import Edit, Span


@frozen
class Renamable:
    """A name that can be changed: where it is, and what it is now."""

    span: Span
    title: str


class RenamingRefusedError(ValueError):
    """Why a name cannot be changed."""


def renamable(document: Document, offset: int) -> Renamable | None:
    r"""Return the name at an offset, None if nothing is named there.

    >>> import argmap
    >>> renamable(argmap.parse("[Sun]: It shines."), 2)
    Renamable(span=Span(start=1, end=4, path=None), title='Sun')

    Raises:
        RenamingRefusedError: what is named there keeps its name.
    """
    here = occurrence_at(document, offset)
    if here is None:
        return None
    _check(here)
    names = document._names
    if isinstance(here.ref, SchemeRef) and names and names.reading.gathered.schemes.known(here.ref.title):
        raise RenamingRefusedError(
            f"{here.ref} is the name of a known scheme, which is not declared in this text"
        )
    written = document.text[here.name_span.start : here.name_span.end]
    title = written if isinstance(here.ref, SectionRef) else here.ref.title
    return Renamable(here.name_span, title)


def title_change(document: Document, offset: int, title: str, path: str | None = None) -> tuple[Edit, ...]:
    r"""Return the edits that give what is named at an offset another title, also in included files.

    With a `path`, that of a span, the offset counts in a file that the text includes.

    >>> import argmap
    >>> document = argmap.parse("[Sun]: It shines.\n  + <Forecast>: See @[Sun].")
    >>> edits = title_change(document, 2, "Sunshine")
    >>> [(edit.span.start, edit.replacement) for edit in edits]
    [(1, 'Sunshine'), (40, 'Sunshine')]

    Raises:
        RenamingRefusedError: nothing is named there, or it cannot be called that.
    """
    here = occurrence_at(document, offset, path)
    if here is None:
        raise RenamingRefusedError(
            "there is no name at this place; put the cursor on a title, a tag or a source"
        )
    _check(here)
    try:
        return rename(document, here.ref, title)
    except (NotInDebateError, ValueError) as error:
        raise RenamingRefusedError(str(error)) from error


def _check(here: Occurrence) -> None:
    if here.use is Use.POSITION:
        raise RenamingRefusedError(f"this number names {here.ref} by its place; rename it at its title")


def united(changes: Iterable[tuple[str, Iterable[Edit]]]) -> Mapping[str, tuple[Edit, ...]]:
    """Return edits by the files that they change, given the edits of several documents that share files.

    Each document is given by the path of its own text. Paths are taken as they are.

    >>> edit = Edit(Span(1, 2), "B")
    >>> united([("main", [Edit(Span(1, 2, "part"), "B")]), ("part", [edit])]) == {"part": (edit,)}
    True

    Raises:
        RenamingRefusedError: they contradict each other at some place.
    """
    by_path: dict[str, dict[tuple[int, int], Edit]] = {}
    for own_path, edits in changes:
        for edit in edits:
            place = edit.span[:2]
            own = Edit(Span(*place), edit.replacement)
            if by_path.setdefault(edit.path or own_path, {}).setdefault(place, own) != own:
                raise RenamingRefusedError("files that include this one would need different names in it")
    return {path: tuple(edits.values()) for path, edits in by_path.items()}
