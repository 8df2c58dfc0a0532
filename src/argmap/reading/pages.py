"""The texts that a document is made of: its own and those it includes."""

from __future__ import annotations

from attrs import field, frozen

from argmap.syntax import Tree


@frozen
class Page:
    """A text and its tree; `path` is None for the document itself.

    `includes` are the pages that take the place of its include lines, by the offsets of those lines; a
    text in the place of a page says why there is none.
    """

    text: str
    tree: Tree
    path: str | None = None
    includes: dict[int, Page | str] = field(factory=dict, eq=False, repr=False)
