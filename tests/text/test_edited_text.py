"""Edits can be applied and taken back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.text import Edit, Span
from argmap.text.edited_text import apply, undoing


@st.composite
def edited_texts(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """A text with edits that do not overlap."""
    text = draw(st.text(max_size=20))
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    spans = [Span(start, end) for start, end in zip(places[::2], places[1::2], strict=False)]
    return text, [Edit(span, draw(st.text(max_size=3))) for span in spans]


@given(edited_texts())
def test_edits_are_undone_by_edits(edited: tuple[str, list[Edit]]) -> None:
    text, edits = edited
    assert apply(apply(text, edits), undoing(text, edits)) == text


@given(edited_texts())
def test_what_is_outside_of_edits_stays(edited: tuple[str, list[Edit]]) -> None:
    text, edits = edited
    ends = [0, *(edit.span.end for edit in edits)]
    starts = [*(edit.span.start for edit in edits), len(text)]
    between = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    words = [*(edit.replacement for edit in edits), ""]
    assert apply(text, edits) == "".join(map(str.__add__, between, words))


def test_edits_of_other_files_count_for_nothing() -> None:
    edits = [Edit(Span(0, 1, "b"), "x"), Edit(Span(0, 0), "y")]
    assert (apply("a", edits), apply("a", edits, path="b")) == ("ya", "x")


def test_edits_that_overlap_or_lie_outside_raise() -> None:
    with pytest.raises(ValueError, match="overlaps"):
        apply("abc", [Edit(Span(0, 2), ""), Edit(Span(1, 3), "")])
    with pytest.raises(ValueError, match="outside"):
        apply("abc", [Edit(Span(0, 4), "")])
