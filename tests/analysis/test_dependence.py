"""How much rests on the same source."""

import pytest
from hypothesis import given, settings

import argmap
from argmap import Debate, strategies
from argmap.analysis import source_dependence

TEXT = """
[A]
  + [B]
    + [^E]: e {source: S}
    + [^F]: f {source: S}
  + [C]
    + [^G]: g {source: [S, T]}
  + [D]
    + [^H]: h
    + [^F]
  - [X]
    + [^Y]: y {source: U}
"""


def test_what_rests_on_a_single_source_is_named() -> None:
    first, second = source_dependence(argmap.parse(TEXT), "[A]")
    assert (first.source.title, first.share, [ref.title for ref in first.wholly]) == ("S", 0.75, ["B"])
    assert (second.source.title, second.share, second.wholly) == ("T", 0.25, ())


@settings(max_examples=40, deadline=None)
@given(strategies.debates())
def test_shares_are_of_all_grounds_and_the_largest_comes_first(debate: Debate) -> None:
    for element in debate:
        dependences = source_dependence(debate, element)
        shares = [dependence.share for dependence in dependences]
        assert shares == sorted(shares, reverse=True)
        assert all(0 < share <= 1 for share in shares)
        assert all(dependence.grounds for dependence in dependences)


def test_circles_of_support_end() -> None:
    text = "[A]\n  + [B]\n    + [C]\n      + [B]\n    + [^E]: e {source: S}\n"
    (dependence,) = source_dependence(argmap.parse(text), "[A]")
    assert [ref.title for ref in dependence.wholly] == ["B"]


def test_a_thesis_that_is_not_there_is_an_error() -> None:
    with pytest.raises(LookupError):
        source_dependence(argmap.parse(TEXT), "[Nobody]")
