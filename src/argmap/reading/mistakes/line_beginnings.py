"""Slips of the pen at the beginning of lines: what looks like markup and is read as something else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.reading.mistakes.nesting import find_slips_in_trees
from argmap.reading.mistakes.odd_beginnings import find_odd_beginnings
from argmap.reading.mistakes.text_places import PageLines, TextPlaces
from argmap.reading.source_files import SourceFile
from argmap.syntax import Block
from argmap.syntax.document import working_text
from argmap.syntax.operators import OPERATOR, OPERATORS
from argmap.text import Diagnostic, Span, diagnose
from argmap.text.shortening import shortened
from argmap.text.similar_characters import APOSTROPHES, LOOKALIKES, ODD_SPACES

# Data may follow directly; whether a space ends the line makes no difference, because nobody sees it.
_END = r"(?=[ \t\n{]|\Z)"
_LONGEST_SHOWN = 40
_LEADING_OPERATOR = re.compile(OPERATOR)
_TITLE_BEHIND = r"(?=[ \t]*+(?:\[[^\[\]\n]++\]|<[^<>\s][^<>\n]*+>))"
# Arrows as logicians, programmers and other tools write them; before a number `<=` is arithmetic.
_ARROW = r"(?:<?[=~]{1,3}>|<[=~]{1,3}|<?-{2,3}>|<-{2,3})(?=[ \t]++[^\s\d]|[ \t]*+(?:\n|\Z)|[\[<])"
# Operators with a space inside, and other signs before a title.
_BROKEN = rf"(?:[-+_][ \t]++>|<[ \t]++[-+_]|>[ \t]++<){_TITLE_BEHIND}"
_SIGNS = rf"(?!{OPERATOR}[ \t]*+(?:\[|<[^\s\[<>=~|!&?:+-]))[=~|!&?:<>+-]{{1,3}}{_TITLE_BEHIND}"
# It begins with a line end, which can be searched for fast, and asks at once for what all ways begin with;
# what is found is rare.
_SLIP = re.compile(
    rf"\n[ \t]*+(?=[{ODD_SPACES}{APOSTROPHES}<>+\-=_~|!&?:@\#])"
    rf"(?:(?P<S120>[{ODD_SPACES}])[ \t{ODD_SPACES}]*(?={OPERATOR}{_END}|\n|\Z)"
    rf"|(?P<S122>[{APOSTROPHES}]+)[ \t]*(?P<operator>{OPERATOR}){_END}"
    r"|(?P<S123><->|<\+>|\+\+|\+-|-\+)(?=[ \t\n\[<]|\Z)"
    rf"|(?P<S146>{_ARROW}|{_BROKEN}|{_SIGNS})"
    r"|(?P<S147>@[Ii](?:nclude|mport)\b[^\n]*+)"
    r"|(?P<S124>={3,})[ \t]*(?=\n|\Z)"
    r"|(?P<R231>\#+)[ \t]*(?=\n|\Z))"
)


def find_slips(page: SourceFile) -> Iterator[Diagnostic]:
    """Yield what is odd at the beginning of a page's lines, the included pages left out."""
    yield from slips_in_lines(page)
    yield from find_slips_in_trees(page)


def slips_in_lines(page: SourceFile, start: int = 0, end: int | None = None) -> Iterator[Diagnostic]:
    """Yield what is odd at the beginning of lines that follows from their blocks alone.

    They are those of the blocks that begin in a stretch of the page.
    """
    text = "\n" + working_text(page.text)
    end = len(text) if end is None or end == len(page.text) else end
    # The line end before the first line is what all patterns begin with.
    lines = PageLines(text, text.rfind("\n", 0, start + 1), end)
    places = TextPlaces.of(page)
    for slip in lines.matches(_SLIP):
        code = next(name for name in _CODES if slip[name])
        # Spaces at the end of a line are no part of it.
        at, sign = slip.start(code) - 1, slip[code].rstrip(" \t")
        is_marked = code in _OF_OPERATORS and places.is_marker(at, sign)
        if is_marked or (code != "S123" and places.is_text(at, sign)):
            span = Span(at, at + len(sign), page.path)
            if code == "S146":
                if sign not in OPERATORS and (is_marked or places.can_relate(at, sign)):
                    yield diagnose(code, span, *_arrow_words(sign, is_marked=is_marked))
                continue
            yield diagnose(code, span, *_words(code, slip))
    if not text.isascii() and _LOOKALIKE.search(text):
        # Its patterns take as long to compile as a small document to be read, and most have no need of them.
        from argmap.reading.mistakes.lookalikes import find_lookalikes

        yield from find_lookalikes(page, lines, places)
    yield from find_odd_beginnings(page, lines, places)
    if text.find("\t", lines.start, end) >= 0:
        for part in page.tree.parts:
            if isinstance(part, Block) and start <= part.start < end and "\t" in part.text:
                yield from _mixed_indentation(page, part)


_LOOKALIKE = re.compile(f"[{LOOKALIKES}]")
_CODES = ("S120", "S122", "S123", "S146", "S147", "S124", "R231")
_OF_OPERATORS = ("S123", "S146")


def _words(code: str, slip: re.Match[str]) -> tuple[str, ...]:
    sign = slip[code]
    match code:
        case "S120":
            return (f"U+{ord(sign):04X}",)
        case "S122":
            return (slip["operator"],)
        case "S123":
            read = _LEADING_OPERATOR.match(sign)
            assert read is not None, "it begins with an operator"
            return (sign, read[0], sign[read.end() :])
        case "S147":
            return (shortened(sign.rstrip(" \t"), _LONGEST_SHOWN),)
        case _:
            return ()


def _arrow_words(sign: str, *, is_marked: bool) -> tuple[str, str, str]:
    """Return a sign that is no operator, what is read as text, and what to write instead."""
    joined = re.sub(r"[ \t]++", "", sign)
    operator = _LEADING_OPERATOR.match(sign)
    read = f"what is behind `{operator[0]}`" if is_marked and operator else "this line"
    if joined != sign and joined in OPERATORS:
        hint = f"write `{joined}`, without a space"
    elif joined[0] == "<" and joined[-1] == ">":
        hint = "write `><` if one of the two is true and the other false, or one arrow for each direction"
    elif joined[-1] == ">":
        hint = "write `+>` if the line above supports this, `->` if it attacks it"
    else:
        hint = "write `+` if this supports the line above, `-` if it attacks it"
    return sign, read, hint


def _mixed_indentation(page: SourceFile, block: Block) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for element in block.elements:
        if element.depth:
            indentation = block.indentation(element)
            seen.update(indentation)
            if seen >= {" ", "\t"}:
                end = block.start + element.start
                yield diagnose("S119", Span(end - len(indentation), end, page.path))
                return
