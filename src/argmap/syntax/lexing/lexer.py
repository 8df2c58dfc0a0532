"""From the text of a block to the tokens of the grammar.

The terminals are the grammar's own; here is what a regular expression cannot know: where a line begins
and may be a marker, how deep it is indented, and which braces are data.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from argmap.syntax.lexing.element_scan import ElementScan
from argmap.syntax.lexing.inference_line import InferenceLine
from argmap.syntax.lexing.marker_scan import BlockText
from argmap.syntax.lexing.terminals import Terminals
from argmap.syntax.operators import OPERATOR_TERMINALS
from argmap.syntax.tokens import LIST_MARKERS, Token
from argmap.syntax.tree import Problem


class BlockLexer:
    """Turns blocks into tokens by the terminals of the grammar; no state of a text."""

    def __init__(self, terminals: Mapping[str, tuple[int, str]]) -> None:
        self._terminals = Terminals(terminals)

    def lex(self, block: BlockText) -> list[Token]:
        """Return the tokens of a block."""
        scan = _BlockScan(self._terminals, block)
        scan.run()
        return scan.tokens


class _BlockScan(ElementScan):
    """One walk over one block, from marker to marker."""

    def run(self) -> None:
        marker = self.marker(0)
        position = 0 if marker else self.element(0)
        while position < self.end:
            # Here a marker begins, at the beginning of the block or behind a line end.
            marker = self.marker(position and position + 1)
            if marker is None:
                # A statement in a structure whose number is missing: below an inference line, a conclusion.
                self.dedent_all(position)
                start = self.behind_blanks(position + 1)
                self.problems.append(Problem("S115" if self.is_concluding else "S129", start, start + 1))
                self.emit("BREAK", position, position)
                self.is_concluding = False
                position = self.element(start)
                continue
            kind = marker.lastgroup or ""
            start, end = marker.span(kind)
            if kind in OPERATOR_TERMINALS or kind in LIST_MARKERS:
                self.in_list = self.in_list or (kind in LIST_MARKERS and not self.levels)
                self.indent(marker, kind, start)
                self.emit(kind, start, end)
                position = self.element(end)
            elif kind == "INFERENCE_START":
                self.dedent_all(start)
                self.in_structure = self.is_concluding = True
                inference = InferenceLine(self.text, self.data, self.terminals.rule, start)
                self.tokens += inference.tokens
                self.problems += inference.problems
                position = inference.end
            elif kind == "NUMBER":
                self.dedent_all(start)
                if position and not self.in_structure:
                    self.problems.append(Problem("S101", start, end))
                if self.is_labelled and not position:
                    self.problems.append(Problem("S118", start, end, (marker[kind],)))
                self.in_structure = True
                self.is_concluding = False
                self.emit(kind, start, end)
                position = self.element(end)
            elif kind == "HEADING":
                self.dedent_all(start)
                if position:
                    self.problems.append(Problem("S101", start, end))
                self.in_structure = self.is_concluding = self.in_list = self.below_argument = False
                self.emit(kind, start, end)
                position = self.details(end)
            else:
                self.dedent_all(start)
                code = self.code_without_number(kind, start)
                self.problems.append(Problem(code, start, end))
                self.in_structure = code != "S101"
                self.is_concluding = self.in_list = False
                self.emit("BREAK", start, start)
                position = self.element(start)
        self.dedent_all(self.end)

    def code_without_number(self, kind: str, start: int) -> str:
        """Return what is wrong with a definition that begins a line below another text."""
        if self.is_concluding and kind != "ARGUMENT_DEFINITION":
            return "S115"
        return "S129" if not self.is_concluding and self.is_step(start) else "S101"

    def indent(self, match: re.Match[str], kind: str, start: int) -> None:
        # What is below a list item may be directly below its marker.
        width = self.width(match, start) + (0.5 if kind in LIST_MARKERS else 0.0)
        is_first = not self.levels
        step = self.levels.step(width)
        if (is_first or step.is_odd) and width == 0 and start:
            self.problems.append(Problem("S105", start, match.end()))
        elif step.is_odd:
            self.problems.append(Problem("S106", start, match.end()))
        if step.indents:
            self.emit("INDENT", start, start)
        for _ in range(step.dedents):
            self.emit("DEDENT", start, start)

    def dedent_all(self, position: int) -> None:
        for _ in range(self.levels.close()):
            self.emit("DEDENT", position, position)
