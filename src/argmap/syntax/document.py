"""From a text to its tree: frontmatter, comments, data and blocks are found here, then each is read."""

from __future__ import annotations

import re
from collections.abc import Container

from argmap.syntax.atoms import Atoms
from argmap.syntax.braces import Braces
from argmap.syntax.comments import CommentFinder, masked
from argmap.syntax.frontmatter import find_frontmatter, unclosed_frontmatter
from argmap.syntax.operators import OPERATOR_AT_LINE_START
from argmap.syntax.parser import BlockInput, parse_block
from argmap.syntax.tokens import MASK
from argmap.syntax.tree import Block, Include, Problem, Range, Tree

_BLANK = re.compile(r"[ \t\n]+")
_SEPARATOR = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_ODD_LINE_END = re.compile(r"\r\n?")
# What may hide a blank line from us, or must not be read as text.
_NOTABLE = re.compile(r"\{|//|/\*|<!--|@include\(|```|~~~")
_URL_BEFORE = re.compile(r"[A-Za-z0-9+.\-]:")
_URL_BEHIND = re.compile(r"[^\s\]>)]*")
# What may follow the data of an element: nothing more on the line, and then a line that is not its text.
_BEHIND_DATA = re.compile(
    r"[ \t]*(?:\Z|//|/\*|<!--|--|\{|\#"
    rf"|\n[ \t]*(?:\Z|\n|//|/\*|<!--|\{{|[*\#]|{OPERATOR_AT_LINE_START}|\((?:[0-9]|[PC][0-9]*\))|[0-9]+\.\s"
    r"|\[[^\n]+?\]:|<[^\n]+?>:))"
)
_FURTHER_BRACES = re.compile(r"[ \t]*(?:\n[ \t]*)?\{")
_INFERENCE = re.compile(r"[ \t]*--")
_INCLUDE = re.compile(r"[ \t]*@include\(([^)\n]+)\)[ \t]*(?=\n|\Z)")

_CROWDED = re.compile(r"\n[ \t]*(?![ \t\n]|\Z|//|/\*|<!--)")


def parse_tree(text: str) -> Tree:
    """Return the tree of a text; every text has one."""
    return BlockCutter(text).tree()


def working_text(text: str) -> str:
    """Return a text of the same length in which all line ends are `\\n` and U+FDD0 is free for masks."""
    if "\r" in text:
        text = _ODD_LINE_END.sub(lambda end: "\t\n"[-len(end[0]) :], text)
    if MASK in text:
        text = text.replace(MASK, "\ufffd")
    return " " + text[1:] if text.startswith("\ufeff") else text


class BlockCutter:
    """Cuts one text into blocks."""

    def __init__(self, text: str) -> None:
        self.text = working_text(text)
        self.end = len(self.text)
        self.braces = Braces(self.text)
        self.atoms = Atoms(self.text)
        # Where the first notable mark is after the last one that was looked for.
        self.notable = -1
        # Where the line ends on which a brace beyond its block stood.
        self.line_end = 0
        # How far the text was looked at to read the blocks so far; past its end if its end was met.
        self.reach = 0
        # What stands for a mark at the very beginning, so that the first line begins behind it.
        self.start = 1 if text.startswith("\ufeff") else 0
        self.comment_finder = CommentFinder(self.text)
        # Where the first blank line behind the last one looked for begins.
        self.separator = -1
        # The line of the braces looked at last: there may be very many on one.
        self.line = (0, 0)
        # Whether braces in a row that end before an offset are data.
        self.in_row: dict[int, bool] = {}
        self.parts: list[Block | Include] = []
        self.comments: list[Range] = []
        self.problems: list[Problem] = []

    def tree(self) -> Tree:
        self.problems += [Problem("S138", *fence) for fence in list(self.comment_finder.fences.items())[:1]]
        position, frontmatter = self.frontmatter()
        self.blocks_until(position, ())
        problems = (*self.problems, *self.comment_finder.problems.values())
        return Tree(tuple(self.parts), frontmatter, tuple(self.comments), problems)

    def blocks_until(self, position: int, ends: Container[int]) -> int:
        """Read the blocks from an offset on up to one of `ends` before which nothing depends on what follows.

        Returns that offset, or the end of the text.
        """
        while (position := self.block_start(position)) < self.end:
            if position in ends and self.reach <= position:
                break
            position = self.block(position)
        return position

    def frontmatter(self) -> tuple[int, tuple[Range, Range] | None]:
        start = self.block_start(self.start)
        while comment := self.comment(start):
            start = self.block_start(comment)
        frontmatter = find_frontmatter(self.text, start)
        if not frontmatter:
            if unclosed := unclosed_frontmatter(self.text, start):
                self.problems.append(Problem("R267", *unclosed))
            return 0, None
        end = frontmatter.span[1]
        if frontmatter.is_markdown:
            self.problems.append(Problem("S110", start, start + 3))
        elif _CROWDED.match(self.text, end):
            line = self.text.rfind("\n", 0, end) + 1
            self.problems.append(Problem("S114", line, end))
        self.comments_before(start)
        return end, (frontmatter.span, frontmatter.yaml)

    def comments_before(self, end: int) -> None:
        position = self.block_start(self.start)
        while position < end and (comment := self.comment(position)):
            self.comments.append((position, comment))
            position = self.block_start(comment)

    def block_start(self, position: int) -> int:
        """Return where the next line that is not blank begins, or the end of the text."""
        blank = _BLANK.match(self.text, position)
        behind = blank.end() if blank else position
        return max(position, self.text.rfind("\n", position, behind) + 1) if behind < self.end else self.end

    def next_separator(self, position: int) -> int:
        """Return where blank lines begin that end a block, or the end of the text."""
        separator = _SEPARATOR.search(self.text, position)
        return separator.start() if separator else self.end

    def block(self, start: int) -> int:
        """Read the block that begins at an offset; return where it ends."""
        if self.separator < start:
            self.separator = self.next_separator(start)
        end = self.separator
        if self.notable < start:
            notable = _NOTABLE.search(self.text, start)
            self.notable = notable.start() if notable else self.end
        if self.notable >= end:
            self.add_block(start, self.text[start:end], {}, (), [])
            return end
        return self.notable_block(start, end)

    def notable_block(self, start: int, end: int) -> int:
        """Read a block with comments, braces or includes, which may reach over blank lines."""
        text = self.text
        data: dict[int, int] = {}
        comments: list[Range] = []
        problems: list[Problem] = []
        if include := _INCLUDE.match(text, start):
            self.parts.append(Include(include[1].strip(), include.start(), include.end()))
            return include.end()
        # No escape, link, title or tag reaches over a line end: above the first mark there is nothing to see.
        position = max(start, text.rfind("\n", start, self.notable))
        while (atom := self.atoms.next(position, max(end, position))) and atom.start() < end:
            mark = atom[0]
            position = atom.end()
            if mark == "{":
                closing = self.braces.closing(atom.start())
                self.reach = max(self.reach, self.braces.reach)
                if closing is not None and closing >= max(end, self.line_end):
                    self.look_behind(closing)
                if closing is None:
                    problems.append(Problem("S111", atom.start() - start, atom.end() - start))
                elif self.ends_data(closing + 1, end) or self.before_rules(atom.start(), closing + 1):
                    data[atom.start() - start] = closing + 1 - start
                    position = closing + 1
            elif mark == "//" and _URL_BEFORE.match(text, max(start, atom.start() - 2)):
                position = _behind_url(text, position)
            elif mark in ("```", "~~~"):
                if behind := self.comment_finder.fences.get(atom.start()):
                    comments.append((atom.start(), behind))
                    position = behind
            elif mark in ("//", "/*", "<!--"):
                comment = self.comment(atom.start())
                if comment is None:
                    problems.append(Problem("S112", atom.start() - start, atom.end() - start))
                else:
                    comments.append((atom.start(), comment))
                    position = comment
            elif mark == "\n" and _INCLUDE.match(text, position):
                end = atom.start()
                break
            else:
                continue
            if position > end:
                end = self.next_separator(position)
        without_comments = masked(text, start, end, comments)
        ranges = tuple([(opening - start, behind - start) for opening, behind in comments])
        self.add_block(start, without_comments, data, ranges, problems)
        return end

    def ends_data(self, behind: int, end: int) -> bool:
        """Return whether braces before an offset are data; braces in a row are all data or none."""
        if behind not in self.in_row and not _FURTHER_BRACES.match(self.text, behind):
            # Nearly all are alone.
            return _BEHIND_DATA.match(self.text, behind) is not None
        row: list[int] = []
        while behind not in self.in_row:
            row.append(behind)
            further = _FURTHER_BRACES.match(self.text, behind)
            closing = self.braces.closing(further.end() - 1) if further else None
            self.reach = max(self.reach, self.braces.reach)
            if further and closing is None:
                self.in_row[behind] = False
            elif closing is None:
                self.in_row[behind] = _BEHIND_DATA.match(self.text, behind) is not None
            else:
                if closing >= max(end, self.line_end):
                    self.look_behind(closing)
                behind = closing + 1
        self.in_row |= dict.fromkeys(row, self.in_row[behind])
        return self.in_row[behind]

    def look_behind(self, closing: int) -> None:
        """Take down that the line behind a brace beyond the block was looked at."""
        line_end = self.text.find("\n", closing)
        self.line_end = line_end if line_end >= 0 else self.end
        below = self.text.find("\n", self.line_end + 1)
        self.reach = max(self.reach, below + 1 if below >= 0 else self.end + 1)

    def add_block(
        self,
        start: int,
        text: str,
        data: dict[int, int],
        comments: tuple[Range, ...],
        problems: list[Problem],
    ) -> None:
        written = text.rstrip(" \t\n" + MASK)
        if not written:
            self.comments += [(one + start, behind + start) for one, behind in comments]
            return
        block = BlockInput(written, data, problems)
        elements = parse_block(block)
        beyond = self.reach - start if self.reach > start + len(written) else 0
        self.parts.append(Block(start, written, elements, comments, tuple(block.problems), beyond))

    def before_rules(self, opening: int, behind: int) -> bool:
        """Return whether braces are on an inference line, before its rules."""
        start, end = self.line
        if not start <= opening < end:
            start, end = self.text.rfind("\n", 0, opening) + 1, self.text.find("\n", opening)
            self.line = (start, end if end >= 0 else self.end)
        if not _INFERENCE.match(self.text, start):
            return False
        line_end = self.text.find("\n", behind)
        return self.text.find("--", behind, line_end if line_end >= 0 else self.end) >= 0

    def comment(self, start: int) -> int | None:
        """Return where a comment that begins at an offset ends, None if none begins or it never ends."""
        end = self.comment_finder.end(start)
        self.reach = max(self.reach, self.comment_finder.reach)
        return end


def _behind_url(text: str, position: int) -> int:
    url = _URL_BEHIND.match(text, position)
    return url.end() if url else position
