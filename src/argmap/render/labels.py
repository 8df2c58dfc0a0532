"""What is said of nodes and groups outside of their boxes: headings, and what the pointer shows."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from argmap.maps import MapNode
from argmap.render.boxes.cells import stacked, table
from argmap.render.boxes.lines import lines_panel, set_lines
from argmap.render.fonts.characters import clean
from argmap.render.styles.theme import TextStyle, Theme
from argmap.text.shortening import shortened

_TEXT_LIMIT = 2400
_HEADING_LIMIT = 120
# The box of a section is wider than a node, and so may its heading be.
_SHARE = 1.5


def heading(text: str, theme: Theme, *, color: str | None = None) -> str:
    """Return a heading as label, empty if there is nothing in it to see."""
    style = theme.text_style("heading")
    style = evolve(style, color=color) if color else style
    lines = set_lines(shortened(text, _HEADING_LIMIT), style, theme.text_width * _SHARE)
    if lines is None:
        return ""
    # Around sections no font is known.
    html, height = stacked([lines_panel(lines, TextStyle(0, ""))], lines.width)
    return f"<{table(html, width=lines.width, height=height)}>"


def tooltip(*said: str | None) -> str:
    """Return title, text and sources as plain text, each on a line, for the pointer that rests on a node."""
    parts = [clean(part) for part in said if part]
    return shortened("\n".join([part for part in parts if part]), _TEXT_LIMIT)


def source_lines(node: MapNode) -> Iterator[str]:
    """Yield the sources of a node, each with the place in it and its address."""
    for source in node.sources:
        cited = source.cite(node.locator)
        link = source.link
        yield f"{cited} <{link}>" if link and link != cited else cited
