"""Claims, evidence and arguments while they are gathered from a document."""

from __future__ import annotations

from typing import cast

from attrs import Factory, define

from argmap.data import FrozenDict, Value
from argmap.model import ArgumentRef, ClaimRef, EvidenceRef, InferenceRef, Mark, Role, Statement
from argmap.text import Span


@define(eq=False, weakref_slot=False)
class Member:
    """A statement that is being read; its role may still change. It has the fields of Statement."""

    title: str
    text: str | None
    role: Role
    is_reference: bool
    is_top_level: bool
    tags: tuple[str, ...]
    data: FrozenDict[str, Value] | None
    marks: tuple[Mark, ...]
    section: str | None
    argument: str | None
    span: Span


def frozen_statement(member: Member) -> Statement:
    """Return the statement that a member is from now on; it is no copy, for there are very many."""
    # Both have the same slots. To make a frozen instance takes three times as long as a mutable one.
    if member.__class__ is Member:
        member.__class__ = Statement  # type: ignore[assignment]  # what this function is for
    return cast(Statement, member)


@define(eq=False)
class Step:
    """An inference that is being read."""

    ref: InferenceRef
    rules: list[str]
    data: dict[str, Value]
    span: Span
    conclusion_index: int = -1


@define(eq=False)
class Entry:
    """What a title stands for, with all places where it occurs."""

    ref: ClaimRef | EvidenceRef | ArgumentRef
    is_untitled: bool
    span: Span
    members: list[Member] = Factory(list)
    tags: dict[str, None] = Factory(dict)
    data: dict[str, Value] = Factory(dict)
    section: str | None = None
    # Of an argument: its steps and inferences.
    steps: list[tuple[ClaimRef | EvidenceRef, Member]] = Factory(list)
    inferences: list[Step] = Factory(list)

    @property
    def title(self) -> str:
        """The title, or `Untitled n`."""
        return self.ref.title

    def append(self, member: Member) -> None:
        """Take in a place where it occurs: tags unite, data merge, the first definition gives the section."""
        self.members.append(member)
        if member.tags:
            self.tags.update(dict.fromkeys(member.tags))
        in_group: Value = None
        if member.data:
            merge(self.data, member.data)
            in_group = member.data.get("isInGroup")
        if in_group is True or (in_group is None and not member.is_reference and self.section is None):
            self.section = member.section

    def settle_section(self) -> None:
        """Give it the section of its first place if no definition gave one."""
        if self.section is None:
            for member in self.members:
                if not (member.data and member.data.get("isInGroup") is False):
                    self.section = member.section
                    return


def merge(data: dict[str, Value], later: FrozenDict[str, Value]) -> None:
    """Add later values, which win, to data; mappings are merged, lists replaced.

    >>> data = {"a": FrozenDict(x=1), "l": (1, 2)}
    >>> merge(data, FrozenDict(a=FrozenDict(y=2), l=(9,)))
    >>> data
    {'a': FrozenDict({'x': 1, 'y': 2}), 'l': (9,)}
    """
    for key, value in later.items():
        before = data.get(key)
        if isinstance(before, FrozenDict) and isinstance(value, FrozenDict):
            inner = dict(before)
            merge(inner, value)
            value = FrozenDict(inner)
        data[key] = value
