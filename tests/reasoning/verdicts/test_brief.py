"""What stands behind a verdict, in a few words."""

from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap import Document, strategies
from argmap.reasoning.verdicts.brief import brief_reasons

RAIN = "<Rain>\n\n(1) a\n----\n(2) [Front]: b\n----\n(3) [Wet]: c\n\n<Rain>\n  - [No]: d"


@given(strategies.disputes(max_relations=6), st.data())
def test_words_are_whole_whatever_is_rejected(document: Document, data: st.DataObject) -> None:
    refs = list(argmap.evaluate(document))
    rejected = data.draw(st.lists(st.sampled_from(refs), max_size=3)) if refs else []
    words = brief_reasons(argmap.evaluate(document, reject=rejected)).values()
    assert all(text == text.strip() and not text.endswith((":", "by")) for text in words)


def test_an_attack_on_a_whole_argument_brings_its_last_step_down() -> None:
    words = brief_reasons(argmap.evaluate(argmap.parse(RAIN)))
    assert {str(ref): text for ref, text in words.items()} == {
        "[Front]": "by <Rain>#1",
        "[Wet]": "<Rain>#2 is attacked by [No]",
        "<Rain>#2": "attacked by [No]",
    }


def test_a_step_that_is_rejected_is_named_as_such() -> None:
    words = brief_reasons(argmap.evaluate(argmap.parse(RAIN), reject=["<Rain>#1"]))
    assert "<Rain>#1 is rejected" in words.values()


def test_a_circle_of_entailment_is_named_as_well() -> None:
    text = "===\nmodel: {mode: strict}\n===\n\n[A]: a\n  + [B]: b\n    + [A]\n"
    assert set(brief_reasons(argmap.evaluate(argmap.parse(text))).values()) == {
        "by [A] in a circle",
        "by [B] in a circle",
    }
