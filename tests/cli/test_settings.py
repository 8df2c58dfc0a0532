"""Settings on the command line, and in files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import argmap as library
from argmap.interop import argdown_json

Argmap = Callable[..., Result]

TEXT = (
    "===\nselection: {statementSelectionMode: with-title}\n===\n\n# H\n\n[A]: One.\n  + Two.\n\n[C]: Alone.\n"
)


@pytest.fixture
def file(folder: Path) -> str:
    (folder / "debate.argdown").write_text(TEXT, encoding="utf-8")
    return "debate.argdown"


def exported(argmap: Argmap, *options: str) -> dict[str, object]:
    result = argmap("convert", *options)
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def titles(argmap: Argmap, *options: str) -> list[str]:
    nodes = [*exported(argmap, *options)["map"]["nodes"]]  # type: ignore[index]  # it is a mapping
    return [inner["title"] for node in nodes for inner in node.get("children", [node])]


def test_any_setting_can_be_set(argmap: Argmap, file: str) -> None:
    assert titles(argmap, file) == ["A", "Untitled 1"]
    assert titles(argmap, file, "--set", "selection.excludeStatements=[A]") == []


@pytest.mark.parametrize(
    "options",
    [
        ("--set", "selection.excludeDisconnected=false"),
        ("--inclusive",),
        ("--inclusive", "--selection", "all"),
        ("--inclusive", "--set", "selection.statementSelectionMode=all"),
    ],
)
def test_options_override_the_frontmatter(argmap: Argmap, file: str, options: tuple[str, ...]) -> None:
    assert titles(argmap, file, *options) == ["A", "Untitled 1", "C"]


def test_the_mode_of_reading_can_be_set(argmap: Argmap, file: str) -> None:
    (relation,) = exported(argmap, file, "--mode", "strict")["relations"]  # type: ignore[misc]  # it is a list
    assert relation["relationType"] == "entails"


@pytest.mark.parametrize(
    ("option", "value", "shown"),
    [
        ("--rankdir", "LR", "rankdir=LR"),
        ("--set", "dot.graphVizSettings={rankdir: LR}", "rankdir=LR"),
        ("--set", "dot.mapBgColor=#abcdef", 'bgcolor="#abcdef"'),
        ("--set", "vizJs.engine=neato", "layout=neato"),
    ],
)
def test_options_reach_the_drawing(argmap: Argmap, file: str, option: str, value: str, shown: str) -> None:
    assert shown in argmap("render", file, "-o", "-", "-f", "dot", option, value).stdout


def test_groups_and_labels_can_be_set(argmap: Argmap, file: str) -> None:
    drawn = argmap("render", file, "-o", "-", "-f", "dot", "--group-depth", "0", "--claim-labels", "title")
    assert "cluster_1" not in drawn.stdout
    assert "One." not in drawn.stdout.split("label=")[1].split("tooltip")[0]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--set", "model.mode=strickt"), "`model.mode` cannot be 'strickt'; write `strict`"),
        (("--set", "modle.mode=strict"), "`modle` is not a setting; write `model`"),
        (("--set", "model.mode"), "--set needs NAME=VALUE, such as map.addTags=false, not 'model.mode'"),
        (("--set", "model=3", "--set", "model.mode=loose"), "--set gives model twice"),
    ],
)
@pytest.mark.parametrize("command", ["render", "check", "convert"])
def test_what_cannot_be_set_is_wrong_usage(
    argmap: Argmap, file: str, command: str, words: tuple[str, ...], message: str
) -> None:
    result = argmap(command, file, *words)
    assert result.exit_code == 2
    assert message in result.stderr


def test_settings_beside_a_file_hold_and_are_checked(argmap: Argmap, folder: Path, file: str) -> None:
    (folder / "argmap.toml").write_text("[selection]\nexcludeDisconected = false\n")
    result = argmap("check", file)
    assert result.exit_code == 0
    assert (
        "argmap.toml:2:1: warning R204: `selection.excludeDisconected` is not a setting\n"
        "    excludeDisconected = false\n"
        "    ^^^^^^^^^^^^^^^^^^\n"
        "  hint: write `excludeDisconnected`\n"
    ) in result.stdout


def test_a_debate_in_json_can_be_drawn_checked_and_converted(argmap: Argmap, folder: Path, file: str) -> None:
    text = argdown_json.dumps(library.load(file))
    (folder / "debate.json").write_text(text, encoding="utf-8")
    assert (
        argmap("render", "debate.json", "-o", "-", "-f", "dot").stdout
        == argmap("render", file, "-o", "-", "-f", "dot").stdout
    )
    assert argmap("check", "debate.json").exit_code == 0
    assert argmap("convert", "debate.json", "--to", "argdown-json").stdout == text + "\n"


def test_a_json_file_that_holds_no_debate_is_told(argmap: Argmap, folder: Path) -> None:
    (folder / "broken.json").write_text('{"statements": 3}', encoding="utf-8")
    result = argmap("render", "broken.json")
    assert result.exit_code == 2
    assert result.stderr == "argmap: broken.json:1:2: I402 `statements` must be a mapping, not '3'\n"


def test_a_debate_in_json_becomes_text_again(argmap: Argmap, folder: Path, file: str) -> None:
    document = library.load(file)
    (folder / "debate.json").write_text(argdown_json.dumps(document), encoding="utf-8")
    result = argmap("convert", "debate.json", "--to", "argdown")
    assert (result.exit_code, library.parse(result.stdout).debate) == (0, document.debate)


def test_what_no_text_can_say_is_written_as_nearly_as_one_can(argmap: Argmap, folder: Path) -> None:
    (folder / "odd.json").write_text(
        '{"statements": {"A  B": {"members": [{"text": "x"}]}}}', encoding="utf-8"
    )
    result = argmap("convert", "odd.json", "--to", "argdown")
    assert (result.exit_code, result.stdout) == (0, "[A B]: x\n")
    assert "changed: title, it is called [A B]: [A  B]" in result.stderr
