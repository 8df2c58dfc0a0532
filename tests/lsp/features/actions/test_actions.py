"""What can be done at a place, and what it makes of the text."""

from __future__ import annotations

from contextlib import suppress
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lsp.marked_texts import marked

import argmap
from argmap import Span, strategies
from argmap.lsp.features.actions.allowances import allowances
from argmap.lsp.features.actions.code_action import CodeAction
from argmap.lsp.features.actions.layout_repairs import layout_repairs
from argmap.lsp.features.actions.line_changes import line_changes
from argmap.lsp.features.actions.quick_fixes import fix_all, quick_fixes, touches
from argmap.lsp.features.actions.refactorings import free_title, refactorings


def _actions(text: str) -> tuple[str, list[CodeAction]]:
    """Return a text without its marks and all that can be done at the mark, or between two of them."""
    document, start = marked(text)
    end = start
    if "|" in document.text:
        end = document.text.index("|")
        document = argmap.parse(document.text.replace("|", "", 1))
    span = Span(start, end)
    findings = (*document.diagnostics, *argmap.check(document))
    here = [(finding, start) for finding in findings]
    found = chain(
        quick_fixes(findings, span),
        layout_repairs(document, [(finding, at) for finding, at in here if touches(finding.span, span)]),
        refactorings(document, span),
        allowances(document, here),
        fix_all(document, findings, markdown=False),
    )
    return document.text, list(found)


def _done(text: str, title: str) -> str:
    """Return a text after an action that is called so."""
    plain, actions = _actions(text)
    (action,) = [action for action in actions if action.title == title]
    return argmap.edits.apply(plain, action.edits())


def test_a_finding_with_a_fix_can_be_repaired() -> None:
    assert _done("(1) a\n--|-\n(2) b", "Write `----`") == "(1) a\n----\n(2) b"


def test_all_findings_of_a_code_can_be_repaired_at_once() -> None:
    text = "<A>\n\n(1) a\n-|--\n(2) b\n\n<B>\n\n(1) c\n---\n(2) d"
    assert "---\n" not in _done(text, "Fix all 2 findings of S107 in this text").replace("----", "")


@pytest.mark.parametrize(
    ("text", "laid_out"),
    [
        ("[A]: a\n|+ <B>: b\n- c\n", "[A]: a\n  + <B>: b\n  - c\n"),
        ("[A]: a\n    + b\n   |+ c\n", "[A]: a\n  + b\n  + c\n"),
        ("(1) a\n-- x -- y|\n(2) b\n", "(1) a\n-- x, y --\n(2) b\n"),
    ],
)
def test_what_is_laid_out_wrongly_is_laid_out(text: str, laid_out: str) -> None:
    assert _done(text, "Lay out these lines") == laid_out


def test_a_guess_is_not_preferred() -> None:
    _, actions = _actions("[A|] It rains.")
    fixes = [action for action in actions if action.is_ready]
    assert [action.is_preferred for action in fixes] == [False]


def test_all_safe_repairs_can_be_made() -> None:
    assert _done("|[A]: a\n\n(1) a\n---\n(2) b", "Make all safe fixes in this text").endswith("----\n(2) b")


@pytest.mark.parametrize(
    ("text", "title", "changed"),
    [
        ("[A]\n  +| <B>", "Turn this support into an attack", "[A]\n  - <B>"),
        ("[A]\n  -> <B|>", "Turn this attack into a support", "[A]\n  +> <B>"),
        (
            "[A]\n  + <B|>: b",
            "Write <B> as premises and conclusion",
            "[A]\n  + <B>: b\n\n<B>\n\n(1) b\n----\n(2) [A]",
        ),
        (
            "[A]\n  + It rains| again and again and again.",
            "Give this claim the title [It rains again and again]",
            "[A]\n  + [It rains again and again]: It rains again and again and again.",
        ),
        (
            "[A]: see @[B|]\n\n[B]: b",
            "Make [B] a reason on a line of its own",
            "[A]: see B\n  + [B]\n\n[B]: b",
        ),
        ("[A]: a\n  + [B|]\n\n[B]: b", "Mention [B] in the text above instead", "[A]: a @[B]\n\n[B]: b"),
        ("[A]: a |b c| d", "Make this a claim [B c] of its own", "[A]: a @[B c] d\n\n[B c]: b c"),
        (
            "[^E]: x {source: Me|ier}",
            "Declare the source Meier in the frontmatter",
            "===\nsources: {Meier: {title: Meier}}\n===\n\n[^E]: x {source: Meier}",
        ),
        ("|[^E]: x", "Allow C301 here", "[^E]: x {allow: [C301]}"),
    ],
)
def test_a_text_can_be_written_otherwise(text: str, title: str, changed: str) -> None:
    assert _done(text, title) == changed


def test_critical_questions_can_be_answered() -> None:
    text, actions = _actions("<B>\n\n(1) a\n-- argument from| sign --\n(2) b")
    answers = [action for action in actions if action.title.startswith("Answer: ")]
    assert "{answers: {" in argmap.edits.apply(text, answers[0].edits())


def test_a_title_of_words_is_free() -> None:
    document = argmap.parse("[It rains]: x\n\n[It rains 2]: y")
    assert free_title(document, "it rains!") == "It rains 3"
    assert free_title(document, "…") == ""


@settings(max_examples=40)
@given(strategies.markup(max_blocks=3), st.integers(0, 200), st.integers(0, 5))
def test_whatever_is_offered_is_done_or_refused_with_a_reason(text: str, place: int, length: int) -> None:
    document = argmap.parse(text)
    start = min(place, len(text))
    for action in list(refactorings(document, Span(start, min(start + length, len(text)))))[:4]:
        with suppress(LookupError, ValueError):
            argmap.edits.apply(text, action.edits())


@given(st.text("ab\r\n", max_size=20), st.text("ab\r\n", max_size=20))
def test_edits_of_lines_make_the_other_text(before: str, after: str) -> None:
    assert argmap.edits.apply(before, line_changes(before, after)) == after
