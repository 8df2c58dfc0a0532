"""A command line to type into, and files to name there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli import main

GOOD = "[A]: One thing.\n  + [B]: Another.\n  - <C>: A third.\n"
BAD = "[A]: One thing. {color: [}\n  + [B]: Another.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own to stand in, with a text without errors and one with."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ARGMAP_DOT", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    (tmp_path / "good.argdown").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.argdown").write_text(BAD, encoding="utf-8")
    return tmp_path


@pytest.fixture
def argmap(folder: Path) -> Callable[..., Result]:
    """Runs the command in that folder and returns what came of it."""

    def run(*words: str, **given: object) -> Result:
        result = CliRunner().invoke(main, words, **given)  # type: ignore[arg-type]  # as invoke() takes it
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return run
