"""Formulas in boxes: in symbols, below the words that they formalise."""

from __future__ import annotations

from argmap.render.boxes.cells import Panel
from argmap.render.boxes.lines import lines_panel, set_lines
from argmap.render.fonts.characters import clean
from argmap.render.styles.theme import TextStyle
from argmap.text.shortening import shortened

_LIMIT = 300


def formula_panel(
    formula: str | None, style: TextStyle, base: TextStyle, width_left: int, limit: int = _LIMIT
) -> Panel | None:
    """Return a formula in lines, None if there is none or it has nothing visible."""
    if not formula:
        return None
    lines = set_lines(shortened(clean(formula), min(_LIMIT, limit)), style, width_left)
    return lines_panel(lines, base) if lines else None
