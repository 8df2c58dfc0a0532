"""What only follows from another mistake is left out, wherever lines are broken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.saying import codes

import argmap

_WORDS = ["[A]", "<A>", "@[A]", "@[B]", "[B]", "<br>", "<b>", "->", "supports", "word.", "word", "x:", "why?"]


@pytest.mark.parametrize("between", [" ", "\n"])
def test_what_follows_from_a_mistake_in_its_sentence_is_left_out(between: str) -> None:
    assert codes(f"[A]: a\n\n[C]: it is<br>{between}what [A] says") == ["S139"]


@pytest.mark.parametrize("between", [" ", "\n"])
def test_a_mistake_hides_nothing_of_the_next_sentence(between: str) -> None:
    assert codes(f"[A]: a\n\n[C]: It is.<br>{between}so. This is [A] again") == ["S139", "R218"]


@pytest.mark.parametrize("between", [" ", "\n"])
def test_a_mention_does_not_state_what_it_mentions(between: str) -> None:
    assert codes(f"[A]: a\n\n[C]: <br> see{between}@[Nothing]") == ["S139", "R219"]


@pytest.mark.parametrize("between", [" ", "\n", "\n    "])
def test_a_relation_inside_a_text_is_one_over_several_lines(between: str) -> None:
    assert codes(f"[A]: a\n\n[C]: it\n  + that ->{between}[A]") == ["S137"]


def test_however_many_spaces_are_before_a_title_it_is_related() -> None:
    assert codes(f"[A]: a\n\n[C]: it ->{' ' * 40}[A]") == ["S137"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", " \n"])
def test_a_bracket_is_missing_whatever_ends_the_line(line_end: str) -> None:
    assert "S131" in codes(f"[A]: a\n  + [B{line_end}")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_mistake_of_a_line_ends_with_it_whatever_ends_it(line_end: str) -> None:
    assert codes(f"[A]: a\n\n[A]!{line_end}  - <B").count("R218") == 1


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=12))
def test_a_width_changes_no_findings(words: list[str]) -> None:
    text = f"[A]: a\n\n[C]: begins {' '.join(words)}\n"
    assert sorted(codes(argmap.format_text(text, width=20))) == sorted(codes(text))
