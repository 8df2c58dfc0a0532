"""From what a text says to how it is written: marks become markup, and what would be markup is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from argmap.syntax.inline import InlineReader
from argmap.syntax.operators import OPERATOR_SIGNS, SIGNS_BEHIND_ANGLE
from argmap.syntax.parser import terminal
from argmap.syntax.shortcodes import shortcode_pattern
from argmap.text import Mark, MarkKind

# What begins a comment or data anywhere, or would reach over what follows the text: the
# last bracket of a line, if nothing closes it; `//` behind a scheme belongs to a URL.
_HAZARD = re.compile(
    r"\{|/\*|<!--|(?<![A-Za-z0-9+.\-]:)//|://\S*(?://|/\*)"
    rf"|\[[^\[\]\n]*+$|<(?![{SIGNS_BEHIND_ANGLE}!\s])(?:[^<>\n]|<(?=[{SIGNS_BEHIND_ANGLE}!\s]))*+$|\#\((?:[^)\#\n]|\#(?!\())*+$",
    re.MULTILINE,
)
# What could be a marker, title, fence or include at the beginning of a line.
_BEGINNING = re.compile(rf"[{OPERATOR_SIGNS}*\[(\#={{@\ufeff]")
_ENUMERATOR = re.compile(r"[0-9]++(?=\.(?:\s|\Z))")
# Behind other characters an emphasis does not end: then an empty comment comes between.
_MAY_FOLLOW = frozenset(" )}_.,!?;:-*")
_EMPTY_COMMENT = "/**/"
_EMPHASIS = {MarkKind.BOLD: ("**", "__"), MarkKind.ITALIC: ("*", "_")}


def markup_of(text: str, marks: Iterable[Mark], reader: InlineReader, *, begins_line: bool = False) -> str:
    """Return markup that `reader` reads as a text with these marks.

    Text that cannot be written so comes out as something else: whoever needs to know reads it again.

    >>> markup_of("2*3 is six", (Mark(MarkKind.BOLD, 7, 10),), InlineReader())
    '2\\\\*3 is **six**'
    """
    # Of two on the same stretch the inner one ends first, and so comes first.
    marks = tuple(reversed(tuple(marks)))
    marks = tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))
    written = text if not marks and _is_plain(text, reader) else "".join(_pieces(text, marks, reader))
    if begins_line and written[:1] == text[:1] and not (marks and marks[0].start == 0):
        if _BEGINNING.match(text):
            return "\\" + written
        if enumerator := _ENUMERATOR.match(written):
            return f"{enumerator[0]}\\{written[enumerator.end() :]}"
    return written


def rule_markup(rule: str, reader: InlineReader) -> str:
    """Return a rule as it is written on an inference line, where only escapes and shortcodes count."""
    return _special(reader, r"[\\,{<\[\#]|/(?=[/*])|-(?=-)|(?<=-)-|\A-|-\Z").sub(r"\\\g<0>", rule)


def tag_markup(tag: str) -> str:
    """Return a tag with its `#`, in parentheses where its name needs them.

    >>> tag_markup("pro"), tag_markup("two words")
    ('#pro', '#(two words)')
    """
    plain = f"#{tag}"
    return plain if re.fullmatch(terminal("TAG"), plain) and tag[:1] != "(" else f"#({tag})"


def _is_plain(text: str, reader: InlineReader) -> bool:
    """Return whether a text can be written as it is."""
    if _HAZARD.search(text):
        return False
    inline = reader.read(text, 0, len(text))
    return inline.text == text and not (inline.marks or inline.tags or inline.problems or inline.brackets)


def _pieces(text: str, marks: tuple[Mark, ...], reader: InlineReader) -> Iterator[str]:
    special = _special(reader, r"[\\*_\#\[<{]|/(?=[/*])|@(?=[\[<])")
    position = 0
    ends: list[tuple[int, str]] = []
    tag_end = -1
    for mark in (*_outside_formulas(marks), None):
        start = mark.start if mark else len(text)
        while ends and ends[-1][0] <= start:
            end, closing = ends.pop()
            yield _no_comment(special.sub(r"\\\g<0>", text[position:end]), closing)
            if position == end == tag_end and closing[0] == "_":
                # It would be part of the tag's name.
                yield _EMPTY_COMMENT
            yield closing
            position = max(position, end)
            behind = "\\" if end < start and special.match(text, end) else text[end : end + 1]
            if not (ends and ends[-1][0] == end):
                yield _behind_emphasis(behind)
        before = special.sub(r"\\\g<0>", text[position:start])
        position = max(position, start)
        if mark is None:
            yield before
            return
        if mark.kind in _EMPHASIS:
            marker = _EMPHASIS[mark.kind][len(ends) % 2]
            yield _no_comment(before, marker)
            yield marker
            ends.append((mark.end, marker))
        else:
            yield before
            yield _marked(text[mark.start : mark.end], mark)
            position = mark.end
            tag_end = mark.end if mark.kind is MarkKind.TAG else -1
            ends_here = bool(ends) and ends[-1][0] == tag_end
            if tag_end >= 0 and not ends_here and _is_longer_tag(text, mark):
                yield _EMPTY_COMMENT


def _outside_formulas(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Yield the marks but those in a formula, which are in it as that is written."""
    formula_end = -1
    for mark in marks:
        if mark.end > formula_end:
            formula_end = mark.end if mark.kind is MarkKind.FORMULA else formula_end
            yield mark


def _behind_emphasis(character: str) -> str:
    """Return what has to be written between the end of an emphasis and a character, if anything."""
    return _EMPTY_COMMENT if character and character not in _MAY_FOLLOW else ""


def _marked(text: str, mark: Mark) -> str:
    """Return what is marked as it is written: a formula in its own signs, a link with its target."""
    if mark.kind is MarkKind.FORMULA:
        return mark.target
    return f"[{text}]({mark.target})" if mark.kind is MarkKind.LINK else text


def _no_comment(written: str, marker: str) -> str:
    """Return what is written before a marker, so that the two do not begin a comment."""
    return written[:-1] + "\\/" if written.endswith("/") and marker[0] == "*" else written


def _is_longer_tag(text: str, mark: Mark) -> bool:
    """Return whether what is behind a tag would be read as part of its name."""
    longer = re.compile(terminal("TAG")).match(text, mark.start)
    return longer is not None and longer.end() > mark.end


def _special(reader: InlineReader, pattern: str) -> re.Pattern[str]:
    """Return a pattern for the characters that need an escape, the first of every shortcode among them."""
    codes = shortcode_pattern(frozenset(name for name in reader.shortcodes if name))
    return re.compile(rf"{pattern}|(?={codes})." if codes else pattern, re.DOTALL)
