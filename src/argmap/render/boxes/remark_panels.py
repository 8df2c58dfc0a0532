"""What authors say about relations, in the boxes from which these lead."""

from __future__ import annotations

from argmap.maps import MapRemark
from argmap.model import Mark, MarkKind
from argmap.render.boxes.cells import Panel, gap
from argmap.render.boxes.lines import lines_panel, set_lines
from argmap.render.fonts.characters import clean, shorten_name
from argmap.render.styles.theme import TextStyle
from argmap.text.shortening import shortened

_LIMIT = 90
_OTHER_LIMIT = 26
_GAP = 2


def remark_panel(remark: MapRemark, style: TextStyle, base: TextStyle, width_left: int) -> Panel | None:
    """Return a remark in lines in the colour of its edge, None if it has nothing visible."""
    start = f"→ {shorten_name(clean(remark.other), _OTHER_LIMIT)}: " if remark.other else "→ "
    text = start + shortened(clean(remark.text), _LIMIT)
    lines = set_lines(text, style, width_left, [Mark(MarkKind.BOLD, 0, len(start))])
    if lines is None:
        return None
    said = lines_panel(lines, base)
    return Panel(said.width, lambda width: [*gap(_GAP).rows(width), *said.rows(width)])
