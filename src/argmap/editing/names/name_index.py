"""All that a document names, found when first asked for and kept for the next version of its text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from os import PathLike, fspath

from attrs import define, field

from argmap.data.garbage import paused_collector
from argmap.editing.names.occurrence import Name, NameRef, Occurrence
from argmap.editing.names.placed_block import PlacedBlock, PlacedOccurrences, occurrences_in
from argmap.editing.names.setting_names import setting_names
from argmap.editing.names.text_names import REFS, BlockNames, block_names
from argmap.fences.page_places import PagePlaces
from argmap.model import Debate, NotInDebateError, Ref
from argmap.model.reference import SectionRef
from argmap.reading.edited.moved_debate import MovedDebate
from argmap.reading.element_reader import BlockPlace
from argmap.reading.reader import DocumentReading, pages_of
from argmap.reading.source_files import SourceFile, blocks_of
from argmap.syntax import Block, Element, Kind
from argmap.syntax.tree import Range
from argmap.text import Edit, SourceText, Span
from argmap.text.given_text import given_path
from argmap.text.nearest import nearest


@define(eq=False, slots=False)
class NameIndex:
    """What the pages of a document name, and where.

    `text` and `path` are those of the document itself. `places` say where in a page in Markdown, or in a file
    that is one, the texts are. `earlier` is the index of a text that shares blocks with this one, read under
    the same settings.
    """

    page: SourceFile
    reading: DocumentReading
    text: str
    path: str | None = None
    places: PagePlaces | None = None
    earlier: NameIndex | None = None
    # By the identity of a block's elements, which the value keeps alive.
    _known: dict[int, tuple[tuple[Element, ...], BlockNames]] = field(factory=dict, init=False)
    # All occurrences in blocks, once asked for, and those of an earlier text.
    _placed_names: PlacedOccurrences | None = field(default=None, init=False)
    _earlier_placed_names: PlacedOccurrences = field(factory=PlacedOccurrences, init=False)

    @property
    def debate(self) -> Debate:
        """The debate, with places in the texts of the pages."""
        return self.reading.debate

    @property
    def named(self) -> Debate:
        """The debate, or an earlier one that has the same titles in other places."""
        return self.debate.unmoved

    @cached_property
    def pages(self) -> Mapping[str | None, SourceFile]:
        """The texts by their paths, the document's own under None."""
        return dict(pages_of(self.page))

    def latest(self) -> NameIndex | None:
        """Return the index that the next version of the text can take names from: this one if it was used."""
        return self if "blocks" in self.__dict__ else self.earlier

    @cached_property
    def blocks(self) -> tuple[PlacedBlock, ...]:
        """All blocks in reading order, with what they name."""
        known = self.earlier._known if self.earlier else {}
        if self.earlier:
            self._earlier_placed_names = self.earlier._placed_names or self.earlier._earlier_placed_names
            if self.earlier.named is self.named and "settings" in self.earlier.__dict__:
                self.__dict__.setdefault("settings", self.earlier.settings)
        continued = self._places_of("R207")
        self.earlier = None
        found: list[PlacedBlock] = []
        headings = 0
        now_known = self._known
        with paused_collector():
            for page, block in blocks_of(self.page):
                elements = block.elements
                key = id(elements)
                kept = known.get(key)
                is_continued = bool(continued) and (page.path, block.start) in continued
                if kept is None or kept[1].depends or kept[1].is_continued is not is_continued:
                    kept = elements, self._names_in(page, block)
                now_known[key] = kept
                names = kept[1]
                found.append(PlacedBlock(page, block, names, headings))
                headings += names.headings
        return tuple(found)

    def _names_in(self, page: SourceFile, block: Block) -> BlockNames:
        gathered = self.reading.gathered
        start = (page.path, block.start + block.elements[0].start)
        return block_names(
            BlockPlace(page, block),
            gathered.contents,
            gathered.schemes,
            is_stray=block.elements[0].kind is Kind.INFERENCE and start in self._places_of("S104"),
            is_continued=(page.path, block.start) in self._places_of("R207"),
        )

    def _places_of(self, code: str) -> frozenset[tuple[str | None, int]]:
        """Return where findings of a code begin."""
        return self._places_by_code.get(code, frozenset())

    @cached_property
    def _places_by_code(self) -> Mapping[str, frozenset[tuple[str | None, int]]]:
        """Where inference lines that are text begin (S104), and blocks that continue structures (R207)."""
        spans = [(finding.code, finding.span) for finding in self.reading.gathered.diagnostics]
        return {
            code: frozenset((span.path, span.start) for its_code, span in spans if its_code == code)
            for code in ("S104", "R207")
        }

    @cached_property
    def settings(self) -> tuple[tuple[str | None, tuple[Name, ...]], ...]:
        """What the frontmatter of each page names, by its path."""
        return tuple(
            (path, setting_names(page, self.named, is_root=page is self.page))
            for path, page in self.pages.items()
        )

    def all(self, ref: NameRef | None = None) -> tuple[Occurrence, ...]:
        """Return all occurrences, or those of one thing: in frontmatter, and then in reading order."""
        return tuple(map(self._placed, self.inner(ref))) if self.places else self.inner(ref)

    def inner(self, ref: NameRef | None = None) -> tuple[Occurrence, ...]:
        """Return them with places in the texts of the pages, which may be parts of a file."""
        with paused_collector():
            # With the blocks of an earlier text, what its frontmatter names is taken over.
            _ = self.blocks
            in_settings = (
                name.occurrence(0, path)
                for path, names in self.settings
                for name in names
                if ref is None or name.ref == ref
            )
            if ref is None:
                return (*in_settings, *self._in_all_blocks())
            in_blocks = (
                name.occurrence(block.block.start, block.page.path, ref)
                for block, name in self._in_blocks(ref)
            )
            return (*in_settings, *in_blocks)

    def _in_all_blocks(self) -> tuple[Occurrence, ...]:
        """Return the occurrences in all blocks; those of an earlier text are kept where nothing moved."""
        blocks = self.blocks
        if self._placed_names is None:
            self._placed_names = occurrences_in(blocks, self._earlier_placed_names)
            self._earlier_placed_names = PlacedOccurrences()
        return self._placed_names.occurrences

    def _in_blocks(self, ref: NameRef) -> Iterator[tuple[PlacedBlock, Name]]:
        if isinstance(ref, SectionRef):
            for block in self.blocks:
                for name, its_ref in block.numbered():
                    if its_ref == ref:
                        yield block, name
        else:
            for block in self.blocks:
                for name in block.names.names:
                    if name.ref == ref:
                        yield block, name

    def outer(self, edits: Iterable[Edit]) -> tuple[Edit, ...]:
        """Return edits of the texts of the pages as edits of the files."""
        return tuple(edits) if self.places is None else tuple(map(self.places.edit, edits))

    def shown(self, span: Span) -> str:
        """Return words that say where a span in the texts of the pages is."""
        path = span.path
        text = self.pages[path].text
        if self.places is not None:
            place = self.places.span(span)
            path, text = place.path, self.text if place.path is None else text
            span = place if place.path is None else span
        line = SourceText(text).location(min(span.start, len(text))).line
        return f"line {line}" + (f" of {path}" if path else "")

    def has_comment(self, span: Span) -> bool:
        """Return whether there is a comment in a span in the text of a page."""
        _, blocks = self._by_path.get(span.path, ([], []))
        return any(
            start < span.end and end > span.start
            for block in blocks
            if block.block.comments
            for start, end in (_shifted(comment, block.block.start) for comment in block.block.comments)
        )

    def _placed(self, occurrence: Occurrence) -> Occurrence:
        if self.places is None:
            return occurrence
        span, name_span = self.places.span(occurrence.span), self.places.span(occurrence.name_span)
        return Occurrence(occurrence.ref, occurrence.use, span, name_span)

    def blocks_in(self, span: Span) -> Sequence[PlacedBlock]:
        """Return the blocks of a file that a stretch of its text touches, in order."""
        starts, blocks = self._by_path.get(span.path, ([], []))
        return blocks[max(0, bisect_right(starts, span.start) - 1) : bisect_right(starts, span.end)]

    def within(self, span: Span) -> Iterator[Occurrence]:
        """Yield the occurrences in the text of one of the pages that a stretch of it touches."""
        start, end, path = span
        for name in self._of_frontmatter(span):
            if name.start <= end and start <= name.end:
                yield name.occurrence(0, path)
        for block in self.blocks_in(span):
            shift = block.block.start
            for name, ref in block.numbered():
                if name.start + shift <= end and start <= name.end + shift:
                    yield name.occurrence(shift, path, ref)

    def _of_frontmatter(self, span: Span) -> tuple[Name, ...]:
        """Return what the frontmatter of a page names; nothing if the stretch begins after it."""
        page = self.pages.get(span.path)
        if page is None or page.tree.frontmatter is None or span.start > page.tree.frontmatter[0][1]:
            return ()
        return next(names for path, names in self.settings if path == span.path)

    def at(self, offset: int, path: str | None = None) -> Occurrence | Ref | None:
        """Return the innermost occurrence at an offset, or what is stated there; None if there is neither."""
        inner = self.inner_place(offset, path)
        if inner is None:
            return None
        found = self.at_inner(*inner)
        return self._placed(found) if isinstance(found, Occurrence) else found

    def file_named(self, path: str | PathLike[str] | None) -> str | None:
        """Return a path that a caller gives as it is in spans, None for the document itself.

        Raises:
            LookupError: the document includes no such file; the message names the nearest.
            TypeError: it is no path.
        """
        if path is None:
            return None
        name = fspath(given_path(path))
        files = self.pages if self.places is None else (self._places_in(own).path for own in self.pages)
        known = [file for file in files if file is not None]
        if name not in known and name != self.path:
            raise NotInDebateError(f"this document includes no file {name!r}", nearest(name, known))
        return None if name == self.path else name

    def _places_in(self, page: str | None) -> PagePlaces:
        """Return where the text of a page is, in a document that is itself read from a page in Markdown."""
        assert self.places is not None, "it is read from one"
        return self.places if page is None else self.places.others.get(page, PagePlaces(path=page))

    def inner_place(self, offset: int, path: str | None) -> tuple[int, str | None] | None:
        """Return an offset in a file as one in the text that was read from it."""
        if self.places is None:
            return offset, path
        for name, page in self.pages.items():
            places = self._places_in(name)
            inside = places.inside(offset) if places.path == path else None
            if inside is not None and inside < len(page.text):
                return inside, name
        return None

    def at_inner(self, offset: int, path: str | None) -> Occurrence | Ref | None:
        """Return the same at an offset into the text of a page, with places there."""
        page = self.pages.get(path)
        if page is None:
            return None
        if page.tree.frontmatter and offset < page.tree.frontmatter[0][1]:
            names = self._of_frontmatter(Span(offset, offset, path))
            return _innermost((name.occurrence(0, path) for name in names), offset)
        starts, blocks = self._by_path.get(path, ([], []))
        index = bisect_right(starts, offset) - 1
        return self._in_block(blocks[index], offset, path) if index >= 0 else None

    def _in_block(self, block: PlacedBlock, offset: int, path: str | None) -> Occurrence | Ref | None:
        start = block.block.start
        inside = [
            name.occurrence(start, path, ref)
            for name, ref in block.numbered()
            if name.start + start <= offset < name.end + start
        ]
        found = _innermost(inside, offset)
        return found or self._stated(block, offset - start, path)

    def _stated(self, block: PlacedBlock, offset: int, path: str | None) -> Ref | None:
        """Return what the line at an offset of a block states."""
        line = next((line for line in block.names.lines if line.start <= offset < line.end), None)
        if line is None or line.kind is Kind.HEADING:
            return None
        if line.title is not None and line.kind in REFS:
            return REFS[line.kind](line.title)
        place: int | None = block.block.start + line.start
        if isinstance(moved := self.debate.parts, MovedDebate):
            place = moved.stable_place(block.block.start + line.start)
        return self.named.untitled_by_place.get((path, place))

    @cached_property
    def _by_path(self) -> dict[str | None, tuple[list[int], list[PlacedBlock]]]:
        found: dict[str | None, tuple[list[int], list[PlacedBlock]]] = {}
        for block in self.blocks:
            starts, blocks = found.setdefault(block.page.path, ([], []))
            starts.append(block.block.start)
            blocks.append(block)
        return found


def _innermost(occurrences: Iterator[Occurrence] | list[Occurrence], offset: int) -> Occurrence | None:
    inside = [each for each in occurrences if each.span.start <= offset < each.span.end]
    return min(inside, key=lambda each: each.span.end - each.span.start, default=None)


def _shifted(place: Range, shift: int) -> Range:
    return place[0] + shift, place[1] + shift
