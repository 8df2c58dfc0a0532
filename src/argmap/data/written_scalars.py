"""Where the characters of a text are in the YAML that says it, with its quotes, escapes and folded lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from argmap.data import FrozenDict
from argmap.data.yaml_reader import read_yaml

Range: TypeAlias = tuple[int, int]

# An anchor or a tag of YAML before a value.
PROPERTIES = re.compile(r"(?:[&!]\S*[ \t]+)*")
_BLOCK = re.compile(r"[|>][^\n\r]*(?:\r\n|\n|\r)")
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|(?:\r\n|.))|.", re.DOTALL)
_SINGLE = re.compile(r"''|.", re.DOTALL)
_ANY = re.compile(r".", re.DOTALL)


def character_places(written: str, value: str) -> list[Range] | None:
    r"""Return where the YAML of a text has each of its characters, None if it does not say the text.

    White space is empty, and where the character before it ends.

    >>> character_places("'it''s'", "it's"), character_places('"a\\tb"', "a\tb")
    ([(1, 2), (2, 3), (3, 5), (5, 6)], [(1, 2), (2, 2), (4, 5)])
    """
    places: list[Range] = []
    units = _units(written)
    end = 0
    for character in value:
        start, read = end, character
        if not character.isspace():
            start, end, read = next(units, (end, end, ""))
        if read != character:
            return None
        places.append((start, end))
    return None if next(units, None) else places


def _units(written: str) -> Iterator[tuple[int, int, str]]:
    """Yield the characters that YAML says other than white space, each with its start and end."""
    properties = PROPERTIES.match(written)
    start = properties.end() if properties else 0
    end = len(written)
    unit = _ANY
    if block := _BLOCK.match(written, start):
        start = block.end()
    elif written[start : start + 1] in ("'", '"'):
        unit = _SINGLE if written[start] == "'" else _ESCAPE
        start, end = start + 1, written.rindex(written[start])
    for match in unit.finditer(written, start, end):
        character = _read(match[0])
        if not character.isspace():
            yield match.start(), match.end(), character


def _read(unit: str) -> str:
    if unit == "''":
        return "'"
    if len(unit) == 1:
        return unit
    # Escaped line ends say nothing.
    return str(read_yaml(f'"{unit}"')[0]) if unit[1] not in "\r\n" else " "


def escaped_like(written: str, text: str) -> str:
    r"""Return a text as it is written within the quotes of a value, if that has some.

    >>> escaped_like("'[A]'", "it's"), escaped_like('"[A]"', 'say "no"'), escaped_like("[A]", "it's")
    ("it''s", 'say \\"no\\"', "it's")
    """
    properties = PROPERTIES.match(written)
    quote = written[properties.end() :][:1] if properties else ""
    if quote == "'":
        return text.replace("'", "''")
    return text.replace("\\", "\\\\").replace('"', '\\"') if quote == '"' else text


def says(written: str, value: str) -> bool:
    """Return whether YAML says a text wherever it is: in brackets, or else as the value of a key."""
    in_brackets, in_mapping = read_yaml(f"[{written}\n]"), read_yaml(f"a: {written}\n")
    return in_brackets == ((value,), ()) or in_mapping == (FrozenDict(a=value), ())
