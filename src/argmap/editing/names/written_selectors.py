"""The selectors in frontmatter, and what these name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from argmap.data import FrozenDict
from argmap.data.blocks import read_frontmatter
from argmap.data.locations import Path
from argmap.data.written_scalars import Range, character_places
from argmap.editing.names.data_names import texts_in
from argmap.editing.names.occurrence import Name, NameRef, Use
from argmap.model import Debate
from argmap.model.reference import SectionRef
from argmap.reading.source_files import SourceFile
from argmap.selectors.selector_names import Named, SelectorName, names_in
from argmap.text import Span

_ITEM = ("check", "rules", 0, "select")


def is_selector(path: Path) -> bool:
    """Return whether a path in frontmatter leads to a selector.

    >>> is_selector(("check", "rules", 2, "select")), is_selector(("color", "select"))
    (True, False)
    """
    if len(path) == len(_ITEM) and isinstance(path[2], int):
        path = (*path[:2], 0, *path[3:])
    return path in (("selection", "select"), _ITEM)


@frozen(slots=False)
class WrittenSelector:
    """A selector in frontmatter: its text, and the YAML that says it, at a span in the text of a page."""

    text: str
    written: str
    span: Span

    @cached_property
    def inside(self) -> tuple[SelectorName, ...]:
        """What it names, in offsets into its own text."""
        return names_in(self.text)

    @cached_property
    def places(self) -> list[Range] | None:
        """Where in the YAML each character of the text is; None if that cannot be worked out."""
        return character_places(self.written, self.text)

    def names(self, debate: Debate) -> Iterator[Name]:
        """Yield what it names, in offsets into the text of the page; several sections may have one title."""
        for name in self.inside:
            for ref in refs_of(debate, name.named):
                start, end = self.span_of(name.start, name.end)
                name_start, name_end = self.span_of(name.name_start, name.name_end)
                yield Name(ref, Use.SETTING, start, end, name_start, name_end)

    def span_of(self, start: int, end: int) -> Range:
        """Return where the page has a stretch of the selector; if unknown, where the whole selector is."""
        if not self.places:
            return self.span.start, self.span.end
        shift = self.span.start
        first = self.places[min(start, len(self.places) - 1)][0]
        last = self.places[end - 1][1] if end > start else first
        return first + shift, last + shift


def refs_of(debate: Debate, named: Named) -> tuple[NameRef, ...]:
    """Return what a name in a selector refers to: several sections may have one title."""
    if not isinstance(named, str):
        return (named,)
    return tuple(
        SectionRef(section.id, section.title) for section in debate.sections if section.title == named
    )


def written_selectors(page: SourceFile) -> Iterator[WrittenSelector]:
    """Yield the selectors that are written in the frontmatter of a page, not brought in by an alias."""
    if not page.tree.frontmatter:
        return
    start, end = page.tree.frontmatter[1]
    metadata = read_frontmatter(page.text[start:end])[0] or FrozenDict()
    settings = FrozenDict({key: metadata[key] for key in ("selection", "check") if key in metadata})
    for path, text in texts_in(settings):
        pair = page.frontmatter_locations.get(path) if is_selector(path) else None
        if pair is not None:
            written = page.text[pair.value.start : pair.value.end]
            if not written.startswith("*"):
                yield WrittenSelector(text, written, pair.value)
