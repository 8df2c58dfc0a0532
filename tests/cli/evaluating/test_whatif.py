"""`argmap whatif`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Argmap = Callable[..., Result]


@pytest.fixture
def dogs(folder: Path) -> str:
    text = "[A]: Better.\n  + <Loyalty>: They stay.\n  - <Noise>: They bark.\n    - <Training>: Not all.\n"
    (folder / "dogs.argdown").write_text(text, encoding="utf-8")
    return "dogs.argdown"


def test_changed_verdicts_are_listed(argmap: Argmap, dogs: str) -> None:
    result = argmap("whatif", dogs, "--reject", "<Training>")
    assert result.exit_code == 0
    assert result.stdout == (
        "[A]         in → undecided  both sides have something\n"
        "<Noise>     out → in        nothing argues for it, and no objection stands\n"
        "<Training>  in → out        it is rejected from the start\n"
    )
    assert result.stderr == "3 of 4 verdicts change\n"


def test_json_has_both_verdicts(argmap: Argmap, dogs: str) -> None:
    written = json.loads(argmap("whatif", dogs, "--reject", "<Training>", "--format", "json").stdout)
    assert written["reject"] == ["<Training>"]
    assert written["changed"][0]["after"] == {
        "label": "undecided",
        "basis": "contested",
        "strength": None,
        "possible": False,
    }


def test_minimal_sets_are_listed(argmap: Argmap, dogs: str) -> None:
    result = argmap("whatif", dogs, "--about", "[A]")
    assert (result.stdout, result.stderr) == (
        "reject <Loyalty>\n",
        "1 set of at most 3 makes [A] out\n",
    )
    undecided = argmap("whatif", dogs, "--about", "[A]", "--to", "undecided", "--most", "1")
    assert undecided.stdout == "reject <Training>\n"


def test_what_is_so_already_is_told(argmap: Argmap, dogs: str) -> None:
    result = argmap("whatif", dogs, "--about", "[A]", "--to", "in")
    assert (result.stdout, result.stderr) == ("", "[A] is in already\n")


def test_a_search_that_was_not_finished_is_told(argmap: Argmap, dogs: str) -> None:
    result = argmap("whatif", dogs, "--about", "[A]", "--timeout", "0")
    assert result.stderr == "it is not known what makes [A] out: raise timeout\n"
    assert json.loads(
        argmap("whatif", dogs, "--about", "[A]", "--timeout", "0", "--format", "json").stdout
    ) == {
        "version": 1,
        "about": "[A]",
        "to": "out",
        "sets": [],
        "exhaustive": False,
        "searched_to": 0,
    }


def test_something_has_to_be_supposed(argmap: Argmap, dogs: str) -> None:
    result = argmap("whatif", dogs)
    assert result.exit_code == 2
    assert "nothing is supposed; give --accept or --reject, or --about" in result.stderr


def test_an_unknown_title_is_wrong_usage(argmap: Argmap, dogs: str) -> None:
    assert argmap("whatif", dogs, "--about", "[Z]").exit_code == 2
    assert argmap("whatif", dogs, "--accept", "[Z]").exit_code == 2


def test_sets_are_looked_for_under_grounded_only(argmap: Argmap, dogs: str) -> None:
    result = argmap("whatif", dogs, "--about", "[A]", "--semantics", "preferred")
    assert result.exit_code == 2
    assert "--about and --semantics do not go together" in result.stderr


def test_standards_count(argmap: Argmap, dogs: str) -> None:
    assert argmap("whatif", dogs, "--about", "[A]", "--standard", "preponderance").exit_code == 0


def test_sets_name_claims_without_a_title_by_words_that_the_command_takes(
    argmap: Argmap, folder: Path
) -> None:
    (folder / "cold.argdown").write_text("[A]: a\n  + There is ice on the puddles.", encoding="utf-8")
    result = argmap("whatif", "cold.argdown", "--about", "[A]")
    assert result.stdout == "reject “There is ice on the puddles.”\n"
    supposed = argmap("whatif", "cold.argdown", "--reject", "“There is ice on the puddles.”")
    assert "[A]" in supposed.stdout
