"""Rows of fixed height in Graphviz's HTML-like tables, and stacks of them.

Engines differ in the height of lines, and distribute room that is left over in a table. So every row has a
fixed height, and the widths of its cells add up to the width of its table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from argmap.named_tuples import NamedTuple

# Engines reject an empty cell with a colour as too small, unless it has a tiny text.
NOTHING = '<FONT POINT-SIZE="1"> </FONT>'


class Row(NamedTuple):
    """A row of a table, its height in points, and the name of the place for edges that it is.

    A wide row reaches to the sides of the box.
    """

    height: int
    html: str
    port: str = ""
    is_wide: bool = False


class Panel(NamedTuple):
    """A part of a node's content: its least width in points, and its rows at any width from there on."""

    width: int
    rows: Callable[[int], Sequence[Row]]


class CellPlace(NamedTuple):
    """A place where an edge can end in a node: between two heights, in points from its top."""

    top: int
    bottom: int


class Cell(NamedTuple):
    """One or several cells of a row, with their width in points."""

    width: int
    html: str


def fixed(content: str, *, width: int, height: int, more: str = "", side: str = "LEFT") -> str:
    """Return a cell of a table that has this size in points, unless its content is larger."""
    align = f' ALIGN="{side}"' if side != "CENTER" and content else ""
    return f'<TD WIDTH="{width}" HEIGHT="{height}"{align}{more}>{content}</TD>'


def gap(height: int) -> Panel:
    """Return a row of empty room between parts."""
    return Panel(0, lambda width: (Row(height, f"<TR>{fixed('', width=width, height=height)}</TR>"),))


def side_by_side(cells: Iterable[Cell], *, width: int, height: int, last: Cell | None = None) -> Row:
    """Return a row of cells that begin at the left, and one that ends at the right."""
    shown = [cell for cell in cells if cell.width]
    left = width - sum(cell.width for cell in shown) - (last.width if last else 0)
    if left > 0:
        shown.append(Cell(left, fixed("", width=left, height=height)))
    if last:
        shown.append(last)
    if len(shown) == 1 and shown[0].html.count("<TD") == 1:
        return Row(height, f"<TR>{shown[0].html}</TR>")
    inner = table(f"<TR>{''.join(cell.html for cell in shown)}</TR>", width=width, height=height)
    return Row(height, f"<TR><TD>{inner}</TD></TR>")


def table(rows: str, *, width: int, height: int) -> str:
    """Return a table of rows that has this size in points."""
    return (
        '<TABLE BORDER="0" CELLSPACING="0" CELLPADDING="0" FIXEDSIZE="TRUE" '
        f'WIDTH="{width}" HEIGHT="{height}">{rows}</TABLE>'
    )


def stacked(parts: Iterable[Panel], width: int) -> tuple[str, int]:
    """Return the rows of parts at a width, and their total height, in points."""
    rows = [row for part in parts for row in part.rows(width)]
    return "".join(row.html for row in rows), sum(row.height for row in rows)
