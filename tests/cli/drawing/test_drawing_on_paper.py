"""`argmap render --pages`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Argmap = Callable[..., Result]


def test_pages_are_written_as_pdf_beside_the_file(argmap: Argmap, folder: Path) -> None:
    result = argmap("render", "good.argdown", "--pages", "a4")
    assert (result.exit_code, result.stderr) == (0, "wrote good.pdf\n")
    assert (folder / "good.pdf").read_bytes().startswith(b"%PDF")


def test_pages_go_to_standard_output(argmap: Argmap) -> None:
    result = argmap("render", "good.argdown", "--pages", "Letter-landscape", "-o", "-")
    assert result.stdout_bytes.startswith(b"%PDF")


def test_an_unknown_paper_is_refused_with_the_nearest(argmap: Argmap) -> None:
    result = argmap("render", "good.argdown", "--pages", "Lettre")
    assert result.exit_code == 2
    assert "did you mean Letter?" in result.stderr


@pytest.mark.parametrize(
    "words",
    [("-f", "svg"), ("-o", "map.svg"), ("--parts", "always"), ("--layout", "layered")],
)
def test_what_pages_cannot_be_is_refused(argmap: Argmap, folder: Path, words: tuple[str, str]) -> None:
    result = argmap("render", "good.argdown", "--pages", "A4", *words)
    assert result.exit_code == 2
    assert not [*folder.glob("*.pdf"), *folder.glob("*.svg")]
