"""Mistakes in YAML are told in plain words at their place, with a fix where it is certain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.data.blocks import read_data
from argmap.data.yaml_reader import read_yaml

ERRORS = [
    ("model:\n\tx: 1\n", 7, "a tab indents this line", "model:\n  x: 1\n"),
    ("a: b\n\tc: d\n", 5, "a tab indents this line", None),
    ("source: Meier: A book\nkind: x\n", 13, "needs quotes", 'source: "Meier: A book"\nkind: x\n'),
    ("a: b: c\nd: e: f\n", 4, "needs quotes", 'a: "b: c"\nd: "e: f"\n'),
    ("a: 'it's'\n", 7, "end of a quotation", None),
    ("a: 'x\nb: 1\n", 3, "never closed", None),
    ("a: [1, 2\nb: 3\n", 3, "`[` is never closed", None),
    ("a:1\nb: 2\n", 0, "a space is missing after the colon", "a: 1\nb: 2\n"),
    ("a: 1\n  b: 2\n", 7, "indented more than the key above", None),
    ("a:\n    b: 1\n  c: 2\n", 14, "indented like no line above", None),
    ("a: @b\n", 3, "cannot begin with `@`", 'a: "@b"\n'),
    ("a: %b # c\n", 3, "cannot begin with `%`", 'a: "%b" # c\n'),
    ("a: * b\n", 3, "cannot begin with `*`", 'a: "* b"\n'),
    ("%a\n", 0, "a line cannot begin with `%`", None),
    ("a: 1\n- b\n", 5, "a list item", None),
    ("- a\nb: 1\n", 4, "not an item of the list", None),
    ("a: 1\n---\nb: 2\n", 5, "`---` begins further data", None),
    ("a: *x\n", 3, "no anchor `&x`", None),
    ("a: !foo b\n", 3, "no tag `!foo`", None),
    ("a: |x\n", 4, "on its line", None),
    ('a: "\\q"\n', 4, "means nothing in double quotes", 'a: "\\\\q"\n'),
    ("a: ]\n", 3, "a value is missing here", None),
    ("a: - b\n", 3, "on the line of its key", None),
    ("key\nb: 1\n", 0, "`key` has no colon", None),
    ("a: 1\nkey\nb: 2\n", 5, "a colon is missing", None),
    ("a: ? b\n", 3, "cannot begin with `?`", None),
    ("a: !<x b\n", 6, "cannot begin with `!<`", None),
    ("a: [x] y\n", 7, "end of a list or mapping", None),
    ("a: {b: 1]\n", 8, "`,` or `}` is missing", None),
    ("a: \"b\": c\n", 6, "end of a quotation", None),
    ("{a: 'x}", 4, "never closed", None),
    ("{a: [1, 2}", 9, "`,` or `]` is missing", None),
    ("{a: @b}", 4, "cannot begin with `@`", '{a: "@b"}'),
    ("{source: BBC: News at ten, kind: event}", 12, "quotes", '{source: "BBC: News at ten", kind: event}'),
    ("{source: “Smith: x”}", 15, "not a quotation mark", '{source: "Smith: x"}'),
    ('{title: The "Big" one: here}', 21, "needs quotes", "{title: 'The \"Big\" one: here'}"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "offset", "message", "fixed"), ERRORS)
def test_a_mistake_is_told_in_plain_words(text: str, offset: int, message: str, fixed: str | None) -> None:
    problem = (read_data(text) if text[0] == "{" else read_yaml(text))[1][0]
    assert (problem.code, problem.offset) == ("R201", offset)
    assert message in problem.words[0]
    assert problem.words[1]
    fix = problem.fix
    assert (fix and text[: fix.span.start] + fix.replacement + text[fix.span.end :]) == fixed


@pytest.mark.parametrize("text", [text for text, *_, fixed in ERRORS if fixed])
def test_what_is_fixed_can_be_read(text: str) -> None:
    document = f"[A]: a {text}" if text[0] == "{" else f"===\n{text.rstrip()}\n===\n\n[A]: a"
    again = argmap.fix_text(document, unsafe=True)
    assert "R201" not in [finding.code for finding in argmap.parse(again).diagnostics]


@given(st.text("abc :'\"-[]{},#&*!|>@`%?\t\n\\“”", max_size=30))
def test_every_mistake_has_words_and_a_place(text: str) -> None:
    for problem in read_yaml(text)[1]:
        assert 0 <= problem.offset <= len(text)
        assert all(problem.words)
        assert "expected" not in problem.words[0]
        assert "token" not in problem.words[0]


@pytest.mark.parametrize(
    ("data", "code", "is_safe", "fixed"),
    [
        ("{source: Meier, 2020, p. 12}", "R261", True, '{source: "Meier, 2020, p. 12"}'),
        ("{strength: 0,7}", "R261", True, "{strength: 0.7}"),
        ("{strength: 0,7, p: 1}", "R261", True, "{strength: 0.7, p: 1}"),
        ("{page: 1,15}", "R261", True, '{page: "1,15"}'),
        ("{source: Meier, Müller, 2020}", "R261", False, '{source: "Meier, Müller, 2020"}'),
        ("{source: {title: On, 3 x, date: 1}}", "R261", True, '{source: {title: "On, 3 x", date: 1}}'),
        ("{source: “Smith, 2020”}", "R262", True, '{source: "Smith, 2020"}'),
        ("{source: «Smith, Meier», kind: event}", "R262", True, '{source: "Smith, Meier", kind: event}'),
    ],
)
def test_a_text_with_commas_is_one_finding(data: str, code: str, is_safe: bool, fixed: str) -> None:
    text = f"[A]: a\n  + [^E]: e {data}"
    (finding,) = argmap.parse(text).diagnostics
    assert finding.code == code
    assert finding.fix
    assert finding.fix.is_safe == is_safe
    assert argmap.fix_text(text, unsafe=True).endswith(fixed)
    assert argmap.fix_text(text) == (argmap.fix_text(text, unsafe=True) if is_safe else text)


@pytest.mark.parametrize("data", ["{hidden}", "{source: Meier, hidden}", "{a: 'x', 2020}", "{a: {b, c}}"])
def test_a_key_without_a_value_is_no_text_with_commas(data: str) -> None:
    assert [finding.code for finding in argmap.parse(f"[A]: a {data}").diagnostics] == ["R236"]
