"""`argmap diff`."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

OLD = "[A]: It rains.\n  - <B>: b\n"
NEW = "[A]: It pours.\n  + <B>: b\n"


def git(folder: Path, *words: str) -> str:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    ran = subprocess.run(["git", *words], cwd=folder, env=environment, capture_output=True, check=True)
    return ran.stdout.decode()


@pytest.fixture
def repository(folder: Path) -> Path:
    """A folder that is a repository with two revisions of a text, and with a third text now."""
    git(folder, "init", "-q", "-b", "main")
    git(folder, "config", "user.name", "A")
    git(folder, "config", "user.email", "a@example.org")
    (folder / "part.argdown").write_text("[P]: p\n")
    for text in (OLD, NEW):
        (folder / "a.argdown").write_text(f"@include(part.argdown)\n\n{text}")
        (folder / "part.argdown").write_text("[P]: p\n" if text is OLD else "[P]: q\n")
        git(folder, "add", ".")
        git(folder, "commit", "-q", "-m", "a")
    (folder / "a.argdown").write_text(f"{NEW}\n[C]: c\n")
    return folder


@pytest.fixture
def files(folder: Path) -> tuple[str, str]:
    (folder / "old.argdown").write_text(OLD)
    (folder / "new.argdown").write_text(NEW)
    return "old.argdown", "new.argdown"


def test_changes_are_lines_with_a_summary(argmap: Callable[..., Result], files: tuple[str, str]) -> None:
    result = argmap("diff", *files)
    assert result.exit_code == 0
    assert result.stdout == (
        "reworded  claim    [A]: It {-rains-}{+pours+}.  l. 1 → 1\n"
        "turned    relation <B> +> [A]  was: attacks, is: supports  l. 2 → 2\n"
        "1 claim, 1 relation changed\n"
    )


def test_the_exit_code_tells_if_it_is_asked(argmap: Callable[..., Result], files: tuple[str, str]) -> None:
    assert argmap("diff", *files, "--exit-code").exit_code == 1
    assert argmap("diff", files[0], files[0], "--exit-code").exit_code == 0
    assert argmap("diff", files[0], "missing.argdown").exit_code == 2


def test_standard_input_may_be_one_of_the_two(argmap: Callable[..., Result], files: tuple[str, str]) -> None:
    assert argmap("diff", files[1], "-", "--exit-code", input=NEW).exit_code == 0
    assert argmap("diff", "-", "-", input=NEW).exit_code == 2


def test_json_names_changes_by_their_classes(argmap: Callable[..., Result], files: tuple[str, str]) -> None:
    entries = json.loads(argmap("diff", *files, "--format", "json").stdout)
    assert [entry["change"] for entry in entries["changes"]] == ["Reworded", "RelationTurned"]
    assert entries["summary"] == {"RelationTurned": 1, "Reworded": 1}


def test_lines_of_the_normal_form_can_be_compared(
    argmap: Callable[..., Result], files: tuple[str, str]
) -> None:
    lines = argmap("diff", *files, "--format", "argdown").stdout.splitlines()
    assert "-claim [A]: It rains." in lines
    assert "+relation <B> +> [A]" in lines


def test_verdicts_are_compared_if_asked(argmap: Callable[..., Result], files: tuple[str, str]) -> None:
    assert "verdicts: [A] out → in" in argmap("diff", *files, "--verdicts").stdout


def test_pairs_can_be_given_and_topics_ignored(argmap: Callable[..., Result], files: tuple[str, str]) -> None:
    assert "reworded" not in argmap("diff", *files, "--ignore", "text,tags").stdout
    assert argmap("diff", *files, "--ignore", "words").exit_code == 2
    assert argmap("diff", *files, "--match", "[A]=[A]").exit_code == 0
    assert argmap("diff", *files, "--match", "[A]=[Q]").exit_code == 2
    assert argmap("diff", *files, "--match", "A").exit_code == 2


def test_folders_are_compared_file_by_file(argmap: Callable[..., Result], folder: Path) -> None:
    for name, text in (("one", OLD), ("two", NEW)):
        (folder / name).mkdir()
        (folder / name / "a.argdown").write_text(text)
    (folder / "two" / "b.argdown").write_text("[New]: n\n")
    shown = argmap("diff", "one", "two").stdout
    assert shown.startswith("a.argdown\nreworded")
    assert "\nb.argdown\nadded     claim    [New]: n  l. 1\n" in shown
    assert argmap("diff", "one", "one/a.argdown").exit_code == 2


def test_what_changed_is_drawn(argmap: Callable[..., Result], files: tuple[str, str], folder: Path) -> None:
    assert argmap("diff", *files, "-o", "map.dot", "--context", "all").exit_code == 0
    assert "≠ reworded" in (folder / "map.dot").read_text()
    assert argmap("diff", *files, "-o", "map.dot", "--context", "x").exit_code == 2


def test_revisions_are_compared_with_what_they_include(
    argmap: Callable[..., Result], repository: Path
) -> None:
    shown = argmap("diff", "--git", "HEAD~1", "HEAD", "--", "a.argdown").stdout
    assert "[P]: {-p-}{+q+}" in shown
    assert "[A]: It {-rains-}{+pours+}." in shown


def test_a_revision_is_compared_with_the_files_as_they_are(
    argmap: Callable[..., Result], repository: Path
) -> None:
    assert "added     claim    [C]: c" in argmap("diff", "--git").stdout
    assert "added     claim    [C]: c" in argmap("diff", "--git", "a.argdown").stdout
    assert argmap("diff", "--git", "HEAD", "--exit-code", "--", "part.argdown").exit_code == 0


@pytest.mark.parametrize("revision", ["--output=x", "-h", "nothing", "HEAD; touch x", "$(touch x)", ""])
def test_what_is_no_revision_runs_nothing(
    argmap: Callable[..., Result], repository: Path, revision: str
) -> None:
    before = sorted(os.listdir(repository))
    assert argmap("diff", "--git", "--", "a.argdown").exit_code == 0
    assert argmap("diff", "--git", "HEAD", f"x{revision}", "--", "a.argdown").exit_code == 2
    assert sorted(os.listdir(repository)) == before


def test_no_program_of_the_repository_is_run(argmap: Callable[..., Result], repository: Path) -> None:
    script = repository / "run.sh"
    script.write_text("#!/bin/sh\ntouch ran\ncat\n")
    script.chmod(0o755)
    (repository / ".gitattributes").write_text("*.argdown diff=evil filter=evil\n")
    for key in (
        "diff.evil.textconv",
        "diff.evil.command",
        "filter.evil.smudge",
        "filter.evil.clean",
        "core.pager",
    ):
        git(repository, "config", key, f"{script}")
    git(repository, "config", "core.fsmonitor", f"{script}")
    git(repository, "config", "diff.external", f"{script}")
    assert argmap("diff", "--git", "HEAD~1", "HEAD", "--", "a.argdown").exit_code == 0
    assert not (repository / "ran").exists()


def test_git_is_set_up_by_lines_that_are_printed(argmap: Callable[..., Result]) -> None:
    shown = argmap("diff", "--install-git").stdout
    assert "*.argdown diff=argmap merge=argmap" in shown
    assert 'diff.argmap.textconv "argmap convert --to normal"' in shown


def test_without_git_there_are_two_names(argmap: Callable[..., Result]) -> None:
    assert argmap("diff", "good.argdown").exit_code == 2
