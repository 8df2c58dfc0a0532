"""From the text of a block to the tokens of the grammar.

The terminals are the grammar's own; here is what a regular expression cannot know: where a line begins
and may be a marker, how deep it is indented, and which braces are data.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol

from argmap.syntax.indentation import Indentation
from argmap.syntax.inference_line import InferenceLine
from argmap.syntax.operators import OPERATOR_TERMINALS
from argmap.syntax.tokens import (
    BLANK,
    DEFINITION_OF,
    DEFINITIONS,
    LIST_MARKERS,
    MARKERS,
    MASK,
    REFERENCES,
    SPACE,
    Token,
)
from argmap.syntax.tree import Problem
from argmap.text.similar_characters import LIKE_COLONS, ODD_SPACES, code_point

_BLANKS = frozenset(" \t" + MASK)
# An operator at the margin counts if it looks like one: `- text` does, `-5 degrees` does not.
_stands_free = re.compile(rf"[ \t\n{MASK}\[<]|\Z")
_inference_line = re.compile(rf"\n{BLANK}--")
_step = re.compile(rf"\n{BLANK}(?:--|\([PC]?(?P<number>[0-9]*)\))")
_numbered_line = re.compile(rf"\n{BLANK}\((?:[0-9]+|[PC][0-9]*)\)")
_wider_argument = re.compile(r"<[^<\n]*>")
# A colon that does not follow its title at once, or is another character that looks like one.
_late_colon = re.compile(rf"[ \t{ODD_SPACES}]++:(?=\s|\Z)|[ \t{ODD_SPACES}]*+[{LIKE_COLONS}]")


_NEST_NO_STRUCTURES = (
    "write the title again at the left margin, and the structure below it after a blank line"
)


class BlockText(Protocol):
    """What the lexer reads: a working text, the ends of its data blocks by their starts."""

    text: str
    data: dict[int, int]
    problems: list[Problem]


class BlockLexer:
    """Holds the compiled terminals of the grammar, by their names with priority; no state of a text."""

    def __init__(self, terminals: Mapping[str, tuple[int, str]]) -> None:
        def alternatives(names: frozenset[str]) -> str:
            ordered = sorted(names, key=lambda name: (-terminals[name][0], name))
            return "|".join(f"(?P<{name}>{terminals[name][1]})" for name in ordered)

        self.line_start = re.compile(f"{BLANK}(?:{alternatives(MARKERS | DEFINITIONS)})")
        self.title = re.compile(alternatives(DEFINITIONS | REFERENCES))
        self.text = re.compile(terminals["TEXT"][1])
        self.tag = re.compile(terminals["TAG"][1])
        self.rule = re.compile(terminals["RULE"][1])

    def lex(self, block: BlockText) -> list[Token]:
        """Return the tokens of a block."""
        return _Scan(self, block).tokens


class _Scan:
    """One walk over one block."""

    def __init__(self, lexer: BlockLexer, block: BlockText) -> None:
        self.lexer = lexer
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
        self.seen: tuple[int, re.Match[str] | None] = (-1, None)
        # Whether a number or hyphens in this text were reported: what follows in it is the same mistake.
        self.is_reported = False
        # The next line of a structure below the last line without a number, with its number.
        self.below_step: tuple[int, str | None] = (-1, None)
        # Where the last line begins that may be an inference line, -1 if none may be; None until it matters.
        self.last_inference: int | None = None
        # Whether a numbered line is below it.
        self.is_concluded: bool | None = None
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
                inference = InferenceLine(self.text, self.data, self.lexer.rule, start)
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

    # Markers

    def marker(self, position: int) -> re.Match[str] | None:
        """Return the marker with which a line begins, if it counts as one where it stands."""
        if self.seen[0] != position:
            match = self.lexer.line_start.match(self.text, position)
            if match and not self.counts(match, position):
                match = None
            self.seen = (position, match)
        return self.seen[1]

    def counts(self, match: re.Match[str], position: int) -> bool:
        kind = match.lastgroup or ""
        first = position == 0
        if kind in DEFINITIONS:
            return not first
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

    # Indentation

    def indent(self, match: re.Match[str], kind: str, start: int) -> None:
        # What stands below a list item may stand directly below its marker.
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

    # Elements

    def element(self, position: int) -> int:
        """Read an element from behind its marker; return where the next line with a marker begins."""
        text = self.text
        self.is_reported = False
        position = self.behind_blanks(position)
        if position < self.end and text[position] == "\n":
            # What is defined on the line below a lone marker is what the marker marks.
            below = self.marker(position + 1)
            if below and below.lastgroup not in DEFINITIONS:
                return position
            position = self.behind_blanks(position + 1)
        at_margin = not self.levels and not self.in_structure
        if at_margin:
            self.below_argument = False
        if position < self.end and text[position] in "[<":
            match = self.lexer.title.match(text, position)
            kind = (match and match.lastgroup) or ""
            end = match.end() if match else 0
            if match and kind in REFERENCES:
                # Most references end their line.
                if end < self.end and text[end] != "\n" and (colon := self.late_colon(end)):
                    kind, end = DEFINITION_OF[kind], colon
                else:
                    match = self.reference(match)
                    end = match.end() if match else 0
            if match:
                self.emit(kind, position, end)
                if at_margin:
                    self.below_argument = kind.startswith("ARGUMENT")
                position = end
                return self.details(position if kind in REFERENCES else self.content(position))
        return self.details(self.content(position, untitled=True))

    def late_colon(self, position: int) -> int | None:
        """Return where a colon ends that belongs to the title before an offset, None if there is none."""
        match = _late_colon.match(self.text, position)
        if not match:
            return None
        colon = match[0][-1]
        if colon == ":":
            self.problems.append(Problem("S127", position, match.end() - 1))
        else:
            self.problems.append(Problem("S128", position, match.end(), (colon, code_point(colon))))
        return match.end()

    def reference(self, match: re.Match[str]) -> re.Match[str] | None:
        """Return a reference if it stands alone; the title of an argument may contain `>`."""
        if self.alone(match.end()):
            return match
        if match[0][0] == "<" and "\n" not in match[0]:
            line_end = self.text.find("\n", match.end())
            longer = _wider_argument.match(self.text, match.start(), self.end if line_end < 0 else line_end)
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
            if match := self.lexer.text.match(text, position):
                position = match.end()
                continue
            if text[position] == "{":
                if position in self.data:
                    if not untitled or position > start:
                        break
                    # To its end: no line in it begins with a marker.
                    position = self.data[position]
                    continue
            elif self.marker(position + 1) is not None:
                break
            position += 1
        if self.in_structure and not self.is_concluding:
            position = self.above_references(start, position)
        written = text[start:position]
        end = start + len(written.rstrip(SPACE))
        if end > start:
            self.emit("TEXT", end - len(written.strip(SPACE)), end)
        return position

    def details(self, position: int) -> int:
        """Read tags, data and what text may still follow; return where the next marked line begins."""
        text = self.text
        while True:
            position = self.behind_blanks(position)
            if position >= self.end:
                return position
            if text[position] == "\n":
                if self.marker(position + 1) or self.is_lone_reference(position + 1):
                    return position
                position += 1
            elif position in self.data:
                self.emit("DATA", position, self.data[position])
                position = self.data[position]
            elif text[position] == "#" and self.alone(position):
                # All of them at once: asking whether each stands alone would cost quadratic time.
                while tag := self.lexer.tag.match(text, position):
                    self.emit("TAG", position, tag.end())
                    position = self.behind_blanks(tag.end())
            else:
                position = self.content(position)

    def above_references(self, start: int, position: int) -> int:
        """Return where a text ends amid a structure: lone references are steps of their own."""
        if self.is_above_inference(position - 1):
            while (line := self.text.rfind("\n", start, position)) >= 0 and self.is_lone_reference(line + 1):
                position = line
        return position

    def is_lone_reference(self, line: int) -> bool:
        """Return whether a line amid a structure is a reference to a statement and nothing else."""
        if not self.in_structure or self.is_concluding or not self.is_step(line):
            return False
        start = self.behind_blanks(line)
        if not self.text.startswith("[", start):
            return False
        match = self.lexer.title.match(self.text, start)
        return (
            match is not None
            and match.lastgroup in REFERENCES
            and not match[0].strip("[^?]").isdecimal()
            and self.alone(match.end())
        )

    def behind_blanks(self, position: int) -> int:
        text, end = self.text, self.end
        while position < end and text[position] in _BLANKS:
            position += 1
        return position
