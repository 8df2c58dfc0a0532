"""Reading a text again of which only words changed: the debate stays, but for those words and all places."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from attrs import frozen

from argmap.model import Debate
from argmap.reading.data_places import DataPlaces
from argmap.reading.edited.block_stretches import lacks_parent
from argmap.reading.edited.changed_blocks import ChangedBlocks
from argmap.reading.edited.findings_after_change import MovedFindings
from argmap.reading.edited.kept_contents import take_over
from argmap.reading.edited.moved_debate import MovedDebate, Wording
from argmap.reading.edited.reread_blocks import MoreChanged
from argmap.reading.element_reader import NOTHING, BlockPlace, ElementReader
from argmap.reading.findings_by_origin import (
    FindingsByOrigin,
    Pages,
    findings_in_lines,
    findings_in_structure,
)
from argmap.reading.mistakes.consistency import odd_wording
from argmap.reading.mistakes.html_tags import HtmlTags
from argmap.reading.reader import DocumentReading, EarlierReading, contents_under
from argmap.reading.source_files import SourceFile
from argmap.syntax import Block, Element, Kind
from argmap.syntax.reparsing import Change
from argmap.text import Diagnostic, Span

# What a frontmatter may name that is in other files, which may have changed.
_ELSEWHERE = ("bibliography", "schemes")


@frozen(slots=False)
class EditedPage:
    """A page which differs by a change from an earlier one that was read."""

    page: SourceFile
    change: Change
    earlier_page: SourceFile
    earlier: DocumentReading

    def known(self) -> EarlierReading:
        """Return what the earlier page tells of this one, whatever changed."""
        return EarlierReading(self.earlier.gathered.contents, self.in_lines)

    @cached_property
    def in_lines(self) -> tuple[Diagnostic, ...]:
        """What is odd in the lines of the page: only those are looked at that changed."""
        start, end = self.change.start, self.change.end + self.change.shift
        new = (
            finding
            for finding in findings_in_lines(self.page, start, end)
            if start <= finding.span.start < end
        )
        return (*MovedFindings(self.change).of_other_blocks(self.earlier.by_origin.in_lines), *new)

    def read(self) -> DocumentReading | None:
        """Return the debate of the page.

        None if what changed does not follow from the blocks that changed by themselves, or something was or
        is odd in them: then all has to be read.
        """
        settings, metadata = self.earlier.settings, self.earlier.debate.metadata
        if (
            settings.model.explode_arguments
            or settings.group.regroup
            or any(key in metadata for key in _ELSEWHERE)
        ):
            return None
        return self._with_words() or self._with_blocks()

    def _with_words(self) -> DocumentReading | None:
        """Return the debate if nothing but words changed."""
        earlier, change, page = self.earlier, self.change, self.page
        settings, gathered = earlier.settings, earlier.gathered
        blocks = page.tree.blocks
        if change.behind and lacks_parent(blocks[len(blocks) - change.behind]):
            # How to mend that depends on where the block above ends.
            return None
        words = _ChangedWords.between(self)
        if words is None:
            return None
        moved = MovedFindings(change, words.places)
        if moved.meet(gathered.diagnostics):
            return None
        take_over(words.contents, gathered.contents, moved, words.gone)
        debate_now = self._debate(words.wordings)
        debate = debate_now.debate()
        gathered = gathered._replace(
            contents=words.contents, diagnostics=moved.all(gathered.diagnostics) or ()
        )
        by_origin = self._by_origin(debate_now, debate, words, moved)
        # Titles are the same, and nothing has to be moved to know them.
        findings = by_origin.all(gathered.diagnostics, debate_now.origin, words.contents, {None: page})
        return DocumentReading(debate, findings, settings, gathered, by_origin)

    def _with_blocks(self) -> DocumentReading | None:
        """Return the debate of the blocks that changed and those that did not; None if that cannot be."""
        blocks = ChangedBlocks(self.page, self.earlier_page, self.change, self.earlier, self.in_lines)
        try:
            return blocks.read()
        except MoreChanged:
            return None

    def _debate(self, wordings: tuple[tuple[Wording, ...], ...]) -> MovedDebate:
        change, blocks = self.change, self.page.tree.blocks
        changed = dict(enumerate(wordings, change.before))
        earlier = MovedDebate.of(self.earlier.debate, self.earlier_page.tree.blocks)
        return MovedDebate(earlier.origin, earlier.places.with_blocks(blocks), {**earlier.changed, **changed})

    def _by_origin(
        self, now: MovedDebate, debate: Debate, words: _ChangedWords, moved: MovedFindings
    ) -> FindingsByOrigin:
        earlier, change = self.earlier.by_origin, self.change
        in_structure = moved.all(earlier.in_structure)
        if in_structure is None:
            pages: Pages = {None: self.page}
            block_form = self.earlier.settings.data.switch_to_block_format_if_multiline
            in_structure = tuple(findings_in_structure(debate, pages, DataPlaces(pages, block_form)))
        blocks = range(change.before, len(now.places.now) - change.behind)
        touched = tuple(now.elements_in(blocks))
        elsewhere = {place.span for element in touched for place in element.places}
        in_wording = (
            *(it for it in moved.all(earlier.in_wording) or () if it.span not in elsewhere),
            *odd_wording(touched),
        )
        return FindingsByOrigin(self.in_lines, in_structure, in_wording)


@frozen
class _ChangedWords:
    """What the elements of the changed blocks say now, and where they are that were at a span."""

    contents: ElementReader
    wordings: tuple[tuple[Wording, ...], ...]
    places: dict[Span, Span]
    # Which texts with markup nobody will ask for again.
    gone: Collection[tuple[str, int, int]]

    @classmethod
    def between(cls, edited: EditedPage) -> _ChangedWords | None:
        """Return what changed; None if it is more than words."""
        page, earlier_page = edited.page, edited.earlier_page
        new, old = _changed(page, edited.change), _changed(earlier_page, edited.change)
        if len(new) != len(old) or any("</" in place.block.text for place in (*new, *old)):
            # What closes a tag of HTML decides what the title of one is elsewhere.
            return None
        settings = edited.earlier.settings
        contents, old_contents = contents_under(settings), contents_under(settings)
        contents.html, old_contents.html = HtmlTags(page), HtmlTags(earlier_page)
        places: dict[Span, Span] = {}
        wordings: list[tuple[Wording, ...]] = []
        for place, old_place in zip(new, old, strict=True):
            in_block: list[Wording] = []
            for element, old_element in _pairs(place.block, old_place.block):
                if not (old_element and element and _shape(place, element) == _shape(old_place, old_element)):
                    return None
                span = place.span(element.start, element.end)
                places[old_place.span(old_element.start, old_element.end)] = span
                if element.kind is Kind.INFERENCE:
                    in_block.append(Wording(NOTHING, tuple(contents.rules(place, element))))
                    continue
                inline, old_inline = contents.text(place, element), old_contents.text(old_place, old_element)
                if inline.tags != old_inline.tags or bool(inline.text) is not bool(old_inline.text):
                    return None
                in_block.append(Wording(inline))
            wordings.append(tuple(in_block))
        if contents.diagnostics or old_contents.diagnostics:
            return None
        return cls(contents, tuple(wordings), places, old_contents.inline.known)


def _changed(page: SourceFile, change: Change) -> list[BlockPlace]:
    """Return the blocks of a page that change."""
    blocks = page.tree.blocks
    return [BlockPlace(page, block) for block in blocks[change.before : len(blocks) - change.behind]]


def _pairs(new: Block, old: Block) -> Iterator[tuple[Element | None, Element | None]]:
    """Yield the elements of two blocks side by side; a pair with None if they cannot be alike."""
    if len(new.elements) != len(old.elements) or new.problems or old.problems:
        yield None, None
        return
    yield from zip(new.elements, old.elements, strict=True)


def _shape(place: BlockPlace, element: Element) -> tuple[object, ...]:
    """Return all that an element says, but for its words."""
    page, block = place

    def written(ranges: Iterable[tuple[int, int]]) -> list[str]:
        return [page.text[block.start + start : block.start + end] for start, end in ranges]

    is_heading = element.kind is Kind.HEADING
    return (
        *(element.kind, element.marker, element.depth, element.title, element.is_reference),
        *(written(element.tags), written(element.data), len(element.rules)),
        element.content and (not is_heading or written([element.content])),
    )
