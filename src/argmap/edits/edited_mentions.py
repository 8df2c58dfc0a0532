"""Edits that move a stretch of a text, or a mention in it, to a separate line, and back."""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

from argmap.api.documents import Document
from argmap.data.values import check_count
from argmap.edits.editable_names import editable_names
from argmap.model.lookup import NotInDebateError
from argmap.text import Span
from argmap.text.edit import Edit
from argmap.text.given_values import check_type

if TYPE_CHECKING:
    from argmap.editing.names.name_index import NameIndex
    from argmap.editing.names.occurrence import Occurrence


def extract(document: Document, span: Span, title: str) -> tuple[Edit, ...]:
    r"""Return the edits that turn a stretch of an element's text into a separate claim, which it mentions.

    >>> import argmap
    >>> document = argmap.parse("<Trip>: It rains, and it is cold.")
    >>> edits = argmap.edits.extract(document, argmap.Span(22, 32), "Cold")
    >>> print(argmap.edits.apply(document.text, edits))
    <Trip>: It rains, and @[Cold].
    <BLANKLINE>
    [Cold]: it is cold

    Raises:
        LookupError: the stretch is not in the text of one element.
        ValueError: it is empty or has a comment, or the title is taken or cannot be written.
    """
    from argmap.editing.extraction_edits import extract as extracted

    check_type("span", span, Span)
    names = editable_names(document)
    start = names.inner_place(span.start, span.path)
    end = names.inner_place(span.end - 1, span.path) if span.end > span.start else start
    if start is None or end is None or start[1] != end[1]:
        raise NotInDebateError("this stretch is not in the text of one element")
    return extracted(names, Span(start[0], end[0] + (span.end > span.start), start[1]), title)


def mention_to_line(
    document: Document, offset: int, path: str | PathLike[str] | None = None
) -> tuple[Edit, ...]:
    r"""Return the edits that turn what is mentioned at an offset into a reason on a separate line.

    >>> import argmap
    >>> document = argmap.parse("[Sun]: It shines, see @[Count].\n\n[Count]: 93 of 100")
    >>> edits = argmap.edits.mention_to_line(document, 24)
    >>> print(argmap.edits.apply(document.text, edits).partition("\n\n")[0])
    [Sun]: It shines, see Count.
      + [Count]

    Raises:
        LookupError: nothing is mentioned there.
        ValueError: it cannot be a reason, or the line cannot be written.
    """
    from argmap.editing.mention_edits import mention_to_line as changed

    names = editable_names(document)
    return changed(names, _named_at(names, offset, path))


def line_to_mention(
    document: Document, offset: int, path: str | PathLike[str] | None = None
) -> tuple[Edit, ...]:
    r"""Return the edits that turn a line that only refers to something into a mention in the text above it.

    >>> import argmap
    >>> document = argmap.parse("[Sun]: It shines.\n  + [Count]\n\n[Count]: 93 of 100")
    >>> edits = argmap.edits.line_to_mention(document, 23)
    >>> print(argmap.edits.apply(document.text, edits).partition("\n\n")[0])
    [Sun]: It shines. @[Count]

    Raises:
        LookupError: no title is at the offset.
        ValueError: the line does more than refer, or no text is above it.
    """
    from argmap.editing.mention_edits import line_to_mention as changed

    names = editable_names(document)
    return changed(names, _named_at(names, offset, path))


def _named_at(names: NameIndex, offset: int, path: str | PathLike[str] | None) -> Occurrence:
    """Return what is named at an offset, with places in the text of its page."""
    from argmap.editing.names.occurrence import Occurrence

    check_count("an offset", offset, least=0)
    place = names.inner_place(offset, names.file_named(path))
    named = names.at_inner(*place) if place else None
    if not isinstance(named, Occurrence):
        raise NotInDebateError("nothing is named here")
    return named
