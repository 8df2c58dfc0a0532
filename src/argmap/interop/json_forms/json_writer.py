"""Writing JSON at any depth; Python's own writer is recursive."""

from __future__ import annotations

import base64
import datetime
import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence

from argmap.data import FrozenDict

# As many as JavaScript writes.
_MOST_SPACES = 10
# Beyond this depth the margin no longer grows: white space would outgrow the content.
_DEEPEST_MARGIN = 50
# To JavaScript this is infinity anyway; Python refuses to write decimal numbers of many more digits.
_MOST_BITS = 4096
_NESTED = (dict, FrozenDict, list, tuple)
# Half of a surrogate pair, which no encoding can write.
_SURROGATE = re.compile("[\ud800-\udfff]")
_encode = json.JSONEncoder(ensure_ascii=False).encode


def write_json(value: object, *, spaces: int = 2) -> str:
    """Return a value as JSON, indented by so many `spaces`; on one line if they are 0.

    Numbers that JSON does not know become null, dates and times what JavaScript makes of them, bytes
    base64; anything else is written as text.
    """
    indent = " " * max(0, min(spaces, _MOST_SPACES))
    colon = ": " if indent else ":"
    chunks: list[str] = []
    # Innermost last: what is still to be written there, with what goes before each item and after the last.
    open_ones: list[tuple[Iterator[tuple[str, object]], str]] = [(iter([("", value)]), "")]
    while open_ones:
        entries, end = open_ones[-1]
        for lead, item in entries:
            if item and isinstance(item, _NESTED):
                start, stop = _brackets(item)
                chunks.append(lead + start)
                depth = len(open_ones)
                open_ones.append(
                    (_members(item, _margin(depth, indent), colon), _margin(depth - 1, indent) + stop)
                )
                break
            chunks.append(lead + _scalar(item))
        else:
            chunks.append(end)
            open_ones.pop()
    return _SURROGATE.sub(_escape, "".join(chunks))


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _margin(depth: int, indent: str) -> str:
    return "\n" + indent * min(depth, _DEEPEST_MARGIN) if indent else ""


def _brackets(value: object) -> tuple[str, str]:
    return ("{", "}") if isinstance(value, dict | FrozenDict) else ("[", "]")


def _members(
    value: Mapping[str, object] | Sequence[object], margin: str, colon: str
) -> Iterator[tuple[str, object]]:
    lead = margin
    if isinstance(value, dict | FrozenDict):
        for key, item in value.items():
            yield f"{lead}{_encode(key)}{colon}", item
            lead = "," + margin
    else:
        for item in value:
            yield lead, item
            lead = "," + margin


def _scalar(value: object) -> str:
    if isinstance(value, str) or value is None:
        return _encode(value)
    if isinstance(value, float) and not math.isfinite(value):
        return "null"
    if isinstance(value, int) and value.bit_length() > _MOST_BITS:
        return "null"
    if isinstance(value, int | float):
        return _encode(value)
    if isinstance(value, _NESTED):
        return "".join(_brackets(value))
    return _encode(_text(value))


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, datetime.datetime):
        return _iso(value)
    if isinstance(value, datetime.date):
        return _iso(datetime.datetime.combine(value, datetime.time()))
    return str(value)


def _iso(time: datetime.datetime) -> str:
    in_utc = time.astimezone(datetime.UTC) if time.tzinfo else time
    return in_utc.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"
