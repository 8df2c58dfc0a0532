"""Settings, under the names that Argdown gives them.

In files and mappings they are written as Argdown writes them (`selection.excludeDisconnected`);
here the same words are written as Python writes them (`selection.exclude_disconnected`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from typing import Any, TypeVar

from attrs import Attribute, evolve, fields, frozen

from argmap.equality import equality, value_hash
from argmap.representation import representation
from argmap.settings.composed_readers import ComposedReader, Inner, as_mapping, problems_in, table_of
from argmap.settings.dot_tables import DotSettings, VizJsSettings
from argmap.settings.foreign import FOREIGN_TABLES, METADATA_KEYS, PROGRAM_KEYS, foreign_reader
from argmap.settings.places import as_table, misplaced, with_place
from argmap.settings.problems import NotATable, SettingProblem, Unusable, unknown
from argmap.settings.readers import Reader, any_mapping, argdown_name, inner_table
from argmap.settings.tables import (
    CheckSettings,
    ColorSettings,
    DataSettings,
    GroupSettings,
    ImagesSettings,
    JsonSettings,
    MapSettings,
    ModelSettings,
    ReasoningSettings,
    SelectionSettings,
)
from argmap.text.nearest import nearest, only_near

__all__ = [
    "CheckSettings",
    "ColorSettings",
    "DataSettings",
    "DotSettings",
    "GroupSettings",
    "ImagesSettings",
    "JsonSettings",
    "MapSettings",
    "ModelSettings",
    "ReasoningSettings",
    "SelectionSettings",
    "SettingProblem",
    "Settings",
    "VizJsSettings",
    "merge",
    "only_near",
]


@frozen(kw_only=True)
class Settings:
    """All settings; those that are not given have their defaults.

    >>> Settings.of({"model": {"mode": "strict"}}).model.mode
    'strict'
    """

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    data: DataSettings = inner_table(DataSettings())
    model: ModelSettings = inner_table(ModelSettings())
    selection: SelectionSettings = inner_table(SelectionSettings())
    map: MapSettings = inner_table(MapSettings())
    group: GroupSettings = inner_table(GroupSettings())
    color: ColorSettings = inner_table(ColorSettings())
    images: ImagesSettings = inner_table(ImagesSettings())
    dot: DotSettings = inner_table(DotSettings())
    viz_js: VizJsSettings = inner_table(VizJsSettings())
    json: JsonSettings = inner_table(JsonSettings())
    check: CheckSettings = inner_table(CheckSettings())
    reasoning: ReasoningSettings = inner_table(ReasoningSettings())

    @classmethod
    def of(cls, *layers: Mapping[str, object] | Settings | None) -> Settings:
        """Return settings in which every layer overrides the one before it.

        Layers are mappings in Argdown's names, settings, or None; what cannot be used is left out,
        and `problems` says what that was.
        """
        merged = _merged(layers)
        return _read(cls(), merged) if merged else cls()

    @classmethod
    def problems(cls, mapping: Mapping[str, object]) -> tuple[SettingProblem, ...]:
        """Return what in a mapping is no setting, or has a value that cannot be used."""
        return tuple(with_place(problem, cls) for problem in problems_in(mapping, _document_reader()))

    @classmethod
    def misplaced(cls, mapping: Mapping[str, object]) -> tuple[SettingProblem, ...]:
        """Return which keys at the top of a frontmatter are settings that belong in a table."""
        return tuple(misplaced(mapping, cls))

    @classmethod
    def checked(
        cls, settings: Mapping[str, object] | Settings | None
    ) -> Mapping[str, object] | Settings | None:
        """Return settings that a caller gives as they are.

        >>> Settings.checked({"model": {"mode": "strickt"}})
        Traceback (most recent call last):
            ...
        ValueError: `model.mode` cannot be 'strickt'; write `strict`

        Raises:
            TypeError: they are not a mapping.
            ValueError: a name or value cannot be used; the message names the nearest one that can.
        """
        if settings is None or isinstance(settings, Settings):
            return settings
        if not isinstance(settings, Mapping):
            raise TypeError(f"settings must be a mapping or Settings, not {settings!r}")
        problems = (*unknown_tables(settings), *cls.problems(settings))
        if problems:
            raise ValueError("; ".join(part for part in (problems[0].message, problems[0].hint) if part))
        return settings

    def to_mapping(self) -> dict[str, dict[str, object]]:
        """Return what differs from the defaults, in Argdown's names."""
        return _written(self, type(self)())  # type: ignore[return-value]  # each is a table


def table_names() -> tuple[str, ...]:
    """Return the names of all tables that are read here."""
    return tuple(argdown_name(field.name) for field in fields(Settings))


def unknown_tables(mapping: Mapping[str, object]) -> Iterator[SettingProblem]:
    """Yield the names at the top of a mapping that neither argmap nor Argdown's programs know."""
    known = (*table_names(), *FOREIGN_TABLES, *METADATA_KEYS, *PROGRAM_KEYS)
    for name in mapping:
        if name not in known:
            yield with_place(unknown((str(name),), _nearest_tables(str(name))), Settings)


def _nearest_tables(name: str) -> tuple[str, ...]:
    # The names of tables are short: `maps` is nearer to `map` than to anything else.
    own = table_names()
    return own if nearest(name, own) else (*own, *FOREIGN_TABLES)


TableT = TypeVar("TableT")


def _read(default: TableT, written: Mapping[str, object]) -> TableT:
    """Return a table with what is written about it; what is not, or cannot be used, is as in the default."""
    values: dict[str, object] = {}
    for field, name in _named(type(default)):
        value = written.get(name)
        if value is None:
            continue
        if "table" not in field.metadata:
            with suppress(Unusable):
                values[field.name] = field.metadata["read"](value)
        elif isinstance(value, Mapping):
            values[field.name] = _read(getattr(default, field.name), value)
    return evolve(default, **values) if values else default  # type: ignore[misc]  # every table is of attrs


@cache
def _document_reader() -> ComposedReader:
    """Return the reader of a document's settings; what else is at the top may belong to others."""
    own = _readers(Settings)

    def inner(value: object, around: Mapping[str, object]) -> Iterator[Inner]:
        for name, item in as_mapping(value).items():
            if item is not None and name in own:
                yield (name,), own[name], item
            elif item is not None and name in FOREIGN_TABLES:
                yield (name,), foreign_reader(name), item

    return ComposedReader(any_mapping, inner)


def _readers(table_class: type) -> Mapping[str, Reader]:
    """Return the readers of a table by Argdown's names."""
    return {
        name: _table_reader(field.metadata["table"]) if "table" in field.metadata else field.metadata["read"]
        for field, name in _named(table_class)
    }


def _table_reader(table_class: type) -> ComposedReader:
    def check(value: object) -> None:
        if not isinstance(value, Mapping):
            raise NotATable(as_table(value, table_class))

    return evolve(table_of(_readers(table_class)), check=check)


def _written(settings: object, default: object) -> dict[str, object]:
    changed: dict[str, object] = {}
    for field, name in _named(type(settings)):
        value, usual = getattr(settings, field.name), getattr(default, field.name)
        if value != usual:
            changed[name] = _written(value, usual) if "table" in field.metadata else value
    return changed


def _named(table_class: type) -> Iterator[tuple[Attribute[Any], str]]:
    for field in fields(table_class):
        yield field, argdown_name(field.name)


def _merged(layers: tuple[Mapping[str, object] | Settings | None, ...]) -> dict[str, object]:
    merged: dict[str, object] = {}
    for layer in layers:
        if layer is not None:
            if not isinstance(layer, Settings | Mapping):
                raise TypeError(f"settings must be a mapping or Settings, not {layer!r}")
            merged = merge(merged, layer.to_mapping() if isinstance(layer, Settings) else layer)
    return merged


def merge(first: Mapping[str, object], later: Mapping[str, object]) -> dict[str, object]:
    """Return two mappings as one: a later value wins, mappings are merged at any depth."""
    merged = dict(first)
    for key, value in later.items():
        before = merged.get(key)
        if isinstance(before, Mapping) and isinstance(value, Mapping):
            merged[key] = merge(before, value)
        else:
            merged[key] = value
    return merged
