"""`argmap why`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Argmap = Callable[..., Result]


@pytest.fixture
def dogs(folder: Path) -> str:
    text = "[A]: Dogs are better.\n  - <Noise>: They bark.\n    - <Training>: Trained ones do not.\n"
    (folder / "dogs.argdown").write_text(text, encoding="utf-8")
    return "dogs.argdown"


def test_the_reasons_of_a_verdict_are_told_with_lines(argmap: Argmap, dogs: str) -> None:
    result = argmap("why", dogs, "[A]")
    assert result.exit_code == 0
    assert result.stdout == (
        "[A] (line 1) is in: nothing argues for it, and no objection stands.\n"
        "  <Noise> (line 2) attacks it, but is out: an objection stands.\n"
        "    <Training> (line 3) attacks it; nothing argues against that.\n"
    )


def test_depth_cuts(argmap: Argmap, dogs: str) -> None:
    assert argmap("why", dogs, "[A]", "--depth", "1").stdout.endswith("an objection stands.\n    …\n")


def test_json_has_every_point_with_its_depth(argmap: Argmap, dogs: str) -> None:
    written = json.loads(argmap("why", dogs, "[A]", "--format", "json", "--depth", "1").stdout)
    assert (written["about"], written["label"], written["basis"]) == ("[A]", "in", "presumed")
    assert [(point["depth"], point["role"], point["line"]) for point in written["points"]] == [
        (1, "answered", 2),
        (2, "objection", 3),
    ]


def test_options_of_evaluation_count(argmap: Argmap, dogs: str) -> None:
    assert argmap("why", dogs, "[A]", "--reject", "<Training>").stdout.startswith("[A] (line 1) is out")


def test_an_unknown_title_is_wrong_usage_and_names_the_nearest(argmap: Argmap, dogs: str) -> None:
    result = argmap("why", dogs, "<Training")
    assert result.exit_code == 2
    assert "Training" in result.stderr


def test_in_a_page_the_fence_that_knows_the_title_answers(argmap: Argmap, folder: Path) -> None:
    page = "~~~argdown\n[A]: a\n~~~\n\n~~~argdown\n[B]: b\n~~~\n"
    (folder / "page.md").write_text(page, encoding="utf-8")
    assert argmap("why", "page.md", "[B]").stdout.startswith("[B] (line 6) is in")
    assert argmap("why", "page.md", "[C]").exit_code == 2


def test_of_several_fences_that_know_a_title_the_first_answers_and_says_so(
    argmap: Argmap, folder: Path
) -> None:
    page = "~~~argdown\n[B]: b\n~~~\n\n~~~argdown\n[A]: a\n~~~\n\n~~~argdown\n[A]: a\n  - [B]: b\n~~~\n"
    (folder / "page.md").write_text(page, encoding="utf-8")
    result = argmap("why", "page.md", "[A]")
    assert result.stdout.startswith("[A] (line 6) is in")
    assert "1 other fence knows what was asked for (page.md#" in result.stderr
    assert argmap("why", "page.md", "[A]", "--join").stderr == ""
