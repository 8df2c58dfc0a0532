"""`argmap format`."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Argmap = Callable[..., Result]
UNTIDY = "[A]:   One thing.\n\n\n[B]\n     + <C>\n"
TIDY = "[A]: One thing.\n\n[B]\n  + <C>\n"


@pytest.fixture
def untidy(folder: Path) -> Path:
    path = folder / "untidy.argdown"
    path.write_bytes(UNTIDY.encode())
    return path


def test_files_are_formatted(argmap: Argmap, untidy: Path) -> None:
    result = argmap("format", "untidy.argdown", "good.argdown")
    assert (result.exit_code, result.stdout) == (0, "")
    assert untidy.read_text() == TIDY
    assert result.stderr == "formatted untidy.argdown\n1 file formatted, 1 file unchanged\n"


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_formatted_file_keeps_its_permissions(argmap: Argmap, untidy: Path) -> None:
    untidy.chmod(0o640)
    argmap("format", "untidy.argdown")
    assert stat.S_IMODE(untidy.stat().st_mode) == 0o640


def test_a_link_stays_a_link(argmap: Argmap, folder: Path, untidy: Path) -> None:
    link = folder / "link.argdown"
    link.symlink_to(untidy)
    argmap("format", "link.argdown")
    assert (link.is_symlink(), untidy.read_text()) == (True, TIDY)


def test_a_file_in_canonical_layout_is_not_written(argmap: Argmap, folder: Path) -> None:
    before = (folder / "good.argdown").stat()
    argmap("format", "good.argdown")
    after = (folder / "good.argdown").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_checking_names_files_and_changes_none(argmap: Argmap, untidy: Path) -> None:
    result = argmap("format", "--check", "untidy.argdown", "good.argdown")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "would format untidy.argdown\n1 file would be formatted, 1 file unchanged\n"
    assert untidy.read_text() == UNTIDY


def test_checking_is_content_with_canonical_layout(argmap: Argmap) -> None:
    assert argmap("format", "--check", "good.argdown").exit_code == 0


def test_a_difference_is_shown(argmap: Argmap, untidy: Path) -> None:
    result = argmap("format", "--diff", "untidy.argdown")
    assert result.exit_code == 1
    assert result.stdout.startswith("--- untidy.argdown\n+++ untidy.argdown (formatted)\n@@")
    assert "\n-     + <C>\n+  + <C>\n" in result.stdout
    assert untidy.read_text() == UNTIDY


def test_standard_input_is_formatted(argmap: Argmap) -> None:
    result = argmap("format", "-", input=UNTIDY)
    assert (result.exit_code, result.stdout, result.stderr) == (0, TIDY, "")


def test_standard_input_can_be_checked(argmap: Argmap) -> None:
    result = argmap("format", "--check", "-", input=UNTIDY)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "would format <stdin>\n")


def test_texts_can_be_filled(argmap: Argmap) -> None:
    result = argmap("format", "--width", "20", "-", input="[A]: one two three four five six")
    assert result.stdout == "[A]: one two three\nfour five six\n"


def test_one_file_that_is_missing_does_not_stop_the_others(argmap: Argmap, untidy: Path) -> None:
    result = argmap("format", "missing.argdown", "untidy.argdown")
    assert result.exit_code == 2
    assert "missing.argdown: no such file" in result.stderr
    assert untidy.read_text() == TIDY


def test_a_file_that_is_no_text_is_told_and_kept(argmap: Argmap, folder: Path) -> None:
    path = folder / "latin.argdown"
    path.write_bytes(b"[A]:   caf\xe9")
    result = argmap("format", "latin.argdown")
    assert (result.exit_code, path.read_bytes()) == (2, b"[A]:   caf\xe9")
    assert "not text in UTF-8" in result.stderr
