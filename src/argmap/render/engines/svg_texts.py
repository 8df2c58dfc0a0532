"""The texts in SVG from engines: those on one line are joined, and keep their width in any browser."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import unescape

from argmap.named_tuples import NamedTuple
from argmap.render.typesetting.direction import runs_leftwards
from argmap.render.typesetting.font_widths import believed_width, is_measured, text_width

# The attributes of a text up to its height; the pattern never backtracks.
_UP_TO_HEIGHT = r'(?:(?!y=)[^<>"= ]++="[^"<>]*+" )*+y="'
_RUN = re.compile(rf'<text ((?>{_UP_TO_HEIGHT}[^"<>]*+"))([^<>]*+)>([^<]*+)</text>\n?+')
# A text, and those that follow it at the same height.
_LINE = re.compile(
    rf'<text ((?>{_UP_TO_HEIGHT}([^"<>]*+)"))([^<>]*+)>([^<]*+)</text>(\n?+)'
    rf'((?:<text (?>{_UP_TO_HEIGHT}\2")[^<>]*+>[^<]*+</text>\n?+)*+)'
)
# What engines write for a space, which gives lines their height.
_BLANKS = (" ", "&#160;")
_X = re.compile(r'\bx="(-?[\d.]+)"')
_FONT_SIZE = re.compile(r'font-size="([\d.]+)"')
_SIZE_ATTRIBUTE = re.compile(r' font-size="[^"]*"')
# There are few different looks of texts.
_REMEMBERED = 256
# In points: engines leave less between texts in one cell, and we leave more between cells.
_ROOM = 3


class _StyledText(NamedTuple):
    """A text with its attributes: those for its place, and those for its looks."""

    place: str
    look: str
    content: str

    @property
    def width(self) -> float:
        """Its width in points."""
        size, is_bold = _font(self.look)
        return text_width(unescape(self.content), size=size, is_bold=is_bold)

    @property
    def is_measured(self) -> bool:
        """Whether its width is known, not guessed."""
        return is_measured(unescape(self.content), is_bold=_font(self.look)[1])


def finished_texts(svg: str, *, knows_widths: bool) -> str:
    """Return an SVG in which each text begins and ends where it should, whatever font a browser uses.

    Consecutive texts on a line are joined. `knows_widths` says whether the engine knew how wide text is in
    its font, or used the widths of `believed_width`.
    """
    return _LINE.sub(lambda line: _finished(line, knows_widths), svg)


def _finished(line: re.Match[str], knows_widths: bool) -> str:
    place, _, look, content, end, more = line.groups()
    if not more:
        return _text((_StyledText(place, look, content),), end, knows_widths)
    return "".join([_text(runs, "\n", knows_widths) for runs in _joined(line[0])])


def _joined(line: str) -> Iterator[Sequence[_StyledText]]:
    """Yield the texts of a line in runs, so that each run begins where the one before really ends.

    Texts with room between them, as in tables, stay apart.
    """
    texts: list[list[_StyledText]] = []
    end = 0.0
    for run in map(_StyledText._make, _RUN.findall(line)):
        start = _x(run.place)
        if not texts or start - end > _ROOM:
            texts.append([])
        texts[-1].append(run)
        end = start + run.width
    for runs in texts:
        # A space at the end is only there to give the line its height.
        yield runs[:-1] if len(runs) > 1 and runs[-1].content in _BLANKS else runs


def _text(runs: Sequence[_StyledText], end: str, knows_widths: bool) -> str:
    """Return a text that keeps the width for which its label has room; empty if it has nothing visible."""
    first = runs[0]
    if len(runs) > 1:
        # Programs that measure drawings look for the size at the text itself.
        sizes = [_SIZE_ATTRIBUTE.search(run.look) for run in runs]
        size = sizes[0][0] if sizes[0] and all(sizes) else ""
        attributes = first.place + size
        content = "".join([f"<tspan{run.look.replace(size, '', 1)}>{run.content}</tspan>" for run in runs])
    elif first.content in _BLANKS and end:
        return ""
    else:
        attributes, content = _turned(first, knows_widths), first.content
    width = sum([run.width for run in runs]) if all(run.is_measured for run in runs) else 0
    fitted = f' textLength="{width:.2f}" lengthAdjust="spacingAndGlyphs"' if width else ""
    return f"<text {attributes}{fitted}>{content}</text>{end}"


def _turned(run: _StyledText, knows_widths: bool) -> str:
    """Return the attributes of a text; if it runs to the left, adjusted so that it stays in its place."""
    attributes = run.place + run.look
    if run.content.isascii() or not runs_leftwards(text := unescape(run.content)):
        return attributes
    if knows_widths:
        turned = attributes.replace('text-anchor="start"', 'text-anchor="end"')
    else:
        size, is_bold = _font(run.look)
        width = believed_width(text, size=size, is_bold=is_bold)
        turned = _X.sub(f'x="{_x(run.place) + width:.2f}"', attributes, count=1)
    return f'direction="rtl" {turned}'


@lru_cache(_REMEMBERED)
def _font(look: str) -> tuple[float, bool]:
    """Return the size of a text with these looks, 0 if they give none, and whether it is bold."""
    size = _FONT_SIZE.search(look)
    return float(size[1]) if size else 0.0, '"bold"' in look


def _x(place: str) -> float:
    found = _X.search(place)
    return float(found[1]) if found else 0.0
