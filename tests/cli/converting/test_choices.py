"""`argmap convert --choice`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

import argmap as library

Argmap = Callable[..., Result]


def test_choices_of_a_format_that_is_read(argmap: Argmap, folder: Path) -> None:
    (folder / "tea.txt").write_text("Discussion Title: Tea\n\n1. See [this](https://x.org).\n")
    assert "source: https://x.org" not in argmap("convert", "tea.txt", "--to", "argdown").stdout
    result = argmap("convert", "tea.txt", "--to", "argdown", "--choice", "link-sources")
    assert "x.org" in result.stdout.partition("{")[2]


def test_what_numbers_in_a_framework_stand_for_is_written_beside_it(argmap: Argmap, folder: Path) -> None:
    (folder / "a.argdown").write_text("[A b]: a\n  - [C]: c\n")
    result = argmap("convert", "a.argdown", "--to", "iccma-af", "--names", "names.txt")
    assert (result.exit_code, result.stdout) == (0, "p af 2\n2 1\n")
    assert (folder / "names.txt").read_text() == "1\t[A b]\n2\t[C]\n"
    wanted = ("--choice", "framework=structured", "--names", "names.txt")
    assert argmap("convert", "a.argdown", "--to", "apx", *wanted).exit_code == 0
    assert (folder / "names.txt").read_text().startswith("1\t[C] attacks [A b]\n2\tcon [A b]\n")
    result = argmap("convert", "a.argdown", "--to", "aif", "--names", "names.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "aif has no names of its own; leave out --names" in result.stderr


def test_claims_that_rephrase_others_can_be_wordings_of_these(argmap: Argmap, folder: Path) -> None:
    nodes = [
        {"nodeID": "1", "text": "Taxes are theft", "type": "I"},
        {"nodeID": "2", "text": "Default Rephrase", "type": "MA"},
        {"nodeID": "3", "text": "Taxes are robbery", "type": "I"},
    ]
    edges = [{"edgeID": "1", "fromID": "1", "toID": "2"}, {"edgeID": "2", "fromID": "2", "toID": "3"}]
    (folder / "a.json").write_text(json.dumps({"nodes": nodes, "edges": edges, "locutions": []}))
    text = argmap("convert", "a.json", "--rephrase", "wordings").stdout
    claims = library.parse(text).debate.claims
    assert list(claims) == ["Taxes are robbery"]
    assert [place.text for place in claims["Taxes are robbery"].statements] == [
        "Taxes are theft",
        "Taxes are robbery",
    ]
    assert claims["Taxes are robbery"].text == "Taxes are robbery"


def test_choices_of_a_format_that_is_written(argmap: Argmap, folder: Path) -> None:
    (folder / "a.argdown").write_text("[A]: =1\n")
    assert "\t=1" in argmap("convert", "a.argdown", "--to", "csv", "--choice", "safe").stdout
    assert "\t=1" in argmap("convert", "a.argdown", "--to", "csv", "--safe").stdout
    result = argmap("convert", "a.argdown", "--to", "apx", "--choice", "framework=odd")
    assert result.exit_code == 2
    assert "framework cannot be" in result.stderr


def test_the_longest_suffix_of_a_name_decides_about_its_format(argmap: Argmap, folder: Path) -> None:
    (folder / "a.argdown").write_text("[G1]: The pump is safe.\n")
    argmap("convert", "a.argdown", "-o", "case.gsn.yaml")
    argmap("convert", "a.argdown", "-o", "case.yaml")
    lines = [(folder / name).read_text().splitlines()[0] for name in ("case.gsn.yaml", "case.yaml")]
    assert lines == ["# Goal Structuring Notation, for gsn2x", "statements:"]
