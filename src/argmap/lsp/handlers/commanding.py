"""Commands: the map of a text, the text in another form, and what a selector selects."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from argmap import api
from argmap.api.documents import Document
from argmap.interop import WRITERS, write
from argmap.lsp.handler import Command, RequestRefusedError
from argmap.lsp.session import Session
from argmap.lsp.texts.snapshot import Snapshot
from argmap.lsp.wire_places import location_of
from argmap.render import EngineError

_PICTURES: Mapping[str, Callable[[Document], str]] = {
    "svg": lambda document: api.draw(document).svg(),
    "dot": lambda document: api.draw(document).dot,
    "html": lambda document: api.draw(document).html(),
    "outline": api.outline,
    "report": api.report,
}


async def _preview(session: Session, arguments: list[Any]) -> dict[str, str]:
    """Show the map of a text, and return its address."""
    snapshot = await _snapshot(session, arguments)
    try:
        address = session.previews.address_of(snapshot.uri, snapshot.buffer.text)
    except OSError as error:
        raise RequestRefusedError(f"the map cannot be shown: {error}") from None
    window = session.client.window
    if window is not None and window.show_document is not None and window.show_document.support:
        params = types.ShowDocumentParams(address, external=True, take_focus=False)
        # An editor that cannot show it still gets its address.
        try:
            await session.connection.send_request_async(types.WINDOW_SHOW_DOCUMENT, params)
        except JsonRpcException:
            return {"uri": address}
    return {"uri": address}


async def _export(session: Session, arguments: list[Any]) -> str:
    """Return a text in another form, which the editor may write wherever it wants."""
    snapshot = await _snapshot(session, arguments)
    form = arguments[1] if len(arguments) > 1 else "svg"
    known = (*_PICTURES, *WRITERS)
    if form not in known:
        raise RequestRefusedError(f"there is no format {form!r}; name one of {', '.join(known)}")
    document = snapshot.document
    try:
        return await asyncio.to_thread(_written, document, form)
    except (EngineError, LookupError, ValueError) as error:
        raise RequestRefusedError(str(error)) from None


def _written(document: Document, form: str) -> str:
    if form in _PICTURES:
        return _PICTURES[form](document)
    return write(document, format=form).text


async def _query(session: Session, arguments: list[Any]) -> list[dict[str, Any]]:
    """Return what a selector selects of a text, with its places."""
    snapshot = await _snapshot(session, arguments)
    selector = arguments[1] if len(arguments) > 1 else "*"
    if not isinstance(selector, str):
        raise RequestRefusedError("a selector is a text")
    try:
        refs = await asyncio.to_thread(api.select, snapshot.document, selector)
    except (LookupError, ValueError) as error:
        raise RequestRefusedError(str(error)) from None
    return [_selected(snapshot, ref) for ref in refs]


def _selected(snapshot: Snapshot, ref: Any) -> dict[str, Any]:
    debate = snapshot.document.debate
    span = None
    if ref.kind == "section":
        span = next((section.span for section in debate.sections if section.id == ref.id), None)
    elif ref.kind == "source":
        source = debate.sources.get(ref.title)
        span = source.span if source else None
    elif ref in debate:
        span = debate[ref].span
    location = location_of(snapshot, span) if span else None
    place = None
    if location is not None:
        start, end = location.range.start, location.range.end
        place = {
            "uri": location.uri,
            "range": {
                "start": {"line": start.line, "character": start.character},
                "end": {"line": end.line, "character": end.character},
            },
        }
    return {"name": str(ref), "kind": ref.kind, "location": place}


async def _snapshot(session: Session, arguments: list[Any]) -> Snapshot:
    uri = arguments[0] if arguments else None
    if isinstance(uri, dict):
        uri = uri.get("uri")
    snapshot = await session.snapshot(uri) if isinstance(uri, str) else None
    if snapshot is None:
        raise RequestRefusedError("the first argument must be the address of a text that is open")
    return snapshot


COMMANDS = (
    Command("argmap.preview", _preview),
    Command("argmap.export", _export),
    Command("argmap.query", _query),
)
