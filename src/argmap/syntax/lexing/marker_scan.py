"""Which markers at the beginnings of lines count, given what is around them."""

from __future__ import annotations

import re
from typing import Protocol

from argmap.syntax.lexing.indentation import Indentation
from argmap.syntax.lexing.terminals import Terminals
from argmap.syntax.operators import OPERATOR_TERMINALS
from argmap.syntax.tokens import BLANK, DEFINITIONS, MASK, Token
from argmap.syntax.tree import Problem

# An operator at the margin counts if it looks like one: `- text` does, `-5 degrees` does not.
_stands_free = re.compile(rf"[ \t\n{MASK}\[<]|\Z")
_inference_line = re.compile(rf"\n{BLANK}--")
_step = re.compile(rf"\n{BLANK}(?:--|\([PC]?(?P<number>[0-9]*)\))")
_numbered_line = re.compile(rf"\n{BLANK}\((?:[0-9]+|[PC][0-9]*)\)")

_NEST_NO_STRUCTURES = (
    "write the title again at the left margin, and the structure below it after a blank line"
)


class BlockText(Protocol):
    """What the lexer reads: a working text, the ends of its data blocks by their starts."""

    text: str
    data: dict[int, int]
    problems: list[Problem]


class MarkerScan:
    """The state of one walk over one block, and what it says of markers."""

    def __init__(self, terminals: Terminals, block: BlockText) -> None:
        self.terminals = terminals
        self.text = block.text
        self.end = len(block.text)
        self.data = block.data
        self.problems = block.problems
        self.tokens: list[Token] = []
        self.levels = Indentation()
        self.in_structure = False
        # An inference line was read, and its conclusion not yet.
        self.is_concluding = False
        self.in_list = False
        self.below_argument = False
        # Statements are labelled `(P1)` where other authors number them.
        self.is_labelled = False
        # Whether a number or hyphens in this text were reported: what follows in it is the same mistake.
        self.is_reported = False
        # The line that was looked at last, and its marker.
        self.seen: tuple[int, re.Match[str] | None] = (-1, None)
        # The next line of a structure below the last line without a number, with its number.
        self.below_step: tuple[int, str | None] = (-1, None)
        # Where the last line begins that may be an inference line, -1 if none may be; None until it matters.
        self.last_inference: int | None = None
        # Whether a numbered line is below it.
        self.is_concluded: bool | None = None

    def emit(self, kind: str, start: int, end: int) -> None:
        self.tokens.append(Token(kind, start, end, self.text))

    def marker(self, position: int) -> re.Match[str] | None:
        """Return the marker with which a line begins, if it counts as one where it is."""
        if self.seen[0] != position:
            if position:
                match = self.terminals.line_start.match(self.text, position)
            else:
                match = self.terminals.block_start.match(self.text, position)
            if match and not self.counts(match, position):
                match = None
            self.seen = (position, match)
        return self.seen[1]

    def counts(self, match: re.Match[str], position: int) -> bool:
        kind = match.lastgroup or ""
        first = position == 0
        if kind in DEFINITIONS:
            return True
        if kind in OPERATOR_TERMINALS:
            indented = self.width(match, match.start(kind)) > 0
            free = indented or _stands_free.match(self.text, match.end()) is not None
            return free or self.left_as_text("S102", match, kind)
        if kind == "NUMBER":
            is_number = match[kind][1:-1].isdecimal()
            if first and not is_number:
                self.is_labelled = _inference_line.search(self.text) is not None
            if not is_number:
                return self.is_labelled
            counts = first or self.in_structure or self.below_argument
            return counts or self.number_as_text(match)
        if kind == "INFERENCE_START":
            return first or self.in_structure or self.left_as_text("S104", match, kind)
        if kind == "ENUMERATOR":
            return first or self.in_list or self.left_as_text("S103", match, kind)
        return True

    def number_as_text(self, match: re.Match[str]) -> bool:
        """Report a number in a text: a structure that should not be there, if an inference line follows."""
        if self.is_above_structure(match.start()):
            if not self.is_reported:
                hint = _NEST_NO_STRUCTURES if len(self.levels) else "insert a blank line above"
                self.problems.append(Problem("S130", *match.span("NUMBER"), (hint,)))
            self.is_reported = True
            return False
        return self.left_as_text("S103", match, "NUMBER")

    def left_as_text(self, code: str, match: re.Match[str], kind: str) -> bool:
        start, end = match.span(kind)
        if code == "S104":
            end = self.behind_hyphens(start)
        if code == "S102" or not self.is_reported:
            self.problems.append(Problem(code, start, end, (self.text[start:end],)))
        self.is_reported = self.is_reported or code != "S102"
        return False

    def behind_hyphens(self, position: int) -> int:
        while self.text.startswith("-", position):
            position += 1
        return position

    def width(self, match: re.Match[str], start: int) -> int:
        return len(match.string[match.start() : start].rpartition(MASK)[2])

    def is_step(self, start: int) -> bool:
        """Return whether a line without a number is amid a structure that goes on below it."""
        if not self.in_structure or not self.is_above_inference(start):
            return False
        if self.below_step[0] < start:
            match = _step.search(self.text, start)
            self.below_step = (match.start(), match["number"]) if match else (self.end, "1")
        return self.below_step[1] != "1"

    def is_above_inference(self, position: int) -> bool:
        """Return whether a line begins behind an offset that may be an inference line."""
        # No cached property: it would make every attribute slower.
        if self.last_inference is None:
            self.last_inference = -1
            for match in _inference_line.finditer(self.text):
                self.last_inference = match.start()
        return position < self.last_inference

    def is_above_structure(self, position: int) -> bool:
        """Return whether, with a numbered line below it, an inference line follows."""
        if not self.is_above_inference(position):
            return False
        if self.is_concluded is None:
            self.is_concluded = _numbered_line.search(self.text, self.last_inference or 0) is not None
        return self.is_concluded
