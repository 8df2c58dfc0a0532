"""A line for each thing that is said."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap import strategies
from argmap.comparing.forms.normal_form import normal_form

LAW = settings(max_examples=30, deadline=None)


@LAW
@given(strategies.markup(comments=True))
def test_layout_makes_no_difference(text: str) -> None:
    assert normal_form(argmap.parse(text).debate) == normal_form(
        argmap.parse(argmap.format_text(text)).debate
    )


@LAW
@given(st.text())
def test_every_text_has_a_normal_form(text: str) -> None:
    lines = normal_form(argmap.parse(text).debate)
    assert not {"\x1b", "\r", "\u202e", "\x00"} & {*lines}


def test_order_makes_no_difference() -> None:
    old, new = "[A]: a\n  + [B]: b\n  - <C>: c\n\n[D]: d", "[D]: d\n\n[A]: a\n  - <C>: c\n  + [B]: b"
    assert normal_form(argmap.parse(old).debate) == normal_form(argmap.parse(new).debate)


def test_steps_and_rules_have_lines_of_their_own() -> None:
    text = "# S #x\n\n<A>\n\n(1) p {a: 1}\n-- r {uses: [1]} --\n(2) [C]: c"
    assert normal_form(argmap.parse(text).debate) == (
        "# S #x\nargument <A>\nargument <A> (1) “p”\n"
        "argument <A> (2) -- r {uses: [1]}\nargument <A> (2) [C]\n"
        "claim [C]: c\nclaim: p {a: 1}\n"
    )
