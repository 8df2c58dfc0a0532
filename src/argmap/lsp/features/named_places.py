"""Where something that is named at a place is defined, declared and used."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter

from attrs import frozen

from argmap.api.documents import Document
from argmap.editing.names.name_index import NameIndex
from argmap.editing.names.occurrence import NameRef, Occurrence, Use
from argmap.model import ElementRef
from argmap.model.reference import SourceRef
from argmap.model.stated import canonical
from argmap.reading import SourceFile
from argmap.syntax import Include
from argmap.text import Span


@frozen
class Destination:
    """Where a name leads: `origin` is the name that was asked about, `span` what it leads to.

    `name_span` is the name in it.
    """

    origin: Span
    span: Span
    name_span: Span


@frozen
class Highlight:
    """A place that names the same thing; it `is_definition` or only uses the name."""

    span: Span
    is_definition: bool


def occurrence_at(document: Document, offset: int, path: str | None = None) -> Occurrence | None:
    """Return the place at which a document names something at an offset, or right before it.

    >>> import argmap
    >>> document = argmap.parse("[Sun]: It shines.")
    >>> str(occurrence_at(document, 5).ref), occurrence_at(document, 9)
    ('[Sun]', None)
    """
    there = document.at(offset, path)
    if isinstance(there, Occurrence):
        return there
    before = document.at(offset - 1, path) if offset > 0 else None
    return before if isinstance(before, Occurrence) and before.span.end == offset else None


def included_paths(document: Document) -> tuple[str, ...]:
    """Return the files that a document includes, by the paths that spans in them have.

    >>> import argmap
    >>> included_paths(argmap.parse("[Sun]: It shines."))
    ()
    """
    names = document._names
    others = names.places.others if names and names.places else {}
    # The fences of an included page have separate paths, but their spans are those of the page.
    paths = (others[path].path if path in others else path for path in (names.pages if names else ()) if path)
    return tuple(dict.fromkeys(path for path in paths if path is not None))


def definition(document: Document, offset: int) -> tuple[Destination, ...]:
    r"""Return where what is named at an offset is defined: by the statement whose text counts.

    Tags are defined where they are first used, sections by their headings, sources in frontmatter, and
    include lines lead to the file.

    >>> import argmap
    >>> document = argmap.parse("[Sun]: It shone.\n\n[Sun]: It shines.\n\n<Forecast>: See @[Sun].")
    >>> [place.span[:2] for place in definition(document, 55)]
    [(18, 35)]
    """
    return _leading(document, offset, is_first=False)


def declaration(document: Document, offset: int) -> tuple[Destination, ...]:
    """Return where what is named at an offset is first defined."""
    return _leading(document, offset, is_first=True)


def references(
    document: Document, offset: int, path: str | None = None, *, with_definitions: bool = True
) -> tuple[Occurrence, ...]:
    r"""Return all places that name what is named at an offset, also those in included files.

    With a `path`, that of a span, the offset counts in a file that the text includes.

    >>> import argmap
    >>> document = argmap.parse("[Sun]: It shines.\n\n<Forecast>: See @[Sun].")
    >>> [place.span.start for place in references(document, 2)]
    [0, 35]
    """
    here = occurrence_at(document, offset, path)
    names = document._names
    if here is None or names is None:
        return ()
    places = names.all(here.ref)
    return tuple(place for place in places if with_definitions or place.use is not Use.DEFINITION)


def highlights(document: Document, offset: int) -> tuple[Highlight, ...]:
    """Return the places in the document's own text that name what is named at an offset."""
    return tuple(
        Highlight(place.span, place.use is Use.DEFINITION)
        for place in references(document, offset)
        if place.span.path is None
    )


def home(document: Document, ref: NameRef) -> Occurrence | None:
    """Return the place where something is defined, or else the first that names it; None if there is none."""
    names = document._names
    if names is None:
        return None
    if isinstance(ref, ElementRef):
        return _home_of_element(document, names, ref)
    return _first(names, ref)


def homes(document: Document, span: Span) -> Iterator[tuple[Occurrence, ElementRef]]:
    """Yield the places in a stretch of the text where elements are defined, with what is defined there."""
    names = document._names
    for place in names.within(span) if names else ():
        ref = place.ref
        if isinstance(ref, ElementRef) and place.use in (Use.DEFINITION, Use.REFERENCE):
            line = line_of(document, ref)
            if line is not None and _holds(line, place):
                yield place, ref


def line_of(document: Document, ref: ElementRef) -> Span | None:
    """Return the line that defines an element, or else the first that names it; None if there is none."""
    if ref not in document.debate:
        return None
    places = document.debate[ref].places
    statement = canonical(places) or next(iter(places), None)
    return statement.span if statement else None


def _holds(line: Span, place: Occurrence) -> bool:
    return line.path == place.span.path and line.start <= place.span.start < line.end


def _home_of_element(document: Document, names: NameIndex, ref: ElementRef) -> Occurrence | None:
    span = line_of(document, ref)
    if span is not None:
        for place in names.within(span):
            if place.ref == ref and place.use in (Use.DEFINITION, Use.REFERENCE):
                return place
    return _first(names, ref)


def _first(names: NameIndex, ref: NameRef) -> Occurrence | None:
    places = names.all(ref)
    definitions = (place for place in places if place.use is Use.DEFINITION)
    in_text = (place for place in places if place.use is not Use.SETTING)
    return next(definitions, None) or next(in_text, None) or next(iter(places), None)


def _leading(document: Document, offset: int, *, is_first: bool) -> tuple[Destination, ...]:
    names = document._names
    here = occurrence_at(document, offset)
    if names is None:
        return ()
    if here is None:
        return tuple(_included(names.page, offset))
    place = _first(names, here.ref) if is_first else home(document, here.ref)
    if isinstance(here.ref, SourceRef) and (place is None or place.use is not Use.DEFINITION):
        source = document.debate.sources.get(here.ref.title)
        if source is not None and source.span is not None:
            return (Destination(here.span, source.span, source.span),)
    return () if place is None else (_destination(document, here, place),)


def _destination(document: Document, here: Occurrence, place: Occurrence) -> Destination:
    ref = place.ref
    is_stated = isinstance(ref, ElementRef) and ref in document.debate
    statements = document.debate[ref].places if isinstance(ref, ElementRef) and is_stated else ()
    lines = (each.span for each in statements if each.span and _holds(each.span, place))
    return Destination(here.span, next(lines, place.span), place.name_span)


def _included(page: SourceFile, offset: int) -> Iterator[Destination]:
    """Yield where the include line at an offset leads."""
    parts = page.tree.parts
    for part in parts[: bisect_right(parts, offset, key=attrgetter("start"))][-1:]:
        target = page.includes.get(part.start)
        if isinstance(part, Include) and offset <= part.end and isinstance(target, SourceFile):
            start = Span(0, 0, target.path)
            yield Destination(Span(part.start, part.end), start, start)
