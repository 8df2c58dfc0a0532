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


def test_a_slip_in_the_suffix_is_reported(argmap: Argmap, folder: Path) -> None:
    result = argmap("convert", "good.argdown", "-o", "good.grpahml")
    assert result.stderr == (
        "argmap: good.grpahml: written as argdown-json; did you mean `.graphml`? (`--to` says the format)\n"
    )
    assert json.loads((folder / "good.grpahml").read_bytes())
    for name in ("good", "good.txt", "good.json", "good.ARGDOWN", "good.data"):
        assert argmap("convert", "good.argdown", "-o", f"out/{name}").stderr == ""


def test_a_text_with_errors_is_converted_and_its_errors_are_said(argmap: Argmap) -> None:
    result = argmap("convert", "bad.argdown")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["statements"]["B"]
    assert result.stderr.startswith("bad.argdown:1:")


def test_a_file_that_is_missing_is_told(argmap: Argmap) -> None:
    result = argmap("convert", "missing.argdown")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "argmap: missing.argdown: no such file or directory\n"


AIF = """{"nodes": [{"nodeID": "1", "text": "It rains.", "type": "I"},
 {"nodeID": "2", "text": "Ann : It rains.", "type": "L"},
 {"nodeID": "3", "text": "Asserting", "type": "YA", "scheme": "Asserting"}],
 "edges": [{"edgeID": "1", "fromID": "2", "toID": "3"}, {"edgeID": "2", "fromID": "3", "toID": "1"}]}"""


def test_a_file_in_another_format_becomes_argdown_and_what_is_kept_aside_is_said(
    argmap: Argmap, folder: Path
) -> None:
    (folder / "rain.json").write_text(AIF, encoding="utf-8")
    result = argmap("convert", "rain.json")
    assert "[It rains.]: It rains." in result.stdout
    assert result.stderr == "kept aside: 1 locution, 1 illocution (metadata.dialogue)\n"


def test_a_file_comes_back_through_argdown(argmap: Argmap, folder: Path) -> None:
    (folder / "rain.json").write_text(AIF, encoding="utf-8")
    assert argmap("convert", "rain.json", "-o", "rain.argdown").exit_code == 0
    result = argmap("convert", "rain.argdown", "--to", "aif", "--certify")
    assert (result.exit_code, result.stderr) == (0, "")
    assert len(json.loads(result.stdout)["nodes"]) == 3


def test_strict_conversion_writes_nothing_if_something_is_lost(argmap: Argmap, folder: Path) -> None:
    result = argmap("convert", "good.argdown", "--to", "aif", "--plain", "--strict", "-o", "good.json")
    assert result.exit_code == 2
    assert "leave out --strict" in result.stderr
    assert not (folder / "good.json").exists()


def test_a_report_can_be_json(argmap: Argmap, folder: Path) -> None:
    (folder / "rain.json").write_text(AIF, encoding="utf-8")
    (report,) = json.loads(argmap("convert", "rain.json", "--report", "json").stderr)
    assert [loss["feature"] for loss in report["losses"]] == ["L", "YA"]


def test_a_damaged_file_is_refused_unless_conversion_is_lenient(argmap: Argmap, folder: Path) -> None:
    (folder / "rain.json").write_text(AIF.replace('"toID": "1"', '"toID": "9"'), encoding="utf-8")
    refused = argmap("convert", "rain.json")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "I403" in refused.stderr
    assert "lost: damage" in argmap("convert", "rain.json", "--lenient").stderr


def test_all_commands_take_other_formats(argmap: Argmap, folder: Path) -> None:
    (folder / "rain.json").write_text(AIF, encoding="utf-8")
    assert argmap("check", "rain.json").exit_code == 0
    assert "It rains." in argmap("outline", "rain.json").stdout
    assert "It rains." in argmap("render", "-", "-f", "dot", input=AIF).stdout


def test_formats_are_listed(argmap: Argmap) -> None:
    assert "aif" in argmap("formats").stdout
    assert argmap("formats", "--table").stdout.startswith("| feature | argdown-json |")
