"""What a single value means in the core schema of YAML 1.2, with dates."""

from __future__ import annotations

import base64
import binascii
import datetime
import re
from typing import Any

from argmap.data import Value
from argmap.data.yaml_problems import YamlProblem

# More collections in each other are not read.
DEEPEST = 100
CORE = "tag:yaml.org,2002:"
_WORDS: dict[str, Value] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
_INTEGER = re.compile(r"[-+]?(?:0b[01]+|0o[0-7]+|0x[0-9a-fA-F]+|[0-9]+)\Z", re.ASCII)
_FLOAT = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?\Z", re.ASCII)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z", re.ASCII)
_TIME = re.compile(
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?"
    r"(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?\Z",
    re.ASCII,
)
_TIME_PARTS = re.compile(
    r"(\d+)-(\d+)-(\d+)(?:[Tt]|[ \t]+)(\d+):(\d+):(\d+)(?:\.(\d*))?(?:[ \t]*(Z|([-+])(\d{1,2}):?(\d{2})?))?"
)


def scalar_value(event: Any, problems: list[YamlProblem]) -> Value:
    """Return what a scalar means; what is wrong with its tag is added to the problems."""
    text: str = event.value
    tag = event.tag
    if tag is None or tag == "!":
        return plain_value(text) if event.implicit[0] and not event.style else text
    kind = tag.removeprefix(CORE)
    if kind in ("int", "float", "bool", "null", "timestamp"):
        return plain_value(text)
    if kind == "binary":
        try:
            return base64.b64decode(text)
        except (binascii.Error, ValueError):
            problems.append(
                YamlProblem(
                    "R201", event.start_mark.index, ("this is not base64", "write a text without `!!binary`")
                )
            )
    elif kind != "str":
        problems.append(
            YamlProblem(
                "R201", event.start_mark.index, (f"there is no tag `{tag}`", "write the text in quotes")
            )
        )
    return text


def plain_value(text: str) -> Value:
    """Return what a plain scalar means in the core schema, with dates."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "+-.0123456789":
        return text
    if _INTEGER.match(text):
        return _integer(text)
    if _FLOAT.match(text):
        return float(text)
    if _DATE.match(text) or _TIME.match(text):
        return _time(text)
    return text


def _integer(text: str) -> Value:
    digits = text.lstrip("+-")
    base = {"0b": 2, "0o": 8, "0x": 16}.get(digits[:2], 10)
    # Python neither reads nor writes decimal numbers of thousands of digits; nobody means a number by them.
    if len(digits) > 1000:
        return text
    number = int(digits[2:] if base != 10 else digits, base)
    return -number if text[0] == "-" else number


def _time(text: str) -> Value:
    try:
        if len(text) == 10:
            return datetime.date.fromisoformat(text)
        match = _TIME_PARTS.match(text)
        assert match is not None, "both patterns read the same times"
        year, month, day, hour, minute, second = (int(part) for part in match.groups()[:6])
        fraction = int((match[7] or "").ljust(6, "0")[:6] or 0)
        offset = datetime.timedelta(hours=int(match[10] or 0), minutes=int(match[11] or 0))
        zone = datetime.timezone(-offset if match[9] == "-" else offset)
        return datetime.datetime(year, month, day, hour, minute, second, fraction, zone)
    except ValueError:
        return text


def key_name(key: Value) -> str:
    """Return a key as text, as JavaScript's objects have it."""
    if isinstance(key, str):
        return key
    if key is None or isinstance(key, bool):
        return {None: "null", True: "true", False: "false"}[key]
    if isinstance(key, tuple):
        return ",".join(key_name(one) for one in key)
    return str(key)
