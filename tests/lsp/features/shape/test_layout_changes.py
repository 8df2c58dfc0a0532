"""The layout of a text, of blocks, and of a line that is begun."""

import pytest
from tests.lsp.marked_texts import marked

import argmap
from argmap.edits import apply
from argmap.lsp.features.shape.layout_changes import layout_of_blocks, layout_of_document, layout_of_new_line
from argmap.text import Span


def _begun(text: str) -> str:
    document, offset = marked(text)
    return apply(document.text, layout_of_new_line(document, offset))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("(1) a\n|", "(1) a\n(2) "),
        ("(1) a\r\n|", "(1) a\r\n(2) "),
        ("(1) a // why\n|", "(1) a // why\n(2) "),
        ("<B>\n\n(1) a\n(2) b\n----\n|", "<B>\n\n(1) a\n(2) b\n----\n(3) "),
        ("(1) a\n\n(2) b\n\n-- rule --\n|", "(1) a\n\n(2) b\n\n-- rule --\n(3) "),
        ("(P1) a\n----\n(C1) b\n|", "(P1) a\n----\n(C1) b\n(P2) "),
        ("(P1) a\n(P2) b\n----\n|", "(P1) a\n(P2) b\n----\n(C1) "),
        ("[A]: a\n  + <B>: b\n|", "[A]: a\n  + <B>: b\n  "),
        ("[A]: a\n  + <B>: b\n    - <C>: c\n  |", "[A]: a\n  + <B>: b\n    - <C>: c\n    "),
        ("(1) a\n   |\n\n[B]", "(1) a\n(2) \n\n[B]"),
    ],
)
def test_a_new_line_begins_as_the_next_of_its_kind(before: str, after: str) -> None:
    assert _begun(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "|",
        "[A]: a\n|",
        "(1) a\n|more",
        "(1) a\n\n|",
        "(1)\n|",
        "# H\n|",
        "[A]: a {\n|\n}",
        "/* (1) a\n| */",
        "===\n(1) a\n|\n===",
        "[A]: a /*\n| */",
    ],
)
def test_other_lines_stay_as_they_are(text: str) -> None:
    assert _begun(text) == text.replace("|", "")


def test_only_blocks_that_are_touched_are_laid_out() -> None:
    text = "[A]:  a\n\n\n[B]:  b\n   +   <C>\n\n\n[D]:  d\n"
    edits = layout_of_blocks(argmap.parse(text), Span(11, 12))
    assert apply(text, edits) == "[A]:  a\n\n\n[B]: b\n  + <C>\n\n\n[D]:  d\n"


def test_what_is_between_blocks_is_laid_out_too() -> None:
    text = "[A]:  a\n\n\n[B]:  b\n\n\n[D]:  d\n"
    assert apply(text, layout_of_blocks(argmap.parse(text), Span(0, 12))) == "[A]: a\n\n[B]: b\n\n\n[D]:  d\n"


def test_edits_are_as_small_as_their_lines() -> None:
    text = "[A]: a\n  + <B>: b\n     - <C>: c\n"
    assert [edit.span[:2] for edit in layout_of_document(argmap.parse(text))] == [(22, 23)]


def test_only_the_fences_of_a_page_are_laid_out() -> None:
    page = "[A]:  a\n\n> ```argdown\n> [A]:  a\n>    + <B>\n> ```\n"
    edits = layout_of_document(argmap.parse(page, "page.md"))
    assert apply(page, edits) == argmap.format_text(page, path="page.md") != page
