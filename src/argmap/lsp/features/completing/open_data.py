"""Data that are being written: the keys around a place in braces, and what is being typed there."""

from __future__ import annotations

import re

from attrs import frozen

from argmap.data.known_keys import DataOf

# How far back braces are looked for.
_FARTHEST = 4000
_BLANK_LINE = re.compile(r"\n[ \t]*\n|\r[ \t]*\r|\r\n[ \t]*\r\n")
_KEY_BEFORE = re.compile(r"""(?<![\w.-])["']?([\w.-]++)["']?\s*+:\s*+$""")
_VALUE = re.compile(r"""\s*(?:["']?(?P<key>[\w.-]+)["']?\s*:(?=\s)\s*)?(?P<begun>.*)\Z""", re.DOTALL)
_HEADING = re.compile(r"\s*#+\s")
_INFERENCE = re.compile(r"\s*--")
_NUMBERED = re.compile(r"\s*\([0-9PC]+\)")


@frozen
class OpenData:
    """A place in data: the keys around it, and what is being typed there.

    `path` leads to the mapping or list in which the place is; `key` is the key whose value is being typed,
    None if a key is. `start` is the offset of the outermost brace, and `of` says whose data they are. A
    title looks like a list.
    """

    path: tuple[str, ...]
    key: str | None
    begun: str
    start: int
    of: DataOf
    is_list: bool = False
    is_list_in_list: bool = False


def open_data(text: str, offset: int) -> OpenData | None:
    """Return the data that are open at an offset, None if none are.

    >>> open_data("[^A]: a {source: mill, ki", 25)  # doctest: +ELLIPSIS
    OpenData(path=(), key=None, begun='ki', start=8, of=<DataOf.ELEMENT: 'element'>, ...)
    """
    first = max(0, offset - _FARTHEST)
    before = text[first:offset]
    blank = [match.end() for match in _BLANK_LINE.finditer(before)]
    start = blank[-1] if blank else 0
    opened = _unclosed(before, start)
    if not opened:
        return None
    outer = opened[0][1]
    path: list[str] = []
    for _, place in opened[1:]:
        key = _KEY_BEFORE.search(before, start, place)
        path.append(key[1] if key else "")
    bracket, innermost = opened[-1]
    segment = before[_last_comma(before, innermost) + 1 :]
    of = _whose(before[: outer + 1])
    if bracket == "[":
        is_nested = len(opened) > 1 and opened[-2][0] == "["
        begun = segment.lstrip()
        return OpenData(tuple(path), None, begun, first + outer, of, is_list=True, is_list_in_list=is_nested)
    match = _VALUE.match(segment)
    assert match is not None, "the pattern matches any text"
    return OpenData(tuple(path), match["key"], match["begun"].lstrip(), first + outer, of)


def _unclosed(text: str, start: int) -> list[tuple[str, int]]:
    """Return the braces, and the brackets in them, that are not closed, with their places."""
    opened: list[tuple[str, int]] = []
    quote = ""
    for place in range(start, len(text)):
        character = text[place]
        if quote:
            quote = "" if character == quote and text[place - 1] != "\\" else quote
        elif character == "{" and (opened or text[place - 1 : place] != "\\"):
            opened.append((character, place))
        elif not opened:
            continue
        elif character == "[":
            opened.append((character, place))
        elif character in "}]":
            opened.pop()
        elif character in "\"'" and text[place - 1] in " \t\n,:[{":
            quote = character
    return opened


def _last_comma(text: str, start: int) -> int:
    """Return where the last comma or line end is in the innermost brackets, or where these begin."""
    depth = 0
    for place in range(len(text) - 1, start, -1):
        character = text[place]
        if character in "}]":
            depth += 1
        elif character in "{[":
            depth -= 1
        elif depth == 0 and character in ",\n":
            return place
    return start


def _whose(text: str) -> DataOf:
    line = text[max(text.rfind("\n"), text.rfind("\r")) + 1 :]
    if _HEADING.match(line):
        return DataOf.HEADING
    if _INFERENCE.match(line):
        return DataOf.INFERENCE
    return DataOf.CONCLUSION if _NUMBERED.match(line) else DataOf.ELEMENT
