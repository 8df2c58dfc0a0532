"""Reading a text again of which blocks changed: only these, and what they name is put together anew."""

from __future__ import annotations

from attrs import frozen

from argmap.reading.data_places import DataPlaces
from argmap.reading.edited.block_stretches import BlockStretch, changed_stretch, stretches_around
from argmap.reading.edited.findings_after_change import MovedFindings
from argmap.reading.edited.kept_contents import take_over
from argmap.reading.edited.moved_debate import MovedDebate
from argmap.reading.edited.patched_debate import DebatePatch, PatchedDebate
from argmap.reading.edited.reread_blocks import MoreChanged, RereadBlocks, Rereading
from argmap.reading.edited.stable_page import StablePage
from argmap.reading.element_reader import ElementReader
from argmap.reading.findings_by_origin import FindingsByOrigin, findings_in_structure
from argmap.reading.mistakes.consistency import odd_wording
from argmap.reading.mistakes.html_tags import may_be_tag
from argmap.reading.reader import DocumentReading
from argmap.reading.source_files import SourceFile
from argmap.syntax import Block, Kind
from argmap.syntax.reparsing import Change
from argmap.text import Diagnostic

# Stable places get no further from the beginning than so many times the length of a text.
_MOST_LENGTHS = 4
_MOST_CHARACTERS = 100_000


@frozen
class ChangedBlocks:
    """A page of which blocks changed since an earlier one, and what is odd in its lines now."""

    page: SourceFile
    earlier_page: SourceFile
    change: Change
    earlier: DocumentReading
    in_lines: tuple[Diagnostic, ...]

    def read(self) -> DocumentReading:
        """Return the debate of the page.

        Raises:
            MoreChanged: it does not follow from the blocks that changed by themselves and all others, or
                something was or is odd in them.
        """
        earlier, gathered = self.earlier, self.earlier.gathered
        stretch = changed_stretch(self.page, self.earlier_page, self.change)
        moved = MovedFindings(self._change_of(stretch))
        if moved.meet(gathered.diagnostics) or self._bear_on_others(stretch):
            raise MoreChanged
        before = MovedDebate.of(earlier.debate, self._old)
        if before.places.end() > _MOST_LENGTHS * len(self.page.text) + _MOST_CHARACTERS:
            raise MoreChanged
        stretches = tuple(stretches_around(before.changed, stretch, self._old))
        rereading = Rereading(self.page, earlier.settings, before.origin, before.places, gathered.contents)
        reread = tuple(rereading.all(stretches))
        new = next(part for part in reread if part.stretch == stretch)
        if new.is_odd:
            raise MoreChanged
        patch = DebatePatch(
            before, gathered.lines, gathered.dropped, earlier.settings, self._old, self._new, reread
        ).applied()
        contents = self._contents(new, patch, moved)
        gathered = gathered._replace(
            contents=contents,
            diagnostics=moved.all(gathered.diagnostics) or (),
            lines=patch.lines,
        )
        by_origin = self._by_origin(before, patch, moved)
        findings = by_origin.all(gathered.diagnostics, patch.moved.origin, contents, {None: self.page})
        return DocumentReading(patch.moved.debate(), findings, earlier.settings, gathered, by_origin)

    @property
    def _old(self) -> tuple[Block, ...]:
        return self.earlier_page.tree.blocks

    @property
    def _new(self) -> tuple[Block, ...]:
        return self.page.tree.blocks

    def _change_of(self, stretch: BlockStretch) -> Change:
        """Return the change of a text of which blocks are read again."""
        old, shift = self._old, self.change.shift
        behind = len(old) - stretch.old.stop
        end = old[stretch.old.stop].start if behind else len(self.earlier_page.text)
        start = old[stretch.old.start].start if stretch.old else end
        return Change(stretch.old.start, behind, start, end, shift)

    def _bear_on_others(self, stretch: BlockStretch) -> bool:
        """Return whether blocks have, or had, what decides how others are read."""
        old = self._old[stretch.old.start : stretch.old.stop]
        new = self._new[stretch.new.start : stretch.new.stop]
        return any(map(_bears_on_others, (*old, *new)))

    def _contents(self, new: RereadBlocks, patch: PatchedDebate, moved: MovedFindings) -> ElementReader:
        """Return what was noticed in the texts of the page."""
        contents, places = new.walk.contents, patch.moved.places
        contents.mentions = [(kind, title, places.span(span)) for kind, title, span in contents.mentions]
        contents.bracketed = [
            title._replace(span=places.span(title.span), colon=title.colon and places.span(title.colon))
            for title in contents.bracketed
        ]
        gone = (
            (block.text, *element.content)
            for block in self._old[new.stretch.old.start : new.stretch.old.stop]
            for element in block.elements
            if element.content
        )
        take_over(contents, self.earlier.gathered.contents, moved, gone)
        return contents

    def _by_origin(self, before: MovedDebate, patch: PatchedDebate, moved: MovedFindings) -> FindingsByOrigin:
        earlier, now = self.earlier.by_origin, patch.moved
        block_form = self.earlier.settings.data.switch_to_block_format_if_multiline
        stable = DataPlaces(StablePage(now.places, self.page), block_form)
        in_structure = findings_in_structure(now.origin, {None: self.page}, stable)
        elsewhere = {
            place.span
            for element in patch.touched.elements(before.origin)
            for place in before.element(element).places
        }
        others = [finding for finding in earlier.in_wording if finding.span not in elsewhere]
        touched = map(now.element, patch.touched.elements(now.origin))
        return FindingsByOrigin(
            self.in_lines,
            tuple(now.places.finding(finding) for finding in in_structure),
            (*moved.of_other_blocks(others), *odd_wording(touched)),
        )


def _bears_on_others(block: Block) -> bool:
    """Return whether a block decides elsewhere what is HTML, or how things without a title are numbered."""
    return (
        "</" in block.text
        or "Untitled " in block.text
        or any(
            element.kind is Kind.ARGUMENT and element.title is not None and may_be_tag(element.title)
            for element in block.elements
        )
    )
