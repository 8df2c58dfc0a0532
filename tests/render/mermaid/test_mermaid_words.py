"""Texts as Mermaid writes them."""

from __future__ import annotations

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from argmap.render.fonts.characters import clean
from argmap.render.mermaid.mermaid_words import label_text, yaml_text


@given(st.text())
def test_a_label_is_read_as_what_it_was(text: str) -> None:
    shown = re.sub(r"#([0-9]+);", lambda match: chr(int(match[1])), label_text(text))
    assert shown.replace("\u200b", "") == clean(text).replace("\u200b", "")


@given(st.text())
def test_a_label_has_no_sign_that_is_markup(text: str) -> None:
    assert re.search(r'["<>`\\&*_\[\]{}|%@:/+$~=-]|#(?![0-9]+;)', label_text(text)) is None


@given(st.text(st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"])))
def test_a_title_is_read_as_what_it_was(text: str) -> None:
    assert json.loads(yaml_text(text)) == clean(text)
