"""From a map to its drawing: what is shown at its size, in which looks."""

from __future__ import annotations

from pathlib import Path

from attrs import evolve

from argmap.maps import ArgumentMap, MapGroup, close_groups
from argmap.maps.detail import MOST_TEXTS, only_titles, without_steps
from argmap.maps.folding import fold
from argmap.maps.remarks import with_remarks
from argmap.render.captions import Captions, foot_caption, head_caption
from argmap.render.draw_options import DrawOptions, by_keywords, late_options, layout_settings
from argmap.render.drawing import Drawing
from argmap.render.engines.svg import part_titles
from argmap.render.fonts.characters import clean
from argmap.render.images.placement import read_images
from argmap.render.layout.attributes import is_in_rows, refused_settings
from argmap.render.layout.choice import is_tree_like
from argmap.render.layout.layered.stubs import with_stubs
from argmap.render.layout.tree.section_bands import whole_section
from argmap.render.styles.overrides import with_said_looks
from argmap.render.styles.theme import Theme, load_theme
from argmap.render.styles.unused_settings import unused_settings
from argmap.render.wording import in_words
from argmap.settings import Settings

_NOTHING = (
    "there is nothing to draw: the text has no claim, no evidence and no argument; write a sentence, or "
    "`[Title]: a sentence`"
)


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
    # Loading the package graphviz takes as long as drawing a small map.
    from argmap.render.dot import to_dot
    from argmap.render.tree_dot import count_chips, to_tree_dot

    if late := late_options(options):
        raise ValueError(f"a map is drawn as it has been built: {', '.join(late)} must be given to draw")
    settings = Settings.of(options.settings, {"map": layout_settings(options)})
    theme = with_said_looks(load_theme(options.theme), settings.dot)
    drawn = in_words(close_groups(_explained(argument_map)))
    if theme.is_plain and settings.map.detail == "auto":
        drawn = without_steps(drawn)
    shown, notes = _detailed(drawn)
    keeps = theme.is_plain and settings.map.evidence == "auto"
    told = shown if theme.is_plain or notes else with_remarks(shown, part_titles(shown))
    folded = told if keeps else fold(told, evidence=settings.map.evidence)
    folder = None if options.folder is None else Path(options.folder)
    images = read_images(shown, settings, folder, theme.text_width)
    is_tree = is_tree_like(
        folded, theme, settings, count_chips=lambda: count_chips(folded, theme, settings, images)
    )
    captions = _captions(folded, theme, settings, options, whole_section(folded) if is_tree else None)
    if (
        not (is_tree or theme.is_plain)
        and settings.map.stubs == "auto"
        and is_in_rows(folded, theme, settings)
    ):
        folded = with_stubs(folded)
    write = to_tree_dot if is_tree else to_dot
    dot = write(folded, theme, settings, title=options.title, captions=captions, images=images)
    refused = (
        *(f"dot.graphVizSettings.{name}" for name in refused_settings(settings)),
        *unused_settings(settings, theme),
    )
    return Drawing(
        shown,
        dot,
        options.engine,
        options.timeout,
        theme.font,
        refused,
        (*argument_map.notes, *notes, *images.problems),
        clean(options.title or settings.dot.graphname) or "Argument map",
        (theme, settings),
        images,
        folded,
        is_placed=is_tree,
    )


draw_map = by_keywords(DrawOptions, drawing_of)


def _captions(
    view: ArgumentMap, theme: Theme, settings: Settings, options: DrawOptions, section: MapGroup | None
) -> Captions:
    """Return the title of a map, its legend and the notes about it, as far as they are asked for.

    A `section` that has everything in it is named there as well.
    """
    is_titled = settings.map.title == "show" and not theme.is_plain
    title, subtitle = (options.title, options.subtitle) if is_titled else (None, None)
    if section is not None:
        title, subtitle = (title, subtitle or section.title) if title else (section.title, subtitle)
    notes = () if theme.is_plain else settings.map.notes
    return Captions(
        head_caption(title, theme, subtitle=subtitle),
        foot_caption(view, theme, legend=options.legend, notes=notes),
    )


def _explained(argument_map: ArgumentMap) -> ArgumentMap:
    is_empty = not argument_map.nodes and not any(group.is_closed for group in argument_map.groups)
    if argument_map.omissions or not is_empty:
        return argument_map
    return evolve(argument_map, fallback=_NOTHING)


def _detailed(argument_map: ArgumentMap) -> tuple[ArgumentMap, tuple[str, ...]]:
    """Return a map with as much text as its size lets readers read, and what was left out."""
    if len(argument_map.nodes) <= MOST_TEXTS:
        return argument_map, ()
    short = only_titles(argument_map)
    if short == argument_map:
        return argument_map, ()
    return short, (
        f"nodes show their titles only, because there are {len(argument_map.nodes)} of them "
        f"(texts are shown up to {MOST_TEXTS}): focus on a part of the map, or close groups",
    )
