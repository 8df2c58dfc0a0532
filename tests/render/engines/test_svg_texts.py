"""Laws of the texts of drawings in SVG."""

from __future__ import annotations

import re
from html import escape, unescape

from hypothesis import given
from hypothesis import strategies as st

from argmap.render.engines.svg_texts import finished_texts

_WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1).filter(str.strip)
# The height of a text, where it begins, and what it says.
_TEXTS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 500), _WORDS), max_size=6)
_TAG = re.compile("<[^<>]*+>")


def _engine_text(height: int, left: int, words: str) -> str:
    place = f'text-anchor="start" x="{left}" y="{height}"'
    return f'<text {place} font-size="11.00">{escape(words)}</text>\n'


@given(_TEXTS, st.booleans())
def test_finished_texts_say_what_they_said(texts: list[tuple[int, int, str]], knows_widths: bool) -> None:
    svg = "".join(_engine_text(*text) for text in texts)
    finished = finished_texts(svg, knows_widths=knows_widths)
    said = "".join(words for _, _, words in texts)
    assert unescape(_TAG.sub("", finished).replace("\n", "")) == said


@given(_TEXTS)
def test_texts_at_different_heights_stay_apart(texts: list[tuple[int, int, str]]) -> None:
    svg = "".join(_engine_text(number, *text[1:]) for number, text in enumerate(texts))
    assert finished_texts(svg, knows_widths=True).count("<text ") == len(texts)


def test_what_is_no_text_stays_as_it_is() -> None:
    shapes = '<svg>\n<polygon points="0,0 1,1"/>\n<title>y="2"</title>\n</svg>'
    assert finished_texts(shapes, knows_widths=True) == shapes
