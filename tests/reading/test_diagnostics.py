"""Diagnostics: each code has a text that shows it."""

import pytest

import argmap
from argmap.text import CODES, Severity

SHOWN = {
    "S101": "[A]: x\n[B]: y",
    "S102": "x\n-5",
    "S103": "x\n(1) y",
    "S104": "x\n-- y",
    "S105": "x\n+ y",
    "S106": "x\n    + y\n  + z",
    "S107": "(1) p\n---\n(2) c",
    "S108": "(1) p\n-- MP\n(2) c",
    "S109": "(1) p\n-- MP -- x\n(2) c",
    "S110": "---\ntitle: T\n---\n\nx",
    "S111": "x {",
    "S112": "x /*",
    "S113": "x *y",
    "S114": "===\na: 1\n===\nx",
    "S115": "(1) p\n----\nc",
    "S116": "x\\",
    "S117": "# H\nx",
    "S118": "(P1) p\n----\n(C) c",
    "R201": "[A]: x {a: b: c}",
    "R202": "[A]: x {\n- a\n}",
    "R203": "[A]: x {a: 1, a: 2}",
    "R204": "===\nmodel: {x: 1}\n===\n\nx",
    "R205": "[A]: x {a: " + "[" * 200 + "]" * 200 + "}",
    "R206": "<A>\n\n(1) p\n----\n(2) c\n\n<A>\n\n(1) p\n----\n(2) c",
    "R207": "(1) p\n\n----\n(2) c",
    "R208": "(1) p\n----",
    "R209": "(1) p",
    "R210": "(1) p\n----\n(2) c\n(3) x",
    "R211": "(1) <B>\n----\n(2) c",
    "R212": "+ x",
    "R213": "x\n  >< <B>",
    "R214": "(1) p\n----\n  + x\n(2) c",
    "R215": "(1) p\n-- {uses: [9]} --\n(2) c",
    "R216": "(1) p\n----\n(2) [^E]: x",
    "R217": "===\nsources: {a: A}\n===\n\n[^E]: x {source: b}",
    "R218": "x [A]\n\n[A]: y",
    "R219": "x @[A]",
    "R220": "x\n  + [A]",
    "R221": "[A]: x\n\n[A]: y",
    "R222": "[A]: x\n\n[a]: y",
    "R223": "[A]: x\n  + [B]: y\n  - [B]",
    "R225": "@include(x)",
    "R226": "[^E]: x {kind: testimon}",
    "R227": "[^E]: x {reliability: 2}",
    "R228": "===\nbibliography: x.json\n===\n\nx",
    "R229": "[ ]: x",
    "R230": "(1) p\n  _ <B>\n----\n(2) c",
    "R231": "# {a: 1}",
    "R232": "----",
    "R233": "[A]:",
    "R234": "[A]\nx",
    "R235": "[A] [B]: x",
}

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
    assert [one.code for one in argmap.parse(SHOWN[code]).diagnostics] == [code]


@pytest.mark.parametrize("code", SHOWN)
def test_the_place_lies_in_the_text(code: str) -> None:
    (found,) = argmap.parse(SHOWN[code]).diagnostics
    assert 0 <= found.span.start < found.span.end <= len(SHOWN[code])


def test_every_code_is_shown() -> None:
    # R224 is about files: see test_includes.py.
    assert set(CODES) - set(SHOWN) == {"R224"}


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
