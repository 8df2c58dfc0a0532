"""TOML and JSON that others wrote, whatever they hold: it is read, or it is said what is wrong."""

from __future__ import annotations

import json
import re
import tomllib

# Reading keys of many parts takes time that grows with the square of their number.
_PARTS = re.compile(r"""(?<![\w"'-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+)++""")
_MOST_PARTS = 100
# Whoever walks through a value may do so with the stack of Python.
_DEEPEST = 200
_TOO_DEEP = "it is nested too deeply"
_TOO_LONG = "a number in it is too large"


def read_toml(text: str) -> dict[str, object]:
    """Return what a text in TOML holds.

    >>> read_toml("[map]\\naddTags = true")
    {'map': {'addTags': True}}

    Raises:
        TOMLDecodeError: the text is not TOML.
        ValueError: it is nested too deeply, or has a number that is too long.
    """
    if any(parts[0].count(".") > _MOST_PARTS for parts in _PARTS.finditer(text)):
        raise ValueError(_TOO_DEEP)
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except RecursionError:
        raise ValueError(_TOO_DEEP) from None
    except ValueError:
        # Python reads no numbers of thousands of digits.
        raise ValueError(_TOO_LONG) from None
    if _is_too_deep(tables):
        raise ValueError(_TOO_DEEP)
    return tables


def read_json(text: str) -> object:
    """Return what a text in JSON holds.

    >>> read_json('{"map": {"addTags": true}}')
    {'map': {'addTags': True}}

    Raises:
        JSONDecodeError: the text is not JSON.
        ValueError: it is nested too deeply, or has a number that is too long.
    """
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError:
        raise
    except RecursionError:
        raise ValueError(_TOO_DEEP) from None
    except ValueError:
        raise ValueError(_TOO_LONG) from None
    if _is_too_deep(value):
        raise ValueError(_TOO_DEEP)
    return value


def _is_too_deep(value: object) -> bool:
    level = [value]
    for _ in range(_DEEPEST):
        level = [inner for outer in level for inner in _items(outer)]
        if not level:
            return False
    return True


def _items(value: object) -> list[object]:
    if isinstance(value, dict):
        return [*value.values()]
    return value if isinstance(value, list) else []
