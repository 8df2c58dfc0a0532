"""Settings, under the names that Argdown gives them.

In files and mappings they are written as Argdown writes them (`selection.excludeDisconnected`);
here the same words are written as Python writes them (`selection.exclude_disconnected`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from attrs import Attribute, evolve, fields, frozen

from argmap.settings.dot_tables import DotSettings, VizJsSettings
from argmap.settings.foreign import FOREIGN_ROOMS, METADATA_KEYS, PROGRAM_KEYS
from argmap.settings.places import as_table, misplaced, with_place
from argmap.settings.problems import SettingProblem, inner_problems, unknown, unusable
from argmap.settings.readers import Unusable, argdown_name, room
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

    data: DataSettings = room(DataSettings())
    model: ModelSettings = room(ModelSettings())
    selection: SelectionSettings = room(SelectionSettings())
    map: MapSettings = room(MapSettings())
    group: GroupSettings = room(GroupSettings())
    color: ColorSettings = room(ColorSettings())
    images: ImagesSettings = room(ImagesSettings())
    dot: DotSettings = room(DotSettings())
    viz_js: VizJsSettings = room(VizJsSettings())
    json: JsonSettings = room(JsonSettings())
    check: CheckSettings = room(CheckSettings())
    reasoning: ReasoningSettings = room(ReasoningSettings())

    @classmethod
    def of(cls, *layers: Mapping[str, object] | Settings | None) -> Settings:
        """Return settings in which every layer overrides the one before it.

        Layers are mappings in Argdown's names, settings, or None; what cannot be used is left out,
        and `problems` says what that was.
        """
        merged = _merged(layers)
        return _read(cls(), merged, (), []) if merged else cls()

    @classmethod
    def problems(cls, mapping: Mapping[str, object]) -> tuple[SettingProblem, ...]:
        """Return what in a mapping is no setting, or has a value that cannot be used."""
        found: list[SettingProblem] = []
        _read(cls(), {name: mapping[name] for name in rooms() if name in mapping}, (), found)
        return tuple(with_place(problem, cls) for problem in (*found, *inner_problems(mapping)))

    @classmethod
    def misplaced(cls, mapping: Mapping[str, object]) -> tuple[SettingProblem, ...]:
        """Return which keys at the top of a frontmatter are settings that belong in a table."""
        return tuple(misplaced(mapping, cls))

    @classmethod
    def checked(cls, said: Mapping[str, object] | Settings | None) -> Mapping[str, object] | Settings | None:
        """Return settings that a caller gives as they are.

        >>> Settings.checked({"model": {"mode": "strickt"}})
        Traceback (most recent call last):
            ...
        ValueError: `model.mode` cannot be 'strickt'; write `strict`

        Raises:
            TypeError: they are no mapping.
            ValueError: a name or a value cannot be used; the message has the nearest one that can.
        """
        if said is None or isinstance(said, Settings):
            return said
        if not isinstance(said, Mapping):
            raise TypeError(f"settings must be a mapping or Settings, not {said!r}")
        problems = (*unknown_rooms(said), *cls.problems(said))
        if problems:
            raise ValueError("; ".join(part for part in (problems[0].message, problems[0].hint) if part))
        return said

    def to_mapping(self) -> dict[str, dict[str, object]]:
        """Return what differs from the defaults, in Argdown's names."""
        return _written(self, type(self)())  # type: ignore[return-value]  # each is a room


def rooms() -> tuple[str, ...]:
    """Return the names of all rooms that are read here."""
    return tuple(argdown_name(field.name) for field in fields(Settings))


def unknown_rooms(mapping: Mapping[str, object]) -> Iterator[SettingProblem]:
    """Yield the names at the top of a mapping that neither argmap nor Argdown's programs know."""
    known = (*rooms(), *FOREIGN_ROOMS, *METADATA_KEYS, *PROGRAM_KEYS)
    for name in mapping:
        if name not in known:
            yield with_place(unknown((str(name),), _setting_rooms(str(name))), Settings)


def _setting_rooms(name: str) -> tuple[str, ...]:
    # The names of rooms are short: `maps` is nearer to `map` than to anything else.
    own = rooms()
    return own if nearest(name, own) else (*own, *FOREIGN_ROOMS)


RoomT = TypeVar("RoomT")


def _read(
    default: RoomT, said: Mapping[str, object], path: tuple[str, ...], problems: list[SettingProblem]
) -> RoomT:
    """Return a room with what is said about it; what is not said is as in the default."""
    known = {name: one for one, name in _named(type(default))}
    values: dict[str, object] = {}
    for name, value in said.items():
        one = known.get(name)
        here = (*path, str(name))
        if one is None:
            # What stands at the top may belong to others.
            if path:
                problems.append(unknown(here, known))
        elif value is None:
            continue
        elif "room" in one.metadata:
            if isinstance(value, Mapping):
                values[one.name] = _read(getattr(default, one.name), value, here, problems)
            else:
                message = f"`{'.'.join(here)}` has no settings in it"
                written = as_table(here, value, one.metadata["room"])
                hint = f"write `{written}`" if written else "write a mapping"
                problems.append(SettingProblem(here, message, hint))
        else:
            try:
                values[one.name] = one.metadata["read"](value)
            except Unusable as right:
                problems.append(unusable(here, value, right))
    return evolve(default, **values) if values else default  # type: ignore[misc]  # every room is of attrs


def _written(said: object, default: object) -> dict[str, object]:
    found: dict[str, object] = {}
    for one, name in _named(type(said)):
        value, usual = getattr(said, one.name), getattr(default, one.name)
        if value != usual:
            found[name] = _written(value, usual) if "room" in one.metadata else value
    return found


def _named(room: type) -> Iterator[tuple[Attribute[Any], str]]:
    for field in fields(room):
        yield field, argdown_name(field.name)


def _merged(layers: tuple[Mapping[str, object] | Settings | None, ...]) -> dict[str, object]:
    merged: dict[str, object] = {}
    for layer in layers:
        if layer is not None:
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
