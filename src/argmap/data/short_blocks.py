"""Mappings in lines, as most frontmatter is written, read without a parser of YAML."""

from __future__ import annotations

import re
from itertools import takewhile

from argmap.data.frozen_dict import FrozenDict
from argmap.data.short_mappings import read_short_mapping
from argmap.data.values import Value
from argmap.data.yaml_scalars import DEEPEST, key_name, plain_value

# What means itself in any text, except for `: ` and spaces at the end.
_SIGN = r"""[\w .,;:!?'"()\[\]{}<>^/&%+*=~|$@`‘’“”„–—…-]"""
# A key with its indentation, and its value: a text to the end of the line, or whatever else.
_LINE = re.compile(rf"( *+)(\w[\w.-]{{0,99}}+):(?: ++(?:(\w(?:(?!: |:\Z| \Z){_SIGN})*+)\Z|(.*)))?\Z")
# A line of a text below its key, where `#` and `: ` mean themselves, too.
_TEXT_LINE = re.compile(rf" *+(?:#|{_SIGN})++(?<! )\Z")
# How what joins the lines of such a text is written.
_JOINED = {">": " ", "|": "\n"}
# What is longer may hold more values than are read.
_LONGEST = 20_000


def read_short_block(text: str) -> FrozenDict[str, Value] | None:
    r"""Return the value of a mapping in lines, None if it takes a parser of YAML to tell.

    What is returned is what YAML says: of the same text, without any problem.

    >>> read_short_block("title: Why, then?\nmodel:\n  mode: strict\n")
    FrozenDict({'title': 'Why, then?', 'model': FrozenDict({'mode': 'strict'})})
    >>> read_short_block("title: Why: then?\n") is None
    True
    """
    if len(text) > _LONGEST:
        return None
    lines = text.split("\n")
    # The mappings that are open, each with its indentation and its key in the one around it. The key in front
    # of a line is that of the mapping that begins there; the whole has one, too, in a mapping of its own.
    opened: list[tuple[int, dict[str, Value], str]] = [(-1, {}, "")]
    waiting: str | None = ""
    place = 0
    while place < len(lines):
        line = lines[place]
        place += 1
        if not line:
            continue
        found = _LINE.match(line)
        if found is None:
            return None
        indent = len(found[1])
        if waiting is None:
            _close(opened, indent)
        elif indent > opened[-1][0]:
            opened.append((indent, {}, waiting))
        else:
            return None
        outer, mapping, _ = opened[-1]
        key = key_name(plain_value(found[2]))
        if indent != outer or key in mapping:
            return None
        waiting = None
        if found[3]:
            mapping[key] = plain_value(found[3])
        elif not found[4]:
            waiting = key
        elif found[4] in _JOINED:
            below = _text_lines(lines, place, indent)
            place += len(below)
            if not below:
                return None
            # A line that ends the whole has no line break to end with.
            mapping[key] = _JOINED[found[4]].join(below) + "\n" * (place < len(lines))
        else:
            value = _flow_value(found[4], deepest=DEEPEST - len(opened))
            if value is None:
                return None
            mapping[key] = value[0]
    if waiting is not None:
        return None
    _close(opened, -1)
    whole = opened[0][1][""]
    return whole if isinstance(whole, FrozenDict) else None


def _close(opened: list[tuple[int, dict[str, Value], str]], indent: int) -> None:
    """Put mappings that are indented further than a line into those around them."""
    while opened[-1][0] > indent:
        _, mapping, key = opened.pop()
        opened[-1][1][key] = FrozenDict(mapping)


def _text_lines(lines: list[str], place: int, indent: int) -> list[str]:
    """Return the lines of a text from a place on, all indented as the first is, further than its key."""
    if place == len(lines):
        return []
    depth = len(lines[place]) - len(lines[place].lstrip(" "))
    if depth <= indent:
        return []
    margin = " " * depth
    below = takewhile(
        lambda line: line.startswith(margin) and line[depth : depth + 1] != " " and _TEXT_LINE.match(line),
        lines[place:],
    )
    return [line[depth:] for line in below]


def _flow_value(written: str, *, deepest: int) -> tuple[Value] | None:
    """Return the value that is written on a line, None if it takes YAML to tell."""
    if written.count("[") + written.count("{") > deepest:
        return None
    mapping = read_short_mapping(f"{{x: {written}}}")
    return (mapping["x"],) if mapping is not None and len(mapping) == 1 else None
