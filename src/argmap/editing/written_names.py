"""How a name is written in place of another: in brackets, after a sign, in YAML."""

from __future__ import annotations

import re

from argmap.data.written_scalars import PROPERTIES
from argmap.data.yaml_reader import read_yaml
from argmap.data.yaml_writer import flow_yaml
from argmap.syntax.inline import InlineReader

# Words that need no quotes in YAML, wherever they are.
_PLAIN = re.compile(r"[^\W_][\w./+-]*(?: [\w./+-]+)*")
_PLAIN_TAG = re.compile(r"[\w-]+")
# Within quotes these are written as they are.
_QUOTABLE = re.compile(r"[^\\\"'\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*")


def yaml_in_place_of(written: str, value: str) -> str:
    """Return a text as YAML in place of another that is written somewhere: in the same quotes if possible.

    >>> yaml_in_place_of("'[A]'", "[B]"), yaml_in_place_of("A", "B c"), yaml_in_place_of("A", "no: yes")
    ("'[B]'", 'B c', '"no: yes"')
    """
    properties = PROPERTIES.match(written)
    before = properties[0] if properties else ""
    quote = written[len(before) : len(before) + 1]
    is_one_line = "\n" not in written and "\r" not in written
    if quote in ("'", '"') and is_one_line and _QUOTABLE.fullmatch(value):
        return f"{before}{quote}{value}{quote}"
    if quote not in ("'", '"') and is_one_line and _is_plain(written, value):
        return before + value
    plain = flow_yaml((value,))[1:-1]
    return before + (plain if plain[:1] == '"' else f'"{value}"')


def _is_plain(written: str, value: str) -> bool:
    """Return whether a text needs no quotes: its words are plain, or have the same signs around them."""
    if _PLAIN.fullmatch(value):
        return read_yaml(value) == (value, ())
    is_signed = written[:1] == value[:1] and value[:1] in ("<", "^", "?")
    inner = value[1:-1] if value[-1:] == ">" else value[1:]
    return is_signed and _PLAIN.fullmatch(inner) is not None and read_yaml(f"[{value}]") == ((value,), ())


def without_tags(title: str) -> str:
    """Return the title of a section without the tags at its end.

    >>> without_tags("Weather #today #(open question)")
    'Weather'
    """
    end = _words_end(title, len(title))
    for start, behind in reversed(InlineReader().read(title, 0, len(title)).tag_ranges):
        if behind != end:
            break
        end = _words_end(title, start)
    return title[:end]


def _words_end(title: str, end: int) -> int:
    while end and title[end - 1].isspace():
        end -= 1
    return end


def tag_in_place_of(written: str, tag: str) -> str:
    """Return a tag as it is written in place of another: in parentheses if that was, or if it needs them.

    >>> tag_in_place_of("#pro", "con"), tag_in_place_of("#(open question)", "con")
    ('#con', '#(con)')
    """
    is_long = written[1:2] == "(" or not _PLAIN_TAG.fullmatch(tag)
    return f"#({tag})" if is_long else f"#{tag}"
