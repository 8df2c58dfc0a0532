"""`argmap rename`."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Argmap = Callable[..., Result]


@pytest.fixture
def whole(folder: Path) -> Path:
    (folder / "part.argdown").write_bytes(b"[A]\r\n  + <B>: See @[A].\r\n")
    path = folder / "whole.argdown"
    path.write_text("[A]: a // why\n\n@include(part.argdown)\n", encoding="utf-8")
    return path


def test_what_files_include_is_renamed_with_them(argmap: Argmap, folder: Path, whole: Path) -> None:
    result = argmap("rename", "[A]", "[New]", "whole.argdown")
    assert (result.exit_code, result.stdout) == (0, "")
    assert whole.read_text() == "[New]: a // why\n\n@include(part.argdown)\n"
    assert (folder / "part.argdown").read_bytes() == b"[New]\r\n  + <B>: See @[New].\r\n"
    assert result.stderr == "changed whole.argdown\nchanged part.argdown\n3 places in 2 files changed\n"


def test_a_file_that_is_given_and_included_is_changed_once(argmap: Argmap, folder: Path, whole: Path) -> None:
    result = argmap("rename", "[A]", "New", "part.argdown", "whole.argdown", "good.argdown")
    assert result.exit_code == 0
    assert (folder / "part.argdown").read_bytes() == b"[New]\r\n  + <B>: See @[New].\r\n"
    assert (folder / "good.argdown").read_text().startswith("[New]: One thing.")


def test_settings_beside_a_document_are_listed_and_not_changed(
    argmap: Argmap, folder: Path, whole: Path
) -> None:
    settings = '[selection]\nexcludeStatements = ["A"]\nselect = "*, [A] <+"\n[color.tagColors]\nA = "red"\n'
    (folder / "argmap.toml").write_text(settings)
    result = argmap("rename", "[A]", "[New]", "whole.argdown", "part.argdown")
    assert result.exit_code == 0
    left = "argmap.toml still has [A] in selection.excludeStatements[0], selection.select: "
    assert left in result.stderr.splitlines()[-1]
    assert (folder / "argmap.toml").read_text() == settings


def test_rules_of_themes_beside_a_document_are_listed_and_not_changed(
    argmap: Argmap, folder: Path, whole: Path
) -> None:
    theme = 'extends = "default"\n[[rule]]\nselect = "#x, [A]"\n[[rule]]\nfrom = "claims"\nto = "[A]"\n'
    (folder / "night.toml").write_text(theme)
    (folder / "broken.toml").write_text("[[rule]\n")
    (folder / "other.toml").write_text('[tool]\nselect = "[A]"\n')
    result = argmap("rename", "[A]", "[New]", "whole.argdown")
    assert result.exit_code == 0
    assert "night.toml still has [A] in rule[0].select, rule[1].to: " in result.stderr.splitlines()[-1]
    assert "other.toml" not in result.stderr
    assert (folder / "night.toml").read_text() == theme


def test_checking_and_showing_change_nothing(argmap: Argmap, whole: Path) -> None:
    before = whole.read_text()
    assert argmap("rename", "[A]", "New", "whole.argdown", "--check").exit_code == 1
    result = argmap("rename", "[A]", "New", "whole.argdown", "--diff")
    assert result.exit_code == 1
    assert "-[A]: a // why\n+[New]: a // why\n" in result.stdout
    assert whole.read_text() == before


def test_standard_input_is_renamed_to_standard_output(argmap: Argmap) -> None:
    result = argmap("rename", "#a", "#(two words)", "-", input="[A]: a #a")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "[A]: a #(two words)", "")


def test_what_is_not_there_or_cannot_be_named_so_is_told(argmap: Argmap, whole: Path) -> None:
    result = argmap("rename", "[Z]", "New", "whole.argdown")
    assert result.exit_code == 2
    assert result.stderr.startswith("argmap: whole.argdown: there is no [Z] in this debate")
    result = argmap("rename", "[A]", "New]", "whole.argdown")
    assert result.exit_code == 2
    assert "[New]] cannot be written" in result.stderr
    result = argmap("rename", "[Z]", "New", "whole.argdown", "good.argdown")
    assert (result.exit_code, result.stderr) == (2, "argmap: there is no [Z] in 2 files\n")


def test_something_taken_in_one_file_changes_none(argmap: Argmap, folder: Path, whole: Path) -> None:
    result = argmap("rename", "[A]", "[B]", "whole.argdown", "good.argdown")
    assert result.exit_code == 2
    assert "good.argdown: [B] is named already, in line 2" in result.stderr
    assert whole.read_text().startswith("[A]")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions of POSIX")
def test_a_file_that_cannot_be_written_leaves_all_as_they_are(
    argmap: Argmap, folder: Path, whole: Path
) -> None:
    locked = folder / "locked"
    locked.mkdir()
    (locked / "part.argdown").write_text("[A]\n")
    whole.write_text("[A]: a\n\n@include(locked/part.argdown)\n")
    locked.chmod(0o500)
    result = argmap("rename", "[A]", "New", "whole.argdown")
    locked.chmod(0o700)
    assert (result.exit_code, whole.read_text()) == (2, "[A]: a\n\n@include(locked/part.argdown)\n")


def test_a_title_keeps_its_kind(argmap: Argmap, whole: Path) -> None:
    result = argmap("rename", "[A]", "[^New]", "whole.argdown")
    assert (result.exit_code, "[A] cannot become [^New]" in result.stderr) == (2, True)


def test_files_that_could_not_be_included_are_named(argmap: Argmap, folder: Path) -> None:
    (folder / "a.argdown").write_text("[A]: a\n\n@include(gone.argdown)\n")
    result = argmap("rename", "[A]", "New", "a.argdown")
    assert (result.exit_code, "R224" in result.stderr) == (0, True)


def test_a_page_without_fences_says_so(argmap: Argmap, folder: Path) -> None:
    (folder / "page.md").write_text("# Nothing\n")
    assert "no fence" in argmap("rename", "[A]", "New", "page.md").stderr


@pytest.mark.parametrize("new", ["[A]", "A"])
def test_what_has_the_new_title_already_is_not_said_to_be_missing(
    argmap: Argmap, whole: Path, new: str
) -> None:
    result = argmap("rename", "[A]", new, "whole.argdown")
    assert (result.exit_code, result.stderr) == (2, f"argmap: whole.argdown: [A] is called {new} already\n")
