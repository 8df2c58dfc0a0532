"""Fixes: what is certain is repaired, once and for all, and nothing else changes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.strategies import markup
from argmap.text import Severity
from argmap.text.catalogue import catalogue

TEXTS = [text for entry in catalogue().values() for text in (entry.bad, entry.good)]
FIXABLE = [code for code, entry in catalogue().items() if "`--fix`" in entry.explanation]
# What people slip in, and what makes other blocks of the blocks.
SLIPS = [
    *(
        "\n",
        "\n\n",
        "\r\n",
        "---",
        "--",
        "-",
        "----\n",
        "\n- ",
        "(P1) ",
        "(1) ",
        "\\\n",
        "[a] ",
        "<a>",
        "\n# x",
    ),
    *(
        "{",
        "}",
        "{kind: statistik}",
        "/*",
        "//",
        "*",
        "===\n",
        "---\ntitle: T\n---\n",
        "\n  - x",
        "\n[a]: x\n",
    ),
    *("\u2212", "\u3000", "\t", "'", "<->", "\\t"),
]


def errors(text: str) -> int:
    return sum(one.severity is Severity.ERROR for one in argmap.parse(text).diagnostics)


@pytest.mark.parametrize("text", TEXTS)
def test_fixing_again_changes_nothing(text: str) -> None:
    once = argmap.fix_text(text)
    assert argmap.fix_text(once) == once


@pytest.mark.parametrize("text", TEXTS)
def test_a_fixed_text_has_no_more_errors(text: str) -> None:
    assert errors(argmap.fix_text(text)) <= errors(text)


@pytest.mark.parametrize("code", FIXABLE)
def test_a_text_with_a_fix_becomes_right(code: str) -> None:
    assert argmap.parse(argmap.fix_text(catalogue()[code].bad)).diagnostics == ()


@pytest.mark.parametrize("code", FIXABLE)
def test_one_mistake_is_fixed_among_windows_line_ends(code: str) -> None:
    text = argmap.fix_text(catalogue()[code].bad.replace("\n", "\r\n"))
    assert argmap.parse(text).diagnostics == ()
    assert "\n" not in text.replace("\r\n", "")


LONG = f"(1) {'p' * 3000}\n----\nc"


@st.composite
def slips(draw: st.DrawFn) -> str:
    text = draw(markup(max_blocks=3))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(SLIPS)) + text[at + draw(st.integers(0, 2)) :]
    return text


def texts(document: argmap.Document) -> list[str]:
    """What all elements say; where a mention was meant, a fix adds the `@`."""
    return [(one.text or "").replace("@", "") for one in document.debate.elements]


@given(slips())
@settings(max_examples=200)
def test_fixing_is_idempotent_and_keeps_what_is_said(text: str) -> None:
    once = argmap.fix_text(text)
    before, after = argmap.parse(text), argmap.parse(once)
    assert argmap.fix_text(once) == once
    assert errors(once) <= errors(text)
    assert after.debate.relations == before.debate.relations
    assert list(after.debate.claims) == list(before.debate.claims)
    assert texts(after) == texts(before)


@given(markup())
def test_a_text_without_mistakes_stays_as_it_is(text: str) -> None:
    document = argmap.parse(text)
    fixes = [one.fix for one in document.diagnostics if one.fix]
    assert (argmap.fix_text(text) == text) == (not fixes)


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        pytest.param("[A]: x\n[B]: y\n# H", "[A]: x\n\n[B]: y\n\n# H", id="two blank lines"),
        pytest.param("[A]: x\r\n[B]: y", "[A]: x\r\n\r\n[B]: y", id="Windows line ends"),
        pytest.param("[A]: x\r[B]: y", "[A]: x\r\r[B]: y", id="old line ends"),
        pytest.param("(1) p\n-- MP  \n(2) c", "(1) p\n-- MP --  \n(2) c", id="blanks behind a rule"),
        pytest.param("(1) p\n-- MP // c\n(2) c", "(1) p\n-- MP // c\n(2) c", id="comment behind a rule"),
        pytest.param("(1) p\n\n \n\n----\n(2) c", "(1) p\n----\n(2) c", id="many blank lines"),
        pytest.param("(P1) p\n(P2) q\n----\n(C) c", "(1) p\n(2) q\n----\n(3) c", id="labels"),
        pytest.param("(P1) p\n---\n(C) c", "(1) p\n----\n(2) c", id="one fix inside another"),
        pytest.param("<A>\n\n(7) p\n----\nc", "<A>\n\n(7) p\n----\n(8) c", id="the next number"),
        pytest.param(LONG, LONG, id="no number near above"),
        pytest.param("a\n\n----\nc", "a\n\nc", id="a line between blocks"),
        pytest.param("(1) p\n----\n  + x\n(2) c", "(1) p\n----\n  + x\n(2) c", id="support of an inference"),
        pytest.param("x [B]", "x [B]", id="nothing known"),
        pytest.param(
            "===\nmap: {statementLabelMode: titel}\n===\n\nx",
            "===\nmap: {statementLabelMode: title}\n===\n\nx",
            id="misspelt value",
        ),
        pytest.param(
            '===\nmap: {"statementLabelMode": "titel"}\n===\n\nx',
            '===\nmap: {"statementLabelMode": "title"}\n===\n\nx',
            id="quoted value",
        ),
        pytest.param(
            "===\nmap: {statementLabelMode: >-\n  titel}\n===\n\nx",
            "===\nmap: {statementLabelMode: >-\n  titel}\n===\n\nx",
            id="value elsewhere",
        ),
    ],
)
def test_a_fix_is_what_an_author_would_write(text: str, fixed: str) -> None:
    assert argmap.fix_text(text) == fixed


def test_a_fix_that_would_change_relations_is_left_out_and_others_are_made() -> None:
    # The blank line makes a block of its own of what stands below the comment's end.
    text = "[A]: x\n/* \n */ [B]: y\n  + [C]\n\n(1) p\n---\n(2) c"
    assert "----" in argmap.fix_text(text)


def test_a_large_text_is_fixed_in_few_rounds() -> None:
    text = "[A]: x\n[B]: y\n\n" * 2000
    assert argmap.fix_text(text) == "[A]: x\n\n[B]: y\n\n" * 2000


def test_fixes_that_help_nothing_are_not_tried_for_ever() -> None:
    text = "[A]: x\n/* \n */ [B]: y\n\n" * 60
    assert argmap.fix_text(text) == text
