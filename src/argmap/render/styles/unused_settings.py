"""Settings of looks that an author gives and no drawing shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve

from argmap.data import FrozenDict
from argmap.render.styles.overrides import with_overrides
from argmap.render.styles.theme import TextStyle, Theme
from argmap.settings import Settings

# They are not looks of a theme, and are used elsewhere.
_USED = frozenset(("graphname", "measureLineWidth", "mapBgColor", "graphVizSettings", "sameRank", "images"))


def unused_settings(settings: Settings, theme: Theme) -> tuple[str, ...]:
    """Return the full names of settings in `dot` and `vizJs` that differ from the default and have no effect.

    A setting has an effect if it alone changes some theme.

    >>> from argmap.render.styles.theme import load_theme
    >>> said = Settings.of({"dot": {"useHtmlLabels": False, "edge": {"penWidth": 3}}})
    >>> unused_settings(said, load_theme("default"))
    ('dot.useHtmlLabels',)
    """
    said = settings.to_mapping()
    probes = _probes(theme)
    unused = (path for path, value in _leaves(said.get("dot", {})) if not _changes(path, value, probes))
    viz = (f"vizJs.{name}" for name in said.get("vizJs", {}) if name != "engine")
    return (*(".".join(("dot", *path)) for path in unused), *viz)


def _leaves(
    said: Mapping[str, object], path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], object]]:
    for name, value in said.items():
        if name in _USED:
            continue
        if isinstance(value, Mapping):
            yield from _leaves(value, (*path, name))
        else:
            yield (*path, name), value


def _changes(path: tuple[str, ...], value: object, probes: tuple[Theme, ...]) -> bool:
    alone = value
    for name in reversed(path):
        alone = {name: alone}
    looks = Settings.of({"dot": alone}).dot
    return any(with_overrides(probe, looks) != probe for probe in probes)


def _probes(theme: Theme) -> tuple[Theme, ...]:
    """Return themes such that a setting which has an effect changes at least one of them."""
    return tuple(
        evolve(
            theme,
            text_width=0.5,
            attributes=FrozenDict(),
            texts=FrozenDict(dict.fromkeys(theme.texts, TextStyle(size, "#000000", is_bold=size > 0))),
        )
        for size in (-1, 0, 1)
    )
