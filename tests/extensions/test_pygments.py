"""Highlighting covers a text, and colours what is read."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pygments.lexers import get_lexer_by_name, get_lexer_for_filename
from pygments.token import Comment, Error, Generic, Keyword, Name, Number, Operator, Token, is_token_subtype

from argmap import strategies
from argmap.extensions.pygments import ArgdownLexer

TEXT = """\
===
title: Pets
===

# Pets

[Dogs]: Dogs are *better* than @[Cats]. #pets {color: red} // really
  + [^Count]: Ninety of a hundred.
  -> <Other>: Something else.

<Loyal>

(1) They stay.
-- modus ponens {uses: [1]} --
(2) [Dogs]
"""


def tokens(text: str) -> list[tuple[int, object, str]]:
    return list(ArgdownLexer().get_tokens_unprocessed(text))


@given(st.one_of(st.text(), strategies.markup()))
@example("")
@example("\ufeff[A]: \r\n\r{a: [}")
def test_tokens_are_the_text_without_gaps(text: str) -> None:
    found = tokens(text)
    assert "".join(value for _, _, value in found) == text
    assert [start for start, _, _ in found] == [
        sum(len(value) for _, _, value in found[:number]) for number in range(len(found))
    ]


@given(st.one_of(st.text(), strategies.markup()))
@example("[A]: a {a: [}")
def test_no_token_is_an_error(text: str) -> None:
    assert all(kind is not Error for _, kind, _ in tokens(text))


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (Name.Class, ["[Dogs]", "@[Cats]", "[Dogs]"]),
        (Name.Constant, ["[^Count]"]),
        (Name.Function, ["<Other>", "<Loyal>"]),
        (Name.Label, ["#pets"]),
        (Name.Tag, ["title", "color", "uses"]),
        (Name.Decorator, ["modus ponens"]),
        (Generic.Heading, ["# Pets"]),
        (Generic.Emph, ["*better*"]),
        (Comment, ["// really"]),
        (Keyword, ["--", "--"]),
        (Number, ["(1)", "(2)"]),
        (Operator, ["+", "->"]),
    ],
    ids=str,
)
def test_each_construct_has_its_colour(kind: Token, values: list[str]) -> None:
    assert [value for _, found, value in tokens(TEXT) if found is kind] == values


def test_brackets_that_are_no_title_are_text() -> None:
    assert all(not is_token_subtype(kind, Name) for _, kind, _ in tokens("He said [sic] that a < b > c."))


def test_pygments_finds_it_by_name_and_by_file() -> None:
    found = [get_lexer_by_name("argdown"), get_lexer_by_name("argmap"), get_lexer_for_filename("a.argdown")]
    assert [type(one).__name__ for one in found] == ["ArgdownLexer"] * 3
