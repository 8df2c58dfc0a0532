"""JSON that is safe to print."""

from __future__ import annotations

import json
import re


def printable_json(value: object) -> str:
    r"""Return a value as JSON in which nothing is a command for a terminal.

    >>> printable_json(["\x9b1m"])
    '[\n  "\\u009b1m"\n]'
    """
    return _HIDDEN.sub(_escape, json.dumps(value, ensure_ascii=False, indent=2))


# What JSON may hold but terminals obey: controls, turns of the direction, ends of lines; and half characters.
_HIDDEN = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
