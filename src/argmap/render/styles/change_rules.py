"""Looks of what is new, gone, different or unchanged in maps of changes."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from argmap.data import FrozenDict
from argmap.render.styles.theme import CHANGE_ROLES, Theme
from argmap.render.styles.theme_rules import ThemeRule


def with_roles(theme: Theme, roles: Mapping[object, str]) -> Theme:
    """Return a theme in which things have the looks of roles of changes on top of all others.

    >>> from argmap.render import load_theme
    >>> with_roles(load_theme("default"), {"[A]": "added"}).rules[0].attributes["penwidth"]
    '3.5'
    """
    first = len(theme.rules)
    rules = tuple(ThemeRule("*", theme.of(role)) for role in CHANGE_ROLES)
    chosen = {
        thing: (*theme.chosen.get(thing, ()), first + CHANGE_ROLES.index(role))
        for thing, role in roles.items()
    }
    return evolve(theme, rules=(*theme.rules, *rules), chosen=FrozenDict({**theme.chosen, **chosen}))
