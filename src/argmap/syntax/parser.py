"""From tokens to the tree: the nodes are built as the grammar's rules are complete."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, TypeAlias

from argmap.syntax.grammar import tables
from argmap.syntax.lexing.lexer import BlockLexer
from argmap.syntax.table_parser import TableParser
from argmap.syntax.titles import clean_title
from argmap.syntax.tokens import REFERENCES, Token
from argmap.syntax.tree import Element, Kind, Problem, Range

# What an element is before it has a place: kind, start, end, title, its range, whether it is a
# reference, text, tags, data, rules.
_Content: TypeAlias = tuple[
    Kind,
    int,
    int,
    "str | None",
    "Range | None",
    bool,
    "Range | None",
    "tuple[Range, ...]",
    "tuple[Range, ...]",
    "tuple[Range, ...]",
]
# An element before its depth is known: its marker, where that begins, and the rest.
_Line: TypeAlias = tuple[str, int, _Content]
# A line and what is below it.
_Branch: TypeAlias = tuple[_Line, "list[_Branch] | None"]


class BlockInput:
    """A block's working text, with the ends of its data blocks by their starts; gathers problems."""

    __slots__ = ("data", "problems", "text")

    def __init__(self, text: str, data: dict[int, int], problems: list[Problem]) -> None:
        self.text = text
        self.data = data
        self.problems = problems


def parse_block(block: BlockInput) -> tuple[Element, ...]:
    """Return the elements of a block in the order in which they are written."""
    parser, lexer = _engine()
    branches: list[_Branch] = parser.parse(lexer.lex(block))
    if len(branches) == 1 and not branches[0][1]:
        return (_element(branches[0][0], 0),)
    elements: list[Element] = []
    # No recursion: what an author nests may be deeper than Python's stack.
    waiting = [iter(branches)]
    while waiting:
        depth = len(waiting) - 1
        for line, below in waiting[-1]:
            elements.append(_element(line, depth))
            if below:
                waiting.append(iter(below))
                break
        else:
            waiting.pop()
    return tuple(elements)


@cache
def _engine() -> tuple[TableParser, BlockLexer]:
    """Return the two parts of the parser: what reads tokens, and what makes them."""
    made = tables()
    return TableParser(made, _TreeBuilder()), BlockLexer(made.terminals)


# By the first letter of a terminal: what it names, and how much opens its title.
_KINDS = {
    "C": (Kind.CLAIM, 1),
    "E": (Kind.EVIDENCE, 2),
    "Q": (Kind.QUESTION, 2),
    "A": (Kind.ARGUMENT, 1),
}


class _TreeBuilder:
    """Builds nodes, a method for each rule; holds nothing."""

    def start(self, children: list[Any]) -> list[_Branch]:
        parts: list[_Branch] = children[-1]
        first = children[0]
        if len(children) == 1:
            return parts
        if isinstance(first, list):
            # Nothing is above these lines, so they are at the margin.
            return [*first, *parts]
        below: list[_Branch] | None = children[1] if len(children) > 2 else None
        return [(("", first[1], first), below), *parts]

    def part(self, children: list[Any]) -> _Branch:
        if isinstance(children[0], Token):
            children = [("", children[1][1], children[1]), *children[2:]]
        return (children[0], children[1] if len(children) > 1 else None)

    child = part

    def children(self, children: list[Any]) -> list[_Branch]:
        below: list[_Branch] = children[1]
        return below

    def nothing(self, children: list[Any]) -> list[Any]:
        return []

    def first(self, children: list[Any]) -> list[Any]:
        return children

    def one_more(self, children: list[Any]) -> list[Any]:
        found: list[Any] = children[0]
        found.append(children[1])
        return found

    def heading(self, children: list[Any]) -> _Line:
        marker = children[0]
        content = _content(Kind.HEADING, marker.end_pos, marker.end_pos, *children[1:])
        return (marker.value.strip(), marker.start_pos, content)

    def step(self, children: list[Any]) -> _Line:
        marker = children[0]
        if len(children) == 1:
            content = _content(Kind.CLAIM, marker.start_pos, marker.end_pos)
            return (marker.value, marker.start_pos, content)
        return (marker.value, marker.start_pos, children[1])

    item = step

    def inference(self, children: list[Any]) -> _Line:
        first, body, last = children
        end = max(last.end_pos, body[-1].end_pos) if body else last.end_pos
        data, rules = _ranges(body, "DATA"), _ranges(body, "RULE")
        text = (first.end_pos, last.start_pos)
        content = (Kind.INFERENCE, first.start_pos, end, None, None, False, text, (), data, rules)
        return (first.value, first.start_pos, content)

    def titled(self, children: list[Any]) -> _Content:
        token, details = children if len(children) > 1 else (children[0], ())
        text = token.value
        is_reference = token.type in REFERENCES
        # A colon may be further to the right than it should be.
        closing = len(text if is_reference else text[:-1].rstrip()) - 1
        kind, opening = _KINDS[token.type[0]]
        inner = (token.start_pos + opening, token.start_pos + closing)
        title = clean_title(text[inner[0] - token.start_pos : inner[1] - token.start_pos])
        return _content(kind, token.start_pos, token.end_pos, details, title, inner, is_reference)

    def untitled(self, children: list[Any]) -> _Content:
        token = children[0]
        details = [token, *children[1]] if len(children) > 1 else [token]
        return _content(Kind.CLAIM, token.start_pos, token.end_pos, details)


def _content(
    kind: Kind,
    start: int,
    end: int,
    details: Sequence[Token] = (),
    title: str | None = None,
    title_range: Range | None = None,
    is_reference: bool = False,
) -> _Content:
    content: Range | None = None
    tags: list[Range] = []
    data: list[Range] = []
    for token in details:
        end = token.end_pos
        if token.type == "DATA":
            data.append((token.start_pos, end))
        elif token.type == "TAG":
            tags.append((token.start_pos, end))
        else:
            content = (content[0] if content else token.start_pos, end)
            # Braces in the midst of a text are part of it.
            data.clear()
    return (kind, start, end, title, title_range, is_reference, content, tuple(tags), tuple(data), ())


def _ranges(tokens: Sequence[Token], kind: str) -> tuple[Range, ...]:
    return tuple([(token.start_pos, token.end_pos) for token in tokens if token.type == kind])


def _element(line: _Line, depth: int) -> Element:
    marker, start, content = line
    kind, _, end, title, title_range, is_reference, text, tags, data, rules = content
    # As `Element(…)` does, which takes twice as long: there is one of each line.
    return tuple.__new__(
        Element,
        (kind, marker, start, end, depth, title, title_range, is_reference, text, tags, data, rules),
    )


@cache
def terminal(name: str) -> str:
    """Return the regular expression of one of the grammar's terminals."""
    return tables().terminals[name][1]
