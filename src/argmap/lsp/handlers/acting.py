"""`textDocument/codeAction` and `codeAction/resolve`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve
from lsprotocol import types

from argmap.lsp.features.actions.allowances import allowances
from argmap.lsp.features.actions.code_action import ActionKind, CodeAction
from argmap.lsp.features.actions.layout_repairs import layout_repairs
from argmap.lsp.features.actions.quick_fixes import fix_all, quick_fixes, touches
from argmap.lsp.features.actions.refactorings import refactorings
from argmap.lsp.handler import Handler, RequestRefusedError
from argmap.lsp.session import Session
from argmap.lsp.texts.regions import Region
from argmap.lsp.texts.snapshot import Snapshot
from argmap.lsp.wire_diagnostics import wire_diagnostics
from argmap.text import Diagnostic, Span

# In characters: in texts up to this length, actions are tried before they are offered.
_SHORT = 20_000


async def _actions(session: Session, params: types.CodeActionParams) -> list[types.CodeAction]:
    stretch = await session.stretch(params.text_document.uri, params.range)
    if stretch is None:
        return []
    snapshot, span = stretch
    actions = [
        action
        for action in _all_actions(session, snapshot, span)
        if _is_wanted(action.kind.value, params.context.only)
    ]
    is_lazy = _can_resolve(session)
    is_short = len(snapshot.buffer.text) <= _SHORT
    return [
        wire
        for action in actions
        if (wire := _wire(session, snapshot, action, span, is_lazy=is_lazy, is_short=is_short))
    ]


async def _resolved(session: Session, params: types.CodeAction) -> types.CodeAction:
    data: Any = params.data
    if not isinstance(data, dict):
        # Some editors ask about every action without a command; those without data have their edit already.
        return params
    uri, version, kind, span = _asked_for(data)
    snapshot = await session.snapshot(uri)
    if snapshot is None or snapshot.version != version:
        raise RequestRefusedError("the text has changed in the meantime")
    for action in _all_actions(session, snapshot, span):
        if action.title == params.title and action.kind.value == kind:
            try:
                params.edit = session.workspace_edit(snapshot, action.edits())
            except (LookupError, ValueError) as error:
                raise RequestRefusedError(str(error)) from None
            return params
    raise RequestRefusedError("this cannot be done any more")


def _asked_for(data: dict[str, Any]) -> tuple[str, int, str, Span]:
    """Return what an action that was sent back says about itself: text and version, kind and place."""
    match data:
        case {"uri": str(uri), "version": int(version), "kind": str(kind), "span": [int(start), int(end)]}:
            return uri, version, kind, Span(start, end)
    raise RequestRefusedError("this action was not offered here")


def _all_actions(session: Session, snapshot: Snapshot, span: Span) -> Iterator[CodeAction]:
    """Yield all that can be done with a stretch of a text, with places in that text."""
    findings = session.findings.latest(snapshot)
    near = _line_of(snapshot, span)
    yield from quick_fixes(findings, near)
    for region in snapshot.regions:
        start, end = region.inside(span.start), region.inside(span.end)
        if start is not None and end is not None and start <= end:
            actions = (
                *layout_repairs(region.document, _inside(region, findings, near)),
                *refactorings(region.document, Span(start, end)),
                *allowances(region.document, _inside(region, findings, near)),
            )
            for action in actions:
                yield _outside(region, action)
    is_page = any(region.places is not None for region in snapshot.regions)
    yield from fix_all(snapshot.document, findings, is_page)


def _line_of(snapshot: Snapshot, span: Span) -> Span:
    """Return what is selected, or the line of the cursor: findings are looked for on all of it."""
    if span.start != span.end:
        return span
    buffer = snapshot.buffer
    line = buffer.place(span.start).line
    return Span(buffer.line_starts[line], buffer.line_end(line))


def _inside(region: Region, findings: Iterable[Diagnostic], span: Span) -> Iterator[tuple[Diagnostic, int]]:
    for finding in findings:
        offset = region.inside(finding.span.start) if touches(finding.span, span) else None
        if offset is not None:
            yield finding, offset


def _outside(region: Region, action: CodeAction) -> CodeAction:
    return evolve(action, edits=lambda: region.outside(action.edits()))


def _is_wanted(kind: str, only: Iterable[str] | None) -> bool:
    if only is None:
        return True
    names = [str(getattr(name, "value", name)) for name in only]
    return any(not name or kind == name or kind.startswith(f"{name}.") for name in names)


def _can_resolve(session: Session) -> bool:
    client = session.client.text_document.code_action if session.client.text_document else None
    support = client.resolve_support if client and client.data_support else None
    return support is not None and "edit" in support.properties


def _wire(
    session: Session,
    snapshot: Snapshot,
    action: CodeAction,
    span: Span,
    *,
    is_lazy: bool,
    is_short: bool,
) -> types.CodeAction | None:
    """Return an action for the editor, with its edit if that is cheap; None if it cannot be done."""
    finding = action.finding
    wire = types.CodeAction(
        action.title,
        kind=action.kind.value,
        diagnostics=wire_diagnostics(snapshot, [finding], session.pages) if finding else None,
        is_preferred=action.is_preferred or None,
    )
    is_ready = action.is_ready or (is_short and action.kind is not ActionKind.FIX_ALL)
    if is_lazy and not is_ready:
        data = {"uri": snapshot.uri, "version": snapshot.version, "span": [*span[:2]]}
        wire.data = {**data, "kind": action.kind.value}
        return wire
    if not (is_ready or action.kind is ActionKind.FIX_ALL):
        return None
    try:
        edits = action.edits()
    except (LookupError, ValueError):
        return None
    if not edits:
        return None
    wire.edit = session.workspace_edit(snapshot, edits)
    return wire


HANDLERS = (
    Handler(types.TEXT_DOCUMENT_CODE_ACTION, _actions),
    Handler(types.CODE_ACTION_RESOLVE, _resolved),
)
