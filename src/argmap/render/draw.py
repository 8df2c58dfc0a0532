"""From a map to its drawing: what is shown at its size, in which looks."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from attrs import evolve

from argmap.maps import ArgumentMap, close_groups
from argmap.render.drawing import Drawing
from argmap.render.fonts.characters import clean
from argmap.render.images.placement import read_images
from argmap.render.layout.attributes import refused_settings
from argmap.render.styles.overrides import with_said_looks
from argmap.render.styles.theme import Theme, load_theme
from argmap.render.styles.unused_settings import unused_settings
from argmap.render.wording import in_words
from argmap.settings import Settings

_NOTHING = (
    "there is nothing to draw: the text has no claim, no evidence and no argument; write a sentence, or "
    "`[Title]: a sentence`"
)


def draw_map(
    argument_map: ArgumentMap,
    *,
    theme: str | PathLike[str] | Theme = "default",
    engine: str = "auto",
    settings: Settings | None = None,
    title: str | None = None,
    timeout: float = 60,
    legend: bool = False,
    folder: str | PathLike[str] | None = None,
) -> Drawing:
    """Return the drawing of a map; groups that are closed are drawn as single boxes.

    `engine` is `auto`, `embedded`, `system` or the path of an executable; `title` names the drawing
    for those who cannot see it; `timeout` is in seconds; `legend` adds below the map what its parts mean;
    images in nodes are read from `folder`, without one from nowhere.
    No engine runs before it is needed. In a map of more than a thousand nodes, those that have a title
    show only that.

    >>> draw_map(ArgumentMap()).dot.splitlines()[0]
    'digraph "Argument Map" {'
    """
    # Loading the package graphviz takes as long as drawing a small map.
    from argmap.render.dot import to_dot

    said = settings or Settings()
    chosen = with_said_looks(load_theme(theme), said.dot)
    shown, notes = _detailed(in_words(close_groups(_explained(argument_map))))
    images = read_images(shown, said, None if folder is None else Path(folder), chosen.text_width)
    dot = to_dot(shown, chosen, said, title=title, legend=legend, images=images)
    name = clean(title or said.dot.graphname) or "Argument map"
    notes = (*notes, *images.problems)
    look = (chosen, said)
    refused = (
        *(f"dot.graphVizSettings.{name}" for name in refused_settings(said)),
        *unused_settings(said, chosen),
    )
    return Drawing(shown, dot, engine, timeout, chosen.font, refused, notes, name, look, images)


def _explained(argument_map: ArgumentMap) -> ArgumentMap:
    is_empty = not argument_map.nodes and not any(group.is_closed for group in argument_map.groups)
    if argument_map.omissions or not is_empty:
        return argument_map
    return evolve(argument_map, fallback=_NOTHING)


def _detailed(argument_map: ArgumentMap) -> tuple[ArgumentMap, tuple[str, ...]]:
    """Return a map with as much text as its size lets readers read, and what was left out."""
    from argmap.maps.detail import MOST_TEXTS, only_titles

    if len(argument_map.nodes) <= MOST_TEXTS:
        return argument_map, ()
    short = only_titles(argument_map)
    if short == argument_map:
        return argument_map, ()
    return short, (
        f"nodes show their titles only, because there are {len(argument_map.nodes)} of them "
        f"(texts are shown up to {MOST_TEXTS}): focus on a part of the map, or close groups",
    )
