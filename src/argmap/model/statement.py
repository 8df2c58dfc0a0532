"""What an author wrote, line by line."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen

from argmap.data.frozen_dict import FrozenDict
from argmap.data.values import Value, check_title
from argmap.equality import equality, value_hash
from argmap.representation import representation
from argmap.text import Mark, Span


class Role(Enum):
    """Where a statement or a description occurs."""

    TOP_LEVEL = "top-level-statement"
    RELATION = "relation-statement"
    LIST_ITEM = "list-item"
    PREMISE = "premise"
    INTERMEDIARY_CONCLUSION = "intermediary-conclusion"
    MAIN_CONCLUSION = "main-conclusion"
    DESCRIPTION = "argument-description"


# The roles of what is in a premise-conclusion structure.
STEP_ROLES = frozenset({Role.PREMISE, Role.INTERMEDIARY_CONCLUSION, Role.MAIN_CONCLUSION})


@frozen
class Statement:
    """One place where a claim, evidence, question or argument is stated or referred to.

    `text` is None where nothing but a reference was written; `section` is the id of the section
    around it, `argument` the title of the argument whose premise or conclusion it is.
    """

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    title: str
    text: str | None = None
    role: Role = Role.TOP_LEVEL
    is_reference: bool = False
    is_top_level: bool = False
    tags: tuple[str, ...] = ()
    data: FrozenDict[str, Value] | None = None
    marks: tuple[Mark, ...] = ()
    section: str | None = None
    argument: str | None = None
    span: Span | None = field(default=None, eq=False, repr=False)

    @property
    def is_implicit(self) -> bool:
        """Whether nobody stated it: its data have `implicit: true`."""
        return self.data is not None and self.data.get("implicit") is True

    def __attrs_post_init__(self) -> None:
        # Very many are made: what is right is seen at once.
        if self.title.__class__ is not str:
            check_title("a statement", self.title)
        if self.role.__class__ is not Role:
            raise TypeError(f"role must be a Role such as Role.TOP_LEVEL, not {self.role!r}")
