"""What the README and the pages show works."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml
from tests.counting_pictures import shown_by, shown_in
from tests.docs.fences import PAGES, Fence, fences
from tests.docs.walkthrough import Shell, Walk, WalkthroughError, commands, environment

import argmap

FENCES = [fence for page in PAGES for fence in fences(page)]
MARKUP = [fence for fence in FENCES if fence.language == "argdown"]
RUN = ("python", "pycon", "console")
# How files of other programs look, and what those print; each is held to its own form, if it has one.
FORMS = {"yaml": yaml.safe_load, "toml": tomllib.loads, "json": json.loads}
SHOWN = ("text", "rst", "markdown", "bibtex", "csv", "elisp", "lua", "xml")
# What installs things: CI runs the first two, and the walkthrough through the tutorial.
INSTALLING = (
    "README.md",
    "CONTRIBUTING.md",
    "tutorial.md",
    "development.md",
    "continuous-integration.md",
    "notebooks.md",
)


@pytest.mark.parametrize("fence", FENCES, ids=str)
def test_no_fence_is_skipped_in_silence(fence: Fence) -> None:
    known = {*RUN, *FORMS, *SHOWN, "argdown", "sh"}
    assert fence.language in known or fence.language.startswith("{")
    assert fence.language != "sh" or fence.page.name in INSTALLING


@pytest.mark.parametrize("fence", [one for one in FENCES if one.language in FORMS], ids=str)
def test_shown_files_have_their_form(fence: Fence) -> None:
    # Settings of MkDocs name Python functions.
    assert FORMS[fence.language](re.sub(r"!!python/(?:name:|object/apply:\S+)", "", fence.content))


@pytest.mark.parametrize(
    "fence", [one for one in MARKUP if not {"error", "warning"} & set(one.words)], ids=str
)
def test_shown_markup_is_right(fence: Fence) -> None:
    found = argmap.parse(fence.content, path=fence.page, markdown=False).diagnostics
    assert [one for one in found if one.severity is not argmap.Severity.INFO] == []


@pytest.mark.parametrize("fence", [one for one in MARKUP if "error" in one.words], ids=str)
def test_markup_that_is_shown_as_wrong_is_wrong(fence: Fence) -> None:
    assert not argmap.parse(fence.content).ok


@pytest.mark.parametrize("fence", [one for one in MARKUP if "warning" in one.words], ids=str)
def test_markup_that_is_shown_as_doubtful_is_doubtful(fence: Fence) -> None:
    document = argmap.parse(fence.content)
    assert document.ok
    assert argmap.Severity.WARNING in {one.severity for one in document.diagnostics}


@pytest.mark.parametrize("fence", MARKUP, ids=str)
def test_shown_markup_is_drawn(fence: Fence) -> None:
    drawing = argmap.draw(argmap.parse(fence.content, path=fence.page, markdown=False))
    assert shown_in(drawing.svg()) == shown_by(drawing.map)


@pytest.mark.parametrize(
    "page",
    [page for page in PAGES if any(one.language in RUN for one in fences(page))],
    ids=lambda page: page.name,
)
def test_what_a_page_says_happens(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Shell(tmp_path, environment()) as shell:
        Walk(shell, names={"__name__": page.stem}).follow(page)


def page_of(folder: Path, text: str) -> Path:
    page = folder / "page.md"
    page.write_text(text, encoding="utf-8")
    return page


@pytest.mark.parametrize(
    "text",
    [
        "```console\n$ echo one\ntwo\n```\n",
        "```console\n$ argmap nosuch\n```\n",
        "```python\n>>> 1 + 1\n3\n```\n",
        "```pycon\n>>> 1 + 1\n3\n```\n",
        "```python\nassert False\n```\n",
    ],
)
def test_a_page_that_is_wrong_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tests.docs.fences.ROOT", tmp_path)
    with Shell(tmp_path, environment()) as shell, pytest.raises((WalkthroughError, AssertionError)):
        Walk(shell, names={}).follow(page_of(tmp_path, text))


def test_files_and_commands_of_a_page_are_one_story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tests.docs.fences.ROOT", tmp_path)
    page = page_of(
        tmp_path,
        "```console\n$ mkdir -p a && cd a\n```\n\n```text file=b.txt\nhello\n```\n\n"
        "```python\nfrom pathlib import Path\nthere = Path('b.txt').read_text()\n```\n\n"
        "```pycon\n>>> there\n'hello\\n'\n```\n\n"
        "```console\n$ cat b.txt\nhello\n$ ls\nb...\n```\n",
    )
    with Shell(tmp_path, environment()) as shell:
        Walk(shell, names={}).follow(page)


def test_commands_are_what_stands_behind_a_dollar(tmp_path: Path) -> None:
    page = page_of(tmp_path, "```console\n$ one\n$ two\nsaid\n\nmore\n$ three\n```\n")
    (fence,) = fences(page)
    assert [(one.words, one.shown) for one in commands(fence)] == [
        ("one", ""),
        ("two", "said\n\nmore"),
        ("three", ""),
    ]
