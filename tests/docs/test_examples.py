"""Every example reads, draws, and is what the gallery says."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from tests.counting_pictures import shown_by, shown_in
from tests.docs.fences import ROOT

import argmap

EXAMPLES = sorted((ROOT / "examples").glob("*.argdown"))
GALLERY = (ROOT / "docs" / "gallery.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_has_nothing_to_complain_about(path: Path) -> None:
    found = argmap.load(path).diagnostics
    assert [one for one in found if one.severity is not argmap.Severity.INFO] == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_drawn_whole(path: Path) -> None:
    drawing = argmap.draw(argmap.load(path))
    assert shown_in(drawing.svg()) == shown_by(drawing.map)
    assert min(shown_by(drawing.map)) > 5


_SHOWN = re.compile(r"`argmap ([^`\n]*examples/[^`\n]*)`[^\n]*\n\n```text\n((?:[^`]|`(?!``))++)```")
_COMMANDS = [
    pytest.param(shown[1], shown[2], id=shown[1])
    for page in sorted((ROOT / "docs").rglob("*.md"))
    for shown in _SHOWN.finditer(page.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("words", "output"), _COMMANDS)
def test_a_page_shows_what_a_command_says_of_an_example(words: str, output: str) -> None:
    command = [sys.executable, "-m", "argmap.cli", *shlex.split(words)]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    position = 0
    for part in re.split(r"\n *…\n", f"\n{output}"):
        position = (printed.stdout + printed.stderr).find(part.strip("\n"), position)
        assert position >= 0, part


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_evidence_in_an_example_has_a_source(path: Path) -> None:
    assert [one.title for one in argmap.load(path).debate.evidence.values() if not one.sources] == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_gallery_counts_what_an_example_holds(path: Path) -> None:
    debate = argmap.load(path).debate
    inferences = sum(len(one.inferences) for one in debate.arguments.values())
    row = re.search(rf"^\| \[[^\]]+\]\(\.\./examples/{path.name}\)(.*)$", GALLERY, re.MULTILINE)
    assert row
    cells = [one.strip() for one in row[1].split("|")[1:6]]
    counted = [debate.claims, debate.evidence, debate.arguments, range(inferences), debate.relations]
    assert cells == [str(len(one)) for one in counted]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_gallery_shows_an_example(path: Path) -> None:
    assert f"{{argmap}} ../examples/{path.name}\n" in GALLERY


def run(*words: str) -> str:
    done = subprocess.run([sys.executable, *words], capture_output=True, check=True, cwd=ROOT / "examples")
    return done.stdout.decode()


def test_the_table_makes_the_debate_that_is_shown() -> None:
    assert run("playground.py") == (ROOT / "examples" / "playground.argdown").read_text(encoding="utf-8")


def test_the_large_debate_is_the_one_that_is_shown() -> None:
    assert run("large_debate.py") == (ROOT / "examples" / "large-debate.argdown").read_text(encoding="utf-8")


def test_the_large_debate_is_as_large_as_asked_for_and_always_the_same() -> None:
    text = run("large_debate.py", "60")
    document = argmap.parse(text)
    assert len(document.debate.claims) + len(document.debate.arguments) == 60
    assert document.diagnostics == ()
    assert run("large_debate.py", "60") == text


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_in_canonical_layout(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert argmap.format_text(text) == text
