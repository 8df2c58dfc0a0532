"""Lines of text as tables in Graphviz' HTML-like language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from math import ceil
from unicodedata import bidirectional

from attrs import field, frozen

from argmap.render.lines import Run
from argmap.render.theme import TextStyle
from argmap.render.widths import believed_width

# Less than this nobody sees.
_SLACK = 1.0
# Where such characters are. Some that are there run to the right, and Python knows which.
_LEFTWARDS = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_GAP = '<TR><TD HEIGHT="5"></TD></TR>'


@frozen
class Block:
    """Lines of one style; `is_mixed` tells whether some of it is bold or italic, and some is not."""

    lines: Sequence[Sequence[Run]]
    style: TextStyle
    is_mixed: bool = field(init=False)
    font: str = field(init=False)

    @is_mixed.default
    def _find_mixed(self) -> bool:
        return len({run[1:] for line in self.lines for run in line}) > 1

    @font.default
    def _font_tag(self) -> str:
        return f'<FONT POINT-SIZE="{self.style.size}" COLOR="{escape(self.style.color)}">'

    @property
    def width(self) -> float:
        """The width of its longest line, in points."""
        return max(_width(line, self.style) for line in self.lines)


def html_label(blocks: Iterable[Block]) -> str:
    """Return blocks of text, one below the other, as label; empty if there is no text."""
    said = [block for block in blocks if block.lines]
    # How wide the whole label is matters only where runs of several styles share a line.
    width = max(block.width for block in said) if any(block.is_mixed for block in said) else 0.0
    rows = (row for index, block in enumerate(said) for row in _rows(block, width, is_first=not index))
    table = _table(rows)
    # The angle brackets around it tell Graphviz that it is no plain text.
    return f"<{table}>" if said else ""


def _table(rows: Iterable[str]) -> str:
    return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">{"".join(rows)}</TABLE>'


def _rows(block: Block, width: float, *, is_first: bool) -> Iterator[str]:
    if not is_first:
        yield _GAP
    for line in block.lines:
        yield f"<TR>{_line(line, block, width)}</TR>"


def _line(line: Sequence[Run], block: Block, width: float) -> str:
    text = "".join([run.text for run in line])
    if text.isascii():
        # The engine's own idea of the width is right for ASCII.
        return _cell(line, block)
    runs = _in_order(line, text, block.style)
    if not any(_is_misjudged(run, block.style.size) for run in runs[:-1]):
        return _cell(runs, block, ceil(_width(runs, block.style)))
    # In cells of their own runs begin where those before them end. What is left belongs to the last
    # one, or else the engine would spread it among them.
    widths = [ceil(_width([run], block.style)) for run in runs]
    widths[-1] = max(widths[-1], ceil(width) - sum(widths[:-1]))
    cells = "".join(_cell([run], block, one) for run, one in zip(runs, widths, strict=True))
    return f'<TD ALIGN="LEFT">{_table([f"<TR>{cells}</TR>"])}</TD>'


def _in_order(line: Sequence[Run], text: str, style: TextStyle) -> Sequence[Run]:
    # Stretches of their own would stand in the wrong order where the text runs to the left.
    is_leftwards = any(bidirectional(character) in ("R", "AL") for character in _LEFTWARDS.findall(text))
    return [Run(text, style.is_bold)] if is_leftwards else line


def _cell(runs: Sequence[Run], block: Block, width: int | None = None) -> str:
    text = "".join([_styled(run, block.style) for run in runs])
    if len(runs) == 1 and not (runs[0].is_bold or runs[0].is_italic) and block.is_mixed:
        # Engines set a line of several fonts a little higher than others: with a tiny blank all are such.
        text += '<FONT POINT-SIZE="1"> </FONT>'
    # Text that begins at the left stands where it should even if it is wider than the engine believes.
    least = "" if width is None else f' WIDTH="{width}"'
    return f'<TD ALIGN="LEFT"{least}>{block.font}{text}</FONT></TD>'


def _styled(run: Run, style: TextStyle) -> str:
    # Where `]` ends a text, Graphviz 2.43 waits for more and then loses the label.
    text = escape(run.text, quote=False).replace("]", "&#93;")
    if run.is_bold:
        text = f"<B>{text}</B>"
    return f"<I>{text}</I>" if run.is_italic or style.is_italic else text


def _width(runs: Sequence[Run], style: TextStyle) -> float:
    return sum([run.width(style.size) for run in runs])


def _is_misjudged(run: Run, size: float) -> bool:
    """Return whether what follows a run would not stand where the run ends."""
    believed = believed_width(run.text, size=size, is_bold=run.is_bold)
    return abs(believed - run.width(size)) > _SLACK
