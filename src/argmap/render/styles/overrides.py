"""Settings of looks that override a theme: `dot.statement`, `dot.argument`, `dot.group`, `dot.edge` …"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeVar

from attrs import evolve, fields

from argmap.data import FrozenDict
from argmap.render.styles.theme import RELATION_ROLES, Attributes, TextStyle, Theme
from argmap.settings.dot_tables import BoxSettings, DotSettings, EdgeSettings, LetteringSettings, NodeSettings

_SHAPES = frozenset(
    """
    box rect rectangle square ellipse oval circle egg diamond triangle trapezium parallelogram house pentagon
    hexagon septagon octagon doubleoctagon tripleoctagon invtriangle invtrapezium invhouse note tab folder
    box3d component cds plain plaintext none underline signature cylinder
    """.split()  # noqa: SIM905  # a list of forty quoted words is no easier to read
)
_STYLES = frozenset(("filled", "rounded", "bold", "solid", "dashed", "dotted", "diagonals"))
_MARGIN = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3})?(?:,[0-9]{1,3}(?:\.[0-9]{1,3})?)?")
_POINTS_IN_AN_INCH = 72
_WIDEST = 2000
_LONGEST_LINE = 400

_NODES = {"statement": ("claim", "evidence", "question"), "argument": ("argument",)}
_GROUPS = {"group": ("group", "group-1", "group-2", "group-3"), "closed_group": ("closed-group",)}
SettingsT = TypeVar("SettingsT", NodeSettings, BoxSettings, EdgeSettings, LetteringSettings)


def with_overrides(theme: Theme, said: DotSettings) -> Theme:
    """Return a theme with the looks that settings ask for; Argdown's own defaults change nothing.

    Titles and texts look the same in all nodes: where claims and arguments differ, claims count. What no
    engine can draw is left out.
    """
    if said == DotSettings(
        graphname=said.graphname, graph_viz_settings=said.graph_viz_settings, same_rank=said.same_rank
    ):
        return theme
    attributes = dict(theme.attributes)
    for table, roles in (*_NODES.items(), *_GROUPS.items(), ("edge", RELATION_ROLES)):
        changed = dict(_attributes(getattr(said, table), table))
        for role in roles:
            if role in attributes or changed:
                attributes[role] = Attributes({**theme.of(role), **changed})
    widths = [one.line_width for one in (said.argument, said.statement) if _differs(one, "line_width")]
    return evolve(
        theme,
        attributes=FrozenDict(attributes),
        texts=FrozenDict(_texts(theme.texts, said)),
        text_width=min(max(widths[-1], 1), _WIDEST) if widths else theme.text_width,
    )


def _attributes(table: NodeSettings | BoxSettings | EdgeSettings, name: str) -> Iterator[tuple[str, str]]:
    """Yield the attributes in a table of settings, in Graphviz's terms."""
    if isinstance(table, EdgeSettings):
        if _differs(table, "arrow_size"):
            yield "arrowsize", f"{table.arrow_size:g}"
        if _differs(table, "pen_width"):
            yield "penwidth", f"{table.pen_width:g}"
        return
    usual = getattr(DotSettings(), name)
    if table.margin != usual.margin and _MARGIN.fullmatch(table.margin):
        yield "margin", table.margin
    if isinstance(table, NodeSettings):
        if table.shape != usual.shape and table.shape in _SHAPES:
            yield "shape", table.shape
        styles = [one.strip() for one in table.style.split(",")]
        if table.style != usual.style and all(one in _STYLES for one in styles):
            yield "style", ",".join(styles)
        if table.min_width != usual.min_width:
            yield "width", f"{min(table.min_width, _WIDEST) / _POINTS_IN_AN_INCH:.3f}"


def _texts(texts: Mapping[str, TextStyle], said: DotSettings) -> dict[str, TextStyle]:
    found = dict(texts)
    for node in (said.argument, said.statement):
        found["title"] = _lettered(found["title"], node.title, LetteringSettings(bold=True))
        found["text"] = _lettered(found["text"], node.text, LetteringSettings())
    found["heading"] = _lettered(found["heading"], said.group, BoxSettings())
    if said.measure_line_width:
        return {role: evolve(style, line_length=None) for role, style in found.items()}
    return found


def _lettered(
    style: TextStyle, said: LetteringSettings | BoxSettings, usual: LetteringSettings | BoxSettings
) -> TextStyle:
    size = style.size if said.font_size == usual.font_size else round(min(max(said.font_size, 1), 200))
    is_bold = style.is_bold if said.bold == usual.bold else said.bold
    length = said.characters_in_line
    if length == usual.characters_in_line or length < 1:
        return evolve(style, size=size, is_bold=is_bold)
    return evolve(style, size=size, is_bold=is_bold, line_length=min(length, _LONGEST_LINE))


def _differs(table: SettingsT, name: str) -> bool:
    return bool(getattr(table, name) != getattr(fields(type(table)), name).default)
