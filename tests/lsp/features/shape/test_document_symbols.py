"""The outline of a text."""

from __future__ import annotations

import argmap
from argmap.lsp.features.shape.document_symbols import OutlineSymbol, outline_symbols


def _outline(text: str) -> list[object]:
    return _names(outline_symbols(argmap.parse(text)))


def _names(symbols: tuple[OutlineSymbol, ...]) -> list[object]:
    return [[symbol.name, *_names(symbol.children)] if symbol.children else symbol.name for symbol in symbols]


def test_sections_hold_what_is_defined_and_arguments_their_steps() -> None:
    text = "[A]: a\n\n# One\n\n<B>: b\n  + [^E]: e\n\n## Two\n\n<B>\n\n(1) [A]\n(2) c\n----\n(3) d\n\n# Three"
    assert _outline(text) == [
        "[A]",
        ["# One"[2:], "<B>", "[^E]", ["Two", ["<B>", "(1) [A]", "(2) c", "(3) d"]]],
        "Three",
    ]


def test_references_are_not_listed() -> None:
    assert _outline("[A]: a\n  + <B>\n\n[A]\n\nSee @[A].") == ["[A]", "See @[A]."]


def test_structures_without_a_title_are_listed() -> None:
    assert _outline("(1) a\n----\n(2) b") == [["argument", "(1) a", "(2) b"]]


def test_long_texts_are_cut() -> None:
    (name,) = _outline("word " * 50)
    assert isinstance(name, str)
    assert (len(name), name[-1]) == (80, "…")


def test_the_deepest_sections_are_beside_each_other() -> None:
    symbols = outline_symbols(argmap.parse("\n\n".join("#" * level + " H" for level in range(1, 1000))))
    depth = 0
    while symbols:
        depth, symbols = depth + 1, symbols[-1].children
    assert depth <= 50
