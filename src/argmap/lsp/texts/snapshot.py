"""A version of a text in an editor that was read."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from argmap.api.documents import Document
from argmap.lsp.texts.buffer import TextBuffer
from argmap.lsp.texts.regions import Region, regions_of

if TYPE_CHECKING:
    from argmap.reasoning import Evaluation


@frozen(slots=False)
class Snapshot:
    """A version of a text in an editor, and the document that was read from it.

    `file_text` returns the text of another file by its path, as given in spans of included files; None if it
    cannot be read.
    """

    uri: str
    version: int
    buffer: TextBuffer
    document: Document
    file_text: Callable[[str], str | None] = field(repr=False)
    # The evaluation of each document by its number, made when first asked for.
    evaluations: dict[int, Evaluation | None] = field(factory=dict, init=False, eq=False, repr=False)

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """The document, or those in the fences of a page."""
        return tuple(regions_of(self.document))

    def region_at(self, offset: int) -> tuple[Region, int] | None:
        """Return the document at an offset and the offset in its text; None outside of all fences."""
        for region in self.regions:
            inside = region.inside(offset)
            if inside is not None:
                return region, inside
        return None

    def buffer_of(self, path: str | None) -> TextBuffer | None:
        """Return the text that spans with a path are in: None stands for the text itself."""
        if path is None:
            return self.buffer
        text = self.file_text(path)
        return None if text is None else TextBuffer(text, self.buffer.encoding)
