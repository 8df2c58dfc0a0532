"""Lines that begin almost as markup does: titles with a bracket too few, labels, headings without a space."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.reading.mistakes.html_tags import ENTITY
from argmap.reading.mistakes.text_places import PageLines, TextPlaces
from argmap.reading.source_files import SourceFile
from argmap.syntax import Block, Element, Kind
from argmap.syntax.operators import OPERATOR
from argmap.text import Diagnostic, Fix, Span, diagnose

_MARKER = rf"(?:(?P<operator>{OPERATOR})|\*|[0-9]++\.|\([0-9]++\))(?=[ \t])"
_INNER = r"[^\[\]<>(){}\n:]++"
_SLIP = re.compile(
    rf"\n(?P<indent>[ \t]*+)(?:{_MARKER}[ \t]*+)?+(?P<start>)(?:"
    # A title with one bracket, with two that do not match, or with those of something else.
    rf"(?P<unclosed>[\[<](?=[^\W\d_]|\^){_INNER}(?::(?=[ \t\n]|\Z)|(?=\n|\Z)))"
    rf"|(?P<mixed>\[{_INNER}[>)}}][ \t]*+:(?=[ \t\n]|\Z)|<{_INNER}[\])}}][ \t]*+:(?=[ \t\n]|\Z))"
    rf"|(?P<unopened>(?=[^\W\d_]){_INNER}[\]>]:(?=[ \t\n]|\Z))"
    rf"|(?P<round>\({_INNER}\)[ \t]*+:(?=[ \t\n]|\Z)|\{{{_INNER}\}}[ \t]*+:(?=[ \t\n]|\Z))"
    r"|(?P<heading>\#++)(?=[^\s\#()])"
    r"|(?P<label>(?:[PC][0-9]*+|[Pp]remise(?:[ ]?[0-9]++)?|[Cc]onclusion(?:[ ]?[0-9]++)?)[.:)])(?=[ \t\n]|\Z)"
    r"|(?P<therefore>(?:Therefore|Hence|Thus|Consequently|∴|So(?=,)|Conclusion(?=:))(?=[ ,:\n]|\Z)))"
)
# With the wide brackets and colon of East Asian keyboards, too.
_DATA = re.compile(
    r"[(\uff08\uff5b](?P<key>source|kind|quote|locator|reliability|strength|scheme)(?::[ \t]|\uff1a[ \t]*+)"
    r"(?P<value>[^(){}\n\uff08\uff09\uff5b\uff5d]*+)[)\uff09\uff5d](?=[ \t]*+(?:\n|\Z))"
)
_UP_TO_BRACKET = re.compile(r"(?:[^\[\]<>\n]++|\n(?![ \t]*+\n))*+")
_SENTENCE_END = (".", "!", "?", ":", ";", ",")


def find_odd_beginnings(page: SourceFile, lines: PageLines, places: TextPlaces) -> Iterator[Diagnostic]:
    """Yield findings about beginnings of lines that are almost markup."""
    labels = _Labels()
    text = lines.text
    for line in lines.matches(_SLIP):
        kind = line.lastgroup or ""
        if kind == "start":
            continue
        start = line.start(kind) - 1
        # Spaces at the end of a line are not part of it, nor is the first half of a line end `\r\n`.
        written = line[kind].rstrip(" \t")
        span = Span(start, start + len(written), page.path)
        if not places.is_text(start, written):
            continue
        block = places.block(start)
        element = places.element(start, written)
        assert block is not None, "there is a text"
        assert element is not None, "there is a text"
        if kind == "heading":
            if len(written) > 1 or _is_alone(block, element, start):
                yield diagnose("S134", span, written, fix=_inserted(span, " "))
        elif kind in ("label", "therefore"):
            if labels.complete(block, element, kind, span):
                yield diagnose("S136", labels.span or span, text[labels.start + 1 : labels.end + 1])
        elif _begins(block, element, start):
            yield from _odd_brackets(line, text, written, span)
    yield from _in_texts(page, lines, places)


def _odd_brackets(line: re.Match[str], text: str, written: str, span: Span) -> Iterator[Diagnostic]:
    """Yield what is wrong with the brackets at the beginning of a line."""
    kind = line.lastgroup or ""
    if kind == "unclosed":
        is_title = line["operator"] or written.endswith(":")
        if is_title and _is_missing(text, written[0], line.end(kind)):
            yield _unclosed(span, written)
    elif kind in ("unopened", "mixed"):
        yield diagnose("S131", span, *_brackets(written))
    elif line["operator"]:
        yield diagnose("S132", span, written[0], written.rstrip(": \t")[-1])


def _begins(block: Block, element: Element, start: int) -> bool:
    """Return whether the text of an element without a title begins at an offset."""
    return element.title is None and element.content is not None and block.start + element.content[0] == start


def _is_alone(block: Block, element: Element, start: int) -> bool:
    """Return whether a text is all that is in its block, on one line and no sentence: maybe a heading."""
    return (
        len(block.elements) == 1
        and element.kind is Kind.CLAIM
        and not element.marker
        and _begins(block, element, start)
        and "\n" not in block.text
        and block.text.count("#") == 1
        and not block.text.rstrip().endswith(_SENTENCE_END)
    )


def _inserted(span: Span, what: str) -> Fix:
    return Fix(Span(span.end, span.end, span.path), what, is_safe=False)


def _unclosed(span: Span, written: str) -> Diagnostic:
    closing = "]" if written[0] == "[" else ">"
    end = span.end - written.endswith(":")
    fix = Fix(Span(end, end, span.path), closing, is_safe=False)
    return diagnose("S131", span, *_brackets(written), fix=fix)


def _brackets(written: str) -> tuple[str, str]:
    """Return the bracket that is missing from a title, and the title as it should be."""
    title = written.rstrip(": \t").strip("[]<>(){}")
    is_argument = written[0] == "<" or (written[0] != "[" and ">" in written)
    opening, closing = ("<", ">") if is_argument else ("[", "]")
    missing = closing if written[0] == opening else opening
    return missing, f"{opening}{title}{closing}"


def _is_missing(text: str, opening: str, end: int) -> bool:
    """Return whether the next bracket behind an offset, or its lack, leaves an opening one alone."""
    between = _UP_TO_BRACKET.match(text, end)
    assert between is not None, "it matches nothing as well"
    closing = "]" if opening == "[" else ">"
    return text[between.end() : between.end() + 1] != closing


class _Labels:
    """Notices premises and a conclusion that are labelled otherwise than `(1)`."""

    block: int = -1
    span: Span | None = None
    is_told: bool = False

    @property
    def start(self) -> int:
        return self.span.start if self.span else 0

    @property
    def end(self) -> int:
        return self.span.end if self.span else 0

    def complete(self, block: Block, element: Element, kind: str, span: Span) -> bool:
        """Take in a label; return whether it is the first that shows that the block is a structure."""
        if block.start != self.block:
            self.block, self.span, self.is_told = block.start, None, False
            first = block.elements[0]
            if first.marker[:-1].isdecimal():
                self.span = Span(
                    block.start + first.start, block.start + first.start + len(first.marker), span.path
                )
        if self.is_told or element.marker[:1] == "(":
            return False
        is_first, self.span = self.span is None, self.span or span
        is_conclusion = kind == "therefore" or block.text[span.start - block.start] in "Cc"
        self.is_told = is_conclusion and not is_first
        return self.is_told


def _in_texts(page: SourceFile, lines: PageLines, places: TextPlaces) -> Iterator[Diagnostic]:
    """Yield data in round brackets and characters by their names in HTML, anywhere in texts."""
    for code, pattern in (("S144", _DATA), ("S145", ENTITY)):
        line_end = -1
        for written in lines.matches(pattern):
            start = written.start() - 1
            if start < line_end:
                continue
            line_end = lines.text.find("\n", written.end())
            if places.is_text(start, written[0]):
                said = f"{written['key']}: {written['value']}" if code == "S144" else written[0][1:-1]
                yield diagnose(code, Span(start, written.end() - 1, page.path), written[0], said)
