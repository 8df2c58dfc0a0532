"""Findings that are allowed, and how severe the others are."""

from __future__ import annotations

import inspect
import random
import sys
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap import strategies
from argmap.analysis import check_debate, judge
from argmap.analysis.context import CheckContext
from argmap.analysis.rules import RULES
from argmap.reasoning.verdicts import evaluation_diagnostics
from argmap.settings import Settings
from argmap.text import CODES, Severity

EVIDENCE = strategies.titles().map(lambda title: f"[^{title}]: x")
BLOCKS = st.lists(st.one_of(EVIDENCE, strategies.trees(titled=True)), min_size=1, max_size=5)


def codes(text: str, **settings: object) -> list[str]:
    return [one.code for one in argmap.check(argmap.parse(text, settings={"check": settings}))]


@given(BLOCKS, st.randoms(use_true_random=False))
def test_findings_do_not_depend_on_the_order_of_blocks(blocks: list[str], order: random.Random) -> None:
    shuffled = order.sample(blocks, len(blocks))
    first, second = (argmap.check(argmap.parse("\n\n".join(one))) for one in (blocks, shuffled))
    assert Counter((one.code, one.message) for one in first) == Counter(
        (one.code, one.message) for one in second
    )


@given(strategies.markup(), st.data())
def test_a_code_that_is_allowed_silences_exactly_its_findings(text: str, data: st.DataObject) -> None:
    document = argmap.parse(text)
    before = check_debate(document.debate, settings=Settings.of({"model": {"mode": "strict"}}))
    chosen = data.draw(st.sets(st.sampled_from(sorted({one.code for one in before}) or ["C301"])))
    settings = Settings.of({"model": {"mode": "strict"}, "check": {"allow": sorted(chosen)}})
    assert check_debate(document.debate, settings=settings) == tuple(
        one for one in before if one.code not in chosen
    )


@given(st.lists(strategies.titles(), min_size=1, max_size=5, unique_by=str.casefold), st.data())
def test_data_silence_exactly_the_findings_of_their_element(names: list[str], data: st.DataObject) -> None:
    quiet = data.draw(st.sampled_from(names))
    lines = [f"[^{name}]: x {{allow: [C301]}}" if name == quiet else f"[^{name}]: x" for name in names]
    plain = argmap.check(argmap.parse("\n\n".join(f"[^{name}]: x" for name in names)))
    silenced = argmap.check(argmap.parse("\n\n".join(lines)))
    assert [one.message for one in silenced] == [
        one.message for one in plain if one.message != f"[^{quiet}] has no source"
    ]


@given(strategies.markup())
def test_what_is_told_of_an_element_can_be_silenced_there(text: str) -> None:
    subject = CheckContext(argmap.parse(text).debate, is_strict=True)
    found = [one for rule in RULES for one in rule(subject)]
    assert all(one.about is not None for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "<A>\n\n(1) [P]: p\n-- argument from sign {allow: C315} --\n(2) [Q]: q",
        "<A>: x {allow: [C315]}\n\n(1) [P]: p\n-- argument from sign --\n(2) [Q]: q",
        "===\ncheck: {allow: [C315]}\n===\n\n<A>\n\n(1) [P]: p\n-- argument from sign --\n(2) [Q]: q",
        "===\ncheck: {allow: C315}\n===\n\n<A>\n\n(1) [P]: p\n-- argument from sign --\n(2) [Q]: q",
    ],
)
def test_an_inference_its_argument_or_the_frontmatter_silences(text: str) -> None:
    assert codes(text) == []


def test_a_source_silences_what_is_told_of_it() -> None:
    text = "===\nsources: {a: {title: T, author: U, allow: [C303, C322]}}\n===\n\n[^E]: x {source: %s}"
    assert codes(text % "a") == codes(text % "b") == []
    assert codes(text.replace(", allow: [C303, C322]", "") % "a") == ["C303"]
    assert codes(text.replace(", allow: [C303, C322]", "") % "a thing") == ["C322"]


def test_severities_are_what_the_settings_say() -> None:
    document = argmap.parse("===\ncheck: {severity: {C301: error}}\n===\n\n[^E]: x")
    assert [one.severity for one in argmap.check(document)] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("{allow: [C31]}", "write `C3"),
        ("{severity: {C301: fatal}}", "write one of"),
        ("{severity: {X: info}}", ""),
    ],
)
def test_settings_name_codes_and_severities(said: str, hint: str) -> None:
    (found,) = argmap.parse(f"===\ncheck: {said}\n===\n\nx").diagnostics
    assert found.code == "R204"
    assert hint in (found.hint or "")


def test_data_silence_what_reading_finds_inside_of_them() -> None:
    document = argmap.parse("[A]: One.\n\n[A]: Two. {allow: [R221]}\n\n[B]: One.\n\n[B]: Two.")
    assert [one.code for one in document.diagnostics] == ["R221", "R221"]
    assert [one.message[:3] for one in judge(document.diagnostics, document.debate)] == ["`[B"]


def test_an_inference_silences_what_reading_finds_in_its_line() -> None:
    text = "(1) p\n-- {strength: 7, allow: R227} --\n(2) q"
    document = argmap.parse(text)
    assert [one.code for one in document.diagnostics] == ["R227"]
    assert judge(document.diagnostics, document.debate) == ()


@pytest.mark.parametrize("said", ["C999", "[C301, c31]", "7"])
def test_a_code_that_is_none_is_told(said: str) -> None:
    assert codes(f"[A]: x {{allow: {said}}}") == ["C324"]


def test_every_check_has_a_rule() -> None:
    # What a text shows is tested with the catalogue.
    modules = {evaluation_diagnostics, *(sys.modules[rule.__module__] for rule in RULES)}
    written = "".join(inspect.getsource(module) for module in modules)
    assert [code for code in CODES if code[0] == "C" and f'"{code}"' not in written] == []
