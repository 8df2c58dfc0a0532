"""Turns the SVG of an engine into that of a drawing."""

from __future__ import annotations

import re
from collections.abc import Mapping

from argmap.maps import ArgumentMap, MapGroup, MapNode
from argmap.render.boxes.dark_boxes import STATEMENT, dark_boxes, inner_classes
from argmap.render.boxes.ruled_boxes import ruled_steps
from argmap.render.engines.part_words import map_summary, part_descriptions, part_titles
from argmap.render.engines.svg import strip_roles, tidy_svg
from argmap.render.fonts.characters import clean
from argmap.render.styles.dark_screens import dark_rules, tint_class
from argmap.render.styles.theme import Theme

_FILL = re.compile(r'fill="([#\w]++)"')


def finished_svg(
    svg: str,
    shown: ArgumentMap,
    folded: ArgumentMap,
    *,
    theme: Theme | None,
    font: str,
    name: str,
    summary: str | None,
    knows_widths: bool,
) -> str:
    """Return the SVG of an engine with names and descriptions of its parts, and colours for dark screens.

    `folded` is the map that was drawn, with things inside nodes that the map `shown` has as nodes. The whole
    is described by the `summary`, or else by what is in the map. Widths of texts are not corrected if the
    engine knows them.
    """
    statements = _statements(folded, theme) if theme is not None and theme.rules else {}
    return tidy_svg(
        svg,
        titles={**part_titles(shown), **statements},
        font=font,
        descriptions=part_descriptions(shown),
        name=name,
        summary=map_summary(shown) if summary is None else summary,
        strips={**strip_roles(folded), **dict.fromkeys(statements, STATEMENT)},
        tints=_tints(shown, folded, theme) if theme is not None and (theme.dark or theme.rules) else {},
        style=_style(svg, shown, folded, theme) if theme is not None and theme.dark else ("", ""),
        knows_widths=knows_widths,
    )


def _statements(folded: ArgumentMap, theme: Theme) -> dict[str, str]:
    """Return the texts of statements that rules select, by id."""
    return {
        id: clean(step.title or step.text or "")
        for node in folded.nodes
        for step, id in ruled_steps(node, theme)
    }


def _style(svg: str, shown: ArgumentMap, folded: ArgumentMap, theme: Theme) -> tuple[str, str]:
    # The background of the map is the first polygon, before all parts.
    start = svg.find('class="graph"')
    polygon = svg.find("<polygon ", start, svg.find("<g ", start))
    behind = _FILL.search(svg, polygon, svg.find(">", polygon)) if polygon >= 0 else None
    inside = dark_boxes(folded, theme)
    rules = (
        dark_rules(shown, theme, behind=behind[1], inside=inside)
        if behind
        else dark_rules(shown, theme, inside=inside)
    )
    return theme.name, rules


def _tints(shown: ArgumentMap, folded: ArgumentMap, theme: Theme) -> Mapping[str, str]:
    parts: tuple[MapNode | MapGroup, ...] = (*shown.nodes, *shown.groups)
    tints = {part.id: name for part in parts if (name := tint_class(part, theme))}
    return {**tints, **inner_classes(folded, theme)}
