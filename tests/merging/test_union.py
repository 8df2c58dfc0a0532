"""Two debates in one, without a common text."""

from __future__ import annotations

from hypothesis import given, settings

import argmap
from argmap import Debate, strategies
from argmap.merging.union import unite

FIRST = "===\nsources: {a: {title: x}}\n===\n# S\n\n[A]: It rains. #x {source: a}\n  + <B>\n"
SECOND = (
    "===\nsources: {b: {title: z}}\n===\n# T\n\n"
    "[Rain]: It rains. #y {source: b, k: 1}\n  - [C]: c\n\n<B>: bbb\n"
)


@settings(max_examples=20, deadline=None)
@given(strategies.debates(max_blocks=3), strategies.debates(max_blocks=3))
def test_any_two_debates_become_one_that_has_all_titles(first: Debate, second: Debate) -> None:
    one, other = argmap.parse(argmap.to_text(first)), argmap.parse(argmap.to_text(second))
    debate = unite(one, other).document.debate
    assert {element.ref for element in first if not element.is_untitled} <= {each.ref for each in debate}


def test_what_is_the_same_is_written_once_with_what_both_say_of_it() -> None:
    merged = unite(FIRST, SECOND)
    debate = merged.document.debate
    assert merged.ok
    assert list(debate.claims) == ["A", "C"]
    assert debate.claims["A"].tags == ("x", "y")
    assert debate.claims["A"].data["source"] == ("a", "b")
    assert debate.arguments["B"].text == "bbb"
    assert list(debate.sources) == ["b", "a"]
    assert [section.title for section in debate.sections] == ["S", "T"]


def test_what_both_say_differently_is_asked() -> None:
    merged = unite("[A]: It rains.", "[A]: The sun shines.")
    assert [conflict.what for conflict in merged.conflicts] == ["text of claim [A]"]
    assert "// The sun shines." in merged.text
    assert merged.document.debate.claims["A"].text == "It rains."
