"""What assistants read about the markup is true."""

from __future__ import annotations

import re

import pytest

import argmap
from argmap.mcp.reference_pages import PAGES, read_page
from argmap.mcp.refused_call import RefusedCallError
from argmap.model import scheme_catalogue
from argmap.selectors import parse_selector
from argmap.syntax.operators import OPERATORS
from argmap.text import Severity
from argmap.text.catalogue import catalogue

MARKUP = read_page("argmap://markup")
FENCES = re.findall(r"```argdown\n(.*?)```", MARKUP, re.DOTALL)


@pytest.mark.parametrize("text", FENCES, ids=range(len(FENCES)))
def test_examples_have_no_errors_and_no_warnings(text: str) -> None:
    document = argmap.parse(text)
    findings = (*document.diagnostics, *argmap.check(document))
    graver = (Severity.ERROR, Severity.WARNING)
    # A part of a text says of what it has not that it is missing.
    assert [finding for finding in findings if finding.severity in graver and finding.code != "C302"] == []


def test_each_operator_is_described() -> None:
    assert all(f"| `{sign}` |" in MARKUP for sign in OPERATORS)


def test_selectors_of_the_reference_can_be_read() -> None:
    table = MARKUP[MARKUP.index("## Selectors") :]
    rows = re.findall(r"^\| (`.*`) \|", table, re.MULTILINE)
    selectors = [selector for row in rows for selector in re.findall(r"`([^`]+)`", row)]
    assert len(selectors) > 15
    assert all(parse_selector(selector) for selector in selectors)


def test_all_schemes_are_listed() -> None:
    assert all(f"| {name} |" in read_page("argmap://schemes") for name in scheme_catalogue())


@pytest.mark.parametrize("name", ["expert_opinion", "sign", "modus_ponens"])
def test_a_scheme_has_its_questions_and_a_text_to_fill_in(name: str) -> None:
    page = read_page(f"argmap://schemes/{name}")
    entry = scheme_catalogue()[name]
    assert all(question.text in page for question in entry.questions)
    (text,) = re.findall(r"```argdown\n(.*?)```", page, re.DOTALL)
    assert argmap.parse(text).ok


def test_every_code_has_a_page() -> None:
    assert all(read_page(f"argmap://codes/{code}").startswith(f"# {code}: ") for code in catalogue())


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("argmap://schemes/expert", "there is no scheme expert"),
        ("argmap://codes/S1077", "there is no code S1077; did you mean S107?"),
        ("file:///etc/passwd", "there is no page file:///etc/passwd; there are argmap://markup"),
    ],
)
def test_a_page_that_is_not_there_is_refused(address: str, words: str) -> None:
    with pytest.raises(RefusedCallError) as refused:
        read_page(address)
    assert str(refused.value).startswith(words)


def test_the_reference_is_short() -> None:
    assert all(len(page.text()) < 12_000 for page in PAGES.values())
