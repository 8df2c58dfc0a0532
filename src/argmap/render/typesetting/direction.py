"""Which way texts run."""

from __future__ import annotations

import re
from unicodedata import bidirectional

# Where characters are that run to the left. Some that are there run to the right, and Python knows which.
LEFTWARDS = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def runs_leftwards(text: str) -> bool:
    """Return whether the first letter that has a direction runs to the left."""
    if text.isascii() or not LEFTWARDS.search(text):
        return False
    directions = (bidirectional(character) for character in text)
    return next((one for one in directions if one in ("L", "R", "AL")), "L") != "L"
