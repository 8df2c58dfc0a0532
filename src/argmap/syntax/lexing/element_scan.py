"""From behind a marker to the next line with one: titles, texts, tags and data."""

from __future__ import annotations

import re

from argmap.syntax.lexing.marker_scan import MarkerScan
from argmap.syntax.tokens import BLANKS, DEFINITION_OF, DEFINITIONS, REFERENCES, SPACE
from argmap.syntax.tree import Problem
from argmap.text.similar_characters import LIKE_COLONS, ODD_SPACES, code_point

_blanks = re.compile(f"[{BLANKS}]++")
_wider_argument = re.compile(r"<[^<\n]*>")
# A colon that does not follow its title at once, or is another character that looks like one.
_late_colon = re.compile(rf"[ \t{ODD_SPACES}]++:(?=\s|\Z)|[ \t{ODD_SPACES}]*+[{LIKE_COLONS}]")


class ElementScan(MarkerScan):
    """A walk that reads elements."""

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
            match = self.terminals.title.match(text, position)
            kind, end = (match.lastgroup or "", match.end()) if match else ("", 0)
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
            tag = self.terminals.tag.match(self.text, position)
            if not tag:
                return False
            position = tag.end()

    def content(self, position: int, *, untitled: bool = False) -> int:
        """Read a run of text up to data or a marker; data alone is the text of what has no title."""
        text = self.text
        start = position = self.behind_blanks(position)
        while position < self.end:
            if match := self.terminals.text.match(text, position):
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
                while tag := self.terminals.tag.match(text, position):
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
        match = self.terminals.title.match(self.text, start)
        return (
            match is not None
            and match.lastgroup in REFERENCES
            and not match[0].strip("[^?]").isdecimal()
            and self.alone(match.end())
        )

    def behind_blanks(self, position: int) -> int:
        # Mostly there are none, and to see that takes less time than to ask an expression.
        if position < self.end and self.text[position] in BLANKS:
            blanks = _blanks.match(self.text, position)
            assert blanks is not None, "here is one of them"
            return blanks.end()
        return position
