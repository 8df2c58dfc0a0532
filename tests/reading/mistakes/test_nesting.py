"""Findings about what is below what: comments between lines change none of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import argmap

LINES = ("[A]: a", "  + b", "    - c", "   + d", "\t+ e", "  * f", " + g", "text", "")
COMMENTS = ("<!-- c -->", "// c", "  /* c */", "   // c", "\t<!-- c\n d -->")
OF_INDENTATION = {"S105", "S106", "S119", "S141", "S142"}


def about_indentation(text: str) -> list[str]:
    return sorted(found.code for found in argmap.parse(text).diagnostics if found.code in OF_INDENTATION)


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=9), st.sampled_from(COMMENTS))
def test_comments_on_their_own_lines_change_nothing_about_indentation(lines: list[str], comment: str) -> None:
    text = "\n".join(lines)
    commented = "\n".join(
        f"{comment}\n{line}" if place and line else line for place, line in enumerate(lines)
    )
    assert about_indentation(commented) == about_indentation(text)


def test_a_line_below_a_comment_is_as_deep_as_its_own_spaces() -> None:
    text = "<!-- c -->\n[A]: a\n  <!-- c -->\n  +   [B]: b\n\n[A]\n  + [B]\n"
    assert about_indentation(text) == []
    assert "  + [B]: b\n" in argmap.format_text(text)
