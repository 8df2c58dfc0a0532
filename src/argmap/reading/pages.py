"""The texts that a document is made of: its own and those it includes."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from argmap.syntax import Block, Tree


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


def blocks_of(page: Page) -> Iterator[tuple[Page, Block]]:
    """Yield the blocks of a page and of all that it includes, each with its page, in reading order."""
    waiting = [(page, iter(page.tree.parts))]
    while waiting:
        where, parts = waiting[-1]
        for part in parts:
            if isinstance(part, Block):
                yield where, part
            elif isinstance(included := where.includes.get(part.start), Page):
                waiting.append((included, iter(included.tree.parts)))
                break
        else:
            waiting.pop()
