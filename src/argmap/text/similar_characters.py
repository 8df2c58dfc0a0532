"""Characters that look like those of the markup: what word processors and other keyboards write instead."""

from __future__ import annotations

# Each as part of a class of characters in a pattern.
DASHES = "\u2010-\u2015\u2043\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d\u2500\u2501"
PLUSES = "\u2795\ufe62\uff0b"
RIGHT_ARROWS = "\u2192\u21d2\u27a1\u279c\u2794\u27f6\u27f9"
LEFT_ARROWS = "\u2190\u21d0\u2b05\u27f5\u27f8"
DOUBLE_ARROWS = "\u2194\u21d4\u27f7\u27fa"
# The last are what Word writes in its own fonts of symbols.
BULLETS = (
    "\u00b7\u2022\u2023\u2219\u25a0\u25a1\u25aa\u25ab\u25b6\u25b8\u25ba\u25cb\u25cf\u25e6"
    "\u25c6\u25c7\u2605\u2606\u2713\u2714\u2717\u2718\u2756\u27a2\u27a4\uf0a7\uf0b7\uf0d8\uf0fc"
)
APOSTROPHES = "'\u2018\u2019\u201b\u00b4`"
# White space that neither indents a line nor makes it blank, and characters that nobody sees.
ODD_SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
LIKE_COLONS = "\uff1a\ufe55\ufe13\u2236\ua789"
LIKE_HASHES = "\uff03\ufe5f"
LIKE_OPENING = "\uff3b\uff1c\u00ab\u2039\u27e8\u2329\u3008\u300a\u3010\u3014\u2264"
LIKE_CLOSING = "\uff3d\uff1e\u00bb\u203a\u27e9\u232a\u3009\u300b\u3011\u3015\u2265"
# All that lines are searched for, without the apostrophes and colons, which matter beside markup only.
LOOKALIKES = (
    f"{DASHES}{PLUSES}{RIGHT_ARROWS}{LEFT_ARROWS}{DOUBLE_ARROWS}{BULLETS}{ODD_SPACES}{INVISIBLE}"
    f"{LIKE_HASHES}{LIKE_OPENING}{LIKE_CLOSING}\uff08\uff10-\uff19"
)

# Quotation marks as word processors set them.
CURLY = frozenset("“”„‟«»‘’‚‛")
_ROUND_TITLES = "\uff1c\u00ab\u2039\u27e8\u2329\u3008\u2264"


def title_meant(opening: str) -> tuple[str, str]:
    """Return the brackets that one that looks like them stands for.

    >>> title_meant("\uff1c")
    ('<', '>')
    """
    return ("<", ">") if opening in _ROUND_TITLES else ("[", "]")


def code_point(character: str) -> str:
    """Return how Unicode calls a character.

    >>> code_point("\u2013")
    'U+2013'
    """
    return f"U+{ord(character):04X}"
