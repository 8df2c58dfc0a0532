"""Names between dots or colons that stand for a character: `.A.` is ∀, `:happy:` is 😀."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

# Logic and deontic letters, faces, hands and marks that can be written with dots and with colons.
_BOTH = {
    "A": "∀",
    "E": "∃",
    "O": "𝗢",
    "P": "𝗣",
    "->": "→",
    "<->": "↔",
    "~": "¬",
    "^": "∧",
    "v": "∨",
    "v_": "⊻",
    "<>": "◇",
    "[]": "◻",
    "happy": "😀",
    "smiley": "☺",
    "laugh": "😆",
    "lol": "😆",
    "rofl": "🤣",
    "joy": "😂",
    "heart": "❤",
    "?": "❓",
    "question": "❓",
    "love": "😍",
    "wink": "😉",
    "shush": "🤫",
    "meh": "😐",
    "eye-roll": "🙄",
    "sad": "😢",
    "disappointed": "😞",
    "scream": "😱",
    "+1": "👍",
    "up": "👍",
    "-1": "👎",
    "down": "👎",
    "think": "🤔",
    "star": "⭐",
    "y": "✔",
    "agree": "✔",
    "n": "❌",
    "disagree": "❌",
}
# These differ in the variation selector that asks for a coloured picture.
SHORTCODES: Mapping[str, str] = {
    **{f".{name}.": text for name, text in _BOTH.items()},
    **{f":{name}:": text for name, text in _BOTH.items()},
    ".smile.": "☺",
    ":smile:": "☺️",
}


@cache
def shortcode_pattern(names: frozenset[str]) -> str:
    """Return a pattern that matches exactly these names, longer ones first."""
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
