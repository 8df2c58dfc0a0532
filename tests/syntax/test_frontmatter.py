"""What a document begins with."""

import pytest
from tests.saying import findings

import argmap
from argmap.syntax.document import parse_tree


@pytest.mark.parametrize(
    "text",
    [
        "===\ntitle: T\n===\n\ntext",
        "=====\ntitle: T\n===\n\ntext",
        "\n\n  ===  \ntitle: T\n  ===  \n\ntext",
        "=== title: T ===\n\ntext",
        "===title: T===\n\ntext",
        "===title: T\n===\n\ntext",
        "===\r\ntitle: T\r\n===\r\n\r\ntext",
        "// comment\n/* and\n\nanother */\n===\ntitle: T\n===\n\ntext",
        "\ufeff===\ntitle: T\n===\n\ntext",
        "===\ntitle: T\n===\n// comment\n\ntext",
    ],
)
def test_frontmatter_stands_between_lines_of_equals_signs(text: str) -> None:
    document = argmap.parse(text)
    assert document.debate.metadata == {"title": "T"}
    assert [claim.text for claim in document.debate.claims.values()] == ["text"]
    assert document.diagnostics == ()


def test_a_document_may_be_frontmatter_only() -> None:
    assert findings("===\ntitle: T\n===") == []


def test_frontmatter_may_be_empty() -> None:
    document = argmap.parse("===\n===\n\ntext")
    assert (document.debate.metadata, document.diagnostics) == ({}, ())


def test_equals_signs_in_a_value_do_not_end_it() -> None:
    metadata = argmap.parse('===\ntitle: "a === b"\nsubTitle: x===\n===\n\ntext').debate.metadata
    assert metadata == {"title": "a === b", "subTitle": "x==="}


def test_frontmatter_may_hold_blank_lines() -> None:
    assert argmap.parse("===\na: 1\n\nb: 2\n===\n\nx").debate.metadata == {"a": 1, "b": 2}


def test_frontmatter_knows_where_it_stands() -> None:
    text = "\n===\na: 1\n===\n\nx"
    (start, end), (yaml_start, yaml_end) = parse_tree(text).frontmatter or ((0, 0), (0, 0))
    assert (text[start:end], text[yaml_start:yaml_end]) == ("===\na: 1\n===", "a: 1\n")


def test_a_missing_blank_line_is_told() -> None:
    document = argmap.parse("===\ntitle: T\n===\n[A]: x")
    assert findings(document.text) == ["S114 3:1"]
    assert (document.debate.metadata, document.debate.claims["A"].text) == ({"title": "T"}, "x")


def test_lines_of_hyphens_are_read_and_told() -> None:
    text = "---\ntitle: T\n# comment\nauthor:\n  - A\n\n---\n\n[A]: x"
    document = argmap.parse(text)
    assert findings(text) == ["S110 1:1"]
    assert document.debate.metadata == {"title": "T", "author": ("A",)}


def test_frontmatter_that_is_never_closed_is_text() -> None:
    assert argmap.parse("===\ntitle: T\n\n[A]: x").debate.claims["A"].text == "x"


@pytest.mark.parametrize("text", ["Title\n=====\n\ntext\n\nTitle\n=====", "text\n\n===\ntitle: T\n==="])
def test_there_is_frontmatter_only_at_the_beginning(text: str) -> None:
    assert argmap.parse(text).debate.metadata == {}


def test_an_error_in_frontmatter_is_told_where_it_is() -> None:
    assert findings("===\ntitle: T\nauthor: [A\n===\n\nx") == ["R201 3:9"]


def test_frontmatter_must_be_a_mapping() -> None:
    assert findings("===\n- 1\n===\n\nx") == ["R202 2:1"]


def test_frontmatter_may_name_any_key() -> None:
    text = "===\ntitle: T\ninput: x\nplugins: []\n===\n\nx"
    assert findings(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "---\na:\n" + "    \n" * 50_000,
        "---\ntitle: A\nauthors:\n" + "  - name: N\n    email: e\n" * 10_000 + "...\n\n[A]: a\n",
        "---\na:\n" + (" " * 400 + "\n") * 100,
        "---\n" + "a" * 100_000 + "\n",
        "---\n" + "--- \n" * 20_000 + "x: 1",
        "=" * 100_000 + "x",
        "=" * 50_000 + " " + "=" * 50_000 + "x",
        "===" + " =" * 50_000,
        "===\n" + "=== x\n" * 20_000,
        "===\n" + " " * 50_000 + "===" + " " * 50_000 + "x\n",
    ],
)
def test_frontmatter_that_is_never_closed_is_text_however_long(text: str) -> None:
    assert parse_tree(text).frontmatter is None


@pytest.mark.parametrize(
    ("text", "yaml"),
    [
        ("======", (3, 3)),
        ("===a====", (3, 4)),
        ("=== ===", (3, 4)),
        ("====a\n===", (4, 6)),
        ("---\n---:\n---", (4, 9)),
    ],
)
def test_the_signs_themselves_are_no_yaml(text: str, yaml: tuple[int, int]) -> None:
    assert parse_tree(text).frontmatter == ((0, len(text)), yaml)


@pytest.mark.parametrize(
    "text",
    [
        "===\ntitle: T\n\n[A]: a\n  + [B]: b",
        "---\ntitle: T\n\n[A]: a",
        "\n// c\n===\nmodel:\n  mode: strict\n\n[A]: a",
        "=== title: T\n\n[A]: a",
        "===\ntitle: T",
    ],
)
def test_frontmatter_that_is_never_closed_is_reported_where_it_begins(text: str) -> None:
    (finding,) = argmap.parse(text).diagnostics
    assert (finding.code, finding.span.start) == ("R267", max(text.find("==="), text.find("---")))


@pytest.mark.parametrize("text", ["===\n\n[A]: a", "---\n\n[A]: a", "===\nHello\n\n[A]: a", "=====\na:b"])
def test_a_line_before_no_key_begins_no_frontmatter(text: str) -> None:
    assert "R267" not in [finding.code for finding in argmap.parse(text).diagnostics]
