"""What is written: the lines of a document as a tree."""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

from argmap.named_tuples import NamedTuple
from argmap.syntax.tokens import MASK

Range: TypeAlias = tuple[int, int]


class Kind(Enum):
    """What an element of the tree is."""

    HEADING = "heading"
    CLAIM = "claim"
    EVIDENCE = "evidence"
    QUESTION = "question"
    ARGUMENT = "argument"
    INFERENCE = "inference"

    # A kind is part of many keys; Enum's own hash is a call in Python.
    __hash__ = object.__hash__


# Nodes of the tree are named tuples and not attrs classes: a parse makes tens of thousands of them,
# and a frozen attrs instance costs three times as much to make.


class Element(NamedTuple):
    """A line of a block, with the lines that continue it.

    All offsets count from the start of the block. `marker` is what the line begins with (`#`, `(1)`,
    `--`, a relation operator, a list marker) or empty; `depth` is 0 at the margin and one more for each
    level below; what is below an element follows it. `title` is None for what has none, `content`
    the text, `data` the blocks in braces, `tags` those outside of the text, `rules` the texts of an
    inference line.
    """

    kind: Kind
    marker: str
    start: int
    end: int
    depth: int = 0
    title: str | None = None
    title_range: Range | None = None
    is_reference: bool = False
    content: Range | None = None
    tags: tuple[Range, ...] = ()
    data: tuple[Range, ...] = ()
    rules: tuple[Range, ...] = ()


class Problem(NamedTuple):
    """Something odd that was noticed while reading: a diagnostic's code, where, and words for it."""

    code: str
    start: int
    end: int
    words: tuple[str, ...] = ()


class Block(NamedTuple):
    """What is between blank lines.

    `start` is its offset in the document; `text` its working text: line ends are `\\n` and comments are
    masked by U+FDD0, so that offsets stay what they are; `comments` are their ranges. `reach` is how far
    from its start the text was looked at to read it, 0 if no further than to its end.
    """

    start: int
    text: str
    elements: tuple[Element, ...] = ()
    comments: tuple[Range, ...] = ()
    problems: tuple[Problem, ...] = ()
    reach: int = 0

    def indentation(self, element: Element) -> str:
        """Return the spaces and tabs before an element on its line, those behind the last comment."""
        line = self.text.rfind("\n", 0, element.start) + 1
        return self.text[line : element.start].rpartition(MASK)[2]


class Include(NamedTuple):
    """A line that asks for another file; offsets count from the start of the document."""

    path: str
    start: int
    end: int


class Tree(NamedTuple):
    """A document: its frontmatter (range of the whole, range of the YAML) and its blocks in order."""

    parts: tuple[Block | Include, ...] = ()
    frontmatter: tuple[Range, Range] | None = None
    comments: tuple[Range, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks, without the includes between them."""
        return tuple(part for part in self.parts if isinstance(part, Block))
