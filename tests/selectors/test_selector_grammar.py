"""Selectors as they are written and read."""

from collections import defaultdict
from functools import cache
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lark import Lark
from lark.exceptions import UnexpectedCharacters, UnexpectedToken

from argmap import strategies
from argmap.data.grammars.grammar_tables import tables_as_json
from argmap.data.grammars.parsing_by_tables import UnreadableTextError
from argmap.selectors import SelectorError, parse_selector
from argmap.selectors.selector_tables import (
    build_selector_tables,
    lark_of_selectors,
    selector_parser,
    selector_tables,
)


@given(strategies.selectors())
def test_a_selector_that_is_printed_is_read_as_it_was(text: str) -> None:
    assert str(parse_selector(text)) == text


@given(st.text(st.sampled_from('[]<>^?()+-_~!:#"{}.,* \n\\=claimevdns019é'), max_size=60))
def test_any_text_is_a_selector_or_says_where_it_is_none(text: str) -> None:
    try:
        assert parse_selector(str(parse_selector(text))) == parse_selector(text)
    except SelectorError as error:
        diagnostic = error.diagnostic
        assert diagnostic.code in ("Q601", "Q602", "Q603")
        assert 0 <= diagnostic.span.start <= diagnostic.span.end <= len(text)
        assert diagnostic.hint


@pytest.mark.parametrize(
    ("text", "code", "word", "hint"),
    [
        ("claimz", "Q601", "claimz", "`claim`"),
        ("claims.premisses", "Q601", "premisses", "`premises`"),
        ("claims:rot", "Q602", "rot", "`root`"),
        ('claims:inn("A")', "Q602", "inn", "`in`"),
        ("claims <+ )", "Q603", ")", "write it like"),
        ("claims(", "Q603", "", "write it like"),
        ("", "Q603", "", "write it like"),
        ("(" * 60 + "*" + ")" * 60, "Q603", "(" * 60 + "*" + ")" * 60, "in several steps"),
        ("claims" + "!" * 60 + "#a", "Q603", "claims" + "!" * 60 + "#a", "in several steps"),
    ],
)
def test_what_is_wrong_is_said_at_its_place(text: str, code: str, word: str, hint: str) -> None:
    with pytest.raises(SelectorError) as caught:
        parse_selector(text)
    diagnostic = caught.value.diagnostic
    assert (diagnostic.code, text[diagnostic.span.start : diagnostic.span.end]) == (code, word)
    assert diagnostic.hint is not None
    assert hint in diagnostic.hint


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("claims", "claim"),
        ("claim->[A]", "claim -> [A]"),
        ("<A>#1<_", "<A>#1 <_"),
        (":in", ":in"),
        (":in (<+ *)", ":in (<+ *)"),
        ('claims:in("Aid", Arms)', "claim:in(Aid, Arms)"),
        ("#(two words)!#b", "#(two words)!#b"),
        ('evidence{ source.author~"Waltz",year>=1990 }', "evidence{source.author ~ Waltz, year >= 1990}"),
        ("[?Q] <+ , ([A],[^E])", "[?Q] <+, ([A], [^E])"),
        ('"say \\"yes\\""', '"say \\"yes\\""'),
    ],
)
def test_spaces_and_plurals_make_no_difference(text: str, printed: str) -> None:
    assert str(parse_selector(text)) == printed


def test_the_tables_are_those_of_the_grammar_which_has_no_conflicts() -> None:
    made = build_selector_tables()
    assert selector_tables().states == made.states
    assert files("argmap.selectors").joinpath("selectors.json").read_text("utf-8") == tables_as_json(
        made._asdict()
    )


_SIGNS = '[A] [^E] <B> <B>#1 #t #(a_b) "x" { } ( ) , ! : = < <= ~ <+ <<+ +> _> >< * . 12 -3.5 claims :in( é'


@given(st.lists(st.sampled_from([*_SIGNS.split(), " ", "\n"]), max_size=9).map("".join))
def test_a_text_is_read_as_far_as_lark_reads_it(text: str) -> None:
    assert _unread(text) == _unread_by_lark(text)


def _unread(text: str) -> int | None:
    try:
        selector_parser().parse(text, defaultdict(lambda: tuple))
    except UnreadableTextError as error:
        return error.token.start
    return None


def _unread_by_lark(text: str) -> int | None:
    try:
        _lark().parse(text)
    except UnexpectedCharacters as error:
        return error.pos_in_stream
    except UnexpectedToken as error:
        return len(text) if error.token.type == "$END" else error.token.start_pos
    return None


@cache
def _lark() -> Lark:
    return lark_of_selectors()
