"""What operators mean, in words."""

from __future__ import annotations

from argmap.model import RelationKind
from argmap.syntax.operators import OPERATORS


def meaning_of(marker: str) -> str:
    """Return what an operator at the beginning of a line means.

    >>> meaning_of("+"), meaning_of("->")
    ('supports the line above', 'is attacked by the line above')
    """
    operator = OPERATORS[marker]
    verb = RelationKind(operator.relation).verb
    if operator.is_symmetric:
        return f"{verb} the line above, and is contradicted by it"
    if operator.is_from_below:
        return f"{verb} the line above"
    participle = {"supports": "supported", "attacks": "attacked", "undercuts": "undercut"}[verb]
    return f"is {participle} by the line above"
