"""From a text to its blocks."""

import pytest

import argmap
from argmap.syntax import Include, Kind, Problem, Tree
from argmap.syntax.document import parse_tree


def texts(text: str) -> list[str]:
    return [block.text for block in parse_tree(text).blocks]


def test_a_blank_line_separates_blocks() -> None:
    assert texts("one\nstill one\n\ntwo") == ["one\nstill one", "two"]


@pytest.mark.parametrize("gap", ["\n\n", "\n  \t\n", "\n\n\n\n", "\r\n\r\n", "\r\r", "\n\r\n"])
def test_a_blank_line_may_hold_blanks_and_end_in_any_way(gap: str) -> None:
    assert texts(f"one{gap}two") == ["one", "two"]


def test_a_no_break_space_makes_a_line_that_is_not_blank() -> None:
    assert texts("one\n\u00a0\ntwo") == ["one\n\u00a0\ntwo"]


@pytest.mark.parametrize("text", ["", "\n", " \t\n\n ", "\ufeff", "\r\n"])
def test_a_document_may_be_empty(text: str) -> None:
    assert parse_tree(text) == Tree()


def test_a_byte_order_mark_is_no_text() -> None:
    assert [one.title for one in parse_tree("\ufeff[A]: x").blocks[0].elements] == ["A"]


def test_blocks_know_where_they_begin() -> None:
    text = "\n\none\n\n  two"
    assert [text[block.start :] for block in parse_tree(text).blocks] == ["one\n\n  two", "  two"]


def test_line_ends_are_the_same_in_all_blocks() -> None:
    assert texts("a\r\nb\rc\nd") == ["a\t\nb\nc\nd"]


def test_data_may_hold_blank_lines() -> None:
    assert len(texts("[A]: x {\na: 1\n\nb: 2\n}\n\n[B]: y")) == 2


def test_a_brace_that_is_never_closed_does_not_take_the_next_block() -> None:
    assert texts("[A]: x {a: 1\n\n[B]: y}") == ["[A]: x {a: 1", "[B]: y}"]


@pytest.mark.parametrize("begin", ["[B]: y", "<B>: y", "# B", "(1) y", "==="])
def test_data_never_reaches_over_what_clearly_begins_a_block(begin: str) -> None:
    assert len(texts(f"[A]: x {{a: 1\n\n{begin}\n}}")) == 2


def test_a_comment_may_hold_blank_lines() -> None:
    assert len(texts("one /* a\n\nb */ still one\n\ntwo")) == 2


def test_a_block_that_was_mistaken_leaves_the_next_one_as_it_is() -> None:
    second = parse_tree("[A]: *x {\n\n[B]: y").blocks[1]
    assert second.elements == parse_tree("[B]: y").blocks[0].elements


def test_the_lines_of_an_element_go_on_until_something_else_begins() -> None:
    first, second = parse_tree("[A]: x\n  y\n  + z\n    z").blocks[0].elements
    assert (first.end, second.depth, second.content) == (10, 1, (15, 22))


def test_elements_come_in_the_order_in_which_they_are_written() -> None:
    block = parse_tree("a\n  + b\n    - c\n  + d").blocks[0]
    assert [(one.marker, one.depth) for one in block.elements] == [("", 0), ("+", 1), ("-", 2), ("+", 1)]


def test_a_definition_below_another_begins_an_element_of_its_own() -> None:
    block = parse_tree("[A]: x\n<B>: y\n[^C]: z").blocks[0]
    kinds = [one.kind for one in block.elements]
    assert kinds == [Kind.CLAIM, Kind.ARGUMENT, Kind.EVIDENCE]
    assert [one.code for one in block.problems] == ["S101", "S101"]


def test_a_reference_below_a_text_is_text() -> None:
    assert len(parse_tree("[A]: x\n[B]").blocks[0].elements) == 1


def test_an_include_stands_between_blocks() -> None:
    text = "one\n@include(a.argdown)\ntwo\n\n@include( b/c.argdown )\n\nthree"
    parts = [part.path if isinstance(part, Include) else part.text for part in parse_tree(text).parts]
    assert parts == ["one", "a.argdown", "two", "b/c.argdown", "three"]


def test_an_include_slices_back_to_its_line() -> None:
    text = "one\n@include(a.argdown)\ntwo"
    include = parse_tree(text).parts[1]
    assert text[include.start : include.end] == "@include(a.argdown)"


@pytest.mark.parametrize(
    "text",
    [
        "one @include(a)",
        "@include(a) two",
        "@include()",
        "one /*\n@include(a)\n*/",
        "[A]: x {\n@include(a)\n}",
    ],
)
def test_an_include_stands_alone_on_its_line(text: str) -> None:
    assert [part for part in parse_tree(text).parts if isinstance(part, Include)] == []


def test_an_include_behind_one_that_is_none_is_found() -> None:
    parts = parse_tree("one\n@include(a) x\n@include(b)").parts
    assert [part.path for part in parts if isinstance(part, Include)] == ["b"]


def test_comments_behind_an_include_belong_to_what_follows() -> None:
    first, _, second = parse_tree("one\n@include(a)\ntwo /* c */ {x: 1}").parts
    assert (first.comments, len(second.comments)) == ((), 1)


def test_problems_of_a_block_count_from_its_start() -> None:
    assert parse_tree("one\n\ntwo {").blocks[1].problems == (Problem("S111", 4, 5),)


def test_braces_in_the_midst_of_a_text_are_no_data() -> None:
    claim = argmap.parse("[A]: thus {a: b}\n---\nmore").debate.claims["A"]
    assert (claim.text, claim.data) == ("thus {a: b} --- more", {})
