"""Edits of a text that change one thing that it says, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.api.documents import Document
from argmap.text.edit import Edit, apply, undoing

if TYPE_CHECKING:
    from argmap.editing.name_index import NameIndex
    from argmap.editing.occurrence import NameRef
    from argmap.model import Element, Named, Relation, RelationKind, Section

__all__ = ["Edit", "apply", "rename", "undoing"]


def rename(document: Document, thing: Element | Section | NameRef | str, title: str) -> tuple[Edit, ...]:
    r"""Return the edits that give something another title wherever it is named, also in included files.

    `thing` is as in `argmap.occurrences`: an element, a section, a source, a tag, a reference, or a title as
    in the markup. Comments, order and layout stay; tags behind the title of a section stay, too.

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
    from argmap.editing.naming import named_ref
    from argmap.editing.rename import rename as renamed

    return renamed(_names(document), named_ref(document.debate, thing), title)


def _names(document: Document) -> NameIndex:
    names = document._names
    if names is None:
        raise ValueError("the document was read from no markup, which edits could change")
    return names


def add_relation(document: Document, kind: RelationKind, source: Named, target: Named) -> tuple[Edit, ...]:
    r"""Return the edits that write how one thing bears on another.

    The line goes below the target, behind what is there already; an untitled source keeps its line, and the
    target is written below it.

    >>> import argmap
    >>> document = argmap.parse("[Sun]: It shines.\n\n<Clouds>: It is grey.")
    >>> edits = argmap.edits.add_relation(document, argmap.RelationKind.ATTACK, "<Clouds>", "[Sun]")
    >>> print(argmap.edits.apply(document.text, edits))
    [Sun]: It shines.
      - <Clouds>
    <BLANKLINE>
    <Clouds>: It is grey.

    Raises:
        LookupError: the debate has no such end.
        ValueError: the relation is there already, or cannot be written.
    """
    from argmap.editing.relation_edits import add_relation as added

    return added(_names(document), kind, source, target)


def turn_relation(document: Document, relation: Relation, kind: RelationKind) -> tuple[Edit, ...]:
    r"""Return the edits that make a relation one of another kind; its ends stay.

    >>> import argmap
    >>> document = argmap.parse("[Sun]: It shines.\n  + <Clouds>: It is grey.")
    >>> (relation,) = document.debate.relations
    >>> edits = argmap.edits.turn_relation(document, relation, argmap.RelationKind.ATTACK)
    >>> print(argmap.edits.apply(document.text, edits))
    [Sun]: It shines.
      - <Clouds>: It is grey.

    Raises:
        LookupError: the debate has no such relation.
        ValueError: the relation is derived, or cannot be of that kind.
    """
    from argmap.editing.relation_edits import turn_relation as turned

    return turned(_names(document), relation, kind)
