"""What holds of every format: a report says all that is not the same on the other side, and nothing else."""

from __future__ import annotations

import json
import pickle

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import argmap
from argmap import strategies
from argmap.interop import READERS, WRITERS, FormatError, differences, read, recognise, same, write
from argmap.interop.conversion.capability_table import Capability, capabilities
from argmap.interop.conversion.known_formats import reader
from argmap.model import Debate

FEATURES = {
    "claim text": "[It rains.]: It rains.",
    "title": "[A]: It rains.",
    "wordings, marks": "[It rains.]: It *rains*.\n\n[It rains.]: It pours.",
    "tags, data": "[It rains.]: It rains. #wet {certainty: low}",
    "evidence, quote, source": "[^It rains.]: It rains. {source: Met Office, quote: rain}",
    "question": "[?Rain]: Does it rain?",
    "linked premises": "<Argument>\n\n(1) [a]: a\n(2) [b]: b\n----\n(3) [c]: c",
    "several steps in one argument": "<Argument>\n\n(1) [a]: a\n----\n(2) [b]: b\n----\n(3) [c]: c",
    "undercut of an inference": "[d]: d\n\n<Argument>\n\n(1) [a]: a\n----\n  _ [d]\n(2) [c]: c",
    "scheme, rules": "<Expert opinion>\n\n(1) [a]: a\n-- Expert opinion --\n(2) [c]: c",
    "attack between claims": "[a]: a\n  - [b]: b",
    "support between claims": "[a]: a\n  + [b]: b",
    "entails, contrary, contradictory": "===\nmodel: {mode: strict}\n===\n\n[a]: a\n  + [b]: b\n  >< [c]: c",
    "strength, qualifier, warrant": "<Argument>\n\n(1) [a]: a\n-- {strength: 0.5, warrant: w} --\n(2) [c]: c",
    "sections": "# Rain\n\n[It rains.]: It rains.",
    "dialogue": "===\ndialogue: {locutions: [{id: '1', text: Rain}]}\n===\n\n[It rains.]: It rains.",
}


def back(debate: Debate, form: str, *, extras: bool = True) -> Debate:
    return read(write(debate, format=form, extras=extras).text, format=form).debate


# An untitled claim that is a step twice gets the title by which it is named, and another has it.
NAMED_LATER = """===
model: {explodeArguments: true}
===

[a]: a

<a 1>

(1) a
----
(2) [a]
(3) [a]
-- a {uses: [1]} --
(4) [a]
"""


@pytest.mark.parametrize("form", WRITERS)
@settings(max_examples=10)
@given(debate=strategies.debates())
@example(debate=argmap.parse(NAMED_LATER).debate)
def test_what_is_lossless_comes_back_and_nothing_else_does(form: str, debate: Debate) -> None:
    writing = write(debate, format=form)
    assert writing.report.is_lossless == same(debate, read(writing.text, format=form).debate)


@pytest.mark.parametrize("form", WRITERS)
@settings(max_examples=6)
@given(debate=strategies.debates(max_blocks=3, max_elements=3))
def test_without_extras_the_report_says_what_is_lost(form: str, debate: Debate) -> None:
    writing = write(debate, format=form, extras=False)
    assert writing.report.is_lossless == same(debate, read(writing.text, format=form).debate)


@pytest.mark.parametrize("form", WRITERS)
@settings(max_examples=6)
@given(debate=strategies.debates(max_blocks=3, max_elements=3))
def test_the_same_debate_gives_the_same_text_also_when_it_comes_back(form: str, debate: Debate) -> None:
    text = write(debate, format=form).text
    assert write(debate, format=form).text == text
    again = read(text, format=form).debate
    assert same(back(again, form), again)


@pytest.mark.parametrize("form", WRITERS)
@settings(max_examples=6)
@given(debate=strategies.debates(max_blocks=3, max_elements=3))
def test_reports_can_be_pickled_and_are_json(form: str, debate: Debate) -> None:
    report = write(debate, format=form).report
    assert pickle.loads(pickle.dumps(report)) == report
    assert json.loads(json.dumps(report.as_data()))["isLossless"] == report.is_lossless


@settings(max_examples=50)
@given(data=st.binary(max_size=60) | st.text(max_size=60))
def test_everything_is_recognised_or_of_no_known_format(data: bytes | str) -> None:
    try:
        name = recognise(data)
    except FormatError as error:
        name = error.diagnostics[0].code
    assert name in ("argdown", *READERS, "I410", "I411")


@pytest.mark.parametrize("form", READERS)
@settings(max_examples=15)
@given(data=st.binary(max_size=60) | st.text(max_size=60))
def test_anything_is_read_or_refused_with_a_place(form: str, data: bytes | str) -> None:
    start = 0
    try:
        read(data, format=form)
    except FormatError as error:
        start = error.diagnostics[0].span.start
    assert 0 <= start <= len(data)


@pytest.mark.parametrize("form", WRITERS)
@settings(max_examples=5)
@given(debate=strategies.debates(max_blocks=3, max_elements=3))
def test_what_is_written_is_recognised(form: str, debate: Debate) -> None:
    # Without a line, a framework is what any text without one is.
    if len(debate) and reader(form).SUFFIXES != (".txt",):
        assert recognise(write(debate, format=form).text) == form


@pytest.mark.parametrize("form", READERS)
@settings(max_examples=5)
@given(debate=strategies.debates(max_blocks=3, max_elements=3))
def test_lenient_reading_of_an_undamaged_file_is_reading(form: str, debate: Debate) -> None:
    if form in WRITERS:
        text = write(debate, format=form).text
        assert read(text, format=form, lenient=True) == read(text, format=form)


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("feature", capabilities())
def test_the_table_of_capabilities_is_true(feature: str, form: str) -> None:
    debate = argmap.parse(FEATURES[feature]).debate
    capability = capabilities()[feature][form]
    assert same(debate, back(debate, form)) or capability is Capability.LOST
    others = set(differences(debate, back(debate, form, extras=False)))
    assert (others - ids(debate) == set()) == (capability is Capability.SAID) or is_beside(feature, form)


def ids(debate: Debate) -> set[str]:
    """Return the differences that are only ids which writing gave to things."""
    named = [f"the data of {element.ref} differs" for element in debate]
    relations = [
        f"the data of a relation {relation.kind.value} of {relation.source} differs"
        for relation in debate.relations
    ]
    return {*named, *relations}


def is_beside(feature: str, form: str) -> bool:
    # Nothing can have only such a feature, and no other that is lost.
    return feature in ("tags, data", "dialogue")
