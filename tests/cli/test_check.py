"""`argmap check`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import argmap as library

Argmap = Callable[..., Result]


def test_a_text_without_findings_is_clean(argmap: Argmap) -> None:
    result = argmap("check", "good.argdown")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "no findings in 1 file\n")


def test_an_error_is_shown_where_it_is(argmap: Argmap) -> None:
    result = argmap("check", "bad.argdown")
    first, source, caret, *_ = result.stdout.splitlines()
    assert result.exit_code == 1
    assert first.startswith("bad.argdown:1:")
    assert source == "    [A]: One thing. {color: [}"
    assert caret.strip("^ ") == ""
    assert result.stderr == "1 error in 1 file\n"


def test_standard_input_has_a_name(argmap: Argmap) -> None:
    result = argmap("check", "-", input="[A]: One thing. {color: [}\n")
    assert result.exit_code == 1
    assert result.stdout.startswith("<stdin>:1:")


def test_all_files_are_checked_even_if_one_is_missing(argmap: Argmap) -> None:
    result = argmap("check", "missing.argdown", "bad.argdown")
    assert result.exit_code == 2
    assert result.stdout.startswith("bad.argdown:1:")
    assert result.stderr == "argmap: missing.argdown: no such file or directory\n"


def test_json_has_one_list_over_all_files(argmap: Argmap, folder: Path) -> None:
    result = argmap("check", "good.argdown", "bad.argdown", "--format", "json")
    (found,) = json.loads(result.stdout)
    text = (folder / "bad.argdown").read_text(encoding="utf-8")
    (diagnostic,) = library.parse(text).diagnostics
    assert result.exit_code == 1
    assert result.stderr == ""
    assert found == {
        "path": "bad.argdown",
        "line": 1,
        "column": diagnostic.span.start + 1,
        "end_line": 1,
        "end_column": diagnostic.span.end + 1,
        "start": diagnostic.span.start,
        "end": diagnostic.span.end,
        "severity": "error",
        "code": diagnostic.code,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "related": [],
        "fix": None,
    }


def test_json_of_a_clean_text_is_an_empty_list(argmap: Argmap) -> None:
    result = argmap("check", "good.argdown", "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])


def test_colours_are_for_terminals(argmap: Argmap) -> None:
    assert "\x1b[" not in argmap("check", "bad.argdown").stdout
    assert "\x1b[" in argmap("check", "bad.argdown", color=True).stdout
    assert "\x1b[" not in argmap("check", "bad.argdown", color=True, env={"NO_COLOR": "1"}).stdout


TWICE = "[A]: One.\n\n[A]: Two.\n\n(1) p\n---\n(2) c\n"


def test_related_places_and_fixes_are_shown(argmap: Argmap, folder: Path) -> None:
    (folder / "twice.argdown").write_text(TWICE, encoding="utf-8")
    lines = argmap("check", "twice.argdown", "--verbose").stdout.splitlines()
    assert "  see: twice.argdown:1:1: it has another text here" in lines
    assert "  fix: `argmap check --fix` does this" in lines


def test_json_has_related_places_and_fixes(argmap: Argmap, folder: Path) -> None:
    (folder / "twice.argdown").write_text(TWICE, encoding="utf-8")
    first, second = json.loads(argmap("check", "twice.argdown", "--format", "json", "--allow", "C316").stdout)
    assert first["related"] == [
        {
            "path": "twice.argdown",
            "line": 1,
            "column": 1,
            "end_line": 1,
            "end_column": 10,
            "start": 0,
            "end": 9,
            "message": "it has another text here",
        }
    ]
    assert second["fix"] == {"start": 28, "end": 31, "replacement": "----", "is_safe": True}


def test_a_related_place_may_lie_in_an_included_file(argmap: Argmap, folder: Path) -> None:
    (folder / "part.argdown").write_text("[A]: One.\n", encoding="utf-8")
    (folder / "whole.argdown").write_text("@include(part.argdown)\n\n[A]: Two.\n", encoding="utf-8")
    assert (
        "part.argdown:1:1: it has another text here" in argmap("check", "whole.argdown", "--verbose").stdout
    )


def test_what_is_certain_is_fixed_in_the_file(argmap: Argmap, folder: Path) -> None:
    file = folder / "odd.argdown"
    file.write_bytes(b"\xef\xbb\xbf(1) p\r\n---\r\n(2) c\r\n")
    file.chmod(0o640)
    result = argmap("check", "--fix", "odd.argdown")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "fixed odd.argdown\nno findings in 1 file\n"
    assert file.read_bytes() == b"\xef\xbb\xbf(1) p\r\n----\r\n(2) c\r\n"
    assert file.stat().st_mode & 0o777 == 0o640
    assert sorted(one.name for one in folder.iterdir()) == ["bad.argdown", "good.argdown", "odd.argdown"]


def test_a_link_to_a_file_stays_one(argmap: Argmap, folder: Path) -> None:
    (folder / "odd.argdown").write_text("(1) p\n---\n(2) c\n", encoding="utf-8")
    (folder / "link.argdown").symlink_to("odd.argdown")
    argmap("check", "--fix", "link.argdown")
    assert (folder / "link.argdown").is_symlink()
    assert "----" in (folder / "odd.argdown").read_text(encoding="utf-8")


def test_a_file_without_anything_to_fix_is_left_alone(argmap: Argmap, folder: Path) -> None:
    before = (folder / "good.argdown").stat()
    assert argmap("check", "--fix", "good.argdown").stderr == "no findings in 1 file\n"
    assert (folder / "good.argdown").stat().st_ino == before.st_ino


def test_a_missing_file_cannot_be_fixed(argmap: Argmap) -> None:
    result = argmap("check", "--fix", "missing.argdown")
    assert (result.exit_code, result.stderr) == (2, "argmap: missing.argdown: no such file or directory\n")


def test_a_file_that_cannot_be_replaced_stays_as_it_is(
    argmap: Argmap, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "odd.argdown").write_text("(1) p\n---\n(2) c\n", encoding="utf-8")

    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    result = argmap("check", "--fix", "odd.argdown")
    assert (result.exit_code, result.stderr) == (2, "argmap: odd.argdown: permission denied\n")
    assert sorted(one.name for one in folder.iterdir()) == ["bad.argdown", "good.argdown", "odd.argdown"]


def test_standard_input_cannot_be_fixed(argmap: Argmap) -> None:
    result = argmap("check", "--fix", "-", input="x")
    assert result.exit_code == 2
    assert "--fix needs files" in result.stderr


def test_a_code_is_explained(argmap: Argmap) -> None:
    result = argmap("check", "--explain", "s107")
    assert result.exit_code == 0
    assert result.stdout.startswith("S107 (warning): an inference line needs four hyphens\n\nhint: write")
    assert "\n    (1) One.\n    ---\n    (2) Two.\n" in result.stdout


@pytest.mark.parametrize(
    ("code", "words"), [("S1O7", "there is no code 'S1O7'; did you mean S1"), ("?", "there is no code '?'")]
)
def test_an_unknown_code_is_told(argmap: Argmap, code: str, words: str) -> None:
    result = argmap("check", "--explain", code)
    assert result.exit_code == 2
    assert words in result.stderr


def test_there_must_be_something_to_check(argmap: Argmap) -> None:
    result = argmap("check")
    assert result.exit_code == 2
    assert "Missing argument 'FILE...'." in result.stderr


INFOS = """
<A>

(1) One.
(2) [^E]: Two. {source: {title: S, author: T}}
(3) Three.
----
(4) [C]: Four.
  + [^E]
"""


@pytest.fixture
def infos(folder: Path) -> Path:
    """A text with two infos of one code and one of another."""
    path = folder / "infos.argdown"
    path.write_text(INFOS, encoding="utf-8")
    return path


def test_infos_are_one_line_a_code(argmap: Argmap, infos: Path) -> None:
    result = argmap("check", infos.name)
    assert [line.split(" at ")[0] for line in result.stdout.splitlines()] == [
        "info C303: 1 finding,",
        "info C308: 2 findings, the first",
    ]
    assert result.stderr == "3 infos in 1 file; --verbose lists each info\n"


@pytest.mark.parametrize("options", [("--verbose",), ("-v",), ("--severity", "info"), ("--fail-on", "info")])
def test_infos_are_listed_when_asked_for(argmap: Argmap, infos: Path, options: tuple[str, ...]) -> None:
    result = argmap("check", infos.name, *options)
    assert (result.stdout.count("info C308"), result.stderr) == (2, "3 infos in 1 file\n")


def test_only_errors_are_listed_when_asked_for(argmap: Argmap, folder: Path) -> None:
    (folder / "both.argdown").write_text("[A]: One. {color: [}\n[B]: Two.\n", encoding="utf-8")
    result = argmap("check", "both.argdown", "--severity", "error")
    assert ("error R201" in result.stdout, "warning" in result.stdout) == (True, False)


def test_json_lists_everything_unless_asked_not_to(argmap: Argmap, infos: Path) -> None:
    every = json.loads(argmap("check", infos.name, "--format", "json").stdout)
    graver = json.loads(argmap("check", infos.name, "--format", "json", "--severity", "warning").stdout)
    assert (len(every), graver) == (3, [])


def test_an_unknown_severity_is_a_wrong_call(argmap: Argmap) -> None:
    result = argmap("check", "good.argdown", "--severity", "grave")
    assert (result.exit_code, "not grave" in result.stderr) == (2, True)


def test_github_gets_annotations(argmap: Argmap, folder: Path) -> None:
    result = argmap("check", "bad.argdown", "--format", "github")
    assert (result.exit_code, result.stderr) == (1, "1 error in 1 file\n")
    (line,) = result.stdout.splitlines()
    assert line.startswith("::error file=bad.argdown,line=1,endLine=1,col=")
    assert ",title=R201::this data cannot be read" in line


GUESS = "[A] It rains.\n\n(1) p\n---\n(2) c\n"


def test_fixes_are_counted_once_at_the_end(argmap: Argmap, folder: Path) -> None:
    (folder / "x.argdown").write_text(GUESS, encoding="utf-8")
    result = argmap("check", "x.argdown")
    assert result.stderr.endswith("1 fixable with --fix, 1 more with --fix --unsafe-fixes\n")
    assert "`:`, which --unsafe-fixes applies" in result.stdout


@pytest.mark.parametrize(
    ("options", "line"),
    [
        ([], "[A] It rains."),
        (["--unsafe-fixes"], "[A] It rains."),
        (["--fix"], "[A] It rains."),
        (["--fix", "--unsafe-fixes"], "[A]: It rains."),
    ],
)
def test_guesses_are_made_only_if_asked_for(
    options: list[str], line: str, argmap: Argmap, folder: Path
) -> None:
    (folder / "x.argdown").write_text(GUESS, encoding="utf-8")
    argmap("check", *options, "x.argdown")
    assert (folder / "x.argdown").read_text(encoding="utf-8").startswith(line + "\n")


def test_formats_say_whether_a_fix_is_safe(argmap: Argmap, folder: Path) -> None:
    (folder / "x.argdown").write_text(GUESS, encoding="utf-8")
    entries = json.loads(argmap("check", "--format", "json", "x.argdown").stdout)
    assert [entry["fix"]["is_safe"] for entry in entries if entry["fix"]] == [False, True]
    (run,) = json.loads(argmap("check", "--format", "sarif", "x.argdown").stdout)["runs"]
    fixes = [fix for entry in run["results"] for fix in entry.get("fixes", ())]
    assert [fix["properties"]["is_safe"] for fix in fixes] == [False, True]
