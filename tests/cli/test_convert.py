"""`argmap convert`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

import argmap as library
from argmap.interop import argdown_json

Argmap = Callable[..., Result]


def test_the_debate_is_written_as_argdown_json(argmap: Argmap) -> None:
    result = argmap("convert", "good.argdown", "--to", "argdown-json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout) == json.loads(argdown_json.dumps(library.load("good.argdown")))


def test_standard_input_can_be_converted(argmap: Argmap) -> None:
    assert json.loads(argmap("convert", "-", input="[A]: größer").stdout)["statements"]["A"]


def test_the_output_can_be_a_file(argmap: Argmap, folder: Path) -> None:
    result = argmap("convert", "good.argdown", "-o", "out/good.json")
    assert (result.exit_code, result.stdout) == (0, "")
    assert json.loads((folder / "out" / "good.json").read_bytes())


def test_a_text_with_errors_is_converted_and_its_errors_are_said(argmap: Argmap) -> None:
    result = argmap("convert", "bad.argdown")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["statements"]["B"]
    assert result.stderr.startswith("bad.argdown:1:")


def test_a_file_that_is_missing_is_told(argmap: Argmap) -> None:
    result = argmap("convert", "missing.argdown")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "argmap: missing.argdown: no such file or directory\n"
