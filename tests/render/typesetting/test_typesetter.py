"""Texts of one style, broken into lines."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import example, given
from hypothesis import strategies as st

from argmap.model import Mark, MarkKind
from argmap.render.fonts.characters import clean
from argmap.render.styles.theme import TextStyle
from argmap.render.typesetting.typesetter import Lettering

# Characters that stay with the one before them, some of them wide, and others that do not.
HUDDLED = st.text(
    st.sampled_from("a \u0302\u0309\u0334\ue048\ue0a7\U0010fffe\U0010ffff.中\u200d😀"), max_size=300
)


def _shown(html: str) -> str:
    # A backslash is written twice for Graphviz.
    return _shown_text(unescape(re.sub(r"<[^>]*>", "", html))).replace("\\\\", "\\")


def _shown_text(text: str) -> str:
    return re.sub(r"\s+", "", text)


@given(st.text(max_size=300) | HUDDLED, st.floats(1, 400), st.booleans(), st.booleans())
@example("a" + "\U0010ffff\u032a" * 40, 20.0, False, False)
def test_every_text_is_set_in_lines_of_any_width(
    text: str, width: float, is_bold: bool, is_marked: bool
) -> None:
    marks = [Mark(MarkKind.BOLD, 0, len(text) // 2)] if is_marked else []
    style = TextStyle(10, "#000000", is_bold=is_bold)
    block = Lettering(style, width).block(text, marks)
    runs = "".join(run.text for line in block.runs for run in line) if block else ""
    assert _shown(runs or (block.content if block else "")) == _shown_text(clean(text))
