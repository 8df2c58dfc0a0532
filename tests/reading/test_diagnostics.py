"""Diagnostics: each code has a text that shows it."""

import pytest

import argmap
from argmap.text import CODES, Severity
from argmap.text.catalogue import catalogue

ENTRIES = {code: entry for code, entry in catalogue().items() if code[0] in "SR" and not entry.is_loaded}
SHOWN = {code: entry.bad for code, entry in ENTRIES.items()}

PLAIN = """===
title: A debate
===

# Section #tag

[A]: A claim with *emphasis*, @[B] and http://example.org. #tag {color: red}
  + [B]: Another.
    - <C>: An argument.
      _> [A]
  >< [D]: Not so.

* [^E]: Evidence. {source: somebody, kind: document}
* text

<C>

(1) [^E]
(2) P
-- modus ponens {uses: [1, 2], strength: 0.5} --
  <_ <F>
(3) [G]: Conclusion.
  -> [B]
"""


@pytest.mark.parametrize("code", SHOWN)
def test_a_text_shows_the_code_and_nothing_else(code: str) -> None:
    document = argmap.parse(SHOWN[code], markdown=ENTRIES[code].is_page)
    assert [diagnostic.code for diagnostic in document.diagnostics] == [code]


# R280 is about a page as a whole.
@pytest.mark.parametrize("code", [code for code in SHOWN if code != "R280"])
def test_the_place_lies_in_the_text(code: str) -> None:
    (diagnostic,) = argmap.parse(SHOWN[code], markdown=ENTRIES[code].is_page).diagnostics
    assert 0 <= diagnostic.span.start < diagnostic.span.end <= len(SHOWN[code])


def test_every_code_is_shown() -> None:
    # These are about files: see test_includes.py, test_bibtex.py and test_project.py.
    assert {code for code in CODES if code[0] in "SR"} - set(SHOWN) == {
        "R224",
        "R251",
        "R260",
        "R285",
        "R286",
        "R265",
        "R266",
        "R287",
    }


def test_a_text_without_mistakes_shows_none() -> None:
    assert argmap.parse(PLAIN).diagnostics == ()


def test_diagnostics_are_in_order_of_the_text() -> None:
    found = argmap.parse("x {\n\n[A]: x @[B]\n\n[a]: *y\n+ z").diagnostics
    assert [one.code for one in found] == ["S111", "R219", "R222", "S113", "S105"]


@pytest.mark.parametrize(("code", "ok"), [("R208", False), ("S113", True), ("R220", True), ("R201", False)])
def test_a_document_is_ok_without_errors(code: str, ok: bool) -> None:
    assert argmap.parse(SHOWN[code]).ok is ok


def test_severities_are_those_of_the_code() -> None:
    found = argmap.parse("(1) p\n\n[A]: *x\n\n[A]").diagnostics
    assert [one.severity for one in found] == [Severity.ERROR, Severity.WARNING]
