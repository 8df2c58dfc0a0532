"""The outline of a document."""

from __future__ import annotations

from attrs import field, frozen

from argmap.data.values import NO_DATA, Data, check_count, check_title
from argmap.equality import equality, value_hash
from argmap.representation import representation
from argmap.text import Mark, Span


@frozen
class Section:
    r"""A part of a document under a heading.

    `id` is s1, s2, … in document order; `parent` the id of the section around it; `is_group` and
    `is_closed` are the author's decisions about its box in the map, None where there is none.

    >>> import argmap
    >>> (section,) = argmap.parse("# Weather #today\n\n[Sun]: It shines.").debate.sections
    >>> section.id, section.level, section.tags
    ('s1', 1, ('today',))
    """

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    id: str
    title: str
    level: int
    parent: str | None = None
    tags: tuple[str, ...] = ()
    data: Data = NO_DATA
    is_group: bool | None = None
    is_closed: bool | None = None
    marks: tuple[Mark, ...] = ()
    span: Span | None = field(default=None, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        check_title("a section", self.title)
        check_count("level", self.level, least=1)
