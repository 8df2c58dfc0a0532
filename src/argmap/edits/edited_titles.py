"""Edits of titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.api.documents import Document
from argmap.edits.editable_names import editable_names
from argmap.text.edit import Edit

if TYPE_CHECKING:
    from argmap.editing.names.occurrence import NameRef
    from argmap.model import Element, Named, Section


def rename(document: Document, thing: Element | Section | NameRef | str, title: str) -> tuple[Edit, ...]:
    r"""Return the edits that change a title wherever it is used, including in included files.

    `thing` is as in `argmap.occurrences`: an element, a section, a source, a tag, a reference, or a title as
    in the markup. Comments, order and layout stay, and so do tags after the title of a section.

    >>> import argmap
    >>> document = argmap.parse("[Sun]: It shines. // today\n  + <Forecast>: See @[Sun].")
    >>> edits = argmap.edits.rename(document, "[Sun]", "Sunshine")
    >>> print(argmap.edits.apply(document.text, edits))
    [Sunshine]: It shines. // today
      + <Forecast>: See @[Sunshine].

    Raises:
        LookupError: nothing has that name.
        ValueError: the new title is taken, or would be read as something else.
    """
    from argmap.editing.names.named_things import named_ref
    from argmap.editing.rename_edits import rename as renamed

    return renamed(editable_names(document), named_ref(document.debate, thing), title)


def give_title(document: Document, thing: Named, title: str) -> tuple[Edit, ...]:
    r"""Return the edits that give a claim or an argument without a title one.

    >>> import argmap
    >>> document = argmap.parse("It shines.\n  + They said so.")
    >>> edits = argmap.edits.give_title(document, "[Untitled 2]", "Forecast")
    >>> print(argmap.edits.apply(document.text, edits))
    It shines.
      + [Forecast]: They said so.

    Raises:
        LookupError: the debate has no such element.
        ValueError: it has a title, or the new one is taken or cannot be written.
    """
    from argmap.editing.title_edits import give_title as titled

    return titled(editable_names(document), thing, title)
