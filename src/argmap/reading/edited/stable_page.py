"""The page of a debate with stable places, put together when something in it is looked up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from attrs import define

from argmap.reading.edited.stable_places import StablePlaces
from argmap.reading.source_files import SourceFile
from argmap.syntax import Block, Tree


@define(eq=False, slots=False)
class StablePage(Mapping[str | None, SourceFile]):
    """A mapping of nothing but the page itself, with its blocks at their stable places."""

    places: StablePlaces
    page: SourceFile

    def __getitem__(self, path: str | None) -> SourceFile:
        if path is not None:
            raise KeyError(path)
        return self._made

    def __iter__(self) -> Iterator[str | None]:
        return iter((None,))

    def __len__(self) -> int:
        return 1

    @cached_property
    def _made(self) -> SourceFile:
        pairs = zip(self.places.stable, self.places.now, strict=True)
        ordered = sorted(pairs, key=lambda pair: pair[0].start)
        frontmatter = self.page.tree.frontmatter
        pieces = [self.page.text[: frontmatter[0][1] if frontmatter else 0]]
        length = len(pieces[0])
        for stable, now in ordered:
            written = self.page.text[now.start : now.start + len(now.text)]
            pieces += (" " * (stable.start - length), written)
            length = stable.start + len(written)
        return SourceFile("".join(pieces), Tree(tuple(self.places.stable), frontmatter))


def page_from(page: SourceFile, blocks: Sequence[Block], start: int) -> SourceFile:
    """Return the page of blocks that begin at a stable place, with nothing before it."""
    if not blocks:
        return SourceFile("", Tree())
    first, last = blocks[0], blocks[-1]
    written = page.text[first.start : last.start + len(last.text)]
    moved = tuple([block._replace(start=block.start + start - first.start) for block in blocks])
    return SourceFile(" " * start + written, Tree(moved))
