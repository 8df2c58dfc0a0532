"""`textDocument/completion` and `completionItem/resolve`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from lsprotocol import types

from argmap.lsp.features.completing.completion_item import CompletionItem, ItemKind
from argmap.lsp.features.completing.completions_at import completions
from argmap.lsp.features.subject_cards import subject_card
from argmap.lsp.handler import Handler
from argmap.lsp.session import Session
from argmap.lsp.texts.buffer import TextBuffer
from argmap.lsp.texts.regions import Region
from argmap.lsp.uris import path_of
from argmap.lsp.wire_places import offset_at, range_of
from argmap.model import Debate
from argmap.text import Edit

_MOST_FILES = 500
_KINDS = {
    ItemKind.CLAIM: types.CompletionItemKind.Reference,
    ItemKind.EVIDENCE: types.CompletionItemKind.Reference,
    ItemKind.QUESTION: types.CompletionItemKind.Reference,
    ItemKind.ARGUMENT: types.CompletionItemKind.Reference,
    ItemKind.TAG: types.CompletionItemKind.Keyword,
    ItemKind.KEY: types.CompletionItemKind.Property,
    ItemKind.VALUE: types.CompletionItemKind.EnumMember,
    ItemKind.SCHEME: types.CompletionItemKind.Class,
    ItemKind.SOURCE: types.CompletionItemKind.Constant,
    ItemKind.OPERATOR: types.CompletionItemKind.Operator,
    ItemKind.SHORTCODE: types.CompletionItemKind.Text,
    ItemKind.FILE: types.CompletionItemKind.File,
    ItemKind.FOLDER: types.CompletionItemKind.Folder,
    ItemKind.SETTING: types.CompletionItemKind.Property,
    ItemKind.CODE: types.CompletionItemKind.EnumMember,
}


async def _suggested(session: Session, params: types.CompletionParams) -> types.CompletionList | None:
    uri = params.text_document.uri
    opened = session.texts.get(uri)
    if opened is None:
        return None
    buffer = opened.buffer
    offset = offset_at(buffer, params.position)
    # If operators were offered at each space, editors would insert them at the next line end.
    context = params.context
    is_space = context is not None and context.trigger_character == " "
    region: Region | None = None
    text, inside = buffer.text, offset
    if opened.is_page:
        place = await session.place(uri, params.position)
        if place is None or place.snapshot.buffer is not buffer:
            return None
        region, text, inside = place.region, place.document.text, place.offset
        debate = place.document.debate
    else:
        debate = opened.latest.debate if opened.latest else Debate()
    found = completions(text, inside, debate, folder=_lister(session, uri), offers_operators=not is_space)
    # This keeps them in our order.
    items = [
        _wire(session, buffer, item, region.outside(item.edit) if region else item.edit, number, uri)
        for number, item in enumerate(found.items)
    ]
    return types.CompletionList(not found.is_complete, items)


def _wire(
    session: Session, buffer: TextBuffer, item: CompletionItem, edit: Edit, number: int, uri: str
) -> types.CompletionItem:
    snippet = item.snippet if _has_snippets(session) and edit.replacement == item.edit.replacement else None
    return types.CompletionItem(
        item.label,
        kind=_KINDS[item.kind],
        detail=item.detail or None,
        filter_text=item.words,
        sort_text=f"{number:05}",
        text_edit=types.TextEdit(range_of(buffer, edit.span), snippet or edit.replacement),
        insert_text_format=types.InsertTextFormat.Snippet if snippet else None,
        data={"uri": uri, "subject": item.subject} if item.subject else None,
    )


def _has_snippets(session: Session) -> bool:
    completion = session.client.text_document.completion if session.client.text_document else None
    item = completion.completion_item if completion else None
    return bool(item and item.snippet_support)


def _lister(session: Session, uri: str) -> Callable[[str], Iterable[str]] | None:
    """Return what lists the folders around a text, as far as its includes may lead."""
    path = path_of(uri)
    if path is None:
        return None
    base = Path(path).parent
    root = Path(session.root_of(path) or base)

    def names(inside: str) -> Iterator[str]:
        folder = Path(os.path.normpath(base / inside))
        try:
            if not folder.resolve().is_relative_to(root.resolve()):
                return
            for number, entry in enumerate(sorted(os.scandir(folder), key=lambda entry: entry.name)):
                if number < _MOST_FILES and not entry.name.startswith("."):
                    yield f"{entry.name}/" if entry.is_dir() else entry.name
        except (OSError, ValueError, RuntimeError):
            return

    return names


async def _explained(session: Session, params: types.CompletionItem) -> types.CompletionItem:
    data: Any = params.data
    if isinstance(data, dict) and isinstance(data.get("subject"), str):
        opened = session.texts.get(str(data.get("uri")))
        debate = opened.latest.debate if opened and opened.latest else Debate()
        card = subject_card(debate, data["subject"])
        if card:
            params.documentation = types.MarkupContent(types.MarkupKind.Markdown, card)
    return params


HANDLERS = (
    Handler(types.TEXT_DOCUMENT_COMPLETION, _suggested),
    Handler(types.COMPLETION_ITEM_RESOLVE, _explained),
)
