"""Findings: sent when there are new ones, or returned when the editor asks for them."""

from __future__ import annotations

from lsprotocol import types

from argmap.lsp.handler import Handler
from argmap.lsp.session import Session
from argmap.lsp.wire_diagnostics import wire_diagnostics


async def _diagnostics(
    session: Session, params: types.DocumentDiagnosticParams
) -> types.DocumentDiagnosticReport:
    uri = params.text_document.uri
    snapshot = await session.snapshot(uri)
    version = None if snapshot is None else await session.findings.checked(uri)
    if version is None:
        return types.RelatedFullDocumentDiagnosticReport(items=[])
    number = str(version.number)
    if params.previous_result_id == number:
        return types.RelatedUnchangedDocumentDiagnosticReport(result_id=number)
    items = wire_diagnostics(version.snapshot, version.findings, session.pages)
    return types.RelatedFullDocumentDiagnosticReport(items=items, result_id=number)


HANDLERS = (Handler(types.TEXT_DOCUMENT_DIAGNOSTIC, _diagnostics),)
