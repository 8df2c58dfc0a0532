"""Tags: words in grey, each after a dot in its colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil

from argmap.maps import MapNode
from argmap.model import Mark, MarkKind
from argmap.render.boxes.cells import Cell, Panel, Row, fixed, side_by_side
from argmap.render.boxes.lines import Lines, line_row, run_width, word_cell
from argmap.render.fonts.characters import clean
from argmap.render.styles.theme import TextStyle
from argmap.text.shortening import shortened

_TAG_SPACE = 10
_TAG_LIMIT = 40
_HEIGHT = 14
_DOT = 11
_SPACE = 8
_SHOWN = 8


def tag_cells(
    tags: Iterable[tuple[str, str | None]], style: TextStyle, base: TextStyle, *, height: int = _HEIGHT
) -> list[Cell]:
    """Return tags with their colours as cells, with a dot before each tag that has a colour."""
    return [cell for tag, color in tags for cell in _cells(tag, color, style, base, height)]


def tag_panel(cells: list[Cell], width_left: int) -> Panel:
    """Return tags in lines that fit into the room, in points, if possible."""
    lines: list[list[Cell]] = [[]]
    used = 0
    for cell in cells:
        if lines[-1] and used + _SPACE + cell.width > width_left:
            lines.append([])
            used = 0
        lines[-1] += [_space(_HEIGHT), cell] if lines[-1] else [cell]
        used = _width_of(lines[-1])
    widest = max(map(_width_of, lines))
    return Panel(widest, lambda width: [side_by_side(line, width=width, height=_HEIGHT) for line in lines])


def text_before_tags(text: str, marks: Iterable[Mark]) -> str:
    """Return a text without the tags at its end."""
    for mark in sorted(marks, key=lambda mark: mark.start, reverse=True):
        if mark.kind is MarkKind.TAG and 0 <= mark.start < mark.end and not text[mark.end :].strip():
            text = text[: mark.start].rstrip()
    return text


def shown_tags(node: MapNode) -> Iterator[tuple[str, str | None]]:
    """Yield the tags of a node that the rest of its text does not contain, with their colours."""
    text = "" if node.steps else text_before_tags(node.label_text or "", node.marks)
    inside = {mark.target for mark in node.marks if mark.kind is MarkKind.TAG and mark.end <= len(text)}
    colors = node.tag_colors or (None,) * len(node.tags)
    shown = [pair for pair in zip(node.tags, colors, strict=True) if pair[0] not in inside]
    yield from shown[:_SHOWN]
    if len(shown) > _SHOWN:
        yield f"+ {len(shown) - _SHOWN}", None


def has_room(lines: Lines, tags: Iterable[Cell], width_left: int) -> bool:
    """Return whether tags fit at the right of the first of some lines."""
    first = run_width(lines.lines[0], lines.style)
    return first + _TAG_SPACE + _width_of(_apart(tags)) <= width_left


def headed(lines: Lines, tags: Iterable[Cell], base: TextStyle) -> Panel:
    """Return lines with tags at the right of the first."""
    shown = _apart(tags)
    end = Cell(_width_of(shown), "".join(cell.html for cell in shown))
    first = ceil(run_width(lines.lines[0], lines.style))

    def rows(width: int) -> list[Row]:
        return [
            line_row(lines, line, base, width, last=None if place else end)
            for place, line in enumerate(lines.lines)
        ]

    return Panel(max(lines.width, first + _TAG_SPACE + end.width), rows)


def _cells(tag: str, color: str | None, style: TextStyle, base: TextStyle, height: int) -> Iterable[Cell]:
    words = shortened(clean(tag), _TAG_LIMIT)
    if not words:
        return
    dot = f'<FONT POINT-SIZE="{style.size + 1}" COLOR="{color}">\N{BLACK CIRCLE}</FONT>' if color else ""
    word = word_cell(words, style, base, height=height)
    before = fixed(dot, width=_DOT, height=height) if dot else ""
    yield Cell((_DOT if dot else 0) + word.width, f"{before}{word.html}")


def _apart(tags: Iterable[Cell]) -> list[Cell]:
    """Return tags in a line, with spaces between them."""
    return [cell for tag in tags for cell in (_space(_HEIGHT), tag)][1:]


def _space(height: int) -> Cell:
    return Cell(_SPACE, fixed("", width=_SPACE, height=height))


def _width_of(cells: Iterable[Cell]) -> int:
    return sum([cell.width for cell in cells])
