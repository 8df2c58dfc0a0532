"""What `argmap render` reports of text that is too small to be read."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import argmap as library

Argmap = Callable[..., Result]
REASONS = "".join(f"  + <R{number}>: A reason.\n" for number in range(60))
WIDE = f"===\ndot: {{graphVizSettings: {{rankdir: TB}}}}\n===\n\n[A]: A claim.\n{REASONS}"
SECTIONS = WIDE.replace("[A]", "# One\n\n[A]") + "\n# Two\n\n[B]: b\n  - [C]: c\n"


def reported(result: Result) -> list[str]:
    return re.findall("text is .*", result.stderr)


def test_the_height_of_text_that_cannot_be_read_is_reported(argmap: Argmap, folder: Path) -> None:
    (folder / "wide.argdown").write_text(WIDE, encoding="utf-8")
    height = library.draw(library.parse(WIDE)).text_height(740)
    result = argmap("render", "wide.argdown")
    assert result.exit_code == 0
    assert result.stderr == (
        f"wrote wide.svg\nargmap: wide.argdown: text is {height:.1f} pixels high where the map is 740 pixels "
        "wide: draw a longer map with `--layout tree`, show less with `--focus` or `--select`, "
        "draw pages to print with `--pages A4`, or look around in it with `-f html`\n"
    )


def test_text_that_can_be_read_is_not_mentioned(argmap: Argmap) -> None:
    assert argmap("render", "good.argdown").stderr == "wrote good.svg\n"


@pytest.mark.parametrize("more", [["-f", "dot"], ["--fit", "none"], ["--layout", "tree"]])
def test_nothing_is_reported_where_no_text_is_small(argmap: Argmap, folder: Path, more: list[str]) -> None:
    (folder / "wide.argdown").write_text(WIDE, encoding="utf-8")
    assert not reported(argmap("render", "wide.argdown", *more))


@pytest.mark.parametrize(
    "more",
    [[], ["--fit", "slide"], ["--focus", "[A]"], ["--parts", "always"], ["-o", "-"], ["--layout", "layered"]],
)
def test_all_options_that_help_are_options(argmap: Argmap, folder: Path, more: list[str]) -> None:
    (folder / "wide.argdown").write_text(SECTIONS, encoding="utf-8")
    known = set(re.findall(r"--[a-z-]+", argmap("render", "--help").stdout))
    (text,) = reported(argmap("render", "wide.argdown", *more))
    assert known.issuperset(re.findall(r"--[a-z-]+", text))
    assert "`--" in text


@pytest.mark.parametrize("more", [["--focus", "[A]"], ["--parts", "always"], ["-o", "-"]])
def test_parts_are_not_advised_where_they_cannot_be_had(
    argmap: Argmap, folder: Path, more: list[str]
) -> None:
    (folder / "wide.argdown").write_text(SECTIONS, encoding="utf-8")
    assert "--parts" in reported(argmap("render", "wide.argdown"))[0]
    assert "--parts" not in reported(argmap("render", "wide.argdown", *more))[0]
