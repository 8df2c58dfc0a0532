"""What an author or a file's name says never reaches a terminal or a log as a command."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Argmap = Callable[..., Result]

# A title of the window, a line that build servers obey, an escape of one byte, a turn of the direction.
ATTACKS = ("\x1b]0;x\x07", "\n::error::x", "\x9b31m", "\u202e", "\r::error::x")
IN_YAML = "\\e]0;x\\a\\n::error::x\\x9b31m\\u202e"
IN_TEXT = "\x1b]0;x\x07\x9b31m\u202e"
DOCUMENT = f"""\
===
title: "t{IN_YAML}"
"key{IN_YAML}": 1
model: {{"mode": "m{IN_YAML}", "k{IN_YAML}": 2}}
dot: {{graphVizSettings: {{"{IN_YAML}X": 1, "A{IN_YAML}": 2}}, statement: {{shape: "{IN_YAML}"}}}}
color: {{tagColors: {{"t{IN_YAML}": "c{IN_YAML}"}}}}
images: {{files: {{"f{IN_YAML}": {{path: "p{IN_YAML}"}}}}}}
sources: {{"s{IN_YAML}": "r{IN_YAML}", "@k": {{title: "t{IN_YAML}", url: "u{IN_YAML}"}}}}
bibliography: "b{IN_YAML}.bib"
schemes: "s{IN_YAML}.toml"
check: {{allow: ["C{IN_YAML}"], severity: {{"S{IN_YAML}": "x{IN_YAML}"}}}}
terms: {{"t{IN_YAML}": "d{IN_YAML}"}}
===

@include(i{IN_TEXT}.argdown)
@include(::error::x.argdown)

# Section {IN_TEXT} {{"k{IN_YAML}": "v{IN_YAML}", isGroup: "{IN_YAML}"}}

[C{IN_TEXT}]: ::error::x {IN_TEXT} #t{IN_TEXT} #({IN_TEXT}) {{"k{IN_YAML}": 1, source: "s{IN_YAML}"}}
  + [^E{IN_TEXT}]: e {{source: "@no{IN_YAML}", quote: "q{IN_YAML}", reliability: "{IN_YAML}"}}
  +> <A{IN_TEXT}>: a [^M{IN_TEXT}] [::error::x](http://x{IN_TEXT})
  -- ::error::x
   - [B]: b {{a: [}}

::error::y

<A{IN_TEXT}>

(1) p {{"k{IN_YAML}": 1}}
(3) q {IN_TEXT}
-- rule{IN_TEXT} {{scheme: "expert opinionn{IN_YAML}", uses: [1, 9, "{IN_YAML}"], allow: ["{IN_YAML}"]}} --
(2) r

<D>

(1) e
(2) f
-- {{scheme: expert opinion, answers: {{"a{IN_YAML}": "v{IN_YAML}"}}}} --
(3) g
"""
NAME = f"d{IN_TEXT}\n::error::x.argdown"
COMMANDS = (
    "render -f dot -o x.dot FILE",
    "render -f svg FILE",
    "render --parts always -o x.svg FILE",
    f"render --theme t{IN_TEXT} FILE",
    f"render --theme t{IN_TEXT}.toml FILE",
    f"render --engine e{IN_TEXT} FILE",
    f"render --focus [C{IN_TEXT}x] FILE",
    f"render --set map.x{IN_TEXT}=y{IN_TEXT} FILE",
    f"render --set {IN_TEXT} FILE",
    f"render -o x.{IN_TEXT} FILE",
    f"render --direction {IN_TEXT} FILE",
    f"render --{IN_TEXT} FILE",
    "render FILE FILE",
    f"{IN_TEXT} FILE",
    "check FILE",
    "check --verbose FILE",
    "check --format github FILE",
    "check --format json FILE",
    "check --format sarif FILE",
    f"check --explain {IN_TEXT}",
    f"check --allow {IN_TEXT} FILE",
    f"check --severity C301={IN_TEXT} FILE",
    "check --fix FILE",
    "check no-FILE",
    "convert -o x.json FILE",
    "convert --to argdown -o x.argdown FILE",
    "convert no-FILE",
    "convert BROKEN",
    "format --check FILE",
    "format --diff FILE",
    "format FILE",
    "format no-FILE",
    "sources FILE",
    "sources --format json FILE",
    "sources --format bibtex -o x.bib FILE",
    "questions FILE",
    "questions --format json FILE",
    "stats FILE",
    "stats --format json FILE",
    "stats no-FILE",
)


@pytest.fixture
def hostile(folder: Path) -> Path:
    (folder / NAME).write_text(DOCUMENT, encoding="utf-8")
    (folder / f"b{IN_TEXT}.json").write_text(f'{{"statements": {{"{IN_TEXT[2:4]}": 1}}}}', encoding="utf-8")
    (folder / "argmap.toml").write_text('"k\\u001b\\n::error::x" = 1\nmap.statementLabelMode = "x\\u009b"\n')
    return folder


@pytest.mark.parametrize("command", COMMANDS, ids=ascii)
def test_no_command_passes_an_attack_on(hostile: Path, argmap: Argmap, command: str) -> None:
    words = (word.replace("FILE", NAME).replace("BROKEN", f"b{IN_TEXT}.json") for word in command.split(" "))
    result = argmap(*words)
    said = f"{result.stdout}\n{result.stderr}"
    assert [attack for attack in ATTACKS if attack in said] == []
    assert "\x1b" not in said


@pytest.mark.skipif(os.name != "posix", reason="terminals of POSIX")
@pytest.mark.parametrize("command", ["convert", "format", "render -f dot", "convert --to argdown"])
def test_a_terminal_gets_only_what_it_can_show(folder: Path, command: str) -> None:
    import pty

    (folder / "x.argdown").write_text(f"[A]: ::error::x {IN_TEXT}\n  + [B]\n", encoding="utf-8")
    ours, theirs = pty.openpty()
    words = [sys.executable, "-m", "argmap.cli", *command.split(), "-"]
    with (folder / "x.argdown").open() as given:
        process = subprocess.Popen(words, stdin=given, stdout=theirs, stderr=subprocess.DEVNULL)
    os.close(theirs)
    said = b""
    # Linux ends the reading of a terminal whose other side is closed with an error.
    try:
        while part := os.read(ours, 4096):
            said += part
    except OSError:
        pass
    os.close(ours)
    process.wait(timeout=60)
    assert "error::x" in said.decode()
    assert [attack for attack in ATTACKS if attack in said.decode()] == []
