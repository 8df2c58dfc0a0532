"""From the tree of a block to its canonical layout.

What is written stays, character for character: only spaces, line ends, the length of inference lines and
the order of tags and data behind a reference are the printer's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator
from typing import Protocol

from attrs import Factory, define

from argmap.formatting.wrapping import filled, lines_of
from argmap.named_tuples import NamedTuple
from argmap.syntax.tree import Block, Element, Kind, Range

INDENT = 2
# How long data on one line may be where nothing else is said.
LINE = 100


class DataWriter(Protocol):
    """Lays out what is in braces: on one line if `width_left` columns do, else from `indent` on."""

    def __call__(self, data: str, *, indent: int, width_left: int) -> str:
        """Return the data; lines behind the first are indented already."""


def print_block(block: Block, text: str, data: DataWriter, *, width: int | None = None) -> str:
    """Return a block in canonical layout.

    `text` is what was written from the start of the block to its end, the comments behind it included, with
    `\\n` as its only line end. With a `width` texts are filled to so many columns, without one they keep
    their line breaks.
    """
    return _Printer(block, text, data, width).text()


class _Atom(NamedTuple):
    """A part of an element that is written without a break."""

    start: int
    end: int
    kind: str
    element: Element | None = None


@define(eq=False)
class _Lines:
    """The lines that are being written."""

    done: list[str] = Factory(list)
    line: str = ""
    indent: int = 0
    hang: int = 0
    # Nothing may follow on this line.
    is_closed: bool = False

    def begin(self, indent: int, hang: int) -> None:
        """Begin an element on a new line; what continues it is indented by `hang` columns."""
        self.end()
        self.indent, self.hang = indent, hang

    def end(self) -> None:
        if self.line:
            self.done.append(self.line)
        self.line, self.is_closed = "", False

    def add(self, piece: str, *, between: str = " ") -> None:
        """Add to the line, or to a new one if this is closed."""
        if self.is_closed:
            self.continue_below()
        if not self.line:
            self.line = " " * self.indent + piece
        else:
            self.line += (between if self.line.strip(" ") else "") + piece

    def continue_below(self) -> None:
        """Go on below, unless nothing has been written yet."""
        if self.line.strip(" "):
            self.end()
            self.line = " " * self.hang

    @property
    def column(self) -> int:
        """The column in which the next piece begins."""
        return len(self.line.rpartition("\n")[2]) + 1


class _Printer:
    def __init__(self, block: Block, text: str, data: DataWriter, width: int | None) -> None:
        self.block = block
        self.written = text
        self.write_data = data
        self.width = width
        self.out = _Lines()
        self.without_comments = _blanked(text, block.comments)
        numbers = [len(element.marker) for element in block.elements if element.marker[:1] == "("]
        self.number_width = max(numbers, default=0)

    def text(self) -> str:
        atoms = list(self.atoms())
        following = [atom.element for atom in atoms]
        # A comment belongs to what is below it.
        for index in range(len(atoms) - 2, -1, -1):
            following[index] = following[index] or following[index + 1]
        current: Element | None = None
        previous = ""
        for atom, ahead in zip(atoms, following, strict=True):
            if atom.kind == "comment":
                self.comment(atom, current, ahead)
                continue
            assert atom.element is not None, "only comments have none"
            if atom.element is not current:
                current = atom.element
                self.out.begin(*self.place(current))
                previous = ""
            self.atom(atom, current, previous)
            previous = atom.kind
        self.out.end()
        return "\n".join(self.out.done)

    def place(self, element: Element) -> tuple[int, int]:
        """Return how far an element is indented, and how far what continues it."""
        indent = INDENT * element.depth
        if not element.marker or element.kind in (Kind.HEADING, Kind.INFERENCE):
            return indent, indent
        width = self.number_width if element.marker[0] == "(" else len(element.marker)
        return indent, indent + width + 1

    # From the tree to atoms

    def atoms(self) -> Iterator[_Atom]:
        """Yield the parts of all elements, and the comments between them, in the order of the text."""
        comments = deque(self.block.comments)
        for element in self.block.elements:
            for atom in self.parts(element):
                while comments and comments[0][0] < atom.start:
                    yield _Atom(*comments.popleft(), "comment")
                while comments and comments[0][0] < atom.end:
                    comments.popleft()
                yield atom
        yield from (_Atom(*comment, "comment") for comment in comments)

    def parts(self, element: Element) -> list[_Atom]:
        """Return the parts of an element in the order in which they are to be written."""
        if element.kind is Kind.INFERENCE:
            return [_Atom(element.start, element.end, "inference", element)]
        atoms: list[_Atom] = []
        if element.marker:
            atoms.append(_Atom(element.start, element.start + len(element.marker), "marker", element))
        if element.title_range is not None:
            start, end = element.title_range
            opening = start - (2 if element.kind in (Kind.EVIDENCE, Kind.QUESTION) else 1)
            atoms.append(_Atom(opening, end + 1, "title", element))
        inner = element.content or (0, 0)
        if element.content:
            atoms.append(_Atom(*element.content, "text", element))
        atoms += [_Atom(*tag, "tag", element) for tag in element.tags if not _within(tag, inner)]
        atoms += [_Atom(*braces, "data", element) for braces in element.data if not _within(braces, inner)]
        ordered = sorted(atoms)
        if element.is_reference and not element.content and not self.has_comment(element):
            # Behind a reference both mean the same in any order.
            ordered.sort(key=lambda atom: atom.kind == "data")
        return ordered

    def has_comment(self, element: Element) -> bool:
        return bool(self.comments_in(element))

    # From atoms to lines

    def atom(self, atom: _Atom, element: Element, previous: str) -> None:
        match atom.kind:
            case "marker":
                blanks = self.number_width - len(element.marker) if element.marker[0] == "(" else 0
                self.out.add(self.written[atom.start : atom.end] + " " * blanks)
            case "text":
                if previous in ("tag", "data") or (previous == "title" and element.is_reference):
                    self.out.continue_below()
                self.running_text(atom)
            case "data":
                self.data(self.written[atom.start : atom.end])
            case "inference":
                self.inference(element)
            case _:
                lines = lines_of(self.written, atom.start, atom.end, self.comments_in(atom))
                if atom.kind == "title" and not element.is_reference:
                    lines[-1] += ":"
                self.lines(lines)

    def running_text(self, atom: _Atom) -> None:
        comments = self.comments_in(atom)
        lines = lines_of(self.written, atom.start, atom.end, comments)
        # A heading that runs over several lines is odd.
        is_filled = atom.element is None or atom.element.kind is not Kind.HEADING
        if self.width is not None and is_filled and not comments:
            first = self.width - self.out.column if self.out.line else self.width - self.out.indent
            lines = list(filled("\n".join(lines), first=first, width_left=self.width - self.out.hang))
        self.lines(lines)

    def lines(self, lines: list[str]) -> None:
        for index, line in enumerate(lines):
            if index:
                self.out.continue_below()
            self.out.add(line)

    def data(self, data: str) -> None:
        width_left = (self.width or LINE) - self.out.hang
        laid_out = self.write_data(data, indent=self.out.hang, width_left=width_left)
        length = len(laid_out.partition("\n")[0])
        if self.width is not None and self.out.line and self.out.column + length > self.width:
            self.out.continue_below()
        self.out.add(laid_out)

    def inference(self, element: Element) -> None:
        if self.has_comment(element):
            inner = self.comments_in(element)
            self.lines(lines_of(self.written, element.start, element.end, inner))
            return
        rules = ", ".join(" ".join(self.written[start:end].split()) for start, end in element.rules)
        data = [
            self.write_data(self.written[start:end], indent=0, width_left=self.width or LINE)
            for start, end in element.data
        ]
        body = " ".join(part for part in (rules, *data) if part)
        self.out.add(f"-- {body} --" if body else "----")

    def comments_in(self, part: _Atom | Element) -> tuple[Range, ...]:
        comments = self.block.comments
        first = bisect_left(comments, (part.start, 0)) if comments else 0
        return comments[first : bisect_left(comments, (part.end, 0), first)] if comments else ()

    def comment(self, atom: _Atom, current: Element | None, ahead: Element | None) -> None:
        written = self.written[atom.start : atom.end].rstrip(" \t\n")
        if ahead is current and current is not None:
            # Between two parts of one element.
            if self.stands_alone(atom):
                self.out.continue_below()
            self.out.add(written)
            self.out.is_closed = written.startswith("//") or self.stands_alone(atom)
        elif self.stands_alone(atom) or current is None or self.begins_line(atom):
            indent = self.place(ahead)[0] if ahead else self.indent_of_last(atom, current)
            self.out.begin(indent, indent)
            self.out.add(written)
            self.out.end()
        else:
            self.out.add(written)
            if written.startswith("//"):
                self.out.is_closed = True

    def indent_of_last(self, atom: _Atom, current: Element | None) -> int:
        """Return the indentation of a comment with nothing behind it: like what is above, or none."""
        line = self.written.rfind("\n", 0, atom.start) + 1
        return self.place(current)[0] if current and self.written[line] in " \t" else 0

    def begins_line(self, atom: _Atom) -> bool:
        line = self.without_comments.rfind("\n", 0, atom.start) + 1
        return not self.without_comments[line : atom.start].strip(" \t")

    def stands_alone(self, atom: _Atom) -> bool:
        line_end = self.without_comments.find("\n", atom.end)
        behind = self.without_comments[atom.end : line_end if line_end >= 0 else None]
        return self.begins_line(atom) and not behind.strip(" \t")


def _within(inner: Range, outer: Range) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _blanked(text: str, comments: tuple[Range, ...]) -> str:
    """Return a text with spaces in place of comments; line ends stay."""
    pieces: list[str] = []
    position = 0
    for start, end in comments:
        pieces += (text[position:start], re.sub(r"[^\n]", " ", text[start:end]))
        position = end
    pieces.append(text[position:])
    return "".join(pieces)
