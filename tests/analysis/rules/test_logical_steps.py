"""Findings about what follows by formulas."""

import pytest

import argmap

STRICT = "===\nmodel: {mode: strict}\n===\n\n"


def codes(text: str) -> list[str]:
    return [finding.code for finding in argmap.check(argmap.parse(text)) if finding.code >= "C313"]


def test_an_allowed_finding_is_left_out() -> None:
    text = "<A>\n\n(1) a {formula: p}\n-- {allow: [C340]} --\n(2) b {formula: q}"
    assert codes(text) == []


def test_the_case_is_told_by_what_letters_mean() -> None:
    text = "<A>\n\n(1) a {formula: p, declarations: {p: it rains, q: it pours}}\n----\n(2) b {formula: q}"
    (finding,) = argmap.check(argmap.parse(text))
    assert "“it rains” is true; “it pours” is false" in finding.message


def test_a_finding_is_at_the_inference() -> None:
    text = "<A>\n\n(1) a {formula: p}\n-- rule --\n(2) b {formula: q}"
    (finding,) = (each for each in argmap.check(argmap.parse(text)) if each.code == "C340")
    assert text[finding.span.start :].startswith("-- rule --")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[A]: a {formula: p, accepted: true}\n\n[B]: b {formula: -p, accepted: true}", ["C347", "C313"]),
        (
            "[A]: a {formula: p, accepted: true}\n\n[B]: b {formula: p -> q, accepted: true}\n\n"
            "[C]: c {formula: -q, accepted: true}",
            ["C313"],
        ),
        ("[A]: a {formula: p & r}\n  +> [D]: d\n\n[D]\n  +> [C]: c {formula: -r}", ["C313", "C347"]),
        ("[A]: a {formula: p}\n\n[B]: b {formula: -p}", ["C347"]),
    ],
)
def test_formulas_join_what_people_are_committed_to(text: str, expected: list[str]) -> None:
    assert sorted(codes(STRICT + text)) == sorted(expected)


def test_premises_that_cannot_all_be_true_are_reported_once() -> None:
    text = "<A>\n\n(1) [P]: a {formula: p}\n(2) [Q]: b {formula: -p}\n----\n(3) [R]: c {formula: q}"
    assert "C313" not in codes(STRICT + text)


def test_relations_are_not_checked_in_loose_mode() -> None:
    assert codes("[A]: a {formula: p}\n  +> [B]: b {formula: q}") == []


def test_an_argument_with_an_invalid_step_is_not_reported_again() -> None:
    text = "<A>\n\n(1) a {formula: p}\n----\n(2) b {formula: q}\n----\n(3) c {formula: q | r}"
    assert codes(text) == ["C340"]
