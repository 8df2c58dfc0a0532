"""Maps that are ready to be drawn: worded, in the looks of a theme, with evidence inside boxes."""

from __future__ import annotations

from pathlib import Path

from attrs import evolve

from argmap.maps import ArgumentMap, MapNode, close_groups
from argmap.maps.detail import MOST_TEXTS, only_titles, without_steps
from argmap.maps.folding import fold
from argmap.maps.nodes.node_formulas import with_formulas
from argmap.maps.remarks import with_remarks
from argmap.named_tuples import NamedTuple
from argmap.render.draw_options import DrawOptions, late_options, layout_settings
from argmap.render.engines.part_words import end_titles
from argmap.render.images.placement import Images, read_images
from argmap.render.layout.attributes import refused_settings
from argmap.render.styles.overrides import with_overrides
from argmap.render.styles.ruled_edges import with_ruled_edges
from argmap.render.styles.theme import Theme, load_theme
from argmap.render.styles.unused_settings import unused_settings
from argmap.render.wording import in_words, node_in_words
from argmap.settings import Settings
from argmap.text.given_values import check_type

_NOTHING = (
    "there is nothing to draw: the text has no claim, no evidence and no argument; write a sentence, or "
    "`[Title]: a sentence`"
)


class ReadyMap(NamedTuple):
    """A map as it is `shown`, the same with evidence `folded` into boxes, and its looks.

    `refused` has the names of settings that no drawing shows, `notes` say what was left out because of the
    size of the map.
    """

    shown: ArgumentMap
    folded: ArgumentMap
    theme: Theme
    settings: Settings
    images: Images
    refused: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def make_ready(argument_map: ArgumentMap, options: DrawOptions, *, most_texts: int = MOST_TEXTS) -> ReadyMap:
    """Return a map that is ready to be drawn; closed groups are single boxes.

    If it has more than `most_texts` nodes, those that have a title show only that.

    Raises:
        ValueError: an option says what of a debate is shown, such as `focus`: the map has been built; or an
            option has a value that it cannot have.
    """
    check_type("argument_map", argument_map, ArgumentMap)
    if late := late_options(options):
        raise ValueError(f"a map is drawn as it has been built: {', '.join(late)} must be given to draw")
    settings = Settings.of(options.settings, {"map": layout_settings(options)})
    theme = with_overrides(load_theme(options.theme), settings.dot)
    drawn = close_groups(_explained(argument_map))
    if theme.is_plain and settings.map.detail == "auto":
        drawn = without_steps(drawn)
    shown, notes = _detailed(drawn, most_texts)
    theme = with_ruled_edges(theme, shown)
    keeps = theme.is_plain and settings.map.evidence == "auto"
    told = shown if theme.is_plain or notes else _remarked(shown)
    told = with_formulas(told, settings.map.formulas)
    folded = told if keeps else fold(told, evidence=settings.map.evidence)
    folder = None if options.folder is None else Path(options.folder)
    images = read_images(shown, settings, folder, theme.text_width)
    refused = (
        *(f"dot.graphVizSettings.{name}" for name in refused_settings(settings)),
        *unused_settings(settings, theme),
    )
    return ReadyMap(
        shown, folded, theme, settings, images, refused, (*argument_map.notes, *notes, *images.problems)
    )


def _remarked(argument_map: ArgumentMap) -> ArgumentMap:
    if not any(edge.data for edge in argument_map.edges):
        return argument_map
    return with_remarks(argument_map, end_titles(argument_map))


def _explained(argument_map: ArgumentMap) -> ArgumentMap:
    is_empty = not argument_map.nodes and not any(group.is_closed for group in argument_map.groups)
    if argument_map.omissions or not is_empty:
        return argument_map
    return evolve(argument_map, fallback=_NOTHING)


def _detailed(argument_map: ArgumentMap, most_texts: int) -> tuple[ArgumentMap, tuple[str, ...]]:
    """Return a worded map with as much text as is readable at its size, and what was left out."""
    number = len(argument_map.nodes)
    if number <= most_texts or not any(map(_is_cut, map(node_in_words, argument_map.nodes))):
        return in_words(argument_map), ()
    return in_words(only_titles(_formulas_in_words(argument_map))), (
        f"nodes show their titles only, because there are {number} of them "
        f"(texts are shown up to {most_texts}): focus on a part of the map, or close groups",
    )


def _is_cut(node: MapNode) -> bool:
    return bool(node.label_title and (node.label_text or node.steps))


def _formulas_in_words(argument_map: ArgumentMap) -> ArgumentMap:
    """Return a map in which nodes with a title and a formula are worded before texts are cut.

    A formula belongs to the text that it is about, which may be just the title.
    """
    nodes = tuple(
        node_in_words(node) if node.formula is not None and node.label_title else node
        for node in argument_map.nodes
    )
    return argument_map if nodes == argument_map.nodes else evolve(argument_map, nodes=nodes)
