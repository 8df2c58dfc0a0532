"""What blocks say that are read again, each stretch of them by itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from attrs import frozen

from argmap.model import Argument, Claim, Debate, Section
from argmap.reading.bibliography import Library
from argmap.reading.collecting.collector import Collector
from argmap.reading.data_places import DataPlaces
from argmap.reading.edited.block_stretches import BlockStretch
from argmap.reading.edited.stable_page import page_from
from argmap.reading.edited.stable_places import StablePlaces
from argmap.reading.element_reader import BlockPlace, ElementReader
from argmap.reading.frozen_elements import FrozenElements, frozen_elements
from argmap.reading.mistakes.html_tags import HtmlTags
from argmap.reading.mistakes.misspellings import odd_colors
from argmap.reading.mistakes.misspelt_keys import misspelt_in_data
from argmap.reading.namespaces import Namespaces
from argmap.reading.outline import Outline
from argmap.reading.reader import contents_under
from argmap.reading.schemes import OwnSchemes
from argmap.reading.source_files import SourceFile
from argmap.settings import Settings
from argmap.syntax import Block


class MoreChanged(Exception):
    """More changed than what follows from blocks by themselves: all has to be read."""


@frozen
class RereadBlocks:
    """A stretch of blocks that was read again, with stable places; `sections` are those that begin in it."""

    stretch: BlockStretch
    blocks: tuple[Block, ...]
    walk: Collector
    elements: FrozenElements
    sections: tuple[Section, ...]
    is_odd: bool


@frozen
class Rereading:
    """Reads blocks of a page again of which an earlier debate, with stable places, is known."""

    page: SourceFile
    settings: Settings
    debate: Debate
    places: StablePlaces
    contents: ElementReader

    def all(self, stretches: Sequence[BlockStretch]) -> Iterator[RereadBlocks]:
        """Yield what stretches say, in their order.

        Raises:
            MoreChanged: there are other headings, or another number of things without a title.
        """
        untitled = self._untitled(stretches)
        # Where sections begin that an author wrote; all are in the text of the page.
        headings = [
            self.places.number(section.span.start) for section in self.debate.sections if section.span
        ]
        start, blocks = self.places.end(), self.page.tree.blocks
        for stretch in stretches:
            first, behind = (
                bisect_left(headings, number) for number in (stretch.old.start, stretch.old.stop)
            )
            numbers = untitled.get(stretch, [])
            walk = Collector(self._contents(), Outline.behind(self.debate.sections[:first]))
            walk.namespaces = Namespaces(untitled_count=numbers[0] - 1 if numbers else 0)
            walk.namespaces.reserve_titles(self.page)
            page = page_from(self.page, blocks[stretch.new.start : stretch.new.stop], start)
            walk.read_blocks(BlockPlace(page, block) for block in page.tree.blocks)
            sections = tuple(walk.outline.sections[first:])
            count = walk.namespaces.untitled_count
            if sections != self.debate.sections[first:behind] or count != (numbers[-1] if numbers else 0):
                raise MoreChanged
            yield self._frozen(stretch, page, walk, sections)
            start = max(start, len(page.text) + 1)

    def _contents(self) -> ElementReader:
        contents = contents_under(self.settings, self.contents)
        contents.html = HtmlTags(self.page)
        return contents

    def _untitled(self, stretches: Sequence[BlockStretch]) -> Mapping[BlockStretch, list[int]]:
        """Return the numbers of what has no title in blocks that are read again, as they were given."""
        stretch_of = {number: stretch for stretch in stretches for number in stretch.old}
        found: dict[BlockStretch, list[int]] = {}
        things: Iterator[Claim | Argument] = chain(
            self.debate.claims.values(), self.debate.arguments.values()
        )
        for thing in things:
            if thing.is_untitled and thing.span:
                stretch = stretch_of.get(self.places.number(thing.span.start))
                if stretch is not None:
                    found.setdefault(stretch, []).append(int(thing.title.split()[1].rstrip("′")))
        for numbers in found.values():
            numbers.sort()
            if numbers != list(range(numbers[0], numbers[-1] + 1)):
                raise MoreChanged
        return found

    def _frozen(
        self, stretch: BlockStretch, page: SourceFile, walk: Collector, sections: tuple[Section, ...]
    ) -> RereadBlocks:
        places = DataPlaces({None: page}, self.settings.data.switch_to_block_format_if_multiline)
        library = Library(places, dict(self.debate.sources))
        entries = tuple(walk.namespaces.entries())
        for entry in entries:
            entry.settle_section()
        elements = frozen_elements(walk, library, OwnSchemes())
        findings = chain(
            walk.contents.diagnostics,
            library.diagnostics,
            odd_colors((*entries, *sections), places),
            misspelt_in_data(entries, sections, places),
        )
        is_odd = next(findings, None) is not None
        return RereadBlocks(stretch, page.tree.blocks, walk, elements, sections, is_odd)
