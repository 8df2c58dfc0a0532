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
from argmap.syntax.operators import OPERATOR
from argmap.text import Diagnostic, Span, diagnose
from argmap.text.similar_characters import APOSTROPHES, LOOKALIKES, ODD_SPACES

# Data may follow directly; whether a space ends the line makes no difference, because nobody sees it.
_END = r"(?=[ \t\n{]|\Z)"
_LEADING_OPERATOR = re.compile(OPERATOR)
# It begins with a line end, which can be searched for fast, and asks at once for what all ways begin with;
# what is found is rare.
_SLIP = re.compile(
    rf"\n[ \t]*+(?=[{ODD_SPACES}{APOSTROPHES}<+\-=\#])"
    rf"(?:(?P<S120>[{ODD_SPACES}])[ \t{ODD_SPACES}]*(?={OPERATOR}{_END}|\n|\Z)"
    rf"|(?P<S122>[{APOSTROPHES}]+)[ \t]*(?P<operator>{OPERATOR}){_END}"
    r"|(?P<S123><->|<\+>|\+\+|\+-|-\+)(?=[ \t\n\[<]|\Z)"
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
        at = slip.start(code) - 1
        if (places.is_marker if code == "S123" else places.is_text)(at, slip[code]):
            yield diagnose(code, Span(at, at + len(slip[code]), page.path), *_words(code, slip))
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
_CODES = ("S120", "S122", "S123", "S124", "R231")


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
        case _:
            return ()


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
