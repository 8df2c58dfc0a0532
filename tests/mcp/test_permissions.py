"""Nothing is read outside of the folders, and nothing is written unless that was asked for."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.mcp.permissions import Permissions
from argmap.mcp.plain_answers import as_json
from argmap.mcp.tool_calls import TOOLS, call_tool

SECRET = "Nobody else knows this"
# What calls need besides the file.
WORDS: dict[str, dict[str, object]] = {
    "check": {},
    "map": {"as": "outline"},
    "evaluate": {},
    "why": {"about": "[A]"},
    "flips": {"about": "[A]"},
    "select": {"selector": "claims"},
    "edit": {"action": "format"},
    "convert": {"to": "argdown"},
    "questions": {},
}


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that may be read, with links that lead out of it, and secrets beside it."""
    root = tmp_path_factory.mktemp("ground").resolve()
    folder = root / "open"
    (folder / "deep").mkdir(parents=True)
    (root / "open-not").mkdir()
    for place in (root / "secret.argdown", root / "open-not" / "secret.argdown"):
        place.write_text(f"[A]: {SECRET}.\n\n[^E]: {SECRET}")
    (root / "argmap.toml").write_text(f'[map]\nnotes = ["{SECRET}"]\n')
    (folder / "debate.argdown").write_text("[A]: Everybody knows this.\n")
    (folder / "deep" / "debate.argdown").write_text("[A]: Everybody knows this.\n")
    (folder / "link.argdown").symlink_to(root / "secret.argdown")
    (folder / "out").symlink_to(root)
    (folder / "circle").symlink_to(folder / "circle")
    (folder / "including.argdown").write_text(
        "@include(../secret.argdown)\n\n@include(link.argdown)\n\n[A]: a"
    )
    (folder / "linked").mkdir()
    (folder / "linked" / "debate.argdown").write_text("[A]: a")
    (folder / "linked" / "argmap.toml").symlink_to(root / "argmap.toml")
    return root


def hostile_paths(root: Path) -> st.SearchStrategy[str]:
    places = "open/open-not/deep/linked/circle/out/argmap.toml"
    files = "link.argdown/secret.argdown/debate.argdown/including.argdown"
    odd = ["..", ".", "", "~", "\x00", "C:", "file:", "a" * 300, str(root), "\udcff"]
    parts = st.sampled_from([*places.split("/"), *files.split("/"), *odd])
    joined = st.lists(parts, min_size=1, max_size=6).map("/".join)
    return st.one_of(joined, joined.map(lambda path: path.replace("/", "\\")), joined.map("/{}".format))


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_tool_reads_outside_of_the_folders(ground: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(TOOLS)))
    path = data.draw(hostile_paths(ground))
    answer = call_tool(name, {"path": path, **WORDS[name]}, Permissions([ground / "open"]))
    assert SECRET not in as_json(answer.content) + (answer.words or "")


@pytest.mark.parametrize(
    "path",
    [
        "../secret.argdown",
        "deep/../../secret.argdown",
        "link.argdown",
        "out/secret.argdown",
        "circle",
        "../open-not/secret.argdown",
        "linked/debate.argdown",
        "/etc/passwd",
        "deep",
        "missing.argdown",
        "debate.argdown\x00",
    ],
)
def test_a_path_that_leads_to_no_file_of_the_folder_is_refused(ground: Path, path: str) -> None:
    assert call_tool("check", {"path": path}, Permissions([ground / "open"])).is_refusal


def test_whole_paths_of_secrets_are_refused(ground: Path) -> None:
    for path in (ground / "secret.argdown", ground / "open-not" / "secret.argdown"):
        assert call_tool("check", {"path": str(path)}, Permissions([ground / "open"])).is_refusal


@pytest.mark.parametrize("path", ["debate.argdown", "./debate.argdown", "deep/debate.argdown"])
def test_files_of_the_folder_are_read(ground: Path, path: str) -> None:
    assert call_tool("check", {"path": path}, Permissions([ground / "open"])).content is not None


def test_whole_paths_below_the_folder_are_read(ground: Path) -> None:
    path = ground / "open" / "deep" / "debate.argdown"
    assert call_tool("check", {"path": str(path)}, Permissions([ground / "open"])).content is not None


def test_files_of_any_of_the_folders_are_read(ground: Path) -> None:
    permissions = Permissions([ground / "open" / "linked", ground / "open" / "deep"])
    (ground / "open" / "deep" / "other.argdown").write_text("[A]: a")
    assert call_tool("check", {"path": "other.argdown"}, permissions).content is not None


def test_nothing_outside_is_included(ground: Path) -> None:
    content = call_tool("check", {"path": "including.argdown"}, Permissions([ground / "open"])).content
    assert content is not None
    assert [finding["code"] for finding in content["findings"] if finding["severity"] == "error"]
    assert SECRET not in as_json(content)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    assert call_tool("check", {"path": "pipe.json"}, Permissions([tmp_path])).is_refusal


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "large.argdown").write_bytes(b"a" * 2_000_001)
    assert "2000001 bytes" in (
        call_tool("check", {"path": "large.argdown"}, Permissions([tmp_path])).words or ""
    )


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "odd.argdown").write_bytes(b"[A]: \xff")
    words = call_tool("check", {"path": "odd.argdown"}, Permissions([tmp_path])).words
    assert words == "it is not text in UTF-8, see byte 6, in line 1: save it as UTF-8"


def _snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(file): (file.read_bytes(), file.stat().st_mtime_ns)
        for file in folder.rglob("*")
        if file.is_file()
    }


@pytest.mark.parametrize("words", [{}, {"write": True}], ids=str)
@pytest.mark.parametrize("name", sorted(TOOLS))
def test_without_permission_no_file_changes(tmp_path: Path, name: str, words: dict[str, object]) -> None:
    (tmp_path / "debate.argdown").write_text("[A]:   a\n")
    before = _snapshot(tmp_path)
    call_tool(name, {"path": "debate.argdown", **WORDS[name], **words}, Permissions([tmp_path]))
    assert _snapshot(tmp_path) == before


def test_a_file_is_written_whole_when_that_is_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "debate.argdown"
    file.write_bytes(b"\xef\xbb\xbf[A]: a\x1b\r\n")
    arguments = {"path": "debate.argdown", "action": "rename", "thing": "[A]", "title": "B"}
    permissions = Permissions([tmp_path], may_write=True)
    content = call_tool("edit", arguments, permissions).content
    assert content is not None
    assert not content["written"]
    assert file.read_bytes() == b"\xef\xbb\xbf[A]: a\x1b\r\n"
    content = call_tool("edit", arguments | {"write": True}, permissions).content
    assert content is not None
    assert content["written"]
    assert file.read_bytes() == b"\xef\xbb\xbf[B]: a\x1b\r\n"
    assert list(tmp_path.iterdir()) == [file]


def test_included_files_are_written_together(tmp_path: Path) -> None:
    (tmp_path / "main.argdown").write_text("@include(part.argdown)\n\n<B>: b\n  + [A]\n")
    (tmp_path / "part.argdown").write_text("[A]: a\n")
    arguments = {"path": "main.argdown", "action": "rename", "thing": "[A]", "title": "C", "write": True}
    content = call_tool("edit", arguments, Permissions([tmp_path], may_write=True)).content
    assert content is not None
    assert content["files"] == [{"file": "part.argdown", "text": "[C]: a\n"}]
    assert (tmp_path / "part.argdown").read_text() == "[C]: a\n"
    assert (tmp_path / "main.argdown").read_text().endswith("  + [C]\n")


def test_texts_are_not_written(tmp_path: Path) -> None:
    arguments = {"text": "[A]:  a", "action": "format", "write": True}
    assert call_tool("edit", arguments, Permissions([tmp_path], may_write=True)).is_refusal


def test_a_file_that_cannot_be_written_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "debate.argdown"
    file.write_text("[A]:  a\n")
    refuse: Callable[..., None] = _refuse
    monkeypatch.setattr("os.fchmod", refuse, raising=False)
    monkeypatch.setattr(Path, "replace", refuse)
    arguments = {"path": "debate.argdown", "action": "format", "write": True}
    answer = call_tool("edit", arguments, Permissions([tmp_path], may_write=True))
    assert answer.words == "nothing was written: no space left on device"
    assert file.read_text() == "[A]:  a\n"
    assert list(tmp_path.iterdir()) == [file]


def _refuse(*given: object) -> None:
    raise OSError(28, "No space left on device")
