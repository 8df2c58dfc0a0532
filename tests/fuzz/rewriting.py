"""What holds for every text that is written anew: in canonical layout, repaired, or from its debate."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator

import argmap
from argmap.api import Document
from argmap.interop import same
from argmap.syntax.document import parse_tree, working_text
from argmap.writing.writer import script_that_says

_NARROWEST, _WIDEST = 20, 120


def layouts_say_the_same(text: str, document: Document) -> Iterator[str]:
    """A layout has the debate of its text, all its comments and no other findings."""
    codes = Counter(one.code for one in document.diagnostics)
    for width in widths(text):
        layout = argmap.format_text(text, width=width)
        again = argmap.parse(layout)
        if again.debate != document.debate:
            yield f"another debate at width {width}: {layout[:300]!a}"
        if new := Counter(one.code for one in again.diagnostics) - codes:
            yield f"new findings {sorted(new)} at width {width}: {layout[:300]!a}"
        if comments_of(layout) != comments_of(text):
            yield f"other comments at width {width}: {layout[:300]!a}"


def layouts_are_settled(text: str, document: Document) -> Iterator[str]:
    """What is in canonical layout stays as it is."""
    for width in widths(text):
        layout = argmap.format_text(text, width=width)
        again = argmap.format_text(layout, width=width)
        if again != layout:
            yield f"at width {width}: {layout[:300]!a} becomes {again[:300]!a}"


def fixes_settle(text: str, document: Document) -> Iterator[str]:
    """Repairing what was repaired changes nothing."""
    fixed = argmap.fix_text(text)
    if argmap.fix_text(fixed) != fixed:
        yield ascii(fixed[:200])


def debates_are_written(text: str, document: Document) -> Iterator[str]:
    """What is written of a debate says that debate; what no text can say is changed once, and noted."""
    script = script_that_says(document.debate)
    written = argmap.to_text(document.debate)
    again = argmap.parse(written).debate
    if again == document.debate or same(again, document.debate):
        return
    if not script.notes:
        yield f"another debate: {written[:300]!a}"
    elif argmap.to_text(again) != written:
        yield f"other words when written again: {written[:300]!a}"


def what_is_written_is_laid_out(text: str, document: Document) -> Iterator[str]:
    """What is written of a debate, or of its draft, is in canonical layout."""
    for written in (argmap.to_text(document.debate), argmap.Draft.of(document.debate).to_text()):
        if (layout := argmap.format_text(written)) != written:
            yield f"{written[:300]!a} becomes {layout[:300]!a}"


def widths(text: str) -> tuple[int | None, ...]:
    """Return the widths at which a text is laid out: none, the smallest, and one that depends on the text."""
    # Not hash(): Python salts it.
    number = zlib.crc32(text.encode("utf-8", "surrogatepass"))
    return None, _NARROWEST, _NARROWEST + 1 + number % (_WIDEST - _NARROWEST)


def comments_of(text: str) -> list[str]:
    """Return the comments of a text in their order, with their white space collapsed."""
    tree = parse_tree(text)
    places = [*tree.comments]
    places += [(one.start + start, one.start + end) for one in tree.blocks for start, end in one.comments]
    comments = [text[start:end] for start, end in sorted(places)]
    if tree.frontmatter:
        comments += re.findall(r"(?m)(?:^|(?<=\s))#.*", working_text(text)[slice(*tree.frontmatter[1])])
    return [" ".join(comment.split()) for comment in comments]
