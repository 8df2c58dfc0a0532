"""The call hierarchy: what bears on an element, and what it bears on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from lsprotocol import types

from argmap.api.documents import Document
from argmap.lsp.features.argument_hierarchy import (
    HierarchyItem,
    HierarchyStep,
    bearing_on,
    borne_on,
    hierarchy_item,
    item_named,
)
from argmap.lsp.handler import Handler
from argmap.lsp.session import Session
from argmap.lsp.texts.regions import Region
from argmap.lsp.texts.snapshot import Snapshot
from argmap.lsp.wire_places import location_of, range_of
from argmap.model import ElementRef
from argmap.text import Span

_LONGEST = 120
_KINDS = {
    "claim": types.SymbolKind.Class,
    "evidence": types.SymbolKind.Struct,
    "question": types.SymbolKind.Interface,
    "argument": types.SymbolKind.Function,
}


async def _prepared(
    session: Session, params: types.CallHierarchyPrepareParams
) -> list[types.CallHierarchyItem] | None:
    place = await session.place(params.text_document.uri, params.position)
    item = place and hierarchy_item(place.document, place.offset)
    if place is None or item is None:
        return None
    regions = enumerate(place.snapshot.regions)
    number = next(number for number, region in regions if region is place.region)
    wire = _item(place.snapshot, place.region.outside(item), number, item.text)
    return None if wire is None else [wire]


async def _incoming(
    session: Session, params: types.CallHierarchyIncomingCallsParams
) -> list[types.CallHierarchyIncomingCall] | None:
    asked = await _asked(session, params.item)
    if asked is None:
        return None
    snapshot, number, region, item = asked
    calls = []
    for step in _steps(region, item, bearing_on):
        wire = _item(snapshot, step.item, number, step.verb)
        if wire is not None:
            ranges = _ranges(snapshot, step, step.item.name_span)
            calls.append(types.CallHierarchyIncomingCall(wire, ranges))
    return calls


async def _outgoing(
    session: Session, params: types.CallHierarchyOutgoingCallsParams
) -> list[types.CallHierarchyOutgoingCall] | None:
    asked = await _asked(session, params.item)
    if asked is None:
        return None
    snapshot, number, region, item = asked
    name_span = region.outside(item.name_span)
    calls = []
    for step in _steps(region, item, borne_on):
        wire = _item(snapshot, step.item, number, step.verb)
        if wire is not None:
            calls.append(types.CallHierarchyOutgoingCall(wire, _ranges(snapshot, step, name_span)))
    return calls


def _steps(
    region: Region, item: HierarchyItem, ask: Callable[[Document, ElementRef], tuple[HierarchyStep, ...]]
) -> Iterable[HierarchyStep]:
    return region.outside(ask(region.document, item.ref))


async def _asked(
    session: Session, item: types.CallHierarchyItem
) -> tuple[Snapshot, int, Region, HierarchyItem] | None:
    """Return the element of an item that was sent back, in the present version of the text."""
    data: Any = item.data
    known = data if isinstance(data, dict) else {}
    snapshot = await session.snapshot(str(known.get("text", item.uri)))
    number = int(known.get("part", 0))
    if snapshot is None or not 0 <= number < len(snapshot.regions):
        return None
    region = snapshot.regions[number]
    element = item_named(region.document, str(known.get("name", item.name)))
    return None if element is None else (snapshot, number, region, element)


def _item(
    snapshot: Snapshot, item: HierarchyItem, number: int, detail: str
) -> types.CallHierarchyItem | None:
    whole, name = location_of(snapshot, item.span), location_of(snapshot, item.name_span)
    if whole is None or name is None:
        return None
    return types.CallHierarchyItem(
        item.name,
        _KINDS[item.ref.kind],
        whole.uri,
        whole.range,
        name.range,
        detail=detail[:_LONGEST] or None,
        data={"text": snapshot.uri, "part": number, "name": item.name},
    )


def _ranges(snapshot: Snapshot, step: HierarchyStep, otherwise: Span) -> list[types.Range]:
    """Return where a relation is written if that is in the file of a name, else where the name is."""
    marks = [mark for mark in step.marks if mark.path == otherwise.path] or [otherwise]
    buffer = snapshot.buffer_of(otherwise.path)
    return [] if buffer is None else [range_of(buffer, mark) for mark in marks]


HANDLERS = (
    Handler(types.TEXT_DOCUMENT_PREPARE_CALL_HIERARCHY, _prepared),
    Handler(types.CALL_HIERARCHY_INCOMING_CALLS, _incoming),
    Handler(types.CALL_HIERARCHY_OUTGOING_CALLS, _outgoing),
)
