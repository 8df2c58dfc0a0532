"""What a report says of a debate that no text can say as it is."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap import Claim, Debate, strategies
from argmap.interop import Fate, same, write
from argmap.model import Statement

WORDS = st.text(alphabet="ab \t", min_size=1, max_size=5).filter(str.strip)


@settings(max_examples=40)
@given(strategies.debates(max_blocks=4, max_elements=4))
def test_a_report_on_a_text_is_empty_if_the_text_says_the_same(debate: Debate) -> None:
    writing = argmap.write_text(debate)
    assert writing.report.is_lossless == same(argmap.parse(writing.text).debate, debate)


@settings(max_examples=60)
@given(st.dictionaries(WORDS, WORDS, max_size=4))
def test_nothing_is_reported_twice_where_only_spaces_differ(texts: dict[str, str]) -> None:
    claims = {
        title: Claim(title, (Statement(title, text, is_top_level=True),)) for title, text in texts.items()
    }
    report = argmap.write_text(Debate(claims=claims)).report
    losses = [(loss.feature, loss.subject) for loss in report.losses]
    assert len(set(losses)) == len(losses)
    assert report.is_lossless == all(
        " ".join(words.split()) == words for pair in texts.items() for words in pair
    )


def test_a_title_with_other_spaces_is_one_change_in_any_format() -> None:
    debate = Debate(claims={"A  B": Claim("A  B", (Statement("A  B", "x  y", is_top_level=True),))})
    reports = [argmap.write_text(debate).report, write(debate, format="csv").report]
    for report in reports:
        assert {(loss.fate, loss.feature, loss.detail) for loss in report.losses} == {
            (Fate.CHANGED, "title", "it is called [A B]"),
            (Fate.CHANGED, "white space", "its text has single spaces"),
        }
