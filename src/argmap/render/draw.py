"""Draws maps: what is shown of a map of its size, and in which looks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING

from attrs import evolve

from argmap.maps import ArgumentMap
from argmap.render.captions import CAPTION_WIDTH, Caption, Captions, foot_caption, head_caption
from argmap.render.draw_options import DrawOptions, by_keywords
from argmap.render.drawing import Drawing
from argmap.render.fonts.characters import clean
from argmap.render.layout.attributes import is_in_rows
from argmap.render.layout.choice import layout_of
from argmap.render.layout.tree.section_bands import whole_section
from argmap.render.ready_map import ReadyMap, make_ready
from argmap.render.styles.theme import Theme, load_theme

if TYPE_CHECKING:
    from argmap.render.tree_sizes import MeasuredTree

# Pages use another theme for dark screens than a drawing on its own.
_DARK = {"default": "dark"}

# Lines of a foot that are narrower than this, in points, are hard to read.
_LEAST_FOOT = 200


def drawing_of(argument_map: ArgumentMap, options: DrawOptions) -> Drawing:
    """Return the drawing of a map; groups that are closed are drawn as single boxes.

    No engine runs before it is needed. In a map of more than a thousand nodes, those that have a title
    show only that. Without a `folder`, images in nodes are not read.

    >>> draw_map(ArgumentMap()).dot.splitlines()[0]
    'digraph "Argument Map" {'

    Raises:
        ValueError: an option says what of a debate is shown, such as `focus`: the map has been built; or an
            option has a value that it cannot have.
    """
    ready = make_ready(argument_map, options)
    folded, theme, settings, images = ready.folded, ready.theme, ready.settings, ready.images
    # Boxes that were measured to choose the layout are not measured again.
    measured = cache(partial(_measured, ready))
    layout = layout_of(
        folded,
        theme,
        settings,
        count_chips=lambda: len(measured().layout().places.chips),
        box_widths=lambda: _box_widths(ready),
    )
    is_tree = layout == "tree"
    captions = _captions(ready, options, measured if is_tree else None)
    if (
        layout == "layered"
        and not theme.is_plain
        and settings.map.stubs == "auto"
        and is_in_rows(folded, theme, settings)
    ):
        from argmap.render.layout.layered.stubs import with_stubs

        folded = with_stubs(folded)
    if is_tree:
        from argmap.render.tree_dot import written_tree

        dot = written_tree(measured(), title=options.title, captions=captions)
    else:
        from argmap.render.dot import to_dot

        dot = to_dot(folded, theme, settings, title=options.title, captions=captions, images=images)
    return Drawing(
        ready.shown,
        dot,
        options.engine,
        options.timeout,
        theme.font,
        ready.refused,
        ready.notes,
        clean(options.title or settings.dot.graphname) or "Argument map",
        (theme, settings),
        images,
        folded,
        is_placed=is_tree,
        subtitle=clean(options.subtitle or ""),
        in_dark=_dark_twin(argument_map, options, theme),
    )


def _measured(ready: ReadyMap) -> MeasuredTree:
    from argmap.render.tree_sizes import MeasuredTree

    return MeasuredTree(ready.folded, ready.theme, ready.settings, ready.images)


def _foot_width(tree: MeasuredTree, head: Caption | None) -> int:
    """Return the width that the foot of a tree may have, in points, without widening the whole picture."""
    width = tree.layout().extent.width
    return min(CAPTION_WIDTH, max(width, head.width if head else 0, _LEAST_FOOT))


def _box_widths(ready: ReadyMap) -> Mapping[str, int]:
    from argmap.render.tree_sizes import box_widths

    return box_widths(ready.folded, ready.theme, ready.settings, ready.images)


draw_map = by_keywords(DrawOptions, drawing_of)


def _dark_twin(argument_map: ArgumentMap, options: DrawOptions, theme: Theme) -> Callable[[], Drawing] | None:
    """Return a function that draws a map for dark screens, None if its theme has no counterpart for these."""
    name = theme.dark or _DARK.get(theme.name)
    return None if name is None else partial(_drawn_in, name, argument_map, options, theme)


def _drawn_in(name: str, argument_map: ArgumentMap, options: DrawOptions, theme: Theme) -> Drawing:
    """Return the drawing of a map in the theme with a name, with what another theme selects."""
    other = evolve(load_theme(name), rules=theme.rules, chosen=theme.chosen, dark=theme.name)
    return drawing_of(argument_map, evolve(options, theme=other))


def _captions(ready: ReadyMap, options: DrawOptions, measured: Callable[[], MeasuredTree] | None) -> Captions:
    """Return the title of a map, its legend and the notes about it, as far as they were asked for.

    In trees, which have been `measured`, a section that contains everything is also named there.
    """
    section = whole_section(ready.folded) if measured else None
    theme, settings = ready.theme, ready.settings
    is_titled = settings.map.title == "show" and not theme.is_plain
    title, subtitle = (options.title, options.subtitle) if is_titled else (None, None)
    if section is not None:
        title, subtitle = (title, subtitle or section.title) if title else (section.title, subtitle)
    notes = () if theme.is_plain else settings.map.notes
    head = head_caption(title, theme, subtitle=subtitle)
    has_foot = options.legend or any(notes)
    width = _foot_width(measured(), head) if measured and has_foot else CAPTION_WIDTH
    # A section that is the title of the whole has no band.
    others = tuple(group for group in ready.folded.groups if group is not section)
    shown = evolve(ready.folded, groups=others)
    return Captions(head, foot_caption(shown, theme, legend=options.legend, notes=notes, width=width))
