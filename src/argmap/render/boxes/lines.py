"""Texts in lines, each in a separate row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import partial
from html import escape
from math import ceil

from argmap.model import Mark
from argmap.named_tuples import NamedTuple
from argmap.render.boxes.cells import Cell, Panel, Row, fixed, side_by_side
from argmap.render.fonts.characters import clean
from argmap.render.styles.theme import TextStyle
from argmap.render.typesetting.direction import runs_leftwards
from argmap.render.typesetting.font_widths import believed_width, misjudged_widths, text_width
from argmap.render.typesetting.line_breaking import MeasuredText, Run, measure

_LEADING = 1.35
# Engines with screen fonts may set a text a little too wide, above all a short one.
_SLACK = 1.03
_LEAST_SLACK = 2
# Nobody sees less than this, in points.
_SEEN = 1.0
_EM = 1000
_WORDS = re.compile(r"\s*+\S+\s*+|\s+")
# Markup; also, if a text ends in `]`, Graphviz 2.43 waits for more and then loses the label.
_MARKUP = re.compile(r"[&<>\]\\]")


class Lines(NamedTuple):
    """The lines of a text in one style, the width of the widest one and the height of each, in points.

    In a marked text, some parts are bold or italic and some are not.
    """

    lines: Sequence[Sequence[Run]]
    style: TextStyle
    width: int
    height: int
    is_leftwards: bool = False
    is_marked: bool = False


def set_lines(text: str, style: TextStyle, width_left: float, marks: Iterable[Mark] = ()) -> Lines | None:
    """Return a text in lines that are no wider than `width_left` points, and about equally wide.

    None if it has nothing visible. The marks belong to the text.
    """
    is_leftwards = runs_leftwards(text)
    measured = measure(text, () if is_leftwards else tuple(marks), is_bold=style.is_bold)
    if not measured.text:
        return None
    if style.line_length is not None:
        slices = measured.counted(style.line_length)
    else:
        slices = measured.balanced(int(usable_room(width_left) * _EM / style.size))
    lines = [measured.runs(line) for line in slices]
    if measured.styles or not measured.text.isascii():
        widths = [_width(measured, place, line, style) for place, line in zip(slices, lines, strict=True)]
        width = max(widths)
    else:
        width = ceil(_room_of(measured.widest(slices) * style.size / _EM))
    is_marked = len(set(measured.styles)) > 1
    return Lines(lines, style, width, line_height(style), is_leftwards, is_marked)


def _width(measured: MeasuredText, place: slice, line: Sequence[Run], style: TextStyle) -> int:
    """Return the width of the cells of a line, whose runs have been measured with the text."""
    widths = measured.run_widths(place)
    text = measured.text[place]
    if text.isascii():
        return sum([ceil(_room_of(width * style.size / _EM)) for width in widths])
    if len(line) == 1 and _is_judged_well(line[0], style):
        # All words are in a single cell.
        return ceil(_room_of(max(ceil(widths[0] * style.size / _EM), 1)))
    return _cells_width(line, style)


def _is_judged_well(run: Run, style: TextStyle) -> bool:
    """Return whether what engines misjudge in a run is too little to be seen, wherever it is."""
    misjudged = misjudged_widths(run.is_bold or style.is_bold)
    return sum([abs(misjudged[character]) for character in run.text]) * style.size / _EM < _SEEN


def _cells_width(line: Sequence[Run], style: TextStyle) -> int:
    # Separate cells are whole points wide.
    return ceil(_room_of(sum([_exact_width(runs, style) for runs in _apart(line, style)])))


def line_height(style: TextStyle) -> int:
    """Return the height of a line in points."""
    return round(style.size * _LEADING)


def run_width(line: Iterable[Run], style: TextStyle) -> float:
    """Return the room that a line needs, in points."""
    return _room_of(_real_width(line, style))


def _exact_width(line: Iterable[Run], style: TextStyle) -> int:
    """Return the width of a part of a line in whole points, without room after it for other fonts."""
    return max(ceil(_real_width(line, style)), 1)


def _real_width(line: Iterable[Run], style: TextStyle) -> float:
    size = style.size
    return sum([text_width(run.text, size=size, is_bold=run.is_bold or style.is_bold) for run in line])


def _room_of(width: float) -> float:
    return width * _SLACK + _LEAST_SLACK


def usable_room(width_left: float) -> float:
    """Return the width that a text may have in this much room, in points."""
    return max((width_left - _LEAST_SLACK) / _SLACK, 1)


def lines_panel(lines: Lines, base: TextStyle) -> Panel:
    """Return lines as rows; `base` is the style of texts that do not say otherwise."""
    return Panel(lines.width, partial(_rows, lines, base))


def _rows(lines: Lines, base: TextStyle, width: int) -> list[Row]:
    return [line_row(lines, line, base, width) for line in lines.lines]


def _line_in_cell(lines: Lines, line: Sequence[Run], base: TextStyle, width: int) -> str:
    # Each line is typeset separately later: if it runs to the left, it begins at its right end.
    text = line[0].text if len(line) == 1 else "".join([run.text for run in line])
    is_leftwards = lines.is_leftwards or runs_leftwards(text)
    side = "RIGHT" if is_leftwards else "LEFT"
    more = _lowered(lines, line) if lines.is_marked else ""
    return text_cell(line, lines.style, base, width=width, height=lines.height, side=side, more=more)


def text_cell(
    line: Sequence[Run],
    style: TextStyle,
    base: TextStyle,
    *,
    width: int,
    height: int,
    side: str = "LEFT",
    more: str = "",
) -> str:
    """Return a line as a cell of a table that is at most `width` points wide, whatever engines believe.

    The line begins at the left side of the cell, or ends at its right side.
    """
    inner = content(line, style, base)
    if not _is_believed_wider(line, style, width):
        return fixed(inner, width=width, height=height, side=side, more=more)
    # Engines centre texts for which they see no room, unless these say where lines begin.
    inner += f'<BR ALIGN="{side}"/>'
    return fixed(inner, width=width, height=height, side=side, more=f'{more} FIXEDSIZE="TRUE"')


def _is_believed_wider(line: Sequence[Run], style: TextStyle, width: float) -> bool:
    """Return whether engines without fonts take a line to be wider than this, in points."""
    # They are right about ASCII.
    if all(run.text.isascii() for run in line):
        return False
    size = style.size
    believed = [believed_width(run.text, size=size, is_bold=run.is_bold or style.is_bold) for run in line]
    return sum(believed) > width


def _lowered(lines: Lines, line: Sequence[Run]) -> str:
    """Return the attribute that keeps the lines of a text about equally far apart, marked or not.

    Engines set cells higher if anything in them is bold or italic: the embedded engine by two points, which
    this halves, others by one point, which this hides.
    """
    is_marked = lines.style.is_italic or any(run.is_bold or run.is_italic for run in line)
    return ' VALIGN="BOTTOM"' if lines.is_marked and is_marked else ""


def line_row(
    lines: Lines,
    line: Sequence[Run],
    base: TextStyle,
    width: int,
    *,
    before: Sequence[Cell] = (),
    last: Cell | None = None,
) -> Row:
    """Return a line as a row, between cells before it and the last of the row."""
    if len(line) == 1 and not before and last is None:
        # Nearly all lines are in a single style.
        return Row(lines.height, f"<TR>{_line_in_cell(lines, line, base, width)}</TR>")
    width_left = width - sum(cell.width for cell in before) - (last.width if last else 0)
    cells = [*before, line_cell(lines, line, base, width_left)]
    return side_by_side(cells, width=width, height=lines.height, last=last)


def line_cell(lines: Lines, line: Sequence[Run], base: TextStyle, width: int) -> Cell:
    """Return a line as a cell."""
    if len(line) > 1 and any(_is_misjudged(run, lines.style) for run in line[:-1]):
        # What follows signs that engines misjudge begins where those end, and all words are on one line.
        cells = [_runs_cell(lines, runs, base) for runs in _apart(line, lines.style)]
        row = side_by_side(cells, width=width, height=lines.height)
        return Cell(width, row.html.removeprefix("<TR>").removesuffix("</TR>"))
    return Cell(width, _line_in_cell(lines, line, base, width))


def word_cell(text: str, style: TextStyle, base: TextStyle, *, height: int) -> Cell:
    """Return a text of one line as a cell, at the side where reading begins."""
    side = "RIGHT" if runs_leftwards(text) else "LEFT"
    run = Run(clean(text))
    width = ceil(run_width([run], style))
    return Cell(width, text_cell([run], style, base, width=width, height=height, side=side))


def content(line: Sequence[Run], style: TextStyle, base: TextStyle) -> str:
    """Return a line as the content of a cell in a table whose texts are set like `base`."""
    inner = _run(line[0], style) if len(line) == 1 else "".join([_run(run, style) for run in line])
    size = "" if style.size == base.size else f' POINT-SIZE="{style.size}"'
    color = "" if style.color == base.color else f' COLOR="{style.color}"'
    return f"<FONT{size}{color}>{inner}</FONT>" if size or color else inner


def escaped(text: str) -> str:
    """Return a text as the content of a label."""
    if not _MARKUP.search(text):
        return text
    return escape(text, quote=False).replace("]", "&#93;").replace("\\", "\\\\")


def _run(run: Run, style: TextStyle) -> str:
    text = escaped(run.text)
    if run.is_italic or style.is_italic:
        text = f"<I>{text}</I>"
    return f"<B>{text}</B>" if run.is_bold or style.is_bold else text


def _runs_cell(lines: Lines, runs: Sequence[Run], base: TextStyle) -> Cell:
    width = _exact_width(runs, lines.style)
    more = _lowered(lines, runs)
    return Cell(width, text_cell(runs, lines.style, base, width=width, height=lines.height, more=more))


def _apart(line: Sequence[Run], style: TextStyle) -> list[list[Run]]:
    """Return the runs of a line by cell: what engines misjudge in a run is kept apart from other words."""
    cells: list[list[Run]] = []
    # The run of the last cell if it is misjudged, None if other words may join it.
    owner: Run | None = None
    for run in line:
        words = [run.text] if run.text.isascii() else _WORDS.findall(run.text)
        look = run.is_bold, run.is_italic
        for word in words:
            is_misjudged = not word.isascii() and _is_misjudged(Run(word, *look), style)
            new_owner = run if is_misjudged else None
            if not cells or new_owner is not owner:
                cells.append([Run(word, *look)])
            elif (last := cells[-1][-1])[1:] == look:
                cells[-1][-1] = Run(last.text + word, *look)
            else:
                cells[-1].append(Run(word, *look))
            owner = new_owner
    return cells


def _is_misjudged(run: Run, style: TextStyle) -> bool:
    return _misjudged(run, style) > _SEEN


def _misjudged(run: Run, style: TextStyle) -> float:
    """Return, in points, how far from the end of a run the next one may begin."""
    if run.text.isascii():
        return 0
    misjudged = misjudged_widths(run.is_bold or style.is_bold)
    return abs(sum([misjudged[character] for character in run.text])) * style.size / _EM
