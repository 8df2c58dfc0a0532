"""`argmap merge`, alone and as a driver of git."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import argmap as library

BASE = "[A]: It rains.\n\n[M]: m\n\n[Z]: z\n"


def git(folder: Path, *words: str, code: int = 0) -> str:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    ran = subprocess.run(["git", *words], cwd=folder, env=environment, capture_output=True, check=False)
    assert ran.returncode == code, ran.stderr.decode()
    return ran.stdout.decode()


@pytest.fixture
def merged_by_git(folder: Path) -> Callable[..., Path]:
    """Makes a repository with the driver and two branches, and merges one into the other."""

    def merged(ours: str, theirs: str, *, code: int) -> Path:
        command = f'"{sys.executable}" -m argmap.cli'
        file = folder / "a.argdown"
        git(folder, "init", "-q", "-b", "main")
        for key, value in (
            ("user.name", "A"),
            ("user.email", "a@example.org"),
            ("diff.argmap.textconv", f"{command} convert --to normal"),
            ("merge.argmap.driver", f"{command} merge %O %A %B -o %A --marker-size %L --path %P"),
        ):
            git(folder, "config", key, value)
        (folder / ".gitattributes").write_text("*.argdown diff=argmap merge=argmap\n")
        for words, text in (([], BASE), (["-b", "theirs"], theirs), (["main"], ours)):
            if words:
                git(folder, "checkout", "-q", *words)
            file.write_text(text)
            git(folder, "add", "a.argdown", ".gitattributes")
            git(folder, "commit", "-q", "--allow-empty", "-m", "a")
        git(folder, "merge", "-q", "theirs", "-m", "merged", code=code)
        return file

    return merged


@pytest.fixture
def versions(folder: Path) -> tuple[str, str, str]:
    names = ("base.argdown", "ours.argdown", "theirs.argdown")
    texts = (BASE, BASE.replace("rains", "pours"), BASE.replace("z\n", "zz\n"))
    for name, text in zip(names, texts, strict=True):
        (folder / name).write_text(text)
    return names


def test_the_merged_text_is_written(argmap: Callable[..., Result], versions: tuple[str, str, str]) -> None:
    result = argmap("merge", *versions)
    assert (result.exit_code, result.stdout) == (0, BASE.replace("rains", "pours").replace("z\n", "zz\n"))


def test_conflicts_are_listed_with_their_lines(
    argmap: Callable[..., Result], versions: tuple[str, str, str], folder: Path
) -> None:
    (folder / versions[2]).write_text(BASE.replace("rains", "drizzles"))
    result = argmap("merge", *versions, "-o", "out.argdown", "--marker-size", "9")
    assert result.exit_code == 1
    assert result.stderr == ("out.argdown:1: conflict: claim [A] (text)\n1 conflict in out.argdown\n")
    assert (folder / "out.argdown").read_text().startswith("// <<<<<<<<< ours")
    assert "D701" in argmap("check", "out.argdown").stdout


def test_two_debates_become_one(argmap: Callable[..., Result], versions: tuple[str, str, str]) -> None:
    assert argmap("merge", versions[0], versions[0]).stdout == BASE
    assert argmap("merge", *versions[:2]).exit_code == 1


def test_what_cannot_be_merged_is_said(argmap: Callable[..., Result], folder: Path) -> None:
    (folder / "page.md").write_text("x")
    assert argmap("merge", "page.md", "page.md", "page.md").exit_code == 2
    assert argmap("merge", "good.argdown").exit_code == 2
    assert argmap("merge", "good.argdown", "missing.argdown").exit_code == 2


def test_git_merges_what_both_changed(merged_by_git: Callable[..., Path]) -> None:
    file = merged_by_git(BASE.replace("[A]", "[Rain]"), BASE + "  + [A]\n", code=0)
    assert file.read_text() == BASE.replace("[A]", "[Rain]") + "  + [Rain]\n"


def test_git_stops_at_conflicts_in_a_text_that_can_be_read(merged_by_git: Callable[..., Path]) -> None:
    file = merged_by_git(BASE.replace("rains", "pours"), BASE.replace("rains", "drizzles"), code=1)
    document = library.load(file)
    assert document.debate.claims["A"].text == "It pours."
    assert [finding.code for finding in document.diagnostics] == ["D701"]
    assert "UU a.argdown" in git(file.parent, "status", "--porcelain")


def test_git_stops_where_lines_could_be_merged_but_not_what_they_say(
    merged_by_git: Callable[..., Path],
) -> None:
    file = merged_by_git(f"[X]: cats\n\n{BASE}", f"{BASE}\n[X]: dogs\n", code=1)
    assert library.load(file).debate.claims["X"].text == "cats"


def test_git_shows_what_changed_in_what_is_said(merged_by_git: Callable[..., Path]) -> None:
    file = merged_by_git(BASE, BASE, code=0)
    file.write_text("[Z]:    z\n\n\n[M]: m\n\n[A]: It pours.\n")
    lines = git(file.parent, "diff").splitlines()
    assert [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")] == [
        *("-claim [A]: It rains.", "+claim [A]: It pours."),
    ]
