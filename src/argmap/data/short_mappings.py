"""Short mappings in braces, as most data are written, read without a parser of YAML."""

from __future__ import annotations

import re

from argmap.data.frozen_dict import FrozenDict
from argmap.data.values import Value
from argmap.data.yaml_scalars import DEEPEST, key_name, plain_value

# What means itself in a text in quotes, beside the other kind of quotes.
_QUOTED = r"\w .,;:!?()\[\]{}<>^/&%+*=~|$@#‘’“”„–—…\-"
# Words that mean the same wherever YAML has a plain text, and texts in quotes in which nothing is escaped.
_SCALAR = rf"""([\w.][\w.'()/-]*+(?: ++[\w.'()/-]++)*+|"[{_QUOTED}']*+"|'[{_QUOTED}"]*+')"""
# A key, and then its value, what closes behind it, and a comma; or else what opens.
_ITEM = re.compile(rf" *+(?:{_SCALAR}: ++)?(?:{_SCALAR}([\]}} ]*+)(?:,|\Z)|([\[{{]))")
# YAML has no key of more characters before its colon.
_LONGEST = 1000


def read_short_mapping(text: str) -> FrozenDict[str, Value] | None:
    """Return the value of a mapping on one line, None if it takes a parser of YAML to tell.

    What is returned is what YAML says: of the same text, without any problem.

    >>> read_short_mapping('{uses: [1, 2], roles: {sign: 1}, text: "so: yes"}')
    FrozenDict({'uses': (1, 2), 'roles': FrozenDict({'sign': 1}), 'text': 'so: yes'})
    >>> read_short_mapping("{a: &b c}") is None
    True
    """
    if text[:1] != "{" or text[-1] != "}" or len(text) > _LONGEST:
        return None
    # What is read, and what is open around it, each with the key of what is in it; outermost is a list.
    inner: dict[str, Value] | list[Value] = []
    above: list[tuple[dict[str, Value] | list[Value], str]] = []
    position, end = 0, len(text)
    while (item := _ITEM.match(text, position)) and len(above) < DEEPEST:
        position = item.end()
        key, scalar, closing, opening = item.groups()
        name = _key(inner, key)
        if name is None:
            return None
        if opening:
            above.append((inner, name))
            inner = {} if opening == "{" else []
            continue
        _put(inner, name, _scalar(scalar))
        for bracket in closing.replace(" ", ""):
            if not above or isinstance(inner, dict) is not (bracket == "}"):
                return None
            value = FrozenDict(inner) if isinstance(inner, dict) else tuple(inner)
            inner, name = above.pop()
            _put(inner, name, value)
        if not above:
            break
    whole = inner[0] if isinstance(inner, list) and inner and not above and position == end else None
    return whole if isinstance(whole, FrozenDict) else None


def _key(inner: dict[str, Value] | list[Value], key: str | None) -> str | None:
    """Return the key of what is next, which is empty in a list; None if it cannot be there."""
    if isinstance(inner, dict):
        name = None if key is None else key_name(_scalar(key))
        return None if name in inner else name
    return "" if key is None else None


def _put(inner: dict[str, Value] | list[Value], name: str, value: Value) -> None:
    if isinstance(inner, dict):
        inner[name] = value
    else:
        inner.append(value)


def _scalar(written: str) -> Value:
    return written[1:-1] if written[0] in "\"'" else plain_value(written)
