"""Arguments in full: their statements, one below the other, with a line above every conclusion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil
from typing import NamedTuple

from argmap.maps import MapStep
from argmap.model import Mark, MarkKind
from argmap.render.fonts.characters import clean, shorten
from argmap.render.typesetting.line_breaking import Run
from argmap.render.typesetting.tables import TABLE, block_rows, cell
from argmap.render.typesetting.tag_chips import text_before_tags
from argmap.render.typesetting.typesetter import Block, Lettering

_TITLE_LIMIT = 200
_NUMBER_GAP = 4
_PADDING = 3
_BETWEEN = ": "


class StepRow(NamedTuple):
    """A step, what it says as block, and how its number is written."""

    step: MapStep
    block: Block | None
    number: str


def step_rows(steps: Iterable[MapStep], say: Lettering, rule: Lettering, limit: int) -> list[StepRow]:
    """Return the steps of an argument, set in a lettering for statements and in one for rules.

    No text has more than `limit` characters.
    """
    return list(_set(steps, say, rule, limit))


def rows_width(rows: Iterable[StepRow], numbers: Lettering) -> int:
    """Return how wide the rows of steps are together, in points."""
    said = list(rows)
    widest = max((row.block.width for row in said if row.block), default=0)
    return ceil(widest) + _number_width(said, numbers)


def structure_rows(rows: list[StepRow], numbers: Lettering, *, width: int, line: str) -> str:
    """Return the rows of a table that show steps; all are `width` points wide.

    Every step is a cell of its own, in which edges can end. `line` is the colour of the lines.
    """
    number_width = _number_width(rows, numbers)
    return "".join(
        _inference(row, line)
        if row.step.number is None
        else _statement(row, numbers, number_width, width - number_width)
        for row in rows
    )


def _set(steps: Iterable[MapStep], say: Lettering, rule: Lettering, limit: int) -> Iterator[StepRow]:
    for step in steps:
        if step.number is None:
            yield StepRow(step, rule.block(shorten(clean(step.text or ""), limit)), "")
            continue
        text = shorten(text_before_tags(step.text or "", step.marks), limit)
        title = shorten(clean(step.title or ""), _TITLE_LIMIT)
        if not title:
            yield StepRow(step, say.block(text, step.marks), f"({step.number})")
            continue
        shift = len(title) + len(_BETWEEN) if text else len(title)
        moved = [Mark(one.kind, one.start + shift, one.end + shift, one.target) for one in step.marks]
        bold = Mark(MarkKind.BOLD, 0, shift)
        whole = f"{title}{_BETWEEN}{text}" if text else title
        yield StepRow(step, say.block(whole, [bold, *moved]), f"({step.number})")


def _number_width(rows: list[StepRow], numbers: Lettering) -> int:
    blocks = [numbers.block(row.number) for row in rows if row.number]
    return ceil(max((block.width for block in blocks if block), default=0)) + _NUMBER_GAP


def _statement(row: StepRow, numbers: Lettering, number_width: int, width: int) -> str:
    is_styled = row.block is not None and (
        row.block.runs or "<B>" in row.block.content or "<I>" in row.block.content
    )
    number = numbers.content(Run(row.number)) if is_styled else numbers.plain(row.number)
    shown = f'<TD ALIGN="LEFT" VALIGN="TOP" WIDTH="{number_width}">{number}</TD>'
    # Numbers stand beside the first line; both cells are as wide in all rows, or else the engine
    # would share out what is left over.
    said = _said(row.block, numbers, width) if row.block else f'<TD WIDTH="{width}"></TD>'
    inner = f"{TABLE}<TR>{shown}{said}</TR></TABLE>"
    return f'<TR><TD PORT="{row.step.id}" ALIGN="LEFT" CELLPADDING="{_PADDING}">{inner}</TD></TR>'


def _said(block: Block, say: Lettering, width: int) -> str:
    if not block.runs:
        return cell(block, width=width)
    return f'<TD ALIGN="LEFT">{TABLE}{block_rows(say, block, width=width)}</TABLE></TD>'


def _inference(row: StepRow, line: str) -> str:
    frame = f'PORT="{row.step.id}" BORDER="1" SIDES="T" COLOR="{line}"'
    if row.block is None:
        return f'<TR><TD {frame} HEIGHT="6"></TD></TR>'
    least = "" if row.block.is_ascii else f' WIDTH="{ceil(row.block.width)}"'
    return f'<TR><TD {frame} ALIGN="CENTER" CELLPADDING="{_PADDING}"{least}>{row.block.content}</TD></TR>'
