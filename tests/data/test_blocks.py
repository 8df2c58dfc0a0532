"""Data in braces."""

import pytest
from tests.saying import findings

import argmap


def data(text: str, **settings: object) -> object:
    return argmap.parse(f"[A]: x {text}", settings={"data": settings}).debate.claims["A"].data


@pytest.mark.parametrize(
    "text",
    [
        "{a: {b: 1}}",
        "{a: {b: 1} }",
        "{ a: {b: 1}  }",
        "{a: {b: 1}\n}",
        "{a: {b: 1}\n  }",
        "{\n  a: {b: 1}\n}",
        "{\n  a:\n    b: 1\n}",
        "{\r\n  a:\r\n    b: 1\r\n}",
        "{\r  a:\r    b: 1\r}",
        '{\n"a": {\n"b": 1\n}\n}',
        "\n{a: {b: 1}}",
        "{a: {b: 1}} // no",
        "{a: {b: 1}} /* no */",
        "{\n\na:\n\n  b: 1\n\n}",
    ],
)
def test_braces_may_be_written_in_any_way(text: str) -> None:
    assert data(text) == {"a": {"b": 1}}
    assert findings(f"[A]: x {text}") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{a: "x} y"}', {"a": "x} y"}),
        ("{a: 'it''s }'}", {"a": "it's }"}),
        ("{\n  a: {b: 1}\n  c: 2\n}", {"a": {"b": 1}, "c": 2}),
        ('{\n"a": 1,\n"b": 2\n}', {"a": 1, "b": 2}),
        ("{\n- a\n}", {}),
        ("{a: 1,}", {"a": 1}),
        ("{x}", {"x": None}),
        ("{a:1}", {"a:1": None}),
        ("{[1, 2]: x}", {"1,2": "x"}),
        ("{a: {}}", {"a": {}}),
        ("{k:[1]}", {"k": (1,)}),
        ("{}", {}),
        ("{a: 1} {b: 2}", {"a": 1, "b": 2}),
        ("{a: 1}\n{b: 2}", {"a": 1, "b": 2}),
    ],
)
def test_braces_hold_yaml(text: str, value: object) -> None:
    assert data(text) == value


def test_the_block_form_may_be_switched_off() -> None:
    assert data("{\na: 1,\nb: 2}", switchToBlockFormatIfMultiline=False) == {"a": 1, "b": 2}


@pytest.mark.parametrize(
    "text",
    [
        "the set {x, y} is finite.",
        "foo {a: 1} more",
        "foo {a}. More {b} so",
        "over \\{a} b",
        "foo {a: 1}\nmore",
        "x {a: 1}. y",
    ],
)
def test_braces_inside_a_text_are_text(text: str) -> None:
    document = argmap.parse(f"[A]: {text}")
    assert document.debate.claims["A"].text == text.replace("\n", " ").replace("\\", "")
    assert document.diagnostics == ()


def test_braces_alone_are_the_text_of_what_has_no_title() -> None:
    assert argmap.parse("{a: 1}").debate.claims["Untitled 1"].text == "{a: 1}"


@pytest.mark.parametrize(
    "text",
    [
        "[A] {a: 1}",
        "[A]\n{a: 1}",
        "[A]: x {a: 1}\n  + y",
        "[A]: x #t {a: 1} #u",
        "x\n  + [A] {a: 1}",
        "* [A]: x {a: 1}\n* y",
        "<B>\n\n(1) [A]: x {a: 1}\n----\n(2) c",
        "<B>\n\n(1) p\n----\n(2) [A]: x {a: 1}",
        "[A]: x {a: 1}\n[B]: y",
    ],
)
def test_data_may_stand_at_the_end_of_any_element(text: str) -> None:
    assert argmap.parse(text).debate.claims["A"].data == {"a": 1}


def test_evidence_and_arguments_have_data_too() -> None:
    debate = argmap.parse("[^A]: x {a: 1}\n\n<A>: x {a: 2}").debate
    assert (debate.evidence["A"].data, debate.arguments["A"].data) == ({"a": 1}, {"a": 2})


def test_data_of_all_places_merge() -> None:
    text = "[A]: x {a: {b: 1, c: 1}, l: [1, 2, 3], d: 1}\n\n[A] {a: {c: 2}, l: [9], d: {e: 1}}"
    claim = argmap.parse(text).debate.claims["A"]
    assert claim.data == {"a": {"b": 1, "c": 2}, "l": (9,), "d": {"e": 1}}
    assert claim.statements[1].data == {"a": {"c": 2}, "l": (9,), "d": {"e": 1}}


def test_an_empty_value_counts_when_data_merge() -> None:
    assert argmap.parse("[A]: x {a: 1}\n\n[A] {a: null}").debate.claims["A"].data == {"a": None}


def test_data_are_no_part_of_the_text() -> None:
    assert argmap.parse("[A]: x y {a: 1}").debate.claims["A"].text == "x y"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[A]: x {a: b: c}", "R201 1:13"),
        ("[A]: x {\na: 1\nb: [1\n}", "R201 3:4"),
        ("[A]: x {- 1}", "R201 1:9"),
        ("\n\n[A]: x\n  + y {a: 1, b: @}", "R201 4:17"),
        ("[A]: x {\n- 1\n}", "R202 1:8"),
        ("[A]: x {\nhello\n}", "R202 1:8"),
        ("[A]: x {\n7\n}", "R202 1:8"),
        ("[A]: x {a: 1, a: 2}", "R203 1:15"),
        ("[A]: x {a: 1, b: *c}", "R201 1:18"),
        ("<A>\n\n(1) p\n-- {a: [} --\n(2) c", "R201 4:9"),
    ],
)
def test_what_is_wrong_in_data_is_told_where_it_is(text: str, place: str) -> None:
    assert findings(text) == [place]


def test_an_error_in_data_leaves_everything_else() -> None:
    debate = argmap.parse("[A]: x {a: b: c}\n  + [B]: y {b: 1}\n\n[C]: z").debate
    assert [(one.text, one.data) for one in debate.claims.values()] == [("x", {}), ("y", {"b": 1}), ("z", {})]


def test_a_brace_that_is_never_closed_is_text_and_told() -> None:
    text = "[A]: x {color: red\n  + [B]: y"
    assert argmap.parse(text).debate.claims["A"].text == "x {color: red"
    assert findings(text) == ["S111 1:8"]


def test_many_open_braces_cost_little() -> None:
    assert argmap.parse("{" * 50_000).debate.claims["Untitled 1"].text == "{" * 50_000


@pytest.mark.parametrize(
    "text", ["So {a}{b} is short.", "{a} {b} is", "{a}\n{b} is", "x {a: 1} {b: 2} {c: 3} x"]
)
def test_braces_in_the_middle_of_a_text_are_text(text: str) -> None:
    document = argmap.parse(f"[A]: {text}")
    assert document.debate.claims["A"].text == text.replace("\n", " ")
    assert (dict(document.debate.claims["A"].data), document.diagnostics) == ({}, ())


@pytest.mark.parametrize("text", ["{a: 1}{b: 2}", "{a: 1} {b: 2}", "{a: 1}\n{b: 2}", "{a: 1} {b: 2} // c"])
def test_braces_in_a_row_at_the_end_are_data(text: str) -> None:
    assert argmap.parse(f"[A]: x {text}").debate.claims["A"].data == {"a": 1, "b": 2}
