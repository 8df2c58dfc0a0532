"""The direction of texts."""

from __future__ import annotations

import re
from unicodedata import bidirectional

# Blocks of characters that run to the left. Some in them run to the right; Python knows which.
LEFTWARDS = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def runs_leftwards(text: str) -> bool:
    """Return whether the first letter with a direction runs to the left."""
    if text.isascii() or not LEFTWARDS.search(text):
        return False
    directions = (bidirectional(character) for character in text)
    return next((one for one in directions if one in ("L", "R", "AL")), "L") != "L"
