"""Edits of data: sources, answers to critical questions, allowed findings."""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

from argmap.api.documents import Document
from argmap.data.values import check_count, given_value
from argmap.edits.editable_names import editable_names
from argmap.model.lookup import NotInDebateError
from argmap.text.edit import Edit

if TYPE_CHECKING:
    from argmap.model import Named


def declare_source(document: Document, key: str, source: object) -> tuple[Edit, ...]:
    r"""Return the edits that declare a source in the frontmatter, which is added if there is none.

    `source` is a text or a mapping as in the frontmatter.

    >>> import argmap
    >>> document = argmap.parse("[^Count]: 93 of 100 {source: board}\n")
    >>> edits = argmap.edits.declare_source(document, "board", {"title": "Yearbook", "date": 2021})
    >>> print(argmap.edits.apply(document.text, edits))
    ===
    sources: {board: {title: Yearbook, date: 2021}}
    ===
    <BLANKLINE>
    [^Count]: 93 of 100 {source: board}
    <BLANKLINE>

    Raises:
        ValueError: there is already a source with that key, or it cannot be written.
    """
    from argmap.editing.source_edits import declare_source as declared

    return declared(editable_names(document), key, given_value("source", source))


def answer_question(document: Document, inference: Named, question: str, answer: str) -> tuple[Edit, ...]:
    r"""Return the edits that answer a critical question, in words or by a title in brackets.

    >>> import argmap
    >>> document = argmap.parse("<B>\n\n(1) a\n-- argument from sign --\n(2) b")
    >>> edits = argmap.edits.answer_question(document, "<B>", "strength", "It rarely errs.")
    >>> print(argmap.edits.apply(document.text, edits).split("\n")[3])
    -- argument from sign {answers: {strength: It rarely errs.}} --

    Raises:
        LookupError: there is no such inference, or its scheme has no such question.
        ValueError: it is answered already, or the answer cannot be written.
    """
    from argmap.editing.answer_edits import answer_question as answered

    return answered(editable_names(document), inference, question, answer)


def allow(
    document: Document, code: str, offset: int, path: str | PathLike[str] | None = None
) -> tuple[Edit, ...]:
    r"""Return the edits that allow findings of a code in the line at an offset: `{allow: [C301]}`.

    With a `path`, that of a span, the offset counts in a file that the text includes.

    >>> import argmap
    >>> document = argmap.parse("[^Thermometer]: It is warm.")
    >>> print(argmap.edits.apply(document.text, argmap.edits.allow(document, "C301", 0)))
    [^Thermometer]: It is warm. {allow: [C301]}

    Raises:
        LookupError: there is no such code, or no line at the offset that could allow it.
        ValueError: it is allowed already, or cannot be written there.
    """
    from argmap.editing.allowance_edits import allow as allowed

    names = editable_names(document)
    check_count("an offset", offset, least=0)
    inside = names.inner_place(offset, names.file_named(path))
    if inside is None:
        raise NotInDebateError("no line that could allow something is here")
    return allowed(names, code, *inside)
