"""Documents put together from what was read."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike, fspath
from typing import TYPE_CHECKING

from attrs import evolve

from argmap.api.documents import Document, Inside
from argmap.text import Diagnostic, Findings, MarkupError, Severity
from argmap.text.visible import visible_line

if TYPE_CHECKING:
    from argmap.editing.names.name_index import NameIndex
    from argmap.reading import DocumentReading, SettingLayers, SourceFile


def document_of(
    page: SourceFile,
    path: str | PathLike[str] | None,
    strict: bool,
    layers: SettingLayers,
    reading: DocumentReading | None = None,
    earlier_names: NameIndex | None = None,
) -> Document:
    """Return the document of a page and its reading; without one, the page is read.

    `earlier_names` are what a text names that shares blocks with this one.
    """
    from argmap.reading import places_of, read

    place = named_path(path)
    reading = reading or read(page, layers=layers, path=place)
    document = Document(
        page.text,
        place,
        page.tree,
        reading.debate,
        reading.diagnostics,
        reading.settings,
        reading,
        page=page,
        earlier_names=earlier_names,
    )
    if page.includes and (others := places_of(page)):
        from argmap.fences.page_places import PagePlaces

        document = shown_in(document.text, Inside(document, PagePlaces(others=others)))
    if strict:
        raise_errors(document)
    return document


def shown_in(text: str, inside: Inside) -> Document:
    """Return a document as part of the text of a page, with places in that text."""
    from argmap.fences.relocating import relocated

    document, places = inside.document, inside.places
    findings = in_order(places.diagnostic(finding) for finding in document.diagnostics)
    debate = relocated(document.debate, places)
    return evolve(document, text=text, debate=debate, diagnostics=findings, reading=None, inside=inside)


def in_order(findings: Iterable[Diagnostic]) -> Findings:
    """Return findings, each once, in order of the text."""
    return Findings(sorted(dict.fromkeys(findings), key=_position))


def _position(finding: Diagnostic) -> tuple[str | int, ...]:
    return (finding.span.path or "", *finding.span[:2], finding.code)


def named_path(path: str | PathLike[str] | None) -> str | None:
    """Return a path as a string."""
    return None if path is None else fspath(path)


def raise_errors(document: Document) -> None:
    """Raise a MarkupError if a document has errors."""
    if not document.ok:
        raise MarkupError(_summary(document), document.diagnostics)


def _summary(document: Document) -> str:
    errors = [finding for finding in document.diagnostics if finding.severity is Severity.ERROR]
    first = errors[0]
    where = "" if first.span.path else "{}:{}: ".format(*document.location(first.span.start))
    more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
    return visible_line(f"{where}{first.code} {first.message}{more}")
