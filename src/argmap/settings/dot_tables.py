"""Settings for the layout engine, and for what Argdown's own drawings look like."""

from __future__ import annotations

from attrs import frozen

from argmap.data.values import NO_DATA, Data
from argmap.equality import equality, value_hash
from argmap.representation import representation
from argmap.settings.color_readers import color
from argmap.settings.composed_readers import list_of, table, table_of
from argmap.settings.graph_attributes import GRAPH_ATTRIBUTES
from argmap.settings.readers import (
    Reader,
    anything,
    flag,
    inner_table,
    names,
    one_of,
    setting,
    size,
    text,
    whole_number,
)

RANK_DIRECTIONS = ("TB", "BT", "LR", "RL")
ENGINES = ("dot", "neato", "fdp", "sfdp", "circo", "twopi", "osage", "patchwork")


@frozen(kw_only=True)
class LetteringSettings:
    """How a title or text is set; sizes are in points."""

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    font: str = setting("arial", text)
    font_size: float = setting(10, size)
    bold: bool = setting(False, flag)
    characters_in_line: int = setting(40, whole_number)


@frozen(kw_only=True)
class NodeImagesSettings:
    """Where a node has its images."""

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    position: str = setting("top", one_of("top", "bottom"))
    padding: float = setting(0, size)


@frozen(kw_only=True)
class NodeSettings:
    """What nodes of a kind look like; widths are in pixels."""

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    line_width: float = setting(180, size)
    min_width: float = setting(180, size)
    margin: str = setting("0.11,0.055", text)
    shape: str = setting("box", text)
    style: str = setting("filled, rounded", text)
    title: LetteringSettings = inner_table(LetteringSettings(bold=True))
    text: LetteringSettings = inner_table(LetteringSettings())
    images: NodeImagesSettings = inner_table(NodeImagesSettings())


@frozen(kw_only=True)
class BoxSettings:
    """What boxes look like."""

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    line_width: float = setting(400, size)
    characters_in_line: int = setting(80, whole_number)
    font: str = setting("arial", text)
    font_size: float = setting(12, size)
    bold: bool = setting(False, flag)
    margin: str = setting("8", text)


@frozen(kw_only=True)
class EdgeSettings:
    """What arrows look like."""

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    arrow_size: float = setting(1, size)
    pen_width: float = setting(1, size)


_GRAPH_READERS: dict[str, Reader] = {
    **dict.fromkeys(GRAPH_ATTRIBUTES, anything),
    "rankdir": one_of(*RANK_DIRECTIONS),
}


@frozen(kw_only=True)
class DotSettings:
    """What is handed to the layout engine, and what Argdown's own drawings look like."""

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    graphname: str = setting("Argument Map", text)
    use_html_labels: bool = setting(True, flag)
    measure_line_width: bool = setting(False, flag)
    map_bg_color: str = setting("transparent", color("transparent"))
    graph_viz_settings: Data = setting(NO_DATA, table_of(_GRAPH_READERS))
    same_rank: tuple[Data, ...] = setting((), list_of(table(arguments=names, statements=names)))
    edge: EdgeSettings = inner_table(EdgeSettings())
    group: BoxSettings = inner_table(BoxSettings())
    closed_group: BoxSettings = inner_table(BoxSettings(margin="0.2"))
    argument: NodeSettings = inner_table(NodeSettings())
    statement: NodeSettings = inner_table(NodeSettings(style="filled,rounded,bold"))


@frozen(kw_only=True)
class VizJsSettings:
    """How Argdown's own drawings are laid out."""

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    engine: str = setting("dot", one_of(*ENGINES))
    nop: int | None = setting(None, whole_number)
    remove_prolog: bool = setting(True, flag)
