"""Edits of relations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.api.documents import Document
from argmap.edits.editable_names import editable_names
from argmap.model import Relation, RelationKind
from argmap.text.edit import Edit
from argmap.text.given_values import check_type

if TYPE_CHECKING:
    from argmap.model import Named


def add_relation(document: Document, kind: RelationKind, source: Named, target: Named) -> tuple[Edit, ...]:
    r"""Return the edits that write a relation from one thing to another.

    The line goes below the target, after what is there already; an untitled source keeps its line, and the
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

    _check_kind(kind)
    return added(editable_names(document), kind, source, target)


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

    check_type("relation", relation, Relation)
    _check_kind(kind)
    return turned(editable_names(document), relation, kind)


def _check_kind(kind: object) -> None:
    if not isinstance(kind, RelationKind):
        raise TypeError(f"kind must be a RelationKind such as RelationKind.SUPPORT, not {kind!r}")
