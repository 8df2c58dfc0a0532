"""From the text of a block to the tokens of the grammar.

The terminals are the grammar's own; here is what a regular expression cannot know: where a line begins
and may be a marker, how deep it is indented, and which braces are data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from lark.lexer import Lexer, TerminalDef

from argmap.syntax.tree import Problem

OPERATORS = frozenset(
    {"SUPPORTED_BY", "SUPPORTS", "ATTACKED_BY", "ATTACKS", "UNDERCUT_BY", "UNDERCUTS", "CONTRADICTS"}
)
_LIST_MARKERS = frozenset({"BULLET", "ENUMERATOR"})
_MARKERS = OPERATORS | _LIST_MARKERS | {"INFERENCE_START", "HEADING", "NUMBER"}
_DEFINITIONS = frozenset({"CLAIM_DEFINITION", "EVIDENCE_DEFINITION", "ARGUMENT_DEFINITION"})
_REFERENCES = frozenset({"CLAIM_REFERENCE", "EVIDENCE_REFERENCE", "ARGUMENT_REFERENCE"})

MASK = "\ufdd0"
_SPACE = " \t\n" + MASK
_BLANK = rf"[ \t{MASK}]*"
_blank = re.compile(_BLANK)
# An operator at the margin counts if it looks like one: `- text` does, `-5 degrees` does not.
_stands_free = re.compile(rf"[ \t\n{MASK}\[<]|\Z")
_blank_line_end = re.compile(rf"{_BLANK}(?:\n|\Z)")
_inference_line = re.compile(rf"\n{_BLANK}--")
_hyphens = re.compile("-*")
_closing = re.compile(r"\\[^\n]|\{|-{2,}|\n[ \t\ufdd0]*\([0-9]+\)")


class Token:
    """A terminal's name and where it was found; lighter than Lark's own token."""

    __slots__ = ("end_pos", "start_pos", "type", "value")

    # Lark reads these off the last token when a text ends.
    line = column = end_line = end_column = None

    def __init__(self, kind: str, start: int, end: int, value: str) -> None:
        self.type = kind
        self.start_pos = start
        self.end_pos = end
        self.value = value


class BlockText(Protocol):
    """What the lexer reads: a working text, the ends of its data blocks by their starts."""

    text: str
    data: dict[int, int]
    problems: list[Problem]


class BlockLexer(Lexer):
    """Lark's lexer for this grammar: holds the compiled terminals, no state of a text."""

    def __init__(self, lexer_conf: object) -> None:
        terminals: dict[str, TerminalDef] = {one.name: one for one in lexer_conf.terminals}  # type: ignore[attr-defined]  # Lark leaves LexerConf untyped

        def alternatives(names: frozenset[str]) -> str:
            ordered = sorted(names, key=lambda name: (-terminals[name].priority, name))
            return "|".join(f"(?P<{name}>{terminals[name].pattern.to_regexp()})" for name in ordered)

        self.line_start = re.compile(f"{_BLANK}(?:{alternatives(_MARKERS | _DEFINITIONS)})")
        self.title = re.compile(alternatives(_DEFINITIONS | _REFERENCES))
        self.text = re.compile(terminals["TEXT"].pattern.to_regexp())
        self.tag = re.compile(terminals["TAG"].pattern.to_regexp())
        self.rule = re.compile(terminals["RULE"].pattern.to_regexp())

    def lex(self, block: BlockText) -> Iterator[Token]:  # type: ignore[override]  # Lark's simple interface
        """Yield the tokens of a block."""
        return iter(_Scan(self, block).tokens)


class _Scan:
    """One walk over one block."""

    def __init__(self, lexer: BlockLexer, block: BlockText) -> None:
        self.lexer = lexer
        self.text = block.text
        self.end = len(block.text)
        self.data = block.data
        self.problems = block.problems
        self.tokens: list[Token] = []
        # Open levels of indentation, each from its smallest to its largest width.
        self.levels: list[list[float]] = []
        self.in_structure = False
        # An inference line was read, and its conclusion not yet.
        self.is_concluding = False
        self.in_list = False
        self.below_argument = False
        # Statements are labelled `(P1)` where other authors number them.
        self.is_labelled = False
        self.seen: tuple[int, re.Match[str] | None] = (-1, None)
        self.run()

    def emit(self, kind: str, start: int, end: int) -> None:
        self.tokens.append(Token(kind, start, end, self.text[start:end]))

    def run(self) -> None:
        marker = self.marker(0)
        position = 0 if marker else self.element(0)
        while position < self.end:
            # Here a marker begins, at the beginning of the block or behind a line end.
            marker = self.marker(position and position + 1)
            if marker is None:
                # Text below an inference line: a conclusion whose number is missing.
                self.dedent_all(position)
                start = self.behind_blanks(position + 1)
                self.problems.append(Problem("S115", start, start + 1))
                self.emit("BREAK", position, position)
                self.is_concluding = False
                position = self.element(start)
                continue
            kind = marker.lastgroup or ""
            start, end = marker.span(kind)
            if kind in OPERATORS or kind in _LIST_MARKERS:
                self.in_list = self.in_list or (kind in _LIST_MARKERS and not self.levels)
                self.indent(marker, kind, start)
                self.emit(kind, start, end)
                position = self.element(end)
            elif kind == "INFERENCE_START":
                self.dedent_all(start)
                self.in_structure = self.is_concluding = True
                position = self.inference(start, end)
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
                self.in_structure = self.is_concluding and kind != "ARGUMENT_DEFINITION"
                self.problems.append(Problem("S115" if self.in_structure else "S101", start, end))
                self.is_concluding = self.in_list = False
                self.emit("BREAK", start, start)
                position = self.element(start)
        self.dedent_all(self.end)

    # Markers

    def marker(self, position: int) -> re.Match[str] | None:
        """Return the marker with which a line begins, if it counts as one where it stands."""
        if self.seen[0] != position:
            found = self.lexer.line_start.match(self.text, position)
            if found and not self.counts(found, position):
                found = None
            self.seen = (position, found)
        return self.seen[1]

    def counts(self, found: re.Match[str], position: int) -> bool:
        kind = found.lastgroup or ""
        first = position == 0
        if kind in _DEFINITIONS:
            return not first
        if kind in OPERATORS:
            indented = self.width(found, found.start(kind)) > 0
            free = indented or _stands_free.match(self.text, found.end()) is not None
            return free or self.left_as_text("S102", found, kind)
        if kind == "NUMBER":
            is_number = found[kind][1:-1].isdecimal()
            if first and not is_number:
                self.is_labelled = _inference_line.search(self.text) is not None
            if not is_number:
                return self.is_labelled
            counts = first or self.in_structure or self.below_argument
            return counts or self.left_as_text("S103", found, kind)
        if kind == "INFERENCE_START":
            return first or self.in_structure or self.left_as_text("S104", found, kind)
        if kind == "ENUMERATOR":
            return first or self.in_list or self.left_as_text("S103", found, kind)
        return True

    def left_as_text(self, code: str, found: re.Match[str], kind: str) -> bool:
        self.problems.append(Problem(code, *found.span(kind), (found[kind],)))
        return False

    def width(self, found: re.Match[str], start: int) -> int:
        return len(found.string[found.start() : start].rpartition(MASK)[2])

    # Indentation

    def indent(self, found: re.Match[str], kind: str, start: int) -> None:
        # What stands below a list item may stand directly below its marker.
        width = self.width(found, start) + (0.5 if kind in _LIST_MARKERS else 0.0)
        levels = self.levels
        if not levels or width > levels[-1][1]:
            if not levels and width == 0 and start:
                self.problems.append(Problem("S105", start, found.end()))
            levels.append([width, width])
            self.emit("INDENT", start, start)
            return
        while width < levels[-1][0]:
            if len(levels) == 1:
                self.problems.append(Problem("S106", start, found.end()))
                levels[0][0] = width
                return
            levels.pop()
            self.emit("DEDENT", start, start)
        if width > levels[-1][1]:
            self.problems.append(Problem("S106", start, found.end()))
            levels[-1][1] = width

    def dedent_all(self, position: int) -> None:
        for _ in self.levels:
            self.emit("DEDENT", position, position)
        self.levels.clear()

    # Elements

    def element(self, position: int) -> int:
        """Read an element from behind its marker; return where the next line with a marker begins."""
        text = self.text
        position = self.behind_blanks(position)
        if position < self.end and text[position] == "\n":
            if self.marker(position + 1):
                return position
            position = self.behind_blanks(position + 1)
        at_margin = not self.levels and not self.in_structure
        if at_margin:
            self.below_argument = False
        if position < self.end and text[position] in "[<":
            found = self.lexer.title.match(text, position)
            kind = (found and found.lastgroup) or ""
            if found and kind in _REFERENCES:
                found = self.reference(found)
            if found:
                self.emit(kind, position, found.end())
                if at_margin:
                    self.below_argument = kind.startswith("ARGUMENT")
                position = found.end()
                return self.details(position if kind in _REFERENCES else self.content(position))
        return self.details(self.content(position, untitled=True))

    def reference(self, found: re.Match[str]) -> re.Match[str] | None:
        """Return a reference if it stands alone; the title of an argument may contain `>`."""
        if self.alone(found.end()):
            return found
        if found[0][0] == "<" and "\n" not in found[0]:
            line_end = self.text.find("\n", found.end())
            wider = re.compile(r"(?P<ARGUMENT_REFERENCE><[^<\n]*>)")
            longer = wider.match(self.text, found.start(), self.end if line_end < 0 else line_end)
            if longer and self.alone(longer.end()):
                return longer
        return None

    def alone(self, position: int) -> bool:
        """Return whether nothing but tags and data follow on the line."""
        while True:
            position = self.behind_blanks(position)
            if position >= self.end or self.text[position] == "\n" or position in self.data:
                return True
            tag = self.lexer.tag.match(self.text, position)
            if not tag:
                return False
            position = tag.end()

    def content(self, position: int, *, untitled: bool = False) -> int:
        """Read a run of text up to data or a marker; data alone is the text of what has no title."""
        text = self.text
        start = position = self.behind_blanks(position)
        while position < self.end:
            if found := self.lexer.text.match(text, position):
                position = found.end()
                continue
            if text[position] == "{":
                if position in self.data and not (untitled and position == start):
                    break
            elif self.marker(position + 1) is not None:
                break
            position += 1
        written = text[start:position]
        end = start + len(written.rstrip(_SPACE))
        if end > start:
            self.emit("TEXT", end - len(written.strip(_SPACE)), end)
        return position

    def details(self, position: int) -> int:
        """Read tags, data and what text may still follow; return where the next marked line begins."""
        text = self.text
        while True:
            position = self.behind_blanks(position)
            if position >= self.end:
                return position
            if text[position] == "\n":
                if self.marker(position + 1):
                    return position
                position += 1
            elif position in self.data:
                self.emit("DATA", position, self.data[position])
                position = self.data[position]
            elif text[position] == "#" and self.alone(position):
                tag = self.lexer.tag.match(text, position)
                assert tag is not None, "what stands alone is a tag"
                self.emit("TAG", position, tag.end())
                position = tag.end()
            else:
                position = self.content(position)

    def behind_blanks(self, position: int) -> int:
        found = _blank.match(self.text, position)
        return found.end() if found else position

    # Inferences

    def inference(self, start: int, end: int) -> int:
        text = self.text
        self.emit("INFERENCE_START", start, end)
        line_end = text.find("\n", end)
        line_end = self.end if line_end < 0 else line_end
        more = _hyphens.match(text, end)
        behind = more.end() if more else end
        if behind > end or _blank_line_end.match(text, end):
            closed = self.inference_close(end) if behind == end else None
            if closed is None and _blank_line_end.match(text, behind):
                if behind - start < 4:
                    self.problems.append(Problem("S107", start, behind))
                self.emit("INFERENCE_END", end, behind)
                return line_end
            end = behind
        closed = self.inference_close(end)
        if closed is None:
            self.problems.append(Problem("S108", start, line_end))
            self.inference_body(end, line_end)
            self.emit("INFERENCE_END", line_end, line_end)
            return line_end
        self.inference_body(end, closed[0])
        rest_end = text.find("\n", closed[1])
        rest_end = self.end if rest_end < 0 else rest_end
        if text[closed[1] : rest_end].strip(" \t" + MASK):
            self.problems.append(Problem("S109", closed[1], rest_end))
            self.inference_body(closed[1], rest_end)
        self.emit("INFERENCE_END", closed[0], closed[1])
        return rest_end

    def inference_close(self, position: int) -> tuple[int, int] | None:
        """Return where the hyphens stand that close an inference, None if there are none."""
        while found := _closing.search(self.text, position):
            position = found.end()
            if found[0] == "{":
                position = self.data.get(found.start(), position)
            elif found[0][0] == "-":
                return found.span()
            elif found[0][0] == "\n":
                return None
        return None

    def inference_body(self, position: int, end: int) -> None:
        text = self.text
        while position < end:
            if position in self.data:
                self.emit("DATA", position, self.data[position])
                position = self.data[position]
            elif text[position] == ",":
                self.emit("COMMA", position, position + 1)
                position += 1
            elif text[position].isspace() or text[position] == MASK:
                position += 1
            else:
                start = position
                while position < end and text[position] != "," and position not in self.data:
                    found = self.lexer.rule.match(text, position, end)
                    position = found.end() if found else position + 1
                self.emit("RULE", start, start + len(text[start:position].rstrip(_SPACE)))
