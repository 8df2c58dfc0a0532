"""Lines that begin with what looks like markup and is another character, as word processors write it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.reading.mistakes.text_places import PageLines, TextPlaces
from argmap.reading.source_files import SourceFile
from argmap.syntax.operators import OPERATOR
from argmap.text import Diagnostic, Fix, Span, diagnose
from argmap.text.similar_characters import (
    BULLETS,
    DASHES,
    DOUBLE_ARROWS,
    INVISIBLE,
    LEFT_ARROWS,
    LIKE_CLOSING,
    LIKE_HASHES,
    LIKE_OPENING,
    ODD_SPACES,
    PLUSES,
    RIGHT_ARROWS,
    code_point,
    title_meant,
)

_SIGNS = f"{DASHES}{PLUSES}{RIGHT_ARROWS}{LEFT_ARROWS}{DOUBLE_ARROWS}{BULLETS}"
_MARKER = rf"(?:{OPERATOR}|\*|[0-9]++\.|\([0-9]++\))"
_ODD = f"{_SIGNS}{INVISIBLE}{ODD_SPACES}{LIKE_HASHES}{LIKE_OPENING}\uff08\uff10-\uff19\uff1e"
_LINE = re.compile(
    rf"\n(?P<indent>[ \t]*+)(?P<marker>{_MARKER}?+)(?P<gap>[ \t]*+)"
    rf"(?=[{_ODD}]|<[{_SIGNS}]|[<+_-]?[<+_-][\uff1e\uff1c\uff0b\uff0d]|\([\uff10-\uff19]|\#++[{ODD_SPACES}]"
    rf"|[\[<][^\n{LIKE_OPENING}{LIKE_CLOSING}\[\]<>]++[{LIKE_CLOSING}])"
)
_HYPHENS = re.compile(rf"(?=[-]*+[{DASHES}])[-{DASHES}]++(?=[ \t]*+(?:\n|\Z))")
_RULE_LINE = re.compile(
    rf"[{DASHES}][-{DASHES}]*+[ \t]++(?P<rule>[^\n\[\]<>{DASHES}-]++)[-{DASHES}]++(?=[ \t]*+(?:\n|\Z))"
)
_BEHIND_OPERATOR = rf"(?=[ \t{ODD_SPACES}]|[\[<\uff3b\uff1c]|\n|\Z)"
_OPERATOR_LIKE = re.compile(
    rf"(?:[<\uff1c]?[{DASHES}{PLUSES}]++[>\uff1e]?|[<\uff1c][-+_{DASHES}{PLUSES}][>\uff1e]?"
    rf"|[-+_][>\uff1e]|[>\uff1e][<\uff1c]|[{RIGHT_ARROWS}{LEFT_ARROWS}{DOUBLE_ARROWS}{BULLETS}]){_BEHIND_OPERATOR}"
)
_DASH = re.compile(f"[{DASHES}]++")
_PLUS = re.compile(f"[{PLUSES}]++")
_BULLET = re.compile(f"[{BULLETS}]")
_ARROWS = (
    (re.compile(f"[{RIGHT_ARROWS}]"), "->"),
    (re.compile(f"[{LEFT_ARROWS}]"), "<-"),
    (re.compile(f"[{DOUBLE_ARROWS}]"), "><"),
)
_TITLE_BEHIND = re.compile(rf"[ \t{ODD_SPACES}]*+[\[<\uff3b\uff1c]")
_HEADING_SPACE = re.compile(rf"\#++(?P<space>[{ODD_SPACES}])(?=\S)")
_HASHES = re.compile(rf"[{LIKE_HASHES}]++(?=[ \t]*+[^\s{LIKE_HASHES}])")
_NUMBER = re.compile(r"(?=\(?[\uff08\uff10-\uff19])[(\uff08][0-9\uff10-\uff19]{1,4}[)\uff09]")
_UNSEEN = re.compile(rf"[{INVISIBLE}{ODD_SPACES}]++")
_MARKUP_BEHIND = re.compile(
    rf"[ \t{ODD_SPACES}{INVISIBLE}]*+(?:\[[^\[\]\n]++\]|<[^<>\n]++>|(?:\*|\#++)[ \t]++\S|\([0-9]++\)|--)"
)
_TITLE_LIKE = re.compile(
    rf"(?:[{LIKE_OPENING}][^\n{LIKE_OPENING}{LIKE_CLOSING}\[\]<>]++[{LIKE_CLOSING}\]>]"
    rf"|[\[<][^\n{LIKE_OPENING}{LIKE_CLOSING}\[\]<>]++[{LIKE_CLOSING}])"
    rf"(?P<colon>[ \t{ODD_SPACES}]*+[:\uff1a])?+"
)
_TITLE_END = re.compile(r"[ \t]*+(?:\n|\Z)")


def find_lookalikes(page: SourceFile, lines: PageLines, places: TextPlaces) -> Iterator[Diagnostic]:
    """Yield what only looks like markup where lines of a page begin."""
    text = lines.text
    for line in lines.matches(_LINE):
        found = _lookalike(line, text)
        if found is None:
            continue
        code, start, end, words, meant = found
        written = text[start:end]
        is_there = places.is_marker if start < line.end() else places.is_text
        if is_there(start - 1, written) and (
            not (meant or "").startswith("--") or places.is_in_structure(start - 1)
        ):
            span = Span(start - 1, end - 1, page.path)
            fix = Fix(span, meant, is_safe=False) if meant is not None else None
            yield diagnose(code, span, *words, fix=fix)


# A code, where the sign is, words for the message, and what to write instead.
_Found = tuple[str, int, int, tuple[str, ...], "str | None"]


def _lookalike(line: re.Match[str], text: str) -> _Found | None:
    """Return what a line begins with that looks like markup, None if it is nothing of the kind."""
    start = line.end()
    if line["marker"]:
        return _of_markers(line, text) or _in_front(text, start) or _title(text, start, is_marked=True)
    return (
        _inference(text, start)
        or _operator(text, start, is_indented=bool(line["indent"]))
        or _heading_or_number(text, start)
        or _in_front(text, start)
        or _title(text, start, is_marked=False)
    )


def _inference(text: str, start: int) -> _Found | None:
    hyphens = _HYPHENS.match(text, start)
    if hyphens:
        return _other(hyphens[0], start, "----")
    line = _RULE_LINE.match(text, start)
    return _other(line[0], start, f"-- {line['rule'].strip()} --") if line else None


def _of_markers(line: re.Match[str], text: str) -> _Found | None:
    """Return an operator of which the first character is the right one."""
    if line["gap"]:
        return None
    start = line.start("marker")
    sign = _OPERATOR_LIKE.match(text, start)
    return _operator(text, start, is_indented=True) if sign and not sign[0].isascii() else None


def _operator(text: str, start: int, *, is_indented: bool) -> _Found | None:
    sign = _OPERATOR_LIKE.match(text, start)
    if not sign or sign[0].isascii():
        return None
    first = next(character for character in sign[0] if not character.isascii())
    # At the margin a dash may begin direct speech.
    if not is_indented and _DASH.match(first) and not _TITLE_BEHIND.match(text, sign.end()):
        return None
    meant = _operator_meant(sign[0])
    words = f"`{meant}`"
    if meant is None:
        words = "`+` or `-`" if is_indented else "`*`"
    return "S121", start, sign.end(), (sign[0], code_point(first), words), meant


def _operator_meant(sign: str) -> str | None:
    """Return the operator for which a sign stands, None if it only lists."""
    if _BULLET.match(sign):
        return None
    for arrow, meant in _ARROWS:
        if arrow.match(sign):
            return meant
    plain = _PLUS.sub("+", _DASH.sub("-", sign))
    return plain.replace("\uff1c", "<").replace("\uff1e", ">")


def _heading_or_number(text: str, start: int) -> _Found | None:
    hashes = _HASHES.match(text, start)
    space = _HEADING_SPACE.match(text, start)
    if space:
        return "S143", space.start("space"), space.end(), (code_point(space["space"]),), " "
    if hashes:
        return _other(hashes[0], start, "#" * len(hashes[0]))
    number = _NUMBER.match(text, start)
    return _other(number[0], start, f"({int(number[0][1:-1])})") if number else None


def _in_front(text: str, start: int) -> _Found | None:
    unseen = _UNSEEN.match(text, start)
    if unseen and _MARKUP_BEHIND.match(text, unseen.end()):
        return "S143", start, unseen.end(), (code_point(unseen[0][0]),), ""
    return None


def _title(text: str, start: int, *, is_marked: bool) -> _Found | None:
    title = _TITLE_LIKE.match(text, start)
    if not title or not (title["colon"] or (is_marked and _TITLE_END.match(text, title.end()))):
        return None
    brackets = title[0][: len(title[0]) - len(title["colon"] or "")]
    odd = next((one for one in (brackets[0], brackets[-1]) if not one.isascii()), None)
    if odd is None:
        return None
    opening, closing = title_meant(brackets[0]) if brackets[0] == odd else (brackets[0], "")
    closing = closing or ("]" if opening == "[" else ">")
    words = (odd, code_point(odd), opening if odd == brackets[0] else closing)
    return "S135", start, start + len(brackets), words, f"{opening}{brackets[1:-1]}{closing}"


def _other(written: str, start: int, meant: str) -> _Found:
    odd = next(character for character in written if not character.isascii())
    return "S135", start, start + len(written), (odd, code_point(odd), meant), meant
