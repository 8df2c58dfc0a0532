"""Texts outside of boxes: headings, and tooltips."""

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
# The box of a section is wider than a node, so its heading may be wider, too.
_SHARE = 1.5


def heading(text: str, theme: Theme, *, color: str | None = None) -> str:
    """Return a heading as a label, empty if it has nothing visible."""
    style = theme.text_style("heading")
    style = evolve(style, color=color) if color else style
    lines = set_lines(shortened(text, _HEADING_LIMIT), style, theme.text_width * _SHARE)
    if lines is None:
        return ""
    # No font is set around sections.
    html, height = stacked([lines_panel(lines, TextStyle(0, ""))], lines.width)
    return f"<{table(html, width=lines.width, height=height)}>"


def tooltip(*said: str | None) -> str:
    """Return title, text and sources as plain text, each on a line, for the tooltip of a node."""
    parts = [clean(part) for part in said if part]
    return shortened("\n".join([part for part in parts if part]), _TEXT_LIMIT)


def source_lines(node: MapNode) -> Iterator[str]:
    """Yield the sources of a node, with the place in them and their addresses."""
    for source in node.sources:
        cited = source.cite(node.locator)
        link = source.link
        yield f"{cited} <{link}>" if link and link != cited else cited
