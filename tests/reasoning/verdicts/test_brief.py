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


def test_what_is_open_names_what_it_waits_for() -> None:
    sketched = "[A]: a\n  - [A]\n\n<B>: b\n  + [A]\n\n[C]: c\n  + <B>\n\n"
    text = f"{sketched}<R>\n\n(1) [P]: p\n----\n(2) [Q]: q\n\n<R>\n  - [A]"
    words = brief_reasons(argmap.evaluate(argmap.parse(text)))
    assert {str(ref): reason for ref, reason in words.items()} == {
        "[A]": "waits for [A]",
        "[C]": "waits for <B>",
        "[Q]": "waits for <R>#1",
        "<B>": "waits for [A]",
        "<R>#1": "waits for [A]",
    }


def test_rivals_stand_against_the_reasons_of_each() -> None:
    text = "===\nmodel: {mode: strict}\n===\n\n[A]: a\n  + <X>: x\n  >< [B]: b\n    + <Y>: y\n"
    words = brief_reasons(argmap.evaluate(argmap.parse(text)))
    assert list(words.values()) == ["<X> against [B]", "<Y> against [A]"]
