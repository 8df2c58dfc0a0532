"""Blocks of text as tables in Graphviz' HTML-like language."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from argmap.render.typesetting.line_breaking import Run
from argmap.render.typesetting.typesetter import Block, Lettering

TABLE = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">'
_GAP = '<TR><TD HEIGHT="5"></TD></TR>'


def html_label(rows: Sequence[str]) -> str:
    """Return rows of a table, with a gap between them, as label; empty if there are none."""
    # The angle brackets around it tell Graphviz that it is no plain text.
    return f"<{TABLE}{_GAP.join(rows)}</TABLE>>" if rows else ""


def block_rows(how: Lettering, block: Block, *, width: float) -> str:
    """Return the rows of a table that show a block; `width` is that of the whole table, in points."""
    # How wide the table is matters only where runs of several styles share a line.
    return _mixed(how, block, width) if block.runs else f"<TR>{cell(block)}</TR>"


def cell(block: Block, *, width: int | None = None, attributes: str = "") -> str:
    """Return a block as the cell of a table; `attributes` are more of the cell's."""
    # Text that begins at the edge stands where it should even if it is wider than the engine believes,
    # which is right for ASCII only.
    least = width if width is not None else None if block.is_ascii else ceil(block.width)
    said = "" if least is None else f' WIDTH="{least}"'
    side = "RIGHT" if block.is_leftwards else "LEFT"
    return f'<TD ALIGN="{side}"{said}{attributes}>{block.content}</TD>'


def _mixed(how: Lettering, block: Block, width: float) -> str:
    return "".join(f"<TR>{_line(how, line, width)}</TR>" for line in block.runs)


def _line(how: Lettering, line: Sequence[Run], width: float) -> str:
    # In cells of their own runs begin where those before them end. What is left belongs to the last
    # one, or else the engine would spread it among them.
    widths = [ceil(how.width([run])) for run in line]
    widths[-1] = max(widths[-1], ceil(width) - sum(widths[:-1]))
    cells = "".join(
        f'<TD ALIGN="LEFT" WIDTH="{wide}">{how.content(run)}</TD>'
        for run, wide in zip(line, widths, strict=True)
    )
    return f'<TD ALIGN="LEFT">{TABLE}<TR>{cells}</TR></TABLE></TD>'
