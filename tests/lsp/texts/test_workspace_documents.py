"""The documents in open folders."""

from __future__ import annotations

from pathlib import Path

import argmap
from argmap import Document
from argmap.lsp.texts.workspace_documents import WorkspaceDocuments


def _text_of(path: str) -> str | None:
    return Path(path).read_text(encoding="utf-8")


def _names(documents: dict[str, Document], folder: Path) -> list[str]:
    return [Path(path).relative_to(folder).as_posix() for path in documents]


def _folder(folder: Path) -> WorkspaceDocuments:
    for name in (".hidden", "inner", "node_modules"):
        (folder / name).mkdir()
        (folder / name / "a.argdown").write_text("[A]: a\n")
    (folder / "whole.argdown").write_text("@include(inner/a.argdown)\n")
    (folder / "page.md").write_text("```argdown\n@include(inner/a.argdown)\n```\n")
    (folder / "other.txt").write_text("[A]: a\n")
    return WorkspaceDocuments(_text_of, argmap.load)


def test_texts_and_pages_are_read_but_not_those_in_hidden_folders(tmp_path: Path) -> None:
    documents = _folder(tmp_path).all([str(tmp_path)])
    assert _names(documents, tmp_path) == ["page.md", "whole.argdown", "inner/a.argdown"]


def test_those_that_include_a_file_are_found(tmp_path: Path) -> None:
    documents = _folder(tmp_path).including(str(tmp_path / "inner" / "a.argdown"), [str(tmp_path)])
    assert _names(documents, tmp_path) == ["page.md", "whole.argdown"]


def test_a_file_is_read_again_when_its_text_has_changed(tmp_path: Path) -> None:
    workspace = _folder(tmp_path)
    path = str(tmp_path / "inner" / "a.argdown")
    first = workspace.all([], [path])[path]
    assert workspace.all([], [path])[path] is first
    Path(path).write_text("[B]: b\n")
    assert list(workspace.all([], [path])[path].debate.claims) == ["B"]


def test_what_cannot_be_read_is_left_out() -> None:
    workspace = WorkspaceDocuments(lambda path: None, argmap.load)
    assert workspace.all([], ["/nowhere/a.argdown"]) == {}
