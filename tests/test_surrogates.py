"""Halves of characters, which texts hold that were decoded leniently, are characters like others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import example, given, settings
from hypothesis import strategies as st

import argmap
from argmap.cli import main
from argmap.interop.argdown_json import dumps

TEXT = (
    "===\ntitle: t\n===\n\n# S {a: b}\n\n[A]: a #t {b: c, d: [e]}\n  + <B>: b {source: s}\n\n"
    "<B>\n\n(1) p\n-- r {uses: [1]} --\n(2) c\n"
)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.sampled_from(["\ud800", "\udcff"])), max_size=4))
@example([(TEXT.index("c, d"), "\ud800")])
def test_all_works_with_halves_of_characters(put: list[tuple[int, str]]) -> None:
    text = TEXT
    for place, half in put:
        text = text[:place] + half + text[place:]
    document = argmap.parse(text)
    argmap.check(document)
    argmap.format_text(argmap.fix_text(text))
    argmap.format_text(text, width=40)
    assert argmap.draw(document, detail="full").dot.encode()
    assert dumps(document).encode()
    try:
        argmap.to_text(document.debate)
    except ValueError as error:
        # Not every debate can be said in a text.
        if isinstance(error, UnicodeError):
            raise


@pytest.mark.parametrize("text", ["[A]: a {b: \ud800}", "[A]: a {\ud800: '\ud800'}", "\ud800 {a: [\ud800"])
@pytest.mark.parametrize("change", [argmap.format_text, argmap.fix_text], ids=["format", "fix"])
def test_what_cannot_be_encoded_can_be_changed(change: Callable[[str], str], text: str) -> None:
    assert "\ud800" in change(text)


@pytest.mark.parametrize("out", ["-", "x.argdown"])
def test_what_no_file_can_hold_is_said_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, out: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("x.json").write_text('{"statements": {"A": {"members": [{"text": "\\ud800"}]}}}')
    result = CliRunner().invoke(main, ["convert", "--to", "argdown", "x.json", "-o", out])
    assert result.exit_code == 2
    assert "half of a character, which UTF-8 cannot hold" in result.stderr
    assert not Path("x.argdown").exists()


def test_json_holds_halves_of_characters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("x.json").write_text('{"statements": {"A": {"members": [{"text": "\\ud800"}]}}}')
    result = CliRunner().invoke(main, ["convert", "x.json", "--to", "argdown-json"])
    assert (result.exit_code, "\\ud800" in result.stdout) == (0, True)
