"""What settings there are, and what values each can have, for whoever offers them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from attrs import Attribute, fields, frozen

from argmap.settings.color_names import color_names, color_schemes
from argmap.settings.foreign import METADATA_KEYS
from argmap.settings.readers import OneOf, argdown_name, flag
from argmap.settings.settings import Settings


@frozen
class KnownSetting:
    """A setting or a table of settings: its path, in words what it is, and the values that it can have.

    `values` is empty if they are too many to list.
    """

    path: tuple[str, ...]
    words: str
    values: tuple[str, ...] = ()
    is_table: bool = False

    @property
    def name(self) -> str:
        """Its path as people write it."""
        return ".".join(self.path)


@cache
def known_settings() -> Mapping[tuple[str, ...], KnownSetting]:
    """Return all settings and their tables, by path.

    >>> known_settings()["model", "mode"].values
    ('loose', 'strict')
    """
    known: dict[tuple[str, ...], KnownSetting] = {}
    for field in fields(Settings):
        table = field.metadata["table"]
        path: tuple[str, ...] = (argdown_name(field.name),)
        about = (table.__doc__ or "").partition("\n")[0].rstrip(".")
        known[path] = KnownSetting(path, about, is_table=True)
        for inner in fields(table):
            known[*path, argdown_name(inner.name)] = _setting((*path, argdown_name(inner.name)), inner)
    return known


def frontmatter_keys() -> tuple[str, ...]:
    """Return what can be at the top of a frontmatter: what a document says of itself, and the tables."""
    return (*METADATA_KEYS, *(path[0] for path, known in known_settings().items() if known.is_table))


def names_below(path: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the settings in a table, in order; none if there is no such table."""
    return tuple(
        each[-1] for each in known_settings() if len(each) == len(path) + 1 and each[:-1] == (*path,)
    )


def _setting(path: tuple[str, ...], field: Attribute[Any]) -> KnownSetting:
    values = _values(path[-1], field)
    default = _shown(field.default)
    if values:
        among = ", ".join(f"`{value}`" for value in values)
        return KnownSetting(path, f"{among}; `{default}` by default", values)
    return KnownSetting(path, f"`{default}` by default" if default else "not set by default")


def _values(name: str, field: Attribute[Any]) -> tuple[str, ...]:
    read = field.metadata.get("read")
    if isinstance(read, OneOf):
        return read.choices
    if read is flag:
        return "true", "false"
    if name in ("colorScheme", "groupColorScheme"):
        return tuple(color_schemes())
    if name.endswith("FontColor"):
        return tuple(color_names())
    return ()


def _shown(default: object) -> str:
    if isinstance(default, bool):
        return str(default).lower()
    if isinstance(default, str | int | float):
        return str(default)
    return ", ".join(map(str, default)) if isinstance(default, tuple) else ""
