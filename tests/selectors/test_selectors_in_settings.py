"""Selectors in settings: what a map shows, and rules of an author's own."""

import pytest
from tests.fuzz.counting import calls_of

import argmap

TEXT = "[A]: a #x\n  + <B>: b\n    + [^E]: e {source: s}\n  - [C]: c\n"


def shown(selector: str) -> set[str]:
    view = argmap.build_map(argmap.parse(TEXT), settings={"selection": {"select": selector}})
    return {str(node.ref) for node in view.nodes}


@pytest.mark.parametrize(
    ("selector", "nodes"),
    [
        ("[A], [A] <+", {"[A]", "<B>"}),
        ("!#x", {"<B>", "[^E]", "[C]"}),
        ("*:accepted", {"<B>", "[^E]", "[C]"}),
        ("*:finding(C305), [A]", {"[A]"}),
    ],
)
def test_a_map_shows_what_is_selected(selector: str, nodes: set[str]) -> None:
    assert shown(selector) == nodes


@pytest.mark.parametrize("selector", ["[A], [A] <+", "#nothing"])
def test_a_map_is_selected_once(selector: str) -> None:
    assert calls_of(["selected_by"], lambda: shown(selector)) == {"selected_by": 1}


def rules(rule: str, text: str = TEXT) -> list[str]:
    document = argmap.parse(f"===\ncheck: {{rules: [{rule}]}}\n===\n\n{text}")
    findings = (*document.diagnostics, *argmap.check(document))
    return [f"{finding.code} {finding.severity} {finding.message}" for finding in findings]


def test_an_author_s_rules_are_checked() -> None:
    rule = "{select: 'claims!(<<+ evidence)', code: X001, severity: error, message: no evidence}"
    assert rules(rule) == ["X001 error no evidence"]


def test_a_rule_without_words_says_what_selects() -> None:
    assert rules("{select: 'claims#x'}") == ["X000 warning this is selected by `claims#x`"]


@pytest.mark.parametrize("code", ["C301", "X1", "house rule", "[X001]", "{a: 1}", "1", '"X001\\n"'])
def test_a_code_that_rules_cannot_have_is_nowhere_used(code: str) -> None:
    words = rules(f"{{select: 'claims#x', code: {code}}}")
    assert words[-1] == "X000 warning this is selected by `claims#x`"
    assert words[0].startswith("R204 warning ")


def test_a_finding_of_an_author_s_rule_can_be_allowed() -> None:
    assert rules("{select: '#x', code: X001}", "[A]: a #x {allow: [X001]}\n  + [B]: b\n") == []


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("{select: 'claimz'}", "Q601"),
        ("{select: 'claims:rot'}", "Q602"),
        ("{select: 'claims('}", "Q603"),
        ("{select: '[Nobody] <+'}", "Q604"),
        ("{select: claims, code: C301}", "R204"),
    ],
)
def test_what_is_wrong_with_a_rule_is_a_finding(rule: str, code: str) -> None:
    assert code in [finding.split()[0] for finding in rules(rule)]
