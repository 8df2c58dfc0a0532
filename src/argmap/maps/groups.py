"""Which sections of a document are boxes in its map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import evolve

from argmap.data import Data, FrozenDict
from argmap.maps.argument_map import ArgumentMap, MapGroup
from argmap.model import MarkKind, Section
from argmap.settings.settings import GroupSettings


def decide_groups(sections: Iterable[Section], settings: GroupSettings) -> tuple[Section, ...]:
    """Return the sections with `is_group` and `is_closed` decided: True or False, never None.

    What settings say about a section by its title, with or without its tags, counts more than what
    its data say; listing some sections makes groups of no others. Where nothing is said, the two
    deepest levels of the document (`groupDepth`) are groups. A regrouped debate stays as it is.
    """
    said = tuple(sections)
    if not settings.regroup:
        said = tuple(_as_settings_say(section, settings) for section in said)
    lowest = max((section.level for section in said), default=0) - settings.group_depth + 1
    return tuple(
        evolve(
            section,
            is_group=section.level >= lowest if section.is_group is None else section.is_group,
            is_closed=bool(section.is_closed),
        )
        for section in said
    )


def enclosing_groups(decided: Iterable[Section]) -> dict[str, str | None]:
    """Return the id of the innermost group around each section.

    Sections come after the one that they are in, as in a debate.
    """
    around: dict[str, str | None] = {}
    for section in decided:
        around[section.id] = section.id if section.is_group else around.get(section.parent or "")
    return around


def form_groups(decided: Iterable[Section], used: Iterable[str]) -> tuple[MapGroup, ...]:
    """Return the groups with these ids and all groups around them, outer ones first."""
    sections = tuple(decided)
    around = enclosing_groups(sections)
    parents = {section.id: around.get(section.parent or "") for section in sections if section.is_group}
    needed = _with_ancestors(used, parents)
    groups: dict[str, MapGroup] = {}
    for section in sections:
        if section.id in needed:
            parent = parents[section.id]
            level = groups[parent].level + 1 if parent else 1
            groups[section.id] = MapGroup(
                section.id, section.title, level, parent, bool(section.is_closed), marks=section.marks
            )
    return tuple(groups.values())


def groups_in_use(argument_map: ArgumentMap) -> list[MapGroup]:
    """Return the groups that are closed or have something in them: engines complain about empty boxes."""
    used = {node.group for node in argument_map.nodes}
    # Groups come after those that they are in.
    for group in reversed(argument_map.groups):
        if group.is_closed or group.id in used:
            used |= {group.id, group.parent}
    return [group for group in argument_map.groups if group.id in used]


def _with_ancestors(ids: Iterable[str], parents: Mapping[str, str | None]) -> set[str]:
    found: set[str] = set()
    for start in ids:
        one: str | None = start
        while one is not None and one not in found:
            found.add(one)
            one = parents[one]
    return found


def _as_settings_say(section: Section, settings: GroupSettings) -> Section:
    is_group = None if settings.ignore_is_group else section.is_group
    is_closed = None if settings.ignore_is_closed else section.is_closed
    if settings.sections:
        entry = settings.sections.get(section.title, settings.sections.get(_bare_title(section)))
        if isinstance(entry, FrozenDict):
            is_group, is_closed = _flag(entry, "isGroup"), _flag(entry, "isClosed")
        else:
            is_group = bool(is_group)
    return evolve(section, is_group=is_group, is_closed=is_closed)


def _flag(entry: Data, key: str) -> bool | None:
    value = entry.get(key)
    return None if value is None else bool(value)


def _bare_title(section: Section) -> str:
    """Return the title of a section without the tags in it."""
    kept: list[str] = []
    position = 0
    for mark in sorted(section.marks, key=lambda mark: mark.start):
        if mark.kind is MarkKind.TAG:
            kept.append(section.title[position : mark.start])
            position = mark.end
    kept.append(section.title[position:])
    return " ".join("".join(kept).split())
