"""Setting the texts of an SVG in known fonts, in stretches that a single font draws."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path

from attrs import frozen

from argmap.named_tuples import NamedTuple
from argmap.render.fonts.font_choice import FontChoice
from argmap.render.fonts.font_file import FontFace
from argmap.render.typesetting.direction import LEFTWARDS
from argmap.render.typesetting.font_widths import text_width

_EM = 1000
_TEXT = re.compile(r"<text ([^<>]*+)>((?:[^<]|<(?!/?text))*+)</text>")
_SPAN = re.compile(r"<tspan([^<>]*+)>([^<]*+)</tspan>|([^<]+)")
_FONT = re.compile(r' ?\b(?:font-(?:family|weight|style|size)|textLength|lengthAdjust)="[^"]*"')
_DIRECTION = re.compile(r' ?\b(?:text-anchor|direction)="[^"]*"')
_PLACE = re.compile(r' ?\bx="(-?[\d.]+)"')
_SIZE = re.compile(r'\bfont-size="([\d.]+)"')
_ANCHOR = re.compile(r'\btext-anchor="(\w+)"')
_WITHOUT_WIDTH = ("Mn", "Me", "Cf")
_PRESERVED = 'xml:space="preserve"'
_USUAL_SIZE = 14.0
# Where a text begins, as a share of its width.
_BEFORE = {"middle": 0.5, "end": 1.0}
_TO_THE_LEFT = 'direction="rtl"'
_LEFTWARDS = "\N{RIGHT-TO-LEFT EMBEDDING}"
_END_OF_DIRECTION = "\N{POP DIRECTIONAL FORMATTING}"
# Nobody sees less than this, in points.
_SLACK = 0.05


@frozen
class Typeset:
    """An SVG, the files of the fonts for its texts, and the characters that no font has."""

    svg: str
    fonts: tuple[Path, ...]
    missing: tuple[str, ...]


def typeset(svg: str, font: str = "Arial") -> Typeset:
    """Return an SVG whose texts name the fonts that draw them and fit into their labels.

    `font` is the font that is wanted. If it is not on this machine, or lacks a character, the fonts that come
    with argmap are used, and then others on this machine.
    """
    choice = FontChoice(font)
    said = _TEXT.sub(lambda found: _set(found, choice), svg)
    return Typeset(said, tuple(dict.fromkeys(face.path for face in choice.faces)), choice.missing)


class _Span(NamedTuple):
    """A stretch of a line in one style."""

    text: str
    style: str
    size: float
    is_bold: bool
    is_italic: bool


class _FontRun(NamedTuple):
    """A stretch of a line that a single font draws, and its width in points."""

    text: str
    span: _Span
    face: FontFace
    width: float


def _set(found: re.Match[str], choice: FontChoice) -> str:
    spans = list(_spans(found[1], found[2]))
    if not spans:
        return found[0]
    text = "".join(span.text for span in spans)
    is_mixed = _TO_THE_LEFT in found[1] or LEFTWARDS.search(text) is not None
    runs = [run for span in spans for run in (_whole if is_mixed else _split)(span, choice)]
    width = sum(run.width for run in runs)
    width_left = sum(text_width(span.text, size=span.size, is_bold=span.is_bold) for span in spans)
    share = width_left / width if width > width_left + _SLACK else 1.0
    if is_mixed:
        # Its stretches are shown in another order than they are written in, and can only be placed together.
        return _bidirectional(found[1], runs, share)
    start = _number(_PLACE, found[1], 0.0)
    anchor = _ANCHOR.search(found[1])
    start -= width * share * _BEFORE.get(anchor[1] if anchor else "", 0.0)
    common = _PLACE.sub("", _DIRECTION.sub("", _FONT.sub("", found[1]))).strip()
    if _PRESERVED not in common:
        common = f"{_PRESERVED} {common}"
    written = []
    for run in runs:
        attributes = f'x="{start:.2f}" {common}{_styled(run)}{_length_of(run, share)}'
        written.append(f"<text {attributes}>{escape(run.text, quote=False)}</text>")
        start += run.width * share
    return "\n".join(written)


def _bidirectional(attributes: str, runs: list[_FontRun], share: float) -> str:
    kept = _FONT.sub("", attributes)
    if _TO_THE_LEFT in attributes:
        # Programs that draw SVG assume that texts run to the right unless they say otherwise.
        runs[0] = runs[0]._replace(text=f"{_LEFTWARDS}{runs[0].text}")
        runs[-1] = runs[-1]._replace(text=f"{runs[-1].text}{_END_OF_DIRECTION}")
        anchor = "start" if 'text-anchor="end"' in attributes else "end"
        kept = f'{_DIRECTION.sub("", kept).strip()} text-anchor="{anchor}"'
    spans = "".join(
        f"<tspan{_styled(run)}{_length_of(run, share)}>{escape(run.text, quote=False)}</tspan>"
        for run in runs
    )
    return f"<text {kept}>{spans}</text>"


def _spans(attributes: str, content: str) -> Iterator[_Span]:
    for inner, text, plain in _SPAN.findall(content):
        style = f"{attributes} {inner}" if inner else attributes
        said = unescape(text or plain)
        if said:
            size = _number(_SIZE, inner, _number(_SIZE, attributes, _USUAL_SIZE))
            rest = _FONT.sub("", inner).strip()
            yield _Span(said, rest, size, 'font-weight="bold"' in style, 'font-style="italic"' in style)


def _split(span: _Span, choice: FontChoice) -> Iterator[_FontRun]:
    for text, face in choice.runs(span.text, is_bold=span.is_bold, is_italic=span.is_italic):
        yield _FontRun(text, span, face, _width(text, face, span.size))


def _whole(span: _Span, choice: FontChoice) -> Iterator[_FontRun]:
    """Yield a stretch as a single run, in the font that has most of it."""
    runs = list(_split(span, choice))
    text = "".join(run.text for run in runs)
    best = choice.best(text, is_bold=span.is_bold, is_italic=span.is_italic)
    yield _FontRun(text, span, best, max(sum(run.width for run in runs), _width(text, best, span.size)))


def _width(text: str, face: FontFace, size: float) -> float:
    # Marks are on top of letters, whatever width their font gives them.
    seen = (one for one in text if one.isascii() or unicodedata.category(one) not in _WITHOUT_WIDTH)
    return sum(map(face.width, seen)) * size / _EM


def _styled(run: _FontRun) -> str:
    families = escape(", ".join(run.face.families))
    slant = "italic" if run.face.is_italic else "normal"
    style = f" {run.span.style}" if run.span.style else ""
    return (
        f'{style} font-family="{families}" font-weight="{run.face.weight}" font-style="{slant}" '
        f'font-size="{run.span.size:g}"'
    )


def _length_of(run: _FontRun, share: float) -> str:
    if share == 1 or not run.width:
        return ""
    return f' textLength="{run.width * share:.2f}" lengthAdjust="spacingAndGlyphs"'


def _number(pattern: re.Pattern[str], text: str, usual: float) -> float:
    found = pattern.search(text)
    return float(found[1]) if found else usual
