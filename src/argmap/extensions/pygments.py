"""Highlighting: what the parser reads, as tokens for Pygments."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import ClassVar

from pygments.lexer import Lexer
from pygments.lexers.data import YamlLexer
from pygments.token import Comment, Error, Generic, Keyword, Name, Number, Operator, Punctuation, String, Text
from pygments.token import _TokenType as TokenType

from argmap.extensions.inline_patterns import INLINE_PATTERNS
from argmap.fences.suffixes import TEXTS
from argmap.syntax import Block, Element, Include, Kind
from argmap.syntax.document import parse_tree, working_text
from argmap.syntax.operators import OPERATORS

# Typed here: the stubs of Pygments leave it open.
_YAML: Callable[[str], Iterator[tuple[int, TokenType, str]]] = YamlLexer().get_tokens_unprocessed
_TITLES = {
    Kind.CLAIM: Name.Class,
    Kind.EVIDENCE: Name.Constant,
    Kind.ARGUMENT: Name.Function,
    Kind.QUESTION: Name.Label,
}
_FENCE = re.compile(r"={3,}|-{3,}")
_HYPHENS = re.compile(r"-{2,}")
_INLINE = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in INLINE_PATTERNS.items()))
_INLINE_TOKENS = {
    "escape": String.Escape,
    "tag": Name.Label,
    "evidence": Name.Constant,
    "claim": Name.Class,
    "argument": Name.Function,
    "link": String.Other,
    "strong": Generic.Strong,
    "emphasis": Generic.Emph,
}


class ArgdownLexer(Lexer):
    """Splits Argdown, with what argmap adds, into tokens.

    It runs argmap's own parser, so that what is coloured as a title, data or a comment is read as one.

    >>> from pygments import lex
    >>> [value for kind, value in lex("[Sun]: It shines.", ArgdownLexer()) if kind in Name]
    ['[Sun]']
    """

    name = "Argdown"
    url = "https://argdown.org/syntax/"
    aliases: ClassVar = ["argdown", "argdown-map", "argmap"]
    filenames: ClassVar = [f"*{suffix}" for suffix in TEXTS]
    mimetypes: ClassVar = ["text/vnd.argdown"]

    def get_tokens_unprocessed(self, text: str) -> Iterator[tuple[int, TokenType, str]]:
        """Yield offset, token type and value of all that a text consists of, without gaps."""
        canvas = _Canvas(text)
        canvas.tree()
        return canvas.tokens()


class _Canvas:
    """A text whose characters are painted with token types; what is painted later covers what was there."""

    def __init__(self, text: str) -> None:
        self.text = text
        # Of the same length, with the line ends that the parser sees.
        self.read = working_text(text)
        self.types: list[TokenType] = [Text]
        self.numbers: dict[TokenType, int] = {Text: 0}
        self.paints = bytearray(len(text))

    def tokens(self) -> Iterator[tuple[int, TokenType, str]]:
        position = 0
        for number, run in groupby(self.paints):
            end = position + sum(1 for _ in run)
            yield position, self.types[number], self.text[position:end]
            position = end

    def paint(self, start: int, end: int, kind: TokenType) -> None:
        number = self.numbers.setdefault(kind, len(self.types))
        if number == len(self.types):
            self.types.append(kind)
        if start < end:
            self.paints[start:end] = bytes([number]) * (end - start)

    def tree(self) -> None:
        tree = parse_tree(self.text)
        if tree.frontmatter:
            (start, end), yaml = tree.frontmatter
            for outside in ((start, yaml[0]), (yaml[1], end)):
                for match in _FENCE.finditer(self.read, *outside):
                    self.paint(*match.span(), Punctuation)
            self.yaml(*yaml)
        for part in tree.parts:
            if isinstance(part, Include):
                self.paint(part.start, part.end, Comment.Preproc)
            else:
                self.block(part)
        for start, end in tree.comments:
            self.paint(start, end, Comment)

    def block(self, block: Block) -> None:
        for element in block.elements:
            self.element(element, block.start)
        for start, end in block.comments:
            self.paint(block.start + start, block.start + end, Comment)

    def element(self, one: Element, base: int) -> None:
        start = base + one.start
        if one.kind is Kind.HEADING:
            self.paint(start, base + one.end, Generic.Heading)
        elif one.kind is Kind.INFERENCE:
            for match in _HYPHENS.finditer(self.read, start, base + one.end):
                self.paint(*match.span(), Keyword)
            for rule in one.rules:
                self.paint(base + rule[0], base + rule[1], Name.Decorator)
        else:
            self.paint(start, start + len(one.marker), _marker(one.marker))
            self.title(one, base)
            if one.content:
                self.inline(base + one.content[0], base + one.content[1])
        for tags in one.tags:
            self.paint(base + tags[0], base + tags[1], Name.Label)
        for data in one.data:
            self.yaml(base + data[0], base + data[1])

    def title(self, element: Element, base: int) -> None:
        if element.title_range is None:
            return
        # The brackets, which are before and behind the title, perhaps with `^` and spaces.
        opening = self.read.rfind(
            "<" if element.kind is Kind.ARGUMENT else "[", 0, base + element.title_range[0]
        )
        closing = (
            self.read.find(">" if element.kind is Kind.ARGUMENT else "]", base + element.title_range[1]) + 1
        )
        self.paint(opening, closing, _TITLES[element.kind])
        if self.read.startswith(":", closing) and not element.is_reference:
            self.paint(closing, closing + 1, Punctuation)

    def inline(self, start: int, end: int) -> None:
        for match in _INLINE.finditer(self.read, start, end):
            self.paint(*match.span(), _INLINE_TOKENS[match.lastgroup or "escape"])

    def yaml(self, start: int, end: int) -> None:
        for offset, kind, value in _YAML(self.read[start:end]):
            # What is wrong in it is for the reader to say; colours do not blame.
            self.paint(start + offset, start + offset + len(value), Text if kind is Error else kind)


def _marker(marker: str) -> TokenType:
    if marker.startswith("("):
        return Number
    return Operator if marker in OPERATORS else Punctuation
