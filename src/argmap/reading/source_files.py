"""The texts that a document is made of: its own and those it includes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from argmap.data.locations import Locations, nearest
from argmap.equality import equality, value_hash
from argmap.representation import representation
from argmap.syntax import Block, Tree
from argmap.text import Span

if TYPE_CHECKING:
    from argmap.fences.page_places import PagePlaces


@frozen(slots=False)
class SourceFile:
    """A text and its tree; `path` is None for the document itself.

    `includes` are the pages that take the place of its include lines, by the offsets of those lines; a
    text in the place of a page says why there is none. `places` is where the text is in its file, if
    it is not all of it.
    """

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    text: str
    tree: Tree
    path: str | None = None
    includes: dict[int, SourceFile | str] = field(factory=dict, eq=False, repr=False)
    places: PagePlaces | None = field(default=None, eq=False, repr=False)

    @cached_property
    def frontmatter_locations(self) -> Locations:
        """Where the keys and values of the frontmatter are, found when first asked for."""
        if not self.tree.frontmatter:
            return {}
        start, end = self.tree.frontmatter[1]
        # Only what is wrong in frontmatter has to be found in it.
        from argmap.data.yaml_locations import yaml_locations

        inner = yaml_locations(self.text[start:end])
        return {path: pair.shifted(start, self.path) for path, pair in inner.items()}

    def key_span(self, *path: str | int) -> Span:
        """Return where a key of the frontmatter is, the beginning of the text if there is none."""
        pair = nearest(self.frontmatter_locations, path)
        return pair.key if pair else Span(0, 0, self.path)

    def value_span(self, *path: str | int) -> Span:
        """Return where a value of the frontmatter is, the beginning of the text if there is none."""
        pair = nearest(self.frontmatter_locations, path)
        return pair.value if pair else Span(0, 0, self.path)


def blocks_of(page: SourceFile) -> Iterator[tuple[SourceFile, Block]]:
    """Yield the blocks of a page and of all that it includes, each with its page, in reading order."""
    waiting = [(page, iter(page.tree.parts))]
    while waiting:
        where, parts = waiting[-1]
        for part in parts:
            if isinstance(part, Block):
                yield where, part
            elif isinstance(included := where.includes.get(part.start), SourceFile):
                waiting.append((included, iter(included.tree.parts)))
                break
        else:
            waiting.pop()
