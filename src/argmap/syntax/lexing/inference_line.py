"""Inference lines: from `--` to `--`, with rules and data between, on one line or several."""

from __future__ import annotations

import re

from argmap.syntax.tokens import BLANK_LINE_END, MASK, SPACE, Token
from argmap.syntax.tree import Problem

_hyphens = re.compile("-*")
_closing = re.compile(rf"\\[^\n]|\{{|-{{2,}}|\n[ \t{MASK}]*\([0-9]+\)")


class InferenceLine:
    """Reads the inference that begins with the hyphens at an offset of a block.

    `end` is where the next line begins, or the text ends; what is not closed ends with its line.
    """

    def __init__(self, text: str, data: dict[int, int], rule: re.Pattern[str], start: int) -> None:
        self.text = text
        self.data = data
        self.rule = rule
        self.tokens: list[Token] = []
        self.problems: list[Problem] = []
        self.end = self._read(start, start + 2)

    def _emit(self, kind: str, start: int, end: int) -> None:
        self.tokens.append(Token(kind, start, end, self.text))

    def _line_end(self, position: int) -> int:
        """Return where a line ends; a line end in data ends none."""
        line_end = self._next_line_end(position)
        while (brace := self.text.find("{", position, line_end)) >= 0:
            position = self.data.get(brace, brace + 1)
            if position > line_end:
                line_end = self._next_line_end(position)
        return line_end

    def _next_line_end(self, position: int) -> int:
        found = self.text.find("\n", position)
        return len(self.text) if found < 0 else found

    def _read(self, start: int, behind: int) -> int:
        self._emit("INFERENCE_START", start, behind)
        more = _hyphens.match(self.text, behind)
        body = more.end() if more else behind
        closed = self._close(behind) if body == behind else None
        if closed is None and BLANK_LINE_END.match(self.text, body):
            if body - start < 4:
                self.problems.append(Problem("S107", start, body))
            self._emit("INFERENCE_END", behind, body)
            return self._line_end(behind)
        closed = closed or self._close(body)
        if closed is None:
            line_end = self._line_end(behind)
            self.problems.append(Problem("S108", start, line_end))
            self._body(body, line_end)
            self._emit("INFERENCE_END", line_end, line_end)
            return line_end
        self._body(body, closed[0])
        line_end = self._line_end(closed[1])
        if self.text[closed[1] : line_end].strip(SPACE):
            self.problems.append(Problem("S109", closed[1], line_end))
            self._body(closed[1], line_end)
        self._emit("INFERENCE_END", *closed)
        return line_end

    def _close(self, position: int) -> tuple[int, int] | None:
        """Return where the closing hyphens are; None if a numbered line or the end comes first."""
        while match := _closing.search(self.text, position):
            position = match.end()
            if match[0] == "{":
                position = self.data.get(match.start(), position)
            elif match[0][0] == "-":
                return match.span()
            elif match[0][0] == "\n":
                return None
        return None

    def _body(self, position: int, end: int) -> None:
        text = self.text
        while position < end:
            if position in self.data:
                self._emit("DATA", position, self.data[position])
                position = self.data[position]
            elif text[position] == ",":
                self._emit("COMMA", position, position + 1)
                position += 1
            elif text[position].isspace() or text[position] == MASK:
                position += 1
            else:
                start = position
                while position < end and text[position] != "," and position not in self.data:
                    match = self.rule.match(text, position, end)
                    position = match.end() if match else position + 1
                self._emit("RULE", start, start + len(text[start:position].rstrip(SPACE)))
