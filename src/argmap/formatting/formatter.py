"""A text in canonical layout, which says what it said before."""

from __future__ import annotations

import re

from argmap.formatting.text_layout import TextLayout
from argmap.syntax import Range, Tree
from argmap.syntax.document import parse_tree
from argmap.syntax.reparsing import parse_again

_LINE_END = re.compile(r"\r\n?|\n")
_BYTE_ORDER_MARK = "\ufeff"
# A block that cannot be laid out spoils none but itself, so few rounds find them all.
_ROUNDS = 4


def formatted(text: str, *, width: int | None = None) -> str:
    """Return a text in canonical layout; a `width` in columns fills its texts to it.

    A block whose layout would say something else, or that has errors, stays as it is; so does a text
    whose blocks would be told apart otherwise.
    """
    line_end = _LINE_END.search(text)
    mark = _BYTE_ORDER_MARK if text.startswith(_BYTE_ORDER_MARK) else ""
    source = with_plain_line_ends(text[len(mark) :])
    pair = laid_out(source, parse_tree(source), width=width)
    if pair is None:
        return text
    result = mark + pair[1].source
    return result.replace("\n", line_end[0]) if line_end and line_end[0] != "\n" else result


def with_plain_line_ends(text: str) -> str:
    """Return a text whose lines end with `\\n` only."""
    return _LINE_END.sub("\n", text) if "\r" in text else text


def laid_out(
    source: str, tree: Tree, *, width: int | None = None, within: Range | None = None
) -> tuple[TextLayout, TextLayout] | None:
    """Return a text before and after it was laid out, with as many pieces; None if it stays as it is.

    Of a text with a stretch `within` only the pieces that it touches are laid out.
    """
    before = TextLayout(source, tree, width)
    outside = before.outside(within) if within else frozenset()
    kept = outside
    for _ in range(_ROUNDS):
        result = before.text(kept) if within is None else before.text_around(kept, outside)
        after = TextLayout(result, _read_again(result, before) if within else parse_tree(result), width)
        spoilt = before.differences(after, kept)
        if spoilt is None:
            return None
        if not spoilt:
            return before, after
        kept |= spoilt
    return None


def _read_again(text: str, before: TextLayout) -> Tree:
    again = parse_again(text, before.source, before.tree)
    return again[0] if again else parse_tree(text)
