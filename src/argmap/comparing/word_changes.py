"""The words of a text that are gone, and those that are new."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from argmap.data import FrozenDict, Value

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
# Longer texts are not compared word by word, which takes quadratic time.
_MOST_TOKENS = 3000
_MOST_PATHS = 100


def word_changes(before: str, after: str) -> tuple[str, ...]:
    """Return the stretches of two texts in order: each begins with `=`, `-` or `+`.

    >>> word_changes("It shines.", "It still shines.")
    ('=It', '+ still', '= shines.')
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if len(old) + len(new) > _MOST_TOKENS:
        return tuple(sign + text for sign, text in (("-", before), ("+", after)) if text)
    changes: list[str] = []
    for word, start, end, low, high in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, made = "".join(old[start:end]), "".join(new[low:high])
        if word == "equal":
            changes.append(f"={gone}")
        else:
            changes += [sign + text for sign, text in (("-", gone), ("+", made)) if text]
    return tuple(changes)


def differing_paths(before: Value, after: Value) -> tuple[str, ...]:
    """Return the paths to what differs in data.

    >>> from argmap.data import freeze
    >>> differing_paths(freeze({"a": {"b": 1}, "c": 2}), freeze({"a": {"b": 3}, "c": 2}))
    ('a.b',)
    """
    paths: list[str] = []
    waiting: list[tuple[str, Value, Value]] = [("", before, after)]
    while waiting and len(paths) < _MOST_PATHS:
        path, old, new = waiting.pop()
        if isinstance(old, FrozenDict) and isinstance(new, FrozenDict):
            keys = sorted({*old, *new}, reverse=True)
            waiting += [(f"{path}.{key}" if path else key, old.get(key), new.get(key)) for key in keys]
        elif (type(old), old) != (type(new), new):
            paths.append(path)
    return tuple(paths)
