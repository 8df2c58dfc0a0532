"""The command as a process: pipes, exit codes, terminals, and what it imports."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from argmap.cli.loaded_on_use import Commands

COMMAND = [sys.executable, "-m", "argmap.cli"]
# In the background of a shell Ctrl-C is ignored, also by what we start; these heed it all the same.
INTERRUPTIBLE = [
    sys.executable,
    "-c",
    "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "runpy.run_module('argmap.cli', run_name='__main__', alter_sys=True)",
]
ONLY_POSIX = pytest.mark.skipif(os.name != "posix", reason="pipes, signals and terminals of POSIX")


def run(*words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *words], input=given, capture_output=True, timeout=60, check=False)


@contextmanager
def ending(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """Leave no process behind that a test has waited for in vain: its end would be waited for forever."""
    try:
        yield
    finally:
        process.kill()


def wait_until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < end, "it did not happen within 30 s"
        time.sleep(0.05)


def test_help_and_version_are_there() -> None:
    assert b"render" in run("--help").stdout
    assert run("--version").stdout.startswith(b"argmap ")


def test_standard_input_to_standard_output() -> None:
    result = run("render", "-", "-f", "dot", given=b"[A]: a\n  + [B]: b\n")
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.lstrip().startswith(b"digraph")


def test_exit_codes_tell_what_happened(folder: Path) -> None:
    assert run("check", "good.argdown").returncode == 0
    assert run("check", "bad.argdown").returncode == 1
    assert run("check", "missing.argdown").returncode == 2
    assert run("check").returncode == 2
    assert run("no-such-command").returncode == 2


@ONLY_POSIX
@pytest.mark.parametrize(
    "words", [["render", "-f", "dot"], ["convert"], ["check"], ["check", "--format", "json"]]
)
def test_a_broken_pipe_is_quiet(words: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    text = "".join(f"[{number}]: {'x' * 100} {{color: [}}\n\n" for number in range(2000))
    with os.fdopen(writer, "wb") as stdout:
        result = subprocess.run(
            [*COMMAND, *words, "-"],
            input=text.encode(),
            stdout=stdout,
            stderr=subprocess.PIPE,
            timeout=120,
            check=False,
        )
    assert b"Traceback" not in result.stderr
    assert b"Broken" not in result.stderr
    assert b"Exception" not in result.stderr


@ONLY_POSIX
def test_watching_draws_again_until_interrupted(folder: Path) -> None:
    drawing = folder / "good.svg"
    command = [*INTERRUPTIBLE, "render", "good.argdown", "--watch"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process, ending(process):
        assert process.stderr
        assert [process.stderr.readline(), process.stderr.readline()] == [
            b"wrote good.svg\n",
            b"watching, Ctrl-C ends\n",
        ]
        (folder / "good.argdown").write_text("[Something new]: n\n  + [B]: b\n", encoding="utf-8")
        wait_until(lambda: "Something new" in drawing.read_text(encoding="utf-8"))
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 0
        assert process.stderr.read() in (b"", b"wrote good.svg\n")


@ONLY_POSIX
def test_several_files_show_their_progress_on_a_terminal(folder: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [*COMMAND, "render", "good.argdown", "bad.argdown"]
    with subprocess.Popen(command, stderr=theirs) as process, ending(process):
        os.close(theirs)
        said = read_all(ours)
        assert process.wait(timeout=60) == 1
    assert "Drawing" in said
    assert "100%" in said
    assert said.index("100%") < said.index("wrote good.svg")


def read_all(terminal: int) -> str:
    parts: list[bytes] = []
    # Linux ends the reading of a terminal whose other side is closed with an error.
    try:
        while part := os.read(terminal, 4096):
            parts.append(part)
    except OSError:
        pass
    os.close(terminal)
    return b"".join(parts).decode()


@pytest.mark.parametrize("module", ["lark", "graphviz", "yaml", "hypothesis"])
def test_help_does_not_wait_for_what_it_does_not_need(module: str) -> None:
    code = f"import sys, argmap.cli; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_version_is_printed_without_a_search_for_installed_packages() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "argmap.cli", "--version"]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    assert "argmap.cli" in loaded
    assert "importlib.metadata" not in loaded


@pytest.mark.parametrize(
    ("words", "variables"),
    [
        (["--help"], {}),
        ([], {"_ARGMAP_COMPLETE": "bash_complete", "COMP_WORDS": "argmap re", "COMP_CWORD": "1"}),
    ],
)
def test_no_command_is_loaded_to_be_listed(words: list[str], variables: dict[str, str]) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "argmap.cli", *words]
    ended = subprocess.run(
        command, env=os.environ | variables, capture_output=True, check=True, encoding="utf-8"
    )
    assert {"rename", "render", "report"} <= set(ended.stdout.replace(",", " ").split())
    assert not {"argmap.cli.check", "argmap.cli.render", "argmap.api"} & set(ended.stderr.split())


def test_every_command_says_what_it_is_for_in_the_list_alone() -> None:
    commands = Commands()
    assert [name for name, command in commands.items() if command.short_help or command.name != name] == []
    assert commands.short_helps().keys() == commands.keys()


@pytest.mark.parametrize("module", ["graphviz", "hypothesis", "click"])
def test_importing_argmap_does_not_import(module: str) -> None:
    code = f"import sys, argmap; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
