"""What the README and the pages show works."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest
from attrs import frozen
from click.testing import CliRunner

import argmap
from argmap.cli import main

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    ROOT / "README.md",
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "examples").glob("*.md")),
]
FENCE = re.compile(r"^```(?P<language>\w+)(?P<rest>[^\n]*)\n(?P<content>.*?)^```$", re.MULTILINE | re.DOTALL)


@frozen
class Fence:
    """A fenced block of a page; `line` is where its content begins."""

    page: Path
    line: int
    language: str
    words: tuple[str, ...]
    content: str

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def fences(page: Path, language: str) -> list[Fence]:
    text = page.read_text(encoding="utf-8")
    return [
        Fence(
            page,
            text[: one.start("content")].count("\n") + 1,
            one["language"],
            tuple(one["rest"].split()),
            one["content"],
        )
        for one in FENCE.finditer(text)
        if one["language"] == language
    ]


MARKUP = [fence for page in PAGES for fence in fences(page, "argdown")]
RUNNABLE = [page for page in PAGES if fences(page, "python")]


@pytest.mark.parametrize("fence", [one for one in MARKUP if "error" not in one.words], ids=str)
def test_shown_markup_has_no_errors(fence: Fence) -> None:
    assert argmap.parse(fence.content).ok


@pytest.mark.parametrize("fence", [one for one in MARKUP if "error" in one.words], ids=str)
def test_markup_that_is_shown_as_wrong_is_wrong(fence: Fence) -> None:
    assert not argmap.parse(fence.content).ok


@pytest.mark.parametrize("page", RUNNABLE, ids=lambda page: page.name)
def test_shown_python_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_files(page, tmp_path)
    names: dict[str, object] = {"__name__": page.stem}
    for fence in fences(page, "python"):
        run(fence, names)


def test_the_shown_findings_are_what_the_command_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = ROOT / "docs" / "command-line.md"
    command = "$ argmap check debate.argdown\n"
    (shown,) = (one.content for one in fences(page, "console") if one.content.startswith(command))
    monkeypatch.chdir(tmp_path)
    write_files(page, tmp_path)
    assert CliRunner().invoke(main, ["check", "debate.argdown"]).output == shown.removeprefix(command)


def write_files(page: Path, folder: Path) -> None:
    for fence in fences(page, "argdown"):
        for word in fence.words:
            if word.startswith("file="):
                (folder / word.removeprefix("file=")).write_text(fence.content, encoding="utf-8")


def run(fence: Fence, names: dict[str, object]) -> None:
    if ">>> " not in fence.content:
        exec(
            compile("\n" * (fence.line - 1) + fence.content, str(fence.page), "exec", dont_inherit=True),
            names,
        )
        return
    example = doctest.DocTestParser().get_doctest(
        fence.content, names, str(fence), str(fence.page), fence.line - 1
    )
    said: list[str] = []
    doctest.DocTestRunner(verbose=False).run(example, out=said.append, clear_globs=False)
    names.update(example.globs)
    assert not said, "".join(said)
