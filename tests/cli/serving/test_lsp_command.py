"""`argmap lsp` says what is missing before it serves anybody."""

import subprocess
import sys
from pathlib import Path


def _run(*arguments: str, before: str = "") -> subprocess.CompletedProcess[str]:
    code = f"import sys; {before}from argmap.cli import main; main()"
    command = [sys.executable, "-c", code, "lsp", *arguments]
    return subprocess.run(command, input="", capture_output=True, text=True, timeout=60)


def test_without_its_extra_it_says_how_to_get_it() -> None:
    ended = _run(before="sys.modules['pygls'] = None; ")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert 'pip install "argmap[lsp]"' in ended.stderr


def test_a_log_that_cannot_be_written_is_reported(tmp_path: Path) -> None:
    ended = _run("--log", str(tmp_path / "none" / "server.log"))
    assert ended.returncode == 2
    assert "server.log" in ended.stderr


def test_an_editor_that_says_nothing_is_gone() -> None:
    assert _run("--stdio").returncode == 1
