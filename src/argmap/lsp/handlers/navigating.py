"""Where something named at a place is defined, declared and used, and where links in the text lead."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lsprotocol import types

from argmap.api.documents import Document
from argmap.lsp.features.document_links import links
from argmap.lsp.features.named_places import (
    Destination,
    declaration,
    definition,
    highlights,
    references,
)
from argmap.lsp.handler import Command, Handler, RequestRefusedError
from argmap.lsp.handlers.including_files import documents_including
from argmap.lsp.session import DocumentPlace, Session
from argmap.lsp.texts.buffer import TextBuffer
from argmap.lsp.texts.snapshot import Snapshot
from argmap.lsp.texts.workspace_documents import real_path
from argmap.lsp.uris import path_of, uri_of
from argmap.lsp.wire_places import location_of, offset_at, range_of
from argmap.text import Span

_Leads = list[types.LocationLink] | list[types.Location]


async def _definition(session: Session, params: types.DefinitionParams) -> _Leads | None:
    place = await session.place(params.text_document.uri, params.position)
    document = session.client.text_document
    can_link = bool(document and document.definition and document.definition.link_support)
    return place and _leads(place, definition, can_link=can_link)


async def _declaration(session: Session, params: types.DeclarationParams) -> _Leads | None:
    place = await session.place(params.text_document.uri, params.position)
    document = session.client.text_document
    can_link = bool(document and document.declaration and document.declaration.link_support)
    return place and _leads(place, declaration, can_link=can_link)


def _leads(
    place: DocumentPlace,
    leading: Callable[[Document, int], tuple[Destination, ...]],
    *,
    can_link: bool,
) -> _Leads:
    found = place.region.outside(leading(place.document, place.offset))
    if can_link:
        return [link for each in found if (link := _link(place.snapshot, each))]
    return [location for each in found if (location := location_of(place.snapshot, each.name_span))]


def _link(snapshot: Snapshot, destination: Destination) -> types.LocationLink | None:
    whole = location_of(snapshot, destination.span)
    name = location_of(snapshot, destination.name_span)
    if whole is None or name is None:
        return None
    origin = range_of(snapshot.buffer, destination.origin)
    return types.LocationLink(whole.uri, whole.range, name.range, origin)


async def _references(session: Session, params: types.ReferenceParams) -> list[types.Location] | None:
    place = await session.place(params.text_document.uri, params.position)
    if place is None:
        return None
    with_definitions = params.context.include_declaration
    found = references(place.document, place.offset, with_definitions=with_definitions)
    spans = [each.span for each in place.region.outside(found)]
    locations = [location for span in spans if (location := location_of(place.snapshot, span))]
    path = path_of(params.text_document.uri)
    if path is not None:
        offset = offset_at(place.snapshot.buffer, params.position)
        for home, document, own in await documents_including(session, path):
            for each in references(document, offset, own, with_definitions=with_definitions):
                locations += _in_file(session, home, each.span)
    return list({_key(location): location for location in locations}.values())


def _in_file(session: Session, home: str, span: Span) -> Iterable[types.Location]:
    path = real_path(span.path or home)
    text = session.files.text_of(path)
    if text is not None:
        yield types.Location(_uri(session, path), range_of(TextBuffer(text, session.encoding), span))


def _uri(session: Session, path: str) -> str:
    """Return the address of a file as the editor knows it, if the file is open there."""
    opened = session.open_at(path)
    return uri_of(path) if opened is None else opened.uri


def _key(location: types.Location) -> tuple[str, int, int, int, int]:
    start, end = location.range.start, location.range.end
    path = path_of(location.uri)
    place = location.uri if path is None else real_path(path)
    return place, start.line, start.character, end.line, end.character


async def _highlights(
    session: Session, params: types.DocumentHighlightParams
) -> list[types.DocumentHighlight] | None:
    place = await session.place(params.text_document.uri, params.position)
    if place is None:
        return None
    found = place.region.outside(highlights(place.document, place.offset))
    return [
        types.DocumentHighlight(
            range_of(place.snapshot.buffer, each.span),
            types.DocumentHighlightKind.Write if each.is_definition else types.DocumentHighlightKind.Read,
        )
        for each in found
    ]


async def _links(session: Session, params: types.DocumentLinkParams) -> list[types.DocumentLink] | None:
    snapshot = await session.snapshot(params.text_document.uri)
    if snapshot is None:
        return None
    path = path_of(snapshot.uri)
    root = None if path is None else session.root_of(path)
    found = [link for region in snapshot.regions for link in region.outside(links(region.document, root))]
    return [
        types.DocumentLink(
            range_of(snapshot.buffer, link.span),
            target=link.address if link.file is None else uri_of(link.file),
        )
        for link in found
    ]


async def _show_references(session: Session, arguments: list[object]) -> list[types.Location] | None:
    """Return the places that name what is at a place, given by the address of a text and a position."""
    uri, position = (*arguments, None, None)[:2]
    if not isinstance(uri, str) or uri not in session.texts or not isinstance(position, dict):
        raise RequestRefusedError("the arguments must be the address of a text that is open, and a position")
    places = [position.get(name) for name in ("line", "character")]
    line, character = (place if isinstance(place, int) and place >= 0 else -1 for place in places)
    if min(line, character) < 0:
        raise RequestRefusedError("a position has a `line` and a `character`, both from 0")
    context = types.ReferenceContext(include_declaration=False)
    asked = types.ReferenceParams(
        context, types.TextDocumentIdentifier(str(uri)), types.Position(line, character)
    )
    return await _references(session, asked)


HANDLERS = (
    Handler(types.TEXT_DOCUMENT_DEFINITION, _definition),
    Handler(types.TEXT_DOCUMENT_DECLARATION, _declaration),
    Handler(types.TEXT_DOCUMENT_REFERENCES, _references),
    Handler(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, _highlights),
    Handler(types.TEXT_DOCUMENT_DOCUMENT_LINK, _links),
)

SHOW_REFERENCES = "argmap.showReferences"
COMMANDS = (Command(SHOW_REFERENCES, _show_references),)
