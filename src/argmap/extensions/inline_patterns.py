"""What is marked inside a text, as patterns for colours.

The parser is the authority on what an emphasis is; for colours this is near enough, and a text that is being
written stays calm. No part reaches over what could begin another of its kind: a line is looked at once,
however many of them are not closed.
"""

from __future__ import annotations

from collections.abc import Mapping

# By name, the first that fits counts.
INLINE_PATTERNS: Mapping[str, str] = {
    "escape": r"\\[^\n]",
    "tag": r"#(?:\([^()\n]*+\)|[\w-]+)",
    "evidence": r"@\[\^(?:[^\]\n@]|@(?!\[))*+\]",
    "claim": r"@\[(?:[^\]\n@]|@(?!\[))*+\]",
    "argument": r"@<(?:[^>\n@]|@(?!<))*+>",
    "link": r"\[[^\[\]\n]*+\]\([^()\n]*+(?:\([^()\n]*+\)[^()\n]*+)*+\)|https?://[^\s>)\]]+",
    "strong": (
        r"(?<!\w)(?:\*\*(?=\S)(?:[^*\n]|\*(?!\*))++(?<=\S)\*\*|__(?=\S)(?:[^_\n]|_(?!_))++(?<=\S)__)(?!\w)"
    ),
    "emphasis": r"(?<!\w)(?:\*(?=\S)[^*\n]++(?<=\S)\*|_(?=\S)[^_\n]++(?<=\S)_)(?!\w)",
}
