"""What each format can say about a debate, from `capabilities.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from argmap.interop.conversion.known_formats import READERS, WRITERS, reader


class Capability(Enum):
    """Whether a format says something itself, keeps it under keys that only argmap uses, or loses it."""

    SAID = "said"
    KEPT = "kept"
    LOST = "lost"


_SIGNS = {Capability.SAID: "✓", Capability.KEPT: "k", Capability.LOST: "·"}


@cache
def capabilities() -> Mapping[str, Mapping[str, Capability]]:
    """Return what each format that can be written does with each feature, by feature and format.

    >>> capabilities()["title"]["aif"]
    <Capability.KEPT: 'kept'>
    """
    text = files("argmap.interop.conversion").joinpath("capabilities.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)
    return MappingProxyType(
        {feature: {name: _capability(row, name) for name in WRITERS} for feature, row in rows.items()}
    )


def _capability(row: Mapping[str, list[str]], name: str) -> Capability:
    for capability in (Capability.SAID, Capability.KEPT):
        if name in row.get(capability.value, ()):
            return capability
    return Capability.LOST


def capability_lines() -> Iterator[str]:
    """Yield the lines of the table in Markdown.

    >>> next(capability_lines()).startswith("| feature |")
    True
    """
    yield f"| feature | {' | '.join(WRITERS)} |"
    yield f"| --- |{' :-: |' * len(WRITERS)}"
    for feature, row in capabilities().items():
        yield f"| {feature} | {' | '.join(_SIGNS[row[name]] for name in WRITERS)} |"


def format_lines() -> Iterator[str]:
    """Yield a line for each format: its name, suffixes, and whether it is read and written.

    >>> list(format_lines())[0].split()
    ['argdown-json', '.json', 'read,', 'written']
    """
    names = tuple(dict.fromkeys((*READERS, *WRITERS)))
    width = max(map(len, names))
    for name in names:
        suffixes = " ".join(reader(name).SUFFIXES)
        done = ", ".join(word for word, known in (("read", READERS), ("written", WRITERS)) if name in known)
        yield f"{name:{width}}  {suffixes:14}  {done}"
