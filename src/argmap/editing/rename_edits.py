"""Edits that give something another title, wherever a text names it."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.data.yaml_reader import read_yaml
from argmap.editing.names.name_index import NameIndex
from argmap.editing.names.occurrence import NameRef, Occurrence, Use
from argmap.editing.new_titles import SAFE, check_free, titled
from argmap.editing.same_shape import check_shape
from argmap.editing.selector_edits import selector_edits
from argmap.editing.written_names import tag_in_place_of, without_tags, yaml_in_place_of
from argmap.model import EvidenceRef, NotInDebateError, QuestionRef
from argmap.model.expected import expectations_of
from argmap.model.lookup import reference_in
from argmap.model.reference import SIGNS, ElementRef, SchemeRef, SectionRef, SourceRef, TagRef
from argmap.text import Edit, Span
from argmap.writing.escaping import markup_of


def rename(names: NameIndex, ref: NameRef, title: str) -> tuple[Edit, ...]:
    """Return the edits that give something another title, in all files.

    Raises:
        LookupError: nothing has that name.
        ValueError: the new title is taken, or would be read as something else in some place.
    """
    if isinstance(ref, ElementRef) and ref in names.debate and names.debate[ref].is_untitled:
        raise ValueError(f"{ref} has no title; give it one")
    places = [place for place in names.inner(ref) if place.use is not Use.POSITION]
    if not any(place.use is not Use.SETTING for place in places):
        raise NotInDebateError(f"nothing is called {ref} in this text")
    new = titled(ref, title)
    if new == ref:
        return ()
    _check_kind(names, ref, places)
    check_free(names, new)
    if isinstance(ref, SchemeRef):
        _check_schemes(names, ref, new)
    _check_expectations(names, ref, new)
    in_selectors = selector_edits(names, ref, new)
    edits = [_renamed(names, place, new) for place in places if not in_selectors.covers(place.span)]
    edits += in_selectors.edits
    if not (SAFE.fullmatch(ref.title) and SAFE.fullmatch(new.title)):
        check_shape(names, edits, ref, new)
    return names.outer(edits)


def _check_kind(names: NameIndex, ref: NameRef, places: Iterable[Occurrence]) -> None:
    is_declared = isinstance(ref, SourceRef) and ref.title in names.debate.sources
    if is_declared and not any(place.use is Use.DEFINITION for place in places):
        raise ValueError(
            f"the source {ref} is declared in a bibliography; change its key there first, then rename it here"
        )
    for place in places:
        if place.use not in (Use.DATA, Use.SETTING) and names.has_comment(place.name_span):
            raise ValueError(f"there is a comment in the title {ref}, in {names.shown(place.span)}")


def _check_schemes(names: NameIndex, *refs: NameRef) -> None:
    """Raise if the catalogue, or a file of the author, has a scheme with one of these names."""
    schemes = names.reading.gathered.schemes
    for ref in refs:
        known = schemes.known(ref.title)
        if known is not None:
            home = "a file that the document names" if known.own else "the catalogue"
            raise ValueError(f"{ref} is the name of a scheme in {home}, which is not changed")


def _check_expectations(names: NameIndex, ref: NameRef, new: NameRef) -> None:
    """Raise if a name without brackets in `expect` could mean several things."""
    expected: Iterable[str] = (
        each.name for each in expectations_of(names.debate, names.debate.metadata) if each.path
    )
    if "expect" not in names.debate.metadata:
        return
    others = {element.title for element in names.debate if element.ref != ref}
    for name in expected:
        if reference_in(name) is None and name in (ref.title, new.title) and new.title in others:
            raise ValueError(
                f"`expect` in the frontmatter names {name!r} without brackets: it would mean several things"
            )


def _renamed(names: NameIndex, place: Occurrence, new: NameRef) -> Edit:
    text = names.pages[place.span.path].text
    written = text[place.span.start : place.span.end]
    if place.use in (Use.DATA, Use.SETTING) or isinstance(new, SourceRef):
        inside = Span(place.name_span.start - place.span.start, place.name_span.end - place.span.start)
        value = _value(names, written, place.ref, new, inside)
        return Edit(place.span, yaml_in_place_of(written, value))
    match new:
        case SectionRef():
            words = markup_of(new.title, (), names.reading.gathered.contents.inline)
            return Edit(
                place.name_span, words if place.name_span.end > place.name_span.start else f"{words} "
            )
        case TagRef():
            return Edit(place.span, tag_in_place_of(written, new.title))
        case _:
            return Edit(place.name_span, new.title)


def _value(names: NameIndex, written: str, old: NameRef, new: NameRef, inside: Span) -> str:
    """Return the text in data that uses the new title of something; `inside` is where the old title is."""
    title = new.title
    if isinstance(new, SectionRef):
        title += old.title[len(without_tags(old.title)) :]
    is_quoted = written[:1] in ("'", '"')
    before, behind = written[is_quoted : inside.start], written[inside.end : len(written) - is_quoted]
    if inside == Span(0, len(written)) and written != old.title:
        # There are escapes: what surrounds the title is found in the value itself.
        value = str(read_yaml(written)[0])
        before, _, behind = value.partition(old.title)
    if not before and isinstance(new, EvidenceRef | QuestionRef) and title in names.debate.claims:
        # Without its sign the title would also name the claim.
        before = SIGNS[type(new)]
    return before + title + behind
