"""Values of data as YAML that is read as the same values."""

from __future__ import annotations

import base64
import datetime
import math
import re
from collections.abc import Iterator, Mapping

from argmap.data import Value
from argmap.data.yaml_reader import UNPRINTABLE, read_yaml

# Words that need no quotes in flow style: nothing that YAML or the search for braces takes for a sign.
_PLAIN = re.compile(r"[^\W_][\w./+-]*(?: [\w./+-]+)*")
# In columns.
_LONGEST = 100
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_NEEDS_ESCAPE = re.compile(f'[\\\\"\x85\u2028\u2029\x00-\x1f\ufeff]|{UNPRINTABLE.pattern}')


def flow_yaml(value: Value) -> str:
    """Return a value on one line.

    >>> flow_yaml(("a", 1, None, "1", "x, y"))
    '[a, 1, null, "1", "x, y"]'
    """
    match value:
        case Mapping():
            return "{" + ", ".join(f"{_text(key)}: {flow_yaml(one)}" for key, one in value.items()) + "}"
        case tuple():
            return "[" + ", ".join(flow_yaml(one) for one in value) + "]"
        case str():
            return _text(value)
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case float():
            return _number(value)
        case bytes():
            return f'!!binary "{base64.b64encode(value).decode()}"'
        case datetime.datetime():
            return value.isoformat(sep="T")
        case _:
            return str(value)


def block_yaml(data: Mapping[str, Value]) -> str:
    """Return a mapping with one key a line; mappings in it have a line for each of theirs.

    What would be too long for a line has one for each of its entries, if these are mappings or lists.

    >>> print(block_yaml({"title": "T", "sources": {"a": {"date": 2020}}}))
    title: T
    sources:
      a: {date: 2020}
    """
    lines: list[str] = []
    for key, value in data.items():
        if isinstance(value, Mapping) and value:
            lines.append(f"{_text(key)}:")
            for name, entry in value.items():
                lines += _lines(f"  {_text(name)}:", entry)
        else:
            lines += _lines(f"{_text(key)}:", value)
    return "\n".join(lines)


def _lines(key: str, value: Value) -> Iterator[str]:
    """Yield a key with its value in a line, or in one for each of its entries if that is too long."""
    line = f"{key} {flow_yaml(value)}"
    if len(line) <= _LONGEST or not _has_entries(value):
        yield line
        return
    indent = " " * (len(key) - len(key.lstrip(" ")) + 2)
    yield key
    if isinstance(value, Mapping):
        yield from (f"{indent}{_text(name)}: {flow_yaml(entry)}" for name, entry in value.items())
    elif isinstance(value, tuple):
        yield from (f"{indent}- {flow_yaml(entry)}" for entry in value)


def _has_entries(value: Value) -> bool:
    """Return whether a value holds several mappings or lists, of which each can have a line."""
    entries = (
        tuple(value.values()) if isinstance(value, Mapping) else value if isinstance(value, tuple) else ()
    )
    is_collection = isinstance(entries, tuple) and len(entries) > 1
    return is_collection and all(isinstance(entry, Mapping | tuple) for entry in entries)


def _text(text: str) -> str:
    if _PLAIN.fullmatch(text) and read_yaml(text) == (text, ()):
        return text
    return '"' + _NEEDS_ESCAPE.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if character in _ESCAPED:
        return _ESCAPED[character]
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _number(value: float) -> str:
    if math.isnan(value):
        return ".nan"
    if math.isinf(value):
        return ".inf" if value > 0 else "-.inf"
    said = repr(value)
    return said if "." in said or "e" in said else f"{said}.0"
