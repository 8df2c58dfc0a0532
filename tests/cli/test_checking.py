"""`argmap check`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

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
    }


def test_json_of_a_clean_text_is_an_empty_list(argmap: Argmap) -> None:
    result = argmap("check", "good.argdown", "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])


def test_colours_are_for_terminals(argmap: Argmap) -> None:
    assert "\x1b[" not in argmap("check", "bad.argdown").stdout
    assert "\x1b[" in argmap("check", "bad.argdown", color=True).stdout
    assert "\x1b[" not in argmap("check", "bad.argdown", color=True, env={"NO_COLOR": "1"}).stdout
