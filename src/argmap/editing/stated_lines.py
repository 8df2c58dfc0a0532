"""The lines of a text that state something, and where lines can be added below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from argmap.editing.names.name_index import NameIndex
from argmap.editing.names.placed_block import PlacedBlock
from argmap.editing.names.text_names import REFS
from argmap.model import InferenceRef, NotInDebateError, Ref
from argmap.named_tuples import NamedTuple
from argmap.syntax import Element, Kind
from argmap.text import Edit, Span

_LINE_END = re.compile(r"\r\n|\n|\r|\Z")
_INDENT = re.compile(r"[ \t]*")


class StatedLine(NamedTuple):
    """A line that states something: its block, its number among the lines of that, and the line itself."""

    block: PlacedBlock
    number: int
    line: Element

    @property
    def text(self) -> str:
        """The text of the page."""
        return self.block.page.text

    @property
    def start(self) -> int:
        """Where in the text of the page it begins, after its indentation."""
        return self.block.block.start + self.line.start

    @property
    def end(self) -> int:
        """Where in the text of the page its content ends."""
        return self.block.block.start + self.line.end

    def below(self) -> list[StatedLine]:
        """Return the lines below it, at any depth."""
        found: list[StatedLine] = []
        lines = self.block.names.lines
        for index in range(self.number + 1, len(lines)):
            if lines[index].depth <= self.line.depth or not _can_be_below(lines[index]):
                break
            found.append(StatedLine(self.block, index, lines[index]))
        return found


def _can_be_below(line: Element) -> bool:
    return line.kind not in (Kind.HEADING, Kind.INFERENCE)


def lines_of(names: NameIndex, ref: Ref) -> Iterator[StatedLine]:
    """Yield the lines that state something, in reading order; for an inference these are its rules."""
    debate = names.debate
    if isinstance(ref, InferenceRef):
        spans = [debate[ref].span]
    else:
        spans = [statement.span for statement in debate[ref].statements]
    wanted = {(span.path, span.start) for span in spans if span}
    for block in names.blocks:
        for index, line in enumerate(block.names.lines):
            if (block.page.path, block.block.start + line.start) in wanted:
                yield StatedLine(block, index, line)


def line_at(names: NameIndex, offset: int, path: str | None = None) -> StatedLine:
    """Return the line of the element or inference that contains, or ends at, an offset in the text of a page.

    Raises:
        LookupError: there is none.
    """
    for block in names.blocks:
        start = block.block.start
        if block.page.path == path and start <= offset <= start + len(block.block.text):
            for number, line in enumerate(block.names.lines):
                if start + line.start <= offset <= start + line.end and line.kind is not Kind.HEADING:
                    return StatedLine(block, number, line)
    raise NotInDebateError("no line that states something is here")


def home_of(names: NameIndex, ref: Ref) -> StatedLine:
    """Return the line below which to write relations to something: its definition, if there is one.

    Raises:
        LookupError: no line states it.
    """
    lines = list(lines_of(names, ref))
    if not lines:
        raise NotInDebateError(f"no line of this text states {ref}")
    return min(lines, key=lambda line: (line.line.marker[:1] == "(", line.line.is_reference))


def line_end(text: str, position: int) -> int:
    """Return where the line that contains an offset ends, before its line end."""
    match = _LINE_END.search(text, position)
    return match.start() if match else len(text)


def line_start(text: str, position: int) -> int:
    """Return where the line that contains an offset begins."""
    return max(text.rfind("\n", 0, position), text.rfind("\r", 0, position)) + 1


def behind_line_end(text: str, end: int) -> int:
    """Return where the next line begins, given where a line ends."""
    match = _LINE_END.match(text, end)
    return match.end() if match else end


def newline_of(text: str) -> str:
    """Return the line end that a text uses."""
    match = re.search(r"\r\n|\n|\r", text)
    return match[0] if match else "\n"


def indent_of(line: StatedLine) -> str:
    """Return the white space before a line."""
    match = _INDENT.match(line.text, line_start(line.text, line.start))
    return match[0] if match else ""


def below_edit(line: StatedLine, written: str) -> Edit:
    """Return the edit that writes a line below another, after all that is already below it."""
    below = line.below()
    children = [each for each in below if each.line.depth == line.line.depth + 1]
    indent = indent_of(children[0]) if children else indent_of(line) + "  "
    last = below[-1] if below else line
    place = line_end(line.text, last.end)
    return Edit(Span(place, place, line.block.page.path), f"{newline_of(line.text)}{indent}{written}")


def repeats(line: StatedLine, removed: Set[Ref], others: Set[Ref]) -> bool:
    """Return whether a line only refers to what is removed, or to what is also stated elsewhere."""
    element = line.line
    if element.title is None or element.kind not in REFS or line.below():
        return False
    ref = REFS[element.kind](element.title)
    is_bare = element.is_reference and not (element.data or element.tags or element.content)
    return ref in removed or (is_bare and ref in others)


def promoted(root: StatedLine) -> str:
    """Return a line and what is below it as a separate block, without its marker and indentation."""
    text, indent = root.text, indent_of(root)
    below = root.below()
    start, end = root.start, line_end(text, below[-1].end if below else root.end)
    words = text[start + len(root.line.marker) : end].lstrip(" \t")
    newline = newline_of(text)
    return newline.join(row.removeprefix(indent) for row in words.split(newline))
