"""Dividing a map into pages: an overview, its sections or main branches, and its sources."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial

from attrs import evolve, field, frozen

from argmap.maps import ArgumentMap, MapNode
from argmap.maps.folding import unfold
from argmap.maps.parts import top_of
from argmap.model import Source
from argmap.render.boxes.box import Boxes
from argmap.render.captions import Captions, foot_caption, head_caption
from argmap.render.draw_options import DrawOptions
from argmap.render.drawing import Drawing
from argmap.render.fonts.characters import clean
from argmap.render.layout.tree.frames import PAD, Extent
from argmap.render.layout.tree.section_bands import whole_section
from argmap.render.pages.division import Share, divide
from argmap.render.pages.page_parts import PagePart, parts_of, whole_part, with_pages
from argmap.render.pages.paged_drawing import PagedDrawing, grid_of
from argmap.render.pages.paper import LEAST_TEXT, Paper
from argmap.render.pages.references import page_map
from argmap.render.pages.source_pages import cited_on, number_sources, source_pages
from argmap.render.ready_map import ReadyMap, make_ready
from argmap.render.tree_dot import to_tree_dot
from argmap.render.tree_sizes import tree_box, tree_extent
from argmap.text.counts import counted

# How far engines may draw beyond the size of a drawing, in points.
_SLACK = 2
# Between boxes.
_GAP = 30
# Placeholders that are as wide as page numbers that are not known yet.
_SOMEWHERE = 9999
_FIRST_NUMBER = 1000


def bind(argument_map: ArgumentMap, options: DrawOptions, paper: Paper) -> PagedDrawing:
    """Return a map on pages: as a whole if there is room, else an overview and then its parts.

    Parts are sections, if there are several, or else main branches; what has no room on a page is divided
    further. All pages are laid out as trees.

    Raises:
        ValueError: an option says what of a debate is shown, such as `focus`: the map has been built; or an
            option has a value that it cannot have.
    """
    ready = make_ready(argument_map, options, most_texts=sys.maxsize)
    folded, sources = number_sources(ready.folded)
    return _Binder(ready._replace(folded=folded), options, paper, sources).bound()


@frozen(eq=False)
class _Page:
    """What is on a page, its number, and its numbers of sheets, side by side and in a column."""

    part: PagePart
    ids: tuple[str, ...]
    number: int
    grid: tuple[int, int]

    @property
    def last(self) -> int:
        return self.number + self.grid[0] * self.grid[1] - 1


@frozen(slots=False, eq=False)
class _Binder:
    """Makes the pages of one map."""

    ready: ReadyMap
    options: DrawOptions
    paper: Paper
    sources: Mapping[Source, int] = field(repr=False)

    def bound(self) -> PagedDrawing:
        pages = [_Page(part, ids, 1, (1, 1)) for part, ids in self._divided()]
        while True:
            pages = [*_in_order(pages)]
            numbers = {id: page.number for page in pages for id in page.ids if id not in page.part.sections}
            views = [self._view(page, pages, numbers) for page in pages]
            grids = [self._grid(view, page.grid) for page, view in zip(pages, views, strict=True)]
            if grids == [page.grid for page in pages]:
                break
            pages = [evolve(page, grid=grid) for page, grid in zip(pages, grids, strict=True)]
        drawings = [self._drawn(page, view) for page, view in zip(pages, views, strict=True)]
        drawings[0] = self._with_notes(drawings[0])
        cited: defaultdict[int, set[int]] = defaultdict(set)
        for page, view in zip(pages, views, strict=True):
            for number in cited_on(view):
                cited[number].add(page.number)
        lists = source_pages(self.sources, cited, self.ready.theme, self._sheet) if self.sources else ()
        summary = f"List of sources of the argument map, with {counted(len(self.sources), 'source')}."
        listed = [evolve(self._made(ArgumentMap(), dot, "Sources"), summary=summary) for dot in lists]
        return PagedDrawing(
            (*drawings, *listed),
            self.paper,
            numbers,
            self._title,
            self._least_text,
            (*grids, *((1, 1) for _ in listed)),
        )

    def _grid(self, view: ArgumentMap, known: tuple[int, int]) -> tuple[int, int]:
        """Return the number of sheets of a page, never fewer than before, so that page numbers settle."""
        theme, settings, boxes = self.ready.theme, self.ready.settings, self._boxes
        captions = self._captions(view, is_first=True)
        extent = tree_extent(view, theme, settings, captions, boxes, self._sheet, is_final=True)
        if extent.width <= self._sheet.width and extent.height <= self._sheet.height:
            return known
        size = (extent.width + _SLACK, extent.height + _SLACK)
        grid = grid_of(*size, self.paper, self._least_text)
        return max(grid[0], known[0]), max(grid[1], known[1])

    def _divided(self) -> Iterator[tuple[PagePart, tuple[str, ...]]]:
        """Yield what is on each page."""
        order = self.ready.settings.map.order
        whole = whole_part(self.ready.folded, order=order)
        needed = sum(share.area for share in self._shares(whole).values())
        if needed <= 1 and self._has_room(whole, whole.forest.order, {}):
            # A map that can be read on one page needs no overview.
            yield whole, whole.forest.order
            return
        for part in parts_of(self.ready.folded, order=order):
            named = with_pages(part, dict.fromkeys(part.sections, (_SOMEWHERE, _SOMEWHERE + 1)))
            fits = partial(self._has_room, named)
            for ids in divide(named.forest, self._shares(named), fits, apart=part.apart):
                yield part, ids

    def _shares(self, part: PagePart) -> dict[str, Share]:
        """Return how much of a page each box needs, with references to all that it is not below or above."""
        frame, things = self._sheet, part.relatives.things
        shares = {}
        for id in part.forest.order:
            thing = things[id]
            if isinstance(thing, MapNode):
                alone = page_map(part.relatives, (id,), lambda id: _SOMEWHERE)
                thing = next(node for node in alone.nodes if node.id == id)
            width, height = tree_box(thing, self.ready.theme, self._boxes)
            shares[id] = Share(
                width * height / (frame.width * frame.height),
                (height + _GAP) / frame.height,
                width / frame.width,
            )
        return shares

    def _has_room(self, part: PagePart, ids: Collection[str], others: Mapping[str, int]) -> bool:
        """Return whether what has these ids fits on a page, with others on the given pages."""
        extent = self._extent(part, ids, lambda id: _FIRST_NUMBER + others.get(id, _SOMEWHERE))
        return extent.width <= self._sheet.width and extent.height <= self._sheet.height

    def _extent(self, part: PagePart, ids: Collection[str], page_of: Callable[[str], int]) -> Extent:
        view, theme, settings = page_map(part.relatives, ids, page_of), self.ready.theme, self.ready.settings
        captions = self._captions(view, is_first=True)
        return tree_extent(view, theme, settings, captions, self._boxes, self._sheet)

    def _view(self, page: _Page, pages: Sequence[_Page], numbers: Mapping[str, int]) -> ArgumentMap:
        """Return what is on a page, given the numbers of nodes and sections."""
        part, shown = page.part, numbers
        if part.sections:
            part = with_pages(part, self._section_pages(part.sections, pages))
            shown = {id: other.number for other in pages if other.part.sections for id in other.ids}
        return page_map(part.relatives, page.ids, shown.__getitem__)

    def _drawn(self, page: _Page, view: ArgumentMap) -> Drawing:
        dot = to_tree_dot(
            view,
            self.ready.theme,
            self.ready.settings,
            title=self.options.title,
            captions=self._captions(view, is_first=page.number == 1),
            images=self.ready.images,
            sheet=self._sheet,
        )
        return self._made(view, dot, f"{self._title}, p. {page.number}")

    def _section_pages(self, sections: Collection[str], pages: Sequence[_Page]) -> dict[str, tuple[int, int]]:
        """Return the first and the last page of each section."""
        homes = self._section_of(sections)
        spans: dict[str, tuple[int, int]] = {}
        for page in pages:
            section = None if page.part.sections else homes.get(page.ids[0])
            if section is not None:
                first, _ = spans.get(section, (page.number, 0))
                spans[section] = (first, page.last)
        return spans

    def _section_of(self, sections: Collection[str]) -> dict[str, str | None]:
        view = self.ready.folded
        groups = {group.id: group for group in view.groups}
        top = {id: groups[id] for id in sections}
        homes = {node.id: top_of(node.group, groups, top) for node in view.nodes}
        return homes | {group.id: top_of(group.parent, groups, top) for group in view.groups}

    def _made(self, view: ArgumentMap, dot: str, title: str) -> Drawing:
        ready, options = self.ready, self.options
        return Drawing(
            unfold(view),
            dot,
            options.engine,
            options.timeout,
            ready.theme.font,
            title=title,
            look=(ready.theme, ready.settings),
            images=ready.images,
            folded=view,
            is_placed=True,
        )

    def _with_notes(self, drawing: Drawing) -> Drawing:
        """Return the first page, which also says what is not shown at all."""
        shown = self.ready.shown
        view = evolve(
            drawing.map,
            omissions=shown.omissions,
            fallback=shown.fallback,
            shown_elsewhere=len(shown.nodes) - len(drawing.map.nodes),
        )
        return evolve(drawing, map=view, refused=self.ready.refused, notes=self.ready.notes)

    def _captions(self, view: ArgumentMap, *, is_first: bool) -> Captions:
        """Return the title above a page, that of its section if it has one, and the legend."""
        theme, options, width = self.ready.theme, self.options, self._sheet.width - 2 * PAD
        is_titled = self.ready.settings.map.title == "show" and not theme.is_plain
        title, subtitle = (options.title, options.subtitle) if is_titled and is_first else (None, None)
        notes = self.ready.settings.map.notes if is_first and not theme.is_plain else ()
        if section := whole_section(view):
            title, subtitle = section.title, None
        return Captions(
            head_caption(title, theme, subtitle=subtitle, width=width),
            foot_caption(
                self.ready.folded, theme, legend=options.legend and is_first, notes=notes, width=width
            ),
        )

    @cached_property
    def _title(self) -> str:
        return clean(self.options.title or self.ready.settings.dot.graphname) or "Argument map"

    @cached_property
    def _boxes(self) -> Boxes:
        return Boxes(self.ready.theme, self.ready.settings, self.ready.images)

    @cached_property
    def _least_text(self) -> float:
        return min(style.size for style in self.ready.theme.texts.values())

    @cached_property
    def _sheet(self) -> Extent:
        """The largest size of a drawing on a page, in points, with its smallest text as small as allowed."""
        sides = (side * self._least_text / LEAST_TEXT - _SLACK for side in self.paper.room)
        return Extent(*(max(int(side), 1) for side in sides))


def _in_order(pages: Iterable[_Page]) -> Iterator[_Page]:
    """Yield pages with their numbers: each sheet counts."""
    number = 1
    for page in pages:
        numbered = evolve(page, number=number)
        number = numbered.last + 1
        yield numbered
