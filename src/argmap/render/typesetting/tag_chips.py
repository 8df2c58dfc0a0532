"""Tags as chips: small coloured fields below what a node says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil
from typing import NamedTuple

from argmap.maps import MapNode
from argmap.model import Mark, MarkKind
from argmap.render.typesetting.tables import TABLE, cell
from argmap.render.typesetting.typesetter import Block, Lettering

_PADDING = 2
_SPACE = 4
_SHOWN = 8


class Chip(NamedTuple):
    """A tag as block, and the colour of its field."""

    block: Block
    fill: str

    @property
    def width(self) -> int:
        """The width of its field, in points."""
        return ceil(self.block.width) + 2 * _PADDING + _SPACE


def text_before_tags(text: str, marks: Iterable[Mark]) -> str:
    """Return a text without the tags at its end."""
    for mark in sorted(marks, key=lambda mark: mark.start, reverse=True):
        if mark.kind is MarkKind.TAG and 0 <= mark.start < mark.end and not text[mark.end :].strip():
            text = text[: mark.start].rstrip()
    return text


def chip_tags(node: MapNode) -> Iterator[tuple[str, str | None]]:
    """Yield the tags of a node that do not stand in what is left of its text, with their colours."""
    text = "" if node.steps else text_before_tags(node.label_text or "", node.marks)
    inside = {mark.target for mark in node.marks if mark.kind is MarkKind.TAG and mark.end <= len(text)}
    colors = node.tag_colors or (None,) * len(node.tags)
    shown = [pair for pair in zip(node.tags, colors, strict=True) if pair[0] not in inside]
    yield from shown[:_SHOWN]
    if len(shown) > _SHOWN:
        yield f"+ {len(shown) - _SHOWN}", None


def chip_lines(chips: Iterable[Chip], room: float) -> list[list[Chip]]:
    """Return chips in lines that are no wider than there is room, in points, if possible."""
    lines: list[list[Chip]] = []
    used = 0
    for chip in chips:
        if not lines or used + chip.width > room:
            lines.append([])
            used = 0
        lines[-1].append(chip)
        used += chip.width
    return lines


def chip_rows(lines: Iterable[list[Chip]], *, width: float) -> str:
    """Return the rows of a table that show lines of chips; all are `width` points wide."""
    return "".join(_row(line, width) for line in lines)


def make_chip(how: Lettering, tag: str, fill: str) -> Chip | None:
    """Return a tag as chip, None if there is nothing in it to see."""
    block = how.block(tag if tag.startswith("+") else f"#{tag}")
    return Chip(block, fill) if block else None


def _row(line: Iterable[Chip], width: float) -> str:
    cells = []
    left = ceil(width)
    for chip in line:
        field = f' BGCOLOR="{chip.fill}" STYLE="rounded" CELLPADDING="{_PADDING}"'
        cells.append(cell(chip.block, attributes=field))
        cells.append(f'<TD WIDTH="{_SPACE}"></TD>')
        left -= chip.width
    # What is left over belongs to the end, or else the engine would share it out.
    cells.append(f'<TD WIDTH="{max(0, left)}"></TD>')
    return f'<TR><TD ALIGN="LEFT">{TABLE}<TR>{"".join(cells)}</TR></TABLE></TD></TR>'
