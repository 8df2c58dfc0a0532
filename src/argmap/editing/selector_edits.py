"""Edits that change titles in the selectors of settings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from attrs import frozen

from argmap.data.written_scalars import escaped_like, says
from argmap.editing.names.name_index import NameIndex
from argmap.editing.names.occurrence import NameRef
from argmap.editing.names.written_selectors import WrittenSelector, refs_of, written_selectors
from argmap.editing.written_names import tag_in_place_of, without_tags, yaml_in_place_of
from argmap.model import Debate
from argmap.model.reference import SectionRef, TagRef
from argmap.selectors.expression import quoted_or_bare
from argmap.selectors.selector_names import SelectorName, names_in
from argmap.text import Edit, Span
from argmap.text.edited_text import apply


@frozen
class SelectorEdits:
    """Edits of selectors, and where these are."""

    edits: tuple[Edit, ...]
    spans: tuple[Span, ...]

    def covers(self, place: Span) -> bool:
        """Return whether a place is in one of the selectors."""
        return any(
            span.path == place.path and span.start <= place.start and place.end <= span.end
            for span in self.spans
        )


def selector_edits(names: NameIndex, old: NameRef, new: NameRef) -> SelectorEdits:
    """Return the edits that rename something in the selectors of a document's frontmatter.

    Raises:
        ValueError: no selector can contain the new title, or one would mean something else with it.
    """
    selectors = list(written_selectors(names.page))
    edits = chain.from_iterable(_edits(names, selector, old, new) for selector in selectors)
    return SelectorEdits(tuple(edits), tuple(selector.span for selector in selectors))


def _edits(names: NameIndex, selector: WrittenSelector, old: NameRef, new: NameRef) -> Iterator[Edit]:
    debate = names.debate
    renamed = [name for name in selector.inside if old in refs_of(debate, name.named)]
    _check_sections(names, selector, new)
    if not renamed:
        return
    inner = [Edit(_stretch(name, new), _written(debate, selector.text, name, old, new)) for name in renamed]
    text = apply(selector.text, inner)
    if not _is_renamed(debate, selector, text, old, new):
        raise ValueError(f"{new} cannot be written in the selector in {names.shown(selector.span)}")
    if selector.places is not None:
        edits = [_inside(selector, edit) for edit in inner]
        if says(_written_after(selector, edits), text):
            yield from edits
            return
    # A block of YAML includes the line end after it.
    written = selector.written.rstrip("\r\n")
    start, _, path = selector.span
    yield Edit(Span(start, start + len(written), path), yaml_in_place_of(written, text))


def _inside(selector: WrittenSelector, edit: Edit) -> Edit:
    """Return an edit of a selector as one of the page."""
    start, end = selector.span_of(edit.span.start, edit.span.end)
    return Edit(Span(start, end, selector.span.path), escaped_like(selector.written, edit.replacement))


def _written_after(selector: WrittenSelector, edits: list[Edit]) -> str:
    shift = selector.span.start
    inside = (Edit(Span(edit.span.start - shift, edit.span.end - shift), edit.replacement) for edit in edits)
    return apply(selector.written, inside)


def _stretch(name: SelectorName, new: NameRef) -> Span:
    if isinstance(new, SectionRef | TagRef):
        return Span(name.start, name.end)
    return Span(name.name_start, name.name_end)


def _written(debate: Debate, text: str, name: SelectorName, old: NameRef, new: NameRef) -> str:
    written = text[name.start : name.end]
    match new:
        case TagRef():
            return tag_in_place_of(written, new.title)
        case SectionRef():
            title = _with_tags(old, new)
            # Other sections with the old title are still meant.
            is_shared = len(refs_of(debate, name.named)) > 1
            return quoted_or_bare(title, is_bare=written[:1] != '"') + (f", {written}" if is_shared else "")
        case _:
            return new.title


def _with_tags(old: NameRef, new: NameRef) -> str:
    """Return the new title of a section with the tags that stay at its end."""
    return new.title + old.title[len(without_tags(old.title)) :]


def _is_renamed(debate: Debate, selector: WrittenSelector, text: str, old: NameRef, new: NameRef) -> bool:
    """Return whether a text is a selector with a new name for something, and otherwise the same names."""
    expected: list[object] = []
    for name in selector.inside:
        refs = refs_of(debate, name.named)
        if old not in refs:
            expected.append(name.named)
        elif isinstance(new, SectionRef):
            expected += [_with_tags(old, new), name.named][: len(refs)]
        else:
            expected.append(new)
    return [name.named for name in names_in(text)] == expected


def _check_sections(names: NameIndex, selector: WrittenSelector, new: NameRef) -> None:
    """Raise if a selector asks for sections by a title that one more section would then have."""
    if not isinstance(new, SectionRef):
        return
    asked = [name.named for name in selector.inside if isinstance(name.named, str)]
    others = [section for section in names.debate.sections if section.id != new.id]
    taken = {title for section in others for title in (section.id, section.title)}
    own = {section.title for section in names.debate.sections if section.id == new.id}
    titles = {_with_tags(SectionRef(new.id, title), new) for title in own}
    is_asked = titles.intersection(asked) or (own.intersection(asked) and titles & taken)
    if is_asked and titles != own:
        raise ValueError(f"{new} would mean several sections in the selector in {names.shown(selector.span)}")
