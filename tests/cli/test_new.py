"""`argmap new`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from argmap.edits import skeleton
from argmap.model import scheme_catalogue

Argmap = Callable[..., Result]


def test_an_argument_of_a_scheme_is_written(argmap: Argmap, folder: Path) -> None:
    result = argmap("new", "--scheme", "expert opinion", "--title", "Doctor")
    assert (result.exit_code, result.stdout) == (0, skeleton("expert_opinion", "Doctor"))
    result = argmap("new", "--scheme", "expert_opinion", "-o", "doctor.argdown")
    assert (result.exit_code, result.stderr) == (0, "wrote doctor.argdown\n")
    assert (folder / "doctor.argdown").read_text() == skeleton("expert_opinion")


def test_a_file_that_is_there_is_not_touched(argmap: Argmap, folder: Path) -> None:
    before = (folder / "good.argdown").read_text()
    result = argmap("new", "--scheme", "sign", "-o", "good.argdown")
    assert (result.exit_code, result.stderr) == (2, "argmap: good.argdown: it is there already\n")
    assert (folder / "good.argdown").read_text() == before


def test_schemes_that_nobody_knows_are_named_with_the_nearest(argmap: Argmap) -> None:
    result = argmap("new", "--scheme", "expert opinon")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "did you mean 'expert_opinion'?" in result.stderr


def test_schemes_are_listed_and_an_unknown_one_says_where(argmap: Argmap) -> None:
    listed = argmap("new", "--list")
    names = [line.split(maxsplit=1)[0] for line in listed.stdout.splitlines()]
    assert (listed.exit_code, names) == (0, list(scheme_catalogue()))
    result = argmap("new", "--scheme", "nope")
    assert result.stderr == "argmap: there is no scheme 'nope'; `argmap new --list` lists all\n"
    assert argmap("new").exit_code == 2
