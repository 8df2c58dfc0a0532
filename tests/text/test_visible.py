"""Nothing that a text says reaches a terminal or a log as a command."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.text.visible import visible, visible_line, visible_lines

LINES = st.text(st.one_of(st.sampled_from("\x1b\x07\n\r:# \t[\x9b\u202eab"), st.characters()))


@given(LINES)
def test_a_line_is_one_line_without_controls(text: str) -> None:
    shown = visible_line(text)
    assert not [one for one in shown if unicodedata.category(one) in ("Cc", "Cs", "Zl", "Zp")]
    assert not shown.lstrip().startswith("::")


@given(LINES)
def test_what_is_visible_stays(text: str) -> None:
    assert visible_line(visible_line(text)) == visible_line(text)


@given(LINES)
def test_lines_keep_only_tabs_and_their_ends(text: str) -> None:
    kept = visible_lines(text).replace("\r\n", "").replace("\n", "").replace("\t", "")
    assert visible(kept) == kept
    assert visible_lines(text).count("\n") == text.count("\n")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Größe → 大", "Größe → 大"),
        ("\x1b]0;x\x07", "�]0;x�"),
        ("a\u202eb\u200cc", "a�b\u200cc"),
        ("\x9b1m", "�1m"),
        ("a\tb", "a   b"),
        ("::error::x", "�:error::x"),
        (" \t::set-output::x", "    �:set-output::x"),
        ("\u3000::error::x", "\u3000�:error::x"),
        ("a::b", "a::b"),
        ("a ##[error]x ##vso[x]", "a �#[error]x �#vso[x]"),
        ("## [A]", "## [A]"),
    ],
)
def test_a_line_shows(text: str, shown: str) -> None:
    assert visible_line(text) == shown
