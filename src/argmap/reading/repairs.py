"""What to write instead, where that is certain: one function a code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from attrs import evolve, frozen

from argmap.reading.data_blocks import TRUTHS
from argmap.reading.pages import Page
from argmap.text import Diagnostic, Fix, Span

_LABEL = re.compile(r"^([ \t]*)\((?:[0-9]+|[PC][0-9]*)\)", re.MULTILINE)
_NUMBER = re.compile(r"^[ \t]*\(([0-9]{1,9})\)", re.MULTILINE)
_LINE_END = re.compile(r"[ \t]*(?:\r\n|\r|\n)")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n|\r[ \t]*\r|\Z")
# How far up the number of the statement before is looked for.
_NEAR = 2000


@frozen(slots=False)
class _Written:
    """A page as its author wrote it."""

    page: Page

    @property
    def text(self) -> str:
        return self.page.text

    @cached_property
    def newline(self) -> str:
        found = re.search(r"\r\n?|\n", self.text)
        return found[0] if found else "\n"

    def line_start(self, offset: int) -> int:
        return max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1


def with_fixes(diagnostics: Iterable[Diagnostic], pages: Mapping[str | None, Page]) -> list[Diagnostic]:
    """Return diagnostics with a fix for each whose repair is certain; `pages` are those of their paths."""
    written = {path: _Written(page) for path, page in pages.items()}
    found: list[Diagnostic] = []
    for one in diagnostics:
        repair = _REPAIRS.get(one.code)
        if repair and one.fix is None:
            one = evolve(one, fix=repair(written[one.span.path], one.span))
        found.append(one)
    return found


def _blank_line_above(written: _Written, span: Span) -> Fix:
    start = written.line_start(span.start)
    return Fix(Span(start, start, span.path), written.newline)


def _blank_line_behind(written: _Written, span: Span) -> Fix:
    end = span.start + len(written.text[span.start : span.end].rstrip())
    return Fix(Span(end, end, span.path), written.newline)


def _no_blank_line_above(written: _Written, span: Span) -> Fix:
    start = written.line_start(span.start)
    above = start
    while above and written.text[above - 1].isspace():
        above -= 1
    line_end = _LINE_END.match(written.text, above)
    return Fix(Span(line_end.end() if line_end else start, start, span.path), "")


def _four_hyphens(written: _Written, span: Span) -> Fix:
    return Fix(span, "----")


def _closed_inference(written: _Written, span: Span) -> Fix | None:
    line = written.text[span.start : span.end].rstrip()
    if any(mark in line for mark in ("//", "/*", "<!--")):
        return None
    end = span.start + len(line)
    return Fix(Span(end, end, span.path), " --")


def _fences(written: _Written, span: Span) -> Fix:
    assert written.page.tree.frontmatter is not None, "it is what the finding is about"
    (start, end), (inner, inner_end) = written.page.tree.frontmatter
    text = written.text
    behind = text[inner_end:end].replace("---", "===")
    return Fix(Span(start, end, span.path), f"==={text[start + 3 : inner]}{text[inner:inner_end]}{behind}")


def _next_number(written: _Written, span: Span) -> Fix | None:
    numbers = _NUMBER.findall(written.text, max(0, span.start - _NEAR), span.start)
    if not numbers:
        return None
    return Fix(Span(span.start, span.start, span.path), f"({int(numbers[-1]) + 1}) ")


def _escaped_backslash(written: _Written, span: Span) -> Fix:
    return Fix(Span(span.start, span.start, span.path), "\\")


def _numbers(written: _Written, span: Span) -> Fix:
    start = written.line_start(span.start)
    blank_line = _BLANK_LINE.search(written.text, span.end)
    end = blank_line.start() if blank_line else len(written.text)
    count = iter(range(1, end - start + 2))
    numbered = _LABEL.sub(lambda found: f"{found[1]}({next(count)})", written.text[start:end])
    return Fix(Span(start, end, span.path), numbered)


def _undercut(written: _Written, span: Span) -> Fix | None:
    return Fix(span, "<_") if written.text[span.start : span.end] in ("-", "<-") else None


def _no_line(written: _Written, span: Span) -> Fix:
    line_end = _LINE_END.match(written.text, span.end)
    return Fix(Span(span.start, line_end.end() if line_end else span.end, span.path), "")


def _truth(written: _Written, span: Span) -> Fix | None:
    meant = TRUTHS.get(written.text[span.start : span.end].strip("\"'").casefold())
    return Fix(span, meant) if meant else None


_REPAIRS: dict[str, Callable[[_Written, Span], Fix | None]] = {
    "S101": _blank_line_above,
    "S107": _four_hyphens,
    "S108": _closed_inference,
    "S110": _fences,
    "S114": _blank_line_behind,
    "S115": _next_number,
    "S116": _escaped_backslash,
    "S118": _numbers,
    "R207": _no_blank_line_above,
    "R214": _undercut,
    "R232": _no_line,
    "R238": _truth,
}
