"""`argmap mcp` as a command; what it answers is in `tests/mcp`."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from argmap.cli import main


def test_a_folder_that_is_not_there_is_refused() -> None:
    result = CliRunner().invoke(main, ["mcp", "nowhere"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "nowhere: this is not a folder" in result.stderr


def test_writing_needs_a_folder() -> None:
    result = CliRunner().invoke(main, ["mcp", "--write"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--write needs a FOLDER" in result.stderr


def test_what_is_missing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "argmap.mcp.tool_server", raising=False)
    monkeypatch.setitem(sys.modules, "mcp", None)
    result = CliRunner().invoke(main, ["mcp"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert 'pip install "argmap[mcp]"' in result.stderr


def _started(folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "argmap.cli", "mcp", str(folder)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_it_ends_when_nobody_writes_any_more_and_says_nothing(tmp_path: Path) -> None:
    with _started(tmp_path) as process:
        assert process.communicate(b"\n", timeout=60) == (b"", b"")
    assert process.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="processes are ended otherwise there")
def test_it_ends_when_it_is_told_to(tmp_path: Path) -> None:
    with _started(tmp_path) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        # It is there when it answers.
        process.stdin.write(b'{"jsonrpc": "2.0", "id": 1, "method": "ping"}\n')
        process.stdin.flush()
        assert b'"id":1' in process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 128 + signal.SIGTERM
