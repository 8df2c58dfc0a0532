"""How much speaks for and against something."""

import argmap
from argmap.lsp.features.code_lenses import lenses


def test_numbers_are_shown_once_where_something_is_defined() -> None:
    text = "[A]\n\n[A]: a\n  + [B]: b\n  + <C>: c\n    _ <D>: d\n  - [E]: e"
    found = [
        (text[lens.span.start : lens.span.end], lens.span.start, lens.words)
        for lens in lenses(argmap.parse(text))
    ]
    assert found == [("[A]", 5, "2 supports · 1 attack"), ("<C>", 27, "0 supports · 1 attack")]


def test_what_nothing_bears_on_has_no_lens() -> None:
    assert lenses(argmap.parse("[A]: a\n\n<B>: b")) == ()
