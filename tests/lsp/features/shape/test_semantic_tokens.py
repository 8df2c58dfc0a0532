"""What the parts of a text are."""

import argmap
from argmap.lsp.features.shape.semantic_tokens import token_edits, tokens
from argmap.text import Span

_TEXT = """===
sources: {mill: {title: T}}
===

# Sky #today

[Sun]: It *shines*, see @<Forecast>. #crux {source: mill}
  <+ <Forecast> // so
  >< [^Count]

(1) [Sun]
-- expert opinion {uses: [1]} --
(2) It is
    /* so
       warm */ warm.
"""


def _shown(text: str) -> list[tuple[str, str]]:
    found = tokens(argmap.parse(text))
    return [
        (
            text[each.span.start : each.span.end],
            " ".join(filter(None, (each.kind.value, each.modifier and each.modifier.value))),
        )
        for each in found
    ]


def test_titles_operators_numbers_tags_keys_rules_mentions_and_comments_are_told_apart() -> None:
    assert _shown(_TEXT) == [
        ("sources", "key"),
        ("mill", "source definition"),
        ("title", "key"),
        ("# Sky ", "heading definition"),
        ("#today", "tag reference"),
        ("[Sun]", "claim definition"),
        ("@<Forecast>", "argument mention"),
        ("#crux", "tag reference"),
        ("source", "key"),
        ("mill", "source mention"),
        ("<+", "operator support"),
        ("<Forecast>", "argument reference"),
        ("// so", "comment"),
        ("><", "operator contradiction"),
        ("[^Count]", "evidence reference"),
        ("(1)", "number"),
        ("[Sun]", "claim reference"),
        ("expert opinion", "rule"),
        ("uses", "key"),
        ("1", "number reference"),
        ("(2)", "number"),
        ("/* so", "comment"),
        ("       warm */", "comment"),
    ]


def test_a_stretch_has_the_tokens_of_its_blocks() -> None:
    text = "[A]: a\n\n[B]: b\n\n[C]: c"
    assert [text[each.span.start : each.span.end] for each in tokens(argmap.parse(text), Span(9, 10))] == [
        "[B]"
    ]


def test_equal_tokens_need_no_change() -> None:
    assert token_edits([0, 1, 2, 3, 4], [0, 1, 2, 3, 4]) == ()


def test_include_lines_and_comments_between_blocks_are_told_apart() -> None:
    assert _shown("@include(a.argdown)\n\n// why\n\n[A]: a") == [
        ("@include(a.argdown)", "include"),
        ("// why", "comment"),
        ("[A]", "claim definition"),
    ]
