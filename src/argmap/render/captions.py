"""Captions of a map: its title above, and the legend and notes at its foot."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.maps import ArgumentMap
from argmap.named_tuples import NamedTuple
from argmap.render.boxes.cells import Panel, gap, stacked, table
from argmap.render.boxes.lines import lines_panel, set_lines
from argmap.render.legend import legend_panel
from argmap.render.styles.style import background, readable
from argmap.render.styles.theme import TextStyle, Theme
from argmap.text.shortening import shortened

_TITLE_LIMIT = 200
_NOTE_LIMIT = 300
# As wide as a column of text, in points.
CAPTION_WIDTH = 555
_AROUND = 8
# No font is set around maps.
_BASE = TextStyle(0, "")


class Caption(NamedTuple):
    """A label of the whole map, and its size in points."""

    label: str
    width: int
    height: int


class Captions(NamedTuple):
    """The captions above and below a map."""

    head: Caption | None = None
    foot: Caption | None = None


NO_CAPTIONS = Captions()
# The id of the caption at the foot.
FOOT = "foot"


def head_caption(
    title: str | None, theme: Theme, *, subtitle: str | None = None, width: int = CAPTION_WIDTH
) -> Caption | None:
    """Return the title of a map with what is below it, None if there is neither."""
    texts = ((title, "map-title"), (subtitle, "subtitle"))
    found = (_text_panel(text or "", theme, role, _TITLE_LIMIT, width) for text, role in texts)
    parts = [part for part in found if part is not None]
    return _caption([*parts, gap(_AROUND)] if parts else [])


def foot_caption(
    argument_map: ArgumentMap,
    theme: Theme,
    *,
    legend: bool,
    notes: Iterable[str] = (),
    width: int = CAPTION_WIDTH,
) -> Caption | None:
    """Return the legend of a map, if it should have one, and notes about it; None if there is neither."""
    parts = [legend_panel(argument_map, theme, width)] if legend else []
    parts += [_text_panel(note, theme, "subtitle", _NOTE_LIMIT, width) for note in notes]
    shown = [part for part in parts if part]
    return _caption([spaced for part in shown for spaced in (gap(_AROUND), part)])


def _text_panel(text: str, theme: Theme, role: str, limit: int, width: int) -> Panel | None:
    style = theme.text_style(role)
    seen = TextStyle(
        style.size, readable(background(theme), preferred=style.color), style.is_bold, style.is_italic
    )
    lines = set_lines(shortened(text, limit), seen, width)
    return lines_panel(lines, _BASE) if lines else None


def _caption(parts: list[Panel]) -> Caption | None:
    if not parts:
        return None
    width = max(part.width for part in parts)
    html, height = stacked(parts, width)
    return Caption(f"<{table(html, width=width, height=height)}>", width, height)
