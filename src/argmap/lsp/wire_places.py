"""Places as the protocol writes them."""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol import types

from argmap.lsp.texts.buffer import Place, TextBuffer
from argmap.lsp.texts.snapshot import Snapshot
from argmap.lsp.uris import uri_of
from argmap.text import Edit, Span


def offset_at(buffer: TextBuffer, position: types.Position) -> int:
    """Return the offset of a position."""
    return buffer.offset(Place(position.line, position.character))


def position_at(buffer: TextBuffer, offset: int) -> types.Position:
    """Return the position of an offset."""
    return types.Position(*buffer.place(offset))


def range_of(buffer: TextBuffer, span: Span) -> types.Range:
    """Return the range of a span of a text, whatever its path."""
    return types.Range(position_at(buffer, span.start), position_at(buffer, span.end))


def span_of(buffer: TextBuffer, range: types.Range) -> Span:
    """Return the span of a range."""
    return Span(offset_at(buffer, range.start), offset_at(buffer, range.end))


def location_of(snapshot: Snapshot, span: Span) -> types.Location | None:
    """Return where a span is, in the text itself or in an included file; None if that is gone."""
    buffer = snapshot.buffer_of(span.path)
    if buffer is None:
        return None
    uri = snapshot.uri if span.path is None else uri_of(span.path)
    return types.Location(uri, range_of(buffer, span))


def text_edits(buffer: TextBuffer, edits: Iterable[Edit]) -> list[types.TextEdit]:
    """Return edits of one text."""
    return [types.TextEdit(range_of(buffer, edit.span), edit.replacement) for edit in edits]


def workspace_edit(snapshot: Snapshot, edits: Iterable[Edit]) -> types.WorkspaceEdit:
    """Return edits of a text, which apply to its version, and of the files that it includes."""
    by_path: dict[str | None, list[Edit]] = {}
    for edit in edits:
        by_path.setdefault(edit.path, []).append(edit)
    changes = []
    for path, of_file in by_path.items():
        buffer = snapshot.buffer_of(path)
        if buffer is not None:
            uri, version = (snapshot.uri, snapshot.version) if path is None else (uri_of(path), None)
            document = types.OptionalVersionedTextDocumentIdentifier(uri, version)
            changes.append(types.TextDocumentEdit(document, text_edits(buffer, of_file)))
    return types.WorkspaceEdit(document_changes=changes)


def applicable(edit: types.WorkspaceEdit, client: types.ClientCapabilities) -> types.WorkspaceEdit:
    """Return an edit of texts in the form that an editor knows."""
    workspace = client.workspace and client.workspace.workspace_edit
    if workspace and workspace.document_changes:
        return edit
    documents = [
        change for change in edit.document_changes or () if isinstance(change, types.TextDocumentEdit)
    ]
    changes = {
        change.text_document.uri: [each for each in change.edits if isinstance(each, types.TextEdit)]
        for change in documents
    }
    return types.WorkspaceEdit(changes=changes)
