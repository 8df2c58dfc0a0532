"""No drawing of a run replaces another, or a text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

from argmap.cli.drawing.drawn_files import DrawnFiles

Argmap = Callable[..., Result]
PAGE = "~~~argdown\n[One]: 1\n  + [A]\n~~~\n\n~~~argdown\n[Two]: 2\n  + [B]\n~~~\n"
SECTIONS = "# One\n[A]: a\n  + [B]\n# Two\n[B]: b\n  + [C]: c\n"

names = st.sampled_from(["a.svg", "a-2.svg", "a-3.svg", "./a.svg", "b/../a.svg", "c"])
claims = st.lists(st.tuples(names, st.sampled_from("xyz")))


@given(claims)
def test_a_file_belongs_to_what_asked_first(asked: list[tuple[str, str]]) -> None:
    files = DrawnFiles()
    given_names = [(files.claim(name, owner=owner), owner) for name, owner in asked]
    owners = {Path(name).resolve(): owner for name, owner in given_names}
    assert all(owners[Path(name).resolve()] == owner for name, owner in given_names)


@given(names, st.lists(st.sampled_from("xyz"), unique=True))
def test_who_asks_again_gets_the_same_file(name: str, owners: list[str]) -> None:
    files = DrawnFiles()
    first = [files.claim(name, owner=owner) for owner in owners]
    assert [files.claim(name, owner=owner) for owner in owners] == first


@pytest.fixture
def crowded(folder: Path) -> Path:
    """A folder with a page of two fences, and a text whose drawing is called like that of the first."""
    (folder / "page.md").write_text(PAGE, encoding="utf-8")
    (folder / "page-1.argdown").write_text("[Other]: x\n  + [D]\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("files", [("page.md", "page-1.argdown"), ("page-1.argdown", "page.md")], ids=str)
def test_a_fence_does_not_replace_the_drawing_of_a_text(
    argmap: Argmap, crowded: Path, files: tuple[str, str]
) -> None:
    result = argmap("render", *files, "-f", "dot")
    assert result.exit_code == 0
    assert "page.md#1: drawn to page-1-2.dot, because page-1.dot belongs to page-1.argdown" in result.stderr
    assert "Other" in (crowded / "page-1.dot").read_text(encoding="utf-8")
    assert "One" in (crowded / "page-1-2.dot").read_text(encoding="utf-8")
    assert "Two" in (crowded / "page-2.dot").read_text(encoding="utf-8")


def test_a_section_does_not_replace_the_drawing_of_a_text(argmap: Argmap, folder: Path) -> None:
    (folder / "a.argdown").write_text(SECTIONS, encoding="utf-8")
    (folder / "a-one.argdown").write_text("[Other]: x\n  + [D]\n", encoding="utf-8")
    result = argmap("render", "a.argdown", "a-one.argdown", "-f", "dot", "--parts", "always")
    assert "a.argdown: drawn to a-one-2.dot, because a-one.dot belongs to a-one.argdown" in result.stderr
    assert "Other" in (folder / "a-one.dot").read_text(encoding="utf-8")


def test_a_section_does_not_replace_its_text(argmap: Argmap, folder: Path) -> None:
    (folder / "a-one.argdown").write_text(SECTIONS, encoding="utf-8")
    argmap("render", "a-one.argdown", "-o", "a.argdown", "-f", "dot", "--parts", "always")
    assert (folder / "a-one.argdown").read_text(encoding="utf-8") == SECTIONS
    assert (folder / "a-one-2.argdown").exists()


@pytest.mark.parametrize("again", ["./good.argdown", "sub/../good.argdown"])
def test_one_file_under_two_names_is_noticed(argmap: Argmap, folder: Path, again: str) -> None:
    (folder / "sub").mkdir()
    result = argmap("render", "good.argdown", again, "-f", "dot")
    assert result.exit_code == 2
    assert "several drawings would be written to good.dot" in result.stderr
    assert not (folder / "good.dot").exists()
