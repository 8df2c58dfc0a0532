"""Texts in a session are what a fresh reading of them gives."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path

from attrs import fields, has
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import types
from tests.lsp.sessions import session_in

import argmap
from argmap import strategies
from argmap.lsp.texts.buffer import Place
from argmap.lsp.texts.line_columns import Encoding
from argmap.lsp.wire_places import offset_at

_URI = "untitled:Untitled-1"
_WRITTEN = st.text(st.sampled_from("ab \n\r\u2028é漢\N{GRINNING FACE}[]<>{}:"), max_size=4) | st.sampled_from(
    ["\n\n[A]: ", "\n  + ", "===\n", "@[A]", "\n(1) ", "\n--\n", "//"]
)
_PLACES = st.tuples(st.integers(0, 12), st.integers(0, 20)).map(lambda pair: Place(*pair))
_CHANGES = st.tuples(st.tuples(_PLACES, _PLACES).map(sorted), _WRITTEN)


def _all_of(thing: object) -> object:
    """Return a thing with all its fields, also those that do not count when things are compared."""
    if has(type(thing)):
        inner = [
            field.name for field in fields(type(thing)) if field.name not in ("_reading", "_earlier_names")
        ]
        return type(thing), [_all_of(getattr(thing, name)) for name in inner]
    if isinstance(thing, Mapping):
        return [(key, _all_of(value)) for key, value in thing.items()]
    if isinstance(thing, tuple):
        return [_all_of(value) for value in thing]
    return thing


def _change(start: Place, end: Place, text: str) -> types.TextDocumentContentChangePartial:
    return types.TextDocumentContentChangePartial(
        types.Range(types.Position(*start), types.Position(*end)), text
    )


@settings(max_examples=50)
@given(strategies.markup(), st.sampled_from(list(Encoding)), st.lists(_CHANGES, max_size=4))
def test_after_any_changes_a_document_is_the_one_that_its_text_is(
    text: str, encoding: Encoding, changes: list[tuple[list[Place], str]]
) -> None:
    async def edited() -> tuple[str, argmap.Document, object]:
        with session_in(encoding) as (session, _):
            session.open(_URI, 0, text, "argdown")
            client = text
            for version, ((start, end), written) in enumerate(changes, 1):
                buffer = session.texts[_URI].buffer
                first, last = (offset_at(buffer, types.Position(*place)) for place in (start, end))
                client = client[:first] + written + client[last:]
                session.change(_URI, version, [_change(start, end, written)])
            snapshot = await session.snapshot(_URI)
            assert snapshot is not None
            occurrences = argmap.occurrences(snapshot.document)
            return client, snapshot.document, occurrences

    client, document, occurrences = asyncio.run(edited())
    fresh = argmap.parse(client)
    assert _all_of(document) == _all_of(fresh)
    assert occurrences == argmap.occurrences(fresh)


def test_findings_are_sent_when_a_text_is_read_and_again_when_it_is_checked() -> None:
    async def opened() -> list[list[str]]:
        with session_in() as (session, sent):
            session.open(_URI, 1, "[A]: See @[B].\n\n[^E]: x\n  +> [A]", "argdown")
            await session.findings.checked(_URI)
            return sent.codes()

    assert asyncio.run(opened()) == [["R219"], ["R219", "C301"]]


def test_a_change_keeps_what_rules_reported_elsewhere() -> None:
    async def changed() -> list[list[str]]:
        with session_in() as (session, sent):
            session.open(_URI, 1, "[A]: a\n  + [^E]: x", "argdown")
            await session.findings.checked(_URI)
            session.change(_URI, 2, [_change(Place(0, 5), Place(0, 5), "still ")])
            return sent.codes()

    assert asyncio.run(changed()) == [[], ["C301"], ["C301"]]


def test_an_unsaved_text_counts_where_it_is_included(tmp_path: Path) -> None:
    main, part = tmp_path / "main.argdown", tmp_path / "part.argdown"
    part.write_text("[Saved]: x", encoding="utf-8")

    async def claims() -> list[str]:
        with session_in() as (session, _):
            session.folders.append(str(tmp_path))
            session.open(main.as_uri(), 1, "@include(part.argdown)", "argdown")
            session.open(part.as_uri(), 1, "[Unsaved]: x", "argdown")
            snapshot = await session.snapshot(main.as_uri())
            assert snapshot is not None
            return list(snapshot.document.debate.claims)

    assert asyncio.run(claims()) == ["Unsaved"]


def test_only_files_inside_of_the_open_folder_are_included(tmp_path: Path) -> None:
    folder = tmp_path / "open"
    (folder / "inner").mkdir(parents=True)
    (tmp_path / "outside.argdown").write_text("[Outside]", encoding="utf-8")
    (folder / "shared.argdown").write_text("[Shared]", encoding="utf-8")
    text = "@include(../shared.argdown)\n\n@include(../../outside.argdown)"

    async def claims() -> list[str]:
        with session_in() as (session, _):
            session.folders.append(str(folder))
            uri = (folder / "inner" / "main.argdown").as_uri()
            session.open(uri, 1, text, "argdown")
            snapshot = await session.snapshot(uri)
            assert snapshot is not None
            return list(snapshot.document.debate.claims)

    assert asyncio.run(claims()) == ["Shared"]


def test_a_text_that_is_too_large_is_not_read() -> None:
    async def claims() -> int:
        with session_in() as (session, _):
            session.configuration = type(session.configuration)(max_file_size=5)
            session.open(_URI, 1, "[A]: long", "argdown")
            snapshot = await session.snapshot(_URI)
            assert snapshot is not None
            return len(snapshot.document.debate)

    assert asyncio.run(claims()) == 0


def test_of_a_large_text_that_changes_while_it_is_read_the_newest_version_counts() -> None:
    text = "".join(f"[Claim {number}]: It is so, and this line is long.\n\n" for number in range(800))

    async def claims() -> list[str]:
        with session_in() as (session, _):
            session.open(_URI, 1, text, "argdown")
            for version, title in enumerate("ABC", 2):
                session.change(_URI, version, [_change(Place(0, 1), Place(0, 1), title)])
                await asyncio.sleep(0.01)
            snapshot = await session.snapshot(_URI)
            assert snapshot is not None
            assert snapshot.version == 4
            return list(snapshot.document.debate.claims)

    assert asyncio.run(claims())[0] == "CBAClaim 0"


def test_an_editor_that_asks_for_findings_is_told_to_ask_again(tmp_path: Path) -> None:
    main, part = tmp_path / "main.argdown", tmp_path / "part.argdown"

    async def asked() -> list[str]:
        with session_in() as (session, sent):
            support = types.DiagnosticWorkspaceClientCapabilities(refresh_support=True)
            session.client = types.ClientCapabilities(
                workspace=types.WorkspaceClientCapabilities(diagnostics=support)
            )
            session.open(main.as_uri(), 1, "@include(part.argdown)", "argdown")
            session.open(part.as_uri(), 1, "[A]: x", "argdown")
            await asyncio.sleep(0)
            return [method for method, _ in sent.sent]

    assert "workspace/diagnostic/refresh" in asyncio.run(asked())
