"""Settings, under the names that Argdown gives them.

In files and mappings they are written as Argdown writes them (`selection.excludeDisconnected`);
here the same words are written as Python writes them (`selection.exclude_disconnected`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple, TypeVar

from attrs import Attribute, field, fields, frozen

from argmap.model.frozen_dict import FrozenDict
from argmap.model.values import NO_DATA, Data, freeze
from argmap.text import CODES, Severity


class SettingProblem(NamedTuple):
    """A setting that cannot be used: its path (`map.statementLabelMode`), what is wrong, a hint.

    `near` is the only right name that is close, or the only right value that is close to `value`.
    """

    path: tuple[str, ...]
    message: str
    hint: str | None = None
    near: str | None = None
    value: str | None = None


class _Unusable(Exception):
    """A value of the wrong type; says which is right, and the only one that is close, if there is one."""

    def __init__(self, right: str, near: str | None = None) -> None:
        super().__init__(right)
        self.near = near


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise _Unusable("true or false")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _Unusable("a whole number")
    return value


def _names(value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise _Unusable("a list")
    return tuple(str(one) for one in value)


def _entries(value: object) -> Data:
    if not isinstance(value, Mapping):
        raise _Unusable("a mapping")
    return FrozenDict({str(key): freeze(item) for key, item in value.items()})


def _list_of_mappings(value: object) -> tuple[Data, ...]:
    if not isinstance(value, list | tuple):
        raise _Unusable("a list of mappings")
    return tuple(_entries(one) for one in value)


def _name_or_list(value: object) -> str | tuple[str, ...]:
    return value if isinstance(value, str) else _names(value)


def _text(value: object) -> str:
    if isinstance(value, bool | list | tuple | Mapping) or value is None:
        raise _Unusable("a text")
    return str(value)


def _codes(value: object) -> tuple[str, ...]:
    codes = (value,) if isinstance(value, str) else _names(value)
    for code in codes:
        if code not in CODES:
            near = get_close_matches(code, CODES, n=1)
            raise _Unusable(f"`{near[0]}`" if near else "codes such as `C301`", only_near(code, CODES))
    return codes


def _severities(value: object) -> Data:
    severities = _entries(value)
    _codes(tuple(severities))
    for severity in severities.values():
        _one_of(*(one.value for one in Severity))(severity)
    return severities


def _one_of(*choices: str) -> Callable[[object], str]:
    def choose(value: object) -> str:
        if value not in choices:
            near = get_close_matches(str(value), choices, n=1)
            right = f"`{near[0]}`" if near else "one of " + ", ".join(f"`{one}`" for one in choices)
            raise _Unusable(right, only_near(str(value), choices))
        return str(value)

    return choose


def only_near(word: str, choices: Iterable[str]) -> str | None:
    """Return the only one of some words that is close to a word, None if there is none or more.

    >>> only_near("titel", ["title", "text"]), only_near("x", ["title", "text"])
    ('title', None)
    """
    near = get_close_matches(word, list(choices), n=2, cutoff=0.75)
    return near[0] if len(near) == 1 else None


def _setting(default: Any, read: Callable[[Any], Any]) -> Any:  # as attrs' own field()
    return field(default=default, metadata={"read": read})


@frozen(kw_only=True)
class DataSettings:
    """How data and frontmatter are read."""

    front_matter_settings_mode: str = _setting("priority", _one_of("priority", "default", "ignore"))
    switch_to_block_format_if_multiline: bool = _setting(True, _flag)


@frozen(kw_only=True)
class ModelSettings:
    """How a debate is made from what is written."""

    mode: str = _setting("loose", _one_of("loose", "strict"))
    remove_tags_from_text: bool = _setting(False, _flag)
    transform_argument_relations: bool = _setting(True, _flag)
    explode_arguments: bool = _setting(False, _flag)
    shortcodes: Data = _setting(NO_DATA, _entries)


SELECTION_MODES = (
    "all",
    "with-title",
    "top-level",
    "with-relations",
    "not-used-in-argument",
    "with-more-than-one-relation",
)
LABEL_MODES = ("hide-untitled", "title", "text", "none")


@frozen(kw_only=True)
class SelectionSettings:
    """What of a debate is shown in its map."""

    statement_selection_mode: str = _setting("with-title", _one_of(*SELECTION_MODES))
    exclude_disconnected: bool = _setting(True, _flag)
    ignore_is_in_map: bool = _setting(False, _flag)
    select_elements_without_section: bool = _setting(False, _flag)
    select_elements_without_tag: bool = _setting(False, _flag)
    selected_sections: tuple[str, ...] | None = _setting(None, _names)
    selected_tags: tuple[str, ...] | None = _setting(None, _names)
    exclude_statements: tuple[str, ...] = _setting((), _names)
    exclude_arguments: tuple[str, ...] = _setting((), _names)
    include_statements: tuple[str, ...] = _setting((), _names)


@frozen(kw_only=True)
class MapSettings:
    """What the nodes of a map say."""

    statement_label_mode: str = _setting("hide-untitled", _one_of(*LABEL_MODES))
    argument_label_mode: str = _setting("hide-untitled", _one_of(*LABEL_MODES))
    add_tags: bool = _setting(True, _flag)


@frozen(kw_only=True)
class GroupSettings:
    """Which sections become boxes."""

    group_depth: int = _setting(2, _number)
    sections: Data = _setting(NO_DATA, _entries)
    regroup: tuple[Data, ...] = _setting((), _list_of_mappings)
    ignore_is_group: bool = _setting(False, _flag)
    ignore_is_closed: bool = _setting(False, _flag)


@frozen(kw_only=True)
class ColorSettings:
    """Which colours the elements of a map get."""

    color_scheme: str | tuple[str, ...] = _setting("default", _name_or_list)
    group_color_scheme: str | tuple[str, ...] = _setting(("#DADADA", "#BABABA", "#AAAAAA"), _name_or_list)
    colorize_by_tag: bool = _setting(True, _flag)
    colorize_groups_by_tag: bool = _setting(False, _flag)
    ignore_color_data: bool = _setting(False, _flag)
    tag_colors: Data = _setting(NO_DATA, _entries)
    statement_colors: Data = _setting(NO_DATA, _entries)
    argument_colors: Data = _setting(NO_DATA, _entries)
    group_colors: Data = _setting(NO_DATA, _entries)
    relation_colors: Data = _setting(NO_DATA, _entries)
    statement_font_color: str = _setting("#000000", _text)
    argument_font_color: str = _setting("#000000", _text)
    group_font_color: str = _setting("#000000", _text)


@frozen(kw_only=True)
class DotSettings:
    """What is handed to the layout engine as it is."""

    graphname: str = _setting("Argument Map", _text)
    graph_viz_settings: Data = _setting(NO_DATA, _entries)
    same_rank: tuple[Data, ...] = _setting((), _list_of_mappings)


@frozen(kw_only=True)
class CheckSettings:
    """Which findings are left out, and how severe the others are, by their codes."""

    allow: tuple[str, ...] = _setting((), _codes)
    severity: Data = _setting(NO_DATA, _severities)


@frozen(kw_only=True)
class Settings:
    """All settings; what is not said has its default.

    >>> Settings.of({"model": {"mode": "strict"}}).model.mode
    'strict'
    """

    data: DataSettings = DataSettings()
    model: ModelSettings = ModelSettings()
    selection: SelectionSettings = SelectionSettings()
    map: MapSettings = MapSettings()
    group: GroupSettings = GroupSettings()
    color: ColorSettings = ColorSettings()
    dot: DotSettings = DotSettings()
    check: CheckSettings = CheckSettings()

    @classmethod
    def of(cls, *layers: Mapping[str, object] | Settings | None) -> Settings:
        """Return settings in which every layer overrides the one before it.

        Layers are mappings in Argdown's names, settings, or None; what cannot be used is left out,
        and `problems` says what that was.
        """
        return cls._read(_merged(layers), [])

    @classmethod
    def problems(cls, mapping: Mapping[str, object]) -> tuple[SettingProblem, ...]:
        """Return what in a mapping is no setting, or has a value that cannot be used."""
        found: list[SettingProblem] = []
        cls._read(mapping, found)
        return tuple(found)

    @classmethod
    def _read(cls, mapping: Mapping[str, object], problems: list[SettingProblem]) -> Settings:
        rooms: dict[str, object] = {}
        for room in fields(cls):
            said = mapping.get(room.name)
            if isinstance(said, Mapping):
                rooms[room.name] = _room(type(room.default), said, room.name, problems)
            elif said is not None:
                problems.append(
                    SettingProblem((room.name,), f"`{room.name}` has no settings in it", "write a mapping")
                )
        return cls(**rooms)  # type: ignore[arg-type]  # each made by the room's own class

    def to_mapping(self) -> dict[str, dict[str, object]]:
        """Return what differs from the defaults, in Argdown's names."""
        said: dict[str, dict[str, object]] = {}
        for room in fields(type(self)):
            for one, name in _named(type(room.default)):
                value = getattr(getattr(self, room.name), one.name)
                if value != one.default:
                    said.setdefault(room.name, {})[name] = value
        return said


RoomT = TypeVar("RoomT")


def _room(room: type[RoomT], said: Mapping[str, object], path: str, problems: list[SettingProblem]) -> RoomT:
    known = {name: one for one, name in _named(room)}
    values: dict[str, object] = {}
    for name, value in said.items():
        one = known.get(name)
        if one is None:
            near = get_close_matches(name, known, n=1)
            hint = f"write `{near[0]}`" if near else None
            message = f"`{path}.{name}` is no setting"
            problems.append(SettingProblem((path, name), message, hint, only_near(name, known)))
        elif value is not None:
            try:
                values[one.name] = one.metadata["read"](value)
            except _Unusable as right:
                message = f"`{path}.{name}` cannot be {value!r}"
                problems.append(
                    SettingProblem((path, name), message, f"write {right}", right.near, str(value))
                )
    return room(**values)


def _named(room: type) -> Iterator[tuple[Attribute[Any], str]]:
    for one in fields(room):
        yield one, re.sub(r"_([a-z])", lambda found: found[1].upper(), one.name)


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
