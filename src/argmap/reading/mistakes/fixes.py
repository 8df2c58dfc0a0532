"""What to write instead, where that is certain: one function a code.

These fixes are safe: what is said stays as it is. Where it would not, there is no fix.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from operator import attrgetter

from attrs import evolve, frozen

from argmap.data.blocks import TRUTHS
from argmap.reading.source_files import SourceFile
from argmap.syntax import Block, Element, Kind
from argmap.syntax.document import parse_tree
from argmap.syntax.operators import OPERATOR_SIGNS, OPERATORS, marker_of
from argmap.text import Diagnostic, Fix, Span

_LABEL = re.compile(r"^([ \t]*)\((?:[0-9]+|[PC][0-9]*)\)", re.MULTILINE)
_NUMBER = re.compile(r"^[ \t]*\(([0-9]{1,9})\)", re.MULTILINE)
_LINE_END = re.compile(r"[ \t]*(?:\r\n|\r|\n)")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n|\r[ \t]*\r|\Z")
_LONE_MARKER = re.compile(rf"[ \t]*(?:#+|\*|[0-9]+\.|\([^)\n]*\)|[{OPERATOR_SIGNS}]+)[ \t]*")
_STATEMENT_BELOW = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*[^\s-]")
_HYPHENS = re.compile(r"^[ \t]*--", re.MULTILINE)
# How far up the number of the statement before is looked for.
_NEAR = 2000


@frozen(slots=False)
class _AuthorsPage:
    """A page as its author wrote it."""

    page: SourceFile

    @property
    def text(self) -> str:
        return self.page.text

    @cached_property
    def newline(self) -> str:
        match = re.search(r"\r\n?|\n", self.text)
        return match[0] if match else "\n"

    def line_above(self, start: int) -> str:
        """Return the line above the one that begins at an offset."""
        end = start - 1
        if self.text[max(0, end - 1) : start] == "\r\n":
            end -= 1
        return self.text[self.line_start(end) : end] if start else ""

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        return self.page.tree.blocks

    def is_inference_above(self, start: int) -> bool:
        """Return whether the block above the one that begins at an offset has an inference line."""
        index = bisect_left(self.blocks, start, key=attrgetter("start")) - 1
        return index >= 0 and any(element.kind is Kind.INFERENCE for element in self.blocks[index].elements)

    def can_join(self, start: int, between: Span) -> bool:
        """Return whether the block at an offset says the same if it is one with the block above it.

        It may not where a bracket that is never closed above it meets its end below.
        """
        index = bisect_left(self.blocks, start, key=attrgetter("start"))
        above, below = self.blocks[index - 1], self.blocks[index]
        end = below.start + len(below.text)
        joined = parse_tree(self.text[above.start : between.start] + self.text[between.end : end])
        return [*_elements(above), *_elements(below)] == [
            element for block in joined.blocks for element in _elements(block)
        ]

    def line_start(self, offset: int) -> int:
        return max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1


def with_fixes(diagnostics: Iterable[Diagnostic], pages: Mapping[str | None, SourceFile]) -> list[Diagnostic]:
    """Return diagnostics with a fix for each whose repair is certain; `pages` are those of their paths."""
    written = {path: _AuthorsPage(page) for path, page in pages.items()}
    found: list[Diagnostic] = []
    for one in diagnostics:
        repair = _REPAIRS.get(one.code)
        if repair and one.fix is None:
            one = evolve(one, fix=repair(written[one.span.path], one.span))
        found.append(one)
    return found


def _elements(block: Block) -> Iterator[tuple[Element, list[str]]]:
    """Yield the elements of a block without their places, each with the words that stood there."""
    for element in block.elements:
        ranges = (element.content or (0, 0), *element.tags, *element.data, *element.rules)
        words = [block.text[start:end].strip() for start, end in ranges]
        placeless = element._replace(
            start=0, end=0, title_range=None, content=None, tags=(), data=(), rules=()
        )
        yield placeless, words


def _blank_line_above(written: _AuthorsPage, span: Span) -> Fix | None:
    start = written.line_start(span.start)
    # A marker without words needs the line end behind it; as the last line of a block it would lose it.
    if _LONE_MARKER.fullmatch(written.line_above(start)):
        return None
    return Fix(Span(start, start, span.path), written.newline)


def _blank_line_behind(written: _AuthorsPage, span: Span) -> Fix:
    end = span.start + len(written.text[span.start : span.end].rstrip())
    return Fix(Span(end, end, span.path), written.newline)


def _no_blank_line_above(written: _AuthorsPage, span: Span) -> Fix | None:
    start = written.line_start(span.start)
    if written.text.startswith("--", start) and written.is_inference_above(start):
        return None
    above = start
    while above and written.text[above - 1].isspace():
        above -= 1
    line_end = _LINE_END.match(written.text, above)
    between = Span(line_end.end() if line_end else start, start, span.path)
    return Fix(between, "") if written.can_join(span.start, between) else None


def _four_hyphens(written: _AuthorsPage, span: Span) -> Fix:
    return Fix(span, "----")


def _closed_inference(written: _AuthorsPage, span: Span) -> Fix | None:
    line = written.text[span.start : span.end].rstrip()
    # Words behind data are rules only in a closed line.
    is_plain = line.startswith("-- ") and "--" not in line[2:] and "}" not in line[:-1]
    if not (is_plain and _STATEMENT_BELOW.match(written.text, span.end)) or any(
        mark in line for mark in ("//", "/*", "<!--")
    ):
        return None
    end = span.start + len(line)
    return Fix(Span(end, end, span.path), " --")


def _fences(written: _AuthorsPage, span: Span) -> Fix:
    assert written.page.tree.frontmatter is not None, "it is what the finding is about"
    (start, end), (inner, inner_end) = written.page.tree.frontmatter
    text = written.text
    behind = text[inner_end:end].replace("---", "===")
    return Fix(Span(start, end, span.path), f"==={text[start + 3 : inner]}{text[inner:inner_end]}{behind}")


def _next_number(written: _AuthorsPage, span: Span) -> Fix | None:
    numbers = _NUMBER.findall(written.text, max(0, span.start - _NEAR), span.start)
    first = written.text[span.start : span.start + 1]
    if not numbers or not (first.isalnum() or first in "[\"'“„«"):
        return None
    return Fix(Span(span.start, span.start, span.path), f"({int(numbers[-1]) + 1}) ")


def _escaped_backslash(written: _AuthorsPage, span: Span) -> Fix:
    return Fix(Span(span.start, span.start, span.path), "\\")


def _numbers(written: _AuthorsPage, span: Span) -> Fix:
    start = written.line_start(span.start)
    blank_line = _BLANK_LINE.search(written.text, span.end)
    end = blank_line.start() if blank_line else len(written.text)
    count = iter(range(1, end - start + 2))
    numbered = _LABEL.sub(lambda match: f"{match[1]}({next(count)})", written.text[start:end])
    return Fix(Span(start, end, span.path), numbered, is_safe=_is_counted(written.text[start:end]))


def _is_counted(structure: str) -> bool:
    """Return whether data of a structure mean the same steps if it has numbers in place of its labels."""
    if not _NAMES_STEPS.search(structure):
        return True
    counts = {"P": 0, "C": 0}
    is_concluding = False
    for match in _STRUCTURE_LINE.finditer(structure):
        if match["label"] is None:
            is_concluding = True
            continue
        kind = "C" if is_concluding else "P"
        counts[kind] += 1
        is_concluding = False
        if match["label"].isdecimal():
            continue
        if match["label"] not in (f"{kind}{counts[kind]}", "C" if counts["C"] == 1 else ""):
            return False
    return True


_NAMES_STEPS = re.compile(r"\b(?:uses|from)\b")
_STRUCTURE_LINE = re.compile(r"^[ \t]*+(?:--|\((?P<label>[PC]?[0-9]*+)\))", re.MULTILINE)


def _nothing(written: _AuthorsPage, span: Span) -> Fix:
    return Fix(span, "")


def _colon(written: _AuthorsPage, span: Span) -> Fix:
    return Fix(span, ":")


def _undercut(written: _AuthorsPage, span: Span) -> Fix | None:
    operator = OPERATORS.get(written.text[span.start : span.end])
    if operator is None or operator.relation != "attack" or not operator.is_from_below:
        return None
    return Fix(span, marker_of("undercut", is_from_below=True, needs_space=False))


def _no_line(written: _AuthorsPage, span: Span) -> Fix | None:
    line_end = _LINE_END.match(written.text, span.end)
    tree = written.page.tree
    # Without it, what is below could be frontmatter, or be read with another line of hyphens.
    if not tree.frontmatter and tree.parts[0].start >= written.line_start(span.start):
        return None
    rest = _BLANK_LINE.search(written.text, span.end)
    if _HYPHENS.search(
        written.text, line_end.end() if line_end else span.end, rest.start() if rest else len(written.text)
    ):
        return None
    return Fix(Span(span.start, line_end.end() if line_end else span.end, span.path), "")


def _truth(written: _AuthorsPage, span: Span) -> Fix | None:
    meant = TRUTHS.get(written.text[span.start : span.end].strip("\"'").casefold())
    return Fix(span, meant) if meant else None


_REPAIRS: dict[str, Callable[[_AuthorsPage, Span], Fix | None]] = {
    "S101": _blank_line_above,
    "S107": _four_hyphens,
    "S108": _closed_inference,
    "S110": _fences,
    "S114": _blank_line_behind,
    "S115": _next_number,
    "S127": _nothing,
    "S128": _colon,
    "S116": _escaped_backslash,
    "S118": _numbers,
    "R207": _no_blank_line_above,
    "R214": _undercut,
    "R232": _no_line,
    "R238": _truth,
}
