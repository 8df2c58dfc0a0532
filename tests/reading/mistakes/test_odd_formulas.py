"""What is wrong with formulas, and where in the document it is."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.saying import codes, findings

import argmap
from argmap.logic import parse_formula

_SIGNS = st.text("pqF(x).&|- >all<", max_size=12)


@given(_SIGNS, st.sampled_from(["'{}'", '"{}"']))
def test_problems_are_where_they_are_in_the_formula(formula: str, quotes: str) -> None:
    text = f"[A]: a {{formula: {quotes.format(formula)}}}"
    problems, diagnostics = parse_formula(formula).problems, argmap.parse(text).diagnostics
    assert [finding.message for finding in diagnostics] == [problem.message for problem in problems]
    value = text.index("formula: ") + len("formula: ")
    for problem, finding in zip(problems, diagnostics, strict=True):
        named = formula[problem.span.start : problem.span.end].strip()
        assert named in text[finding.span.start : finding.span.end]
        assert value <= finding.span.start <= finding.span.end <= len(text) - 1


@given(st.text(max_size=20))
def test_any_text_can_be_given_as_a_formula(formula: str) -> None:
    text = f"[A]: a {{formula: {json.dumps(formula)}, declarations: {json.dumps(formula)}}}"
    argmap.parse(text)


def test_escapes_count_as_they_are_written() -> None:
    text = '[A]: a {formula: "p \\u2227 q r"}'
    (finding,) = argmap.parse(text).diagnostics
    assert text[finding.span.start : finding.span.end] == "r"


def test_folded_lines_count_as_they_are_written() -> None:
    text = "[A]: a {\n  formula: >\n    all x.F(x)\n    -> G(x)\n}"
    (finding,) = argmap.parse(text).diagnostics
    assert (finding.code, finding.span.start) == ("R305", text.index("G(x)") + 2)


def test_a_formula_in_an_included_file_is_reported_there(tmp_path) -> None:  # type: ignore[no-untyped-def]  # pytest's
    (tmp_path / "a.argdown").write_text("@include(b.argdown)\n")
    (tmp_path / "b.argdown").write_text("[A]: a {formula: p &}\n")
    (finding,) = argmap.load(tmp_path / "a.argdown").diagnostics
    assert finding.code == "R300"
    assert str(finding.span.path).endswith("b.argdown")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[A]: a {formula: p}\n\n[A] {formula: 'p'}", []),
        ("[A]: a {formula: -p}\n\n[A] {formalization: ¬p}", []),
        ("[A]: a {formula: p}\n\n[A] {formula: q}", ["R308 3:15"]),
        ("[A]: a {formula: p}\n\n[A]: a {formula: q}", ["R308 1:18"]),
        ("[A]: a {formula: p, formalization: q}", ["R308 1:18"]),
        ("<A>\n\n(1) [P]: p {formula: p}\n----\n(2) [P] {formula: -p}", ["R308 5:19"]),
        ("[A]: a {formula: F(a, b)}", ["R261 1:18"]),
        ("[A]: a {formula: true}", ["R307 1:18"]),
        ("[?A]: a {formula: p}", ["R313 1:10"]),
        ("<A>\n\n(1) p\n-- {formula: p} --\n(2) q", ["R313 4:5"]),
        ("[A]: a {declarations: {p: [x]}}", ["R310 1:27"]),
        ("[A]: a {declarations: {'not': x}}", ["R311 1:24"]),
        ("===\ndeclarations: {p: a}\n===\n\n[A]: a {declarations: {p: b}}", ["R309 5:27"]),
        ("===\ndeclarations: {p: a}\n===\n\n[A]: a {declarations: {p: ' a'}}", []),
        ("[A]: a {formula: p}\n\n[B]: b {formula: p(x)}", ["R305 3:20", "R312 3:18"]),
    ],
)
def test_each_mistake_is_reported_once(text: str, expected: list[str]) -> None:
    assert sorted(findings(text)) == sorted(expected)


def test_no_finding_is_made_of_a_key_without_value() -> None:
    assert codes("[A]: a {formula: ~, declarations: {}}") == []
