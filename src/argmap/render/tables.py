"""Lines of text as tables in Graphviz' HTML-like language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from math import ceil
from unicodedata import bidirectional

from attrs import frozen

from argmap.render.lines import Run
from argmap.render.theme import TextStyle
from argmap.render.widths import believed_width

# Less than this nobody sees.
_SLACK = 1.0
_GAP = '<TR><TD HEIGHT="5"></TD></TR>'


@frozen
class Block:
    """Lines of one style."""

    lines: Sequence[Sequence[Run]]
    style: TextStyle

    @property
    def width(self) -> float:
        """The width of its longest line, in points."""
        return max((_width(line, self.style) for line in self.lines), default=0.0)

    @property
    def is_mixed(self) -> bool:
        """Whether some of it is bold or italic, and some is not."""
        return len({run[1:] for line in self.lines for run in line}) > 1


def html_label(blocks: Iterable[Block]) -> str:
    """Return blocks of text, one below the other, as label; empty if there is no text."""
    said = [block for block in blocks if block.lines]
    width = max((block.width for block in said), default=0.0)
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
        yield f"<TR>{_line(_in_order(line, block.style), block, width)}</TR>"


def _in_order(line: Sequence[Run], style: TextStyle) -> Sequence[Run]:
    text = "".join(run.text for run in line)
    # Stretches of their own would stand in the wrong order where the text runs to the left.
    is_leftwards = any(bidirectional(character) in ("R", "AL") for character in text)
    return [Run(text, style.is_bold)] if is_leftwards else line


def _line(runs: Sequence[Run], block: Block, width: float) -> str:
    if not any(_is_misjudged(run, block.style.size) for run in runs[:-1]):
        return _cell(runs, block, _least_width(runs, block.style))
    # In cells of their own runs begin where those before them end. What is left belongs to the last
    # one, or else the engine would spread it among them.
    widths = [ceil(_width([run], block.style)) for run in runs]
    widths[-1] = max(widths[-1], ceil(width) - sum(widths[:-1]))
    cells = "".join(_cell([run], block, one) for run, one in zip(runs, widths, strict=True))
    return f'<TD ALIGN="LEFT">{_table([f"<TR>{cells}</TR>"])}</TD>'


def _least_width(runs: Sequence[Run], style: TextStyle) -> int | None:
    # The engine's own idea of the width is right for ASCII.
    return None if all(run.text.isascii() for run in runs) else ceil(_width(runs, style))


def _cell(runs: Sequence[Run], block: Block, width: int | None) -> str:
    style = block.style
    text = "".join(_styled(run, style) for run in runs)
    if block.is_mixed and len(runs) == 1 and not (runs[0].is_bold or runs[0].is_italic):
        # Engines set a line of several fonts a little higher than others: with a tiny blank all are such.
        text += '<FONT POINT-SIZE="1"> </FONT>'
    font = f'<FONT POINT-SIZE="{style.size}" COLOR="{escape(style.color)}">{text}</FONT>'
    # Text that begins at the left stands where it should even if it is wider than the engine believes.
    least = "" if width is None else f' WIDTH="{width}"'
    return f'<TD ALIGN="LEFT"{least}>{font}</TD>'


def _styled(run: Run, style: TextStyle) -> str:
    # Where `]` ends a text, Graphviz 2.43 waits for more and then loses the label.
    text = escape(run.text, quote=False).replace("]", "&#93;")
    if run.is_bold:
        text = f"<B>{text}</B>"
    return f"<I>{text}</I>" if run.is_italic or style.is_italic else text


def _width(runs: Sequence[Run], style: TextStyle) -> float:
    return sum(run.width(style.size) for run in runs)


def _is_misjudged(run: Run, size: float) -> bool:
    """Return whether what follows a run would not stand where the run ends."""
    believed = believed_width(run.text, size=size, is_bold=run.is_bold)
    return abs(believed - run.width(size)) > _SLACK
