"""Texts as they are written in Mermaid, with nothing in them that it takes for markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.maps import ArgumentMap
from argmap.render.fonts.characters import clean

# Only letters, digits and some signs never mean anything to Mermaid, Markdown or HTML. A full stop inside a
# word makes a link, and one, or a bracket, after a number at the beginning makes a list.
_ODD = re.compile(
    r"[^\w ,.'()?!–—’“”„…·→]|_|\.(?! |\Z)|(?<=\A[0-9])[.)]|(?<=\A[0-9]{2})[.)]|(?<=\A[0-9]{3})[.)]"
    r"|(?<=\A[0-9]{4})[.)]"
)
# What pages draw by default: a larger diagram is replaced by a message.
_MOST_EDGES = 500
_MOST_CHARACTERS = 50_000
_NO_YAML = re.compile(r"[^\w ,.'()?!]")


def label_text(text: str) -> str:
    r"""Return a text as part of a label in quotes.

    Everything that could be markup is written as the number of its character.

    >>> label_text('1. A "quote", <b> and #35;')
    '1#46; A #34;quote#34;, #60;b#62; and #35;35#59;'
    """
    # Two dollar signs side by side begin a formula, even when written as numbers.
    apart = clean(text).replace("$$", "$\u200b$").replace("$$", "$\u200b$")
    return _ODD.sub(lambda match: f"#{ord(match[0])};", apart)


def yaml_text(text: str) -> str:
    r"""Return a text in quotes as the value of a key in the head of a diagram.

    >>> yaml_text('Cars #1: "yes"')
    '"Cars \\u00231\\u003a \\u0022yes\\u0022"'
    """
    return '"' + _NO_YAML.sub(lambda match: _escaped(match[0]), clean(text)) + '"'


def about_mermaid(text: str, argument_map: ArgumentMap) -> Iterator[str]:
    """Yield a message if a diagram is too large to be drawn in pages."""
    sizes = (
        (len(argument_map.edges), _MOST_EDGES, "relations", "maxEdges"),
        (len(text), _MOST_CHARACTERS, "characters", "maxTextSize"),
    )
    for size, most, what, setting in sizes:
        if size > most:
            yield (
                f"Mermaid by default draws no more than {most:,} {what}, and this has {size:,}: "
                f"raise {setting} in the page, or draw a part of the map"
            )


def _escaped(character: str) -> str:
    number = ord(character)
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
