"""The command as a process: signals, and streams that are closed or full."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="streams and signals of Linux")

COMMAND = f"{sys.executable} -m argmap.cli"
TEXT = """\
===
title: Weather
===

[Sun]: It shines. {source: x}
  + <Forecast>: They said so.
    + [^Picture]: A picture. {source: "@cam"}
   - [Odd]: indented like none

(1) p
(2) q
-- {scheme: expert opinion} --
(3) r
"""
WRITING = (
    "--help",
    "--version",
    "render -f dot -o - debate.argdown",
    "render -f svg - < debate.argdown",
    "check debate.argdown",
    "check --format github debate.argdown",
    "check --format json debate.argdown",
    "check --format sarif debate.argdown",
    "check --explain S107",
    "convert debate.argdown",
    "convert --to argdown debate.argdown",
    "format --diff debate.argdown",
    "format - < debate.argdown",
    "sources debate.argdown",
    "sources --format json debate.argdown",
    "sources --format bibtex debate.argdown",
    "formulas --format json debate.argdown",
    "questions debate.argdown",
    "questions --format json debate.argdown",
    "stats debate.argdown",
    "stats --format json debate.argdown",
)
READING = tuple(
    f"{command} -" for command in ("render", "check", "convert", "format", "sources", "questions", "stats")
)


@pytest.fixture
def debate(tmp_path: Path) -> Path:
    (tmp_path / "debate.argdown").write_text(TEXT)
    return tmp_path


def run(words: str, folder: Path) -> tuple[int, list[str]]:
    """Return the exit code of a command of the shell, and what it says on standard error."""
    done = subprocess.run(
        f"{COMMAND} {words}", shell=True, cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )
    return done.returncode, done.stderr.splitlines()


@pytest.mark.parametrize("words", WRITING)
def test_a_full_disk_is_said_in_a_line(debate: Path, words: str) -> None:
    code, said = run(f"{words} > /dev/full", debate)
    assert (code, said[-1]) == (2, "argmap: <stdout>: no space left on device")
    assert "Traceback" not in "".join(said)


@pytest.mark.parametrize("words", WRITING[::3])
def test_a_closed_output_is_said_in_a_line(debate: Path, words: str) -> None:
    code, said = run(f"{words} >&-", debate)
    assert (code, said[-1]) == (2, "argmap: <stdout>: it is closed")
    assert "Traceback" not in "".join(said)


@pytest.mark.parametrize("words", READING)
def test_a_closed_input_is_said_in_a_line(debate: Path, words: str) -> None:
    code, said = run(f"{words} <&-", debate)
    assert code == 2
    assert said[0] == "argmap: <stdin>: it is closed"
    assert "Traceback" not in "".join(said)


@pytest.mark.parametrize("closing", ["2>&-", "2> /dev/full"])
@pytest.mark.parametrize(
    "words",
    ["render debate.argdown -o x.svg", "check debate.argdown", "convert debate.argdown -o x.json", "nosuch"],
)
def test_what_cannot_be_said_is_a_failure(debate: Path, words: str, closing: str) -> None:
    assert run(f"{words} {closing}", debate)[0] == 2


def test_what_cannot_be_said_does_not_keep_results_from_being_written(debate: Path) -> None:
    run("convert debate.argdown -o x.json 2>&-", debate)
    assert (debate / "x.json").read_text().endswith("}\n")


def test_no_file_takes_the_place_of_a_closed_stream(debate: Path) -> None:
    assert run("render -f dot debate.argdown -o x.dot <&- >&- 2>&-", debate)[0] == 2
    assert (debate / "x.dot").read_text().startswith("digraph")


@pytest.mark.parametrize("words", ["check", "convert -o x.json", "stats", "format --diff"])
def test_a_reader_that_has_seen_enough_is_no_failure_that_is_said(debate: Path, words: str) -> None:
    text = "".join(f"[{number}]: {'x' * 100} {{color: [}}\n\n" for number in range(2000))
    (debate / "long.argdown").write_text(text)
    assert "".join(run(f"{words} long.argdown 2>&1 | head -n 1 > first", debate)[1]) == ""


@pytest.mark.parametrize("words", WRITING[::2])
def test_a_reader_that_is_gone_ends_a_command_quietly_as_it_ends_other_programs(
    debate: Path, words: str
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        f"{COMMAND} {words}", shell=True, cwd=debate, stdout=writing, stderr=subprocess.PIPE, timeout=60
    )
    os.close(writing)
    assert done.returncode == 141
    assert b"Traceback" not in done.stderr
    assert b"argmap: " not in done.stderr


# Sends a signal to itself where a module is first asked for, or an event of the system happens.
SIGNALLED = """
import os, signal, sys

# Whoever runs the tests in the background of a shell has all of them ignore it.
signal.signal(signal.SIGINT, signal.default_int_handler)

class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == {place!r}:
            os.kill(os.getpid(), {number})

def heard(event, given):
    if event == {place!r}:
        os.kill(os.getpid(), {number})

sys.meta_path.insert(0, Finder())
from argmap.cli import main
sys.addaudithook(heard)
main()
"""


def signalled(number: int, place: str, words: str, folder: Path) -> tuple[int, bytes]:
    code = SIGNALLED.format(place=place, number=int(number))
    done = subprocess.run(
        [sys.executable, "-c", code, *words.split()], cwd=folder, capture_output=True, timeout=60, check=False
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    "place",
    [
        "click",
        "argmap.cli.render",
        "argmap.api",
        "argmap.syntax.parser",
        "argmap.render.tree_dot",
        "os.rename",
    ],
)
def test_an_interrupt_is_quiet_wherever_it_comes(debate: Path, place: str) -> None:
    (debate / "debate.argdown").write_text("[A]\n  + [B]\n")
    words = "render debate.argdown -o x.svg"
    assert signalled(signal.SIGINT, place, words, debate) == (130, b"")


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
@pytest.mark.parametrize("words", ["convert debate.argdown -o old.json", "format old.json"])
def test_no_signal_leaves_half_a_file(debate: Path, name: str, words: str) -> None:
    (debate / "old.json").write_text("[A]:   old")
    before = sorted(os.listdir(debate))
    number = getattr(signal, name)
    assert signalled(number, "os.rename", words, debate)[0] == 128 + number
    assert sorted(os.listdir(debate)) == before
    assert (debate / "old.json").read_text() == "[A]:   old"


def test_what_is_loaded_is_hardly_searched_for_garbage() -> None:
    program = (
        "import atexit, gc, sys; from argmap.cli import main; sys.argv[1:] = ['--version'];"
        "atexit.register(lambda: print(gc.get_stats()[0]['collections'])); main()"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert int(ran.stdout.split()[-1]) < 20
