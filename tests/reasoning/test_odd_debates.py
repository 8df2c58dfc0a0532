"""Debates that nobody means have verdicts, reasons and findings like others."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.reasoning.odd_debates import SMALL, asked, commands, subject_of

import argmap
from argmap.cli import main
from argmap.settings.tables import READINGS, SEMANTICS, STANDARDS


@pytest.mark.parametrize("text", SMALL.values(), ids=SMALL)
def test_every_question_has_an_answer(text: str) -> None:
    for mode in ("loose", "strict"):
        document = argmap.parse(text, settings={"model": {"mode": mode}})
        for name in [*map(str, argmap.evaluate(document).verdicts)] or [None]:
            assert [answer() is not None for _, answer in asked(document, name)].count(False) == 0


@pytest.mark.parametrize("text", SMALL.values(), ids=SMALL)
def test_every_option_has_verdicts(text: str) -> None:
    document = argmap.parse(text)
    options = [{"semantics": name} for name in SEMANTICS]
    options += [{"reading": name} for name in READINGS] + [{"standard": name} for name in STANDARDS]
    names = {name for each in options for name in argmap.evaluate(document, **each).by_name()}
    assert names == set(argmap.evaluate(document).by_name())


@pytest.mark.parametrize("text", SMALL.values(), ids=SMALL)
def test_every_command_ends_in_order(text: str, tmp_path: Path) -> None:
    path = tmp_path / "debate.argdown"
    path.write_text(text, encoding="utf-8")
    for command in commands(subject_of(argmap.parse(text))):
        words = [str(path) if word == "FILE" else word for word in command]
        result = CliRunner().invoke(main, words)
        assert isinstance(result.exception, SystemExit | None), result.exception
        assert result.exit_code in (0, 1, 2)
