"""Characters: those that a drawing can contain, and those that the built-in fonts can show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from argmap.text.shortening import shortened

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# These patterns are compiled when a text needs them: that takes longer than drawing a box, and few texts do.
# XML allows no control characters; U+FEFF is a byte order mark, at which Graphviz stops reading.
_CONTROL = "[\x00-\x1f\x7f-\x9f\ufeff]"
_NO_CHARACTER = (
    "[\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)

# The characters of Arimo, in whole blocks: Latin, Greek, Cyrillic, Hebrew, and signs.
_BUILT_IN = (
    "[\\s\xa0-\u036f\u0374-\u0375\u037a-\u0513\u051a-\u051d\u0591-\u05f4\u1d00-\u1fff\u2000-\u2022\u2026"
    "\u202a-\u2034\u2039-\u203e\u2044\u205e\u2060-\u2089\u2090-\u2094\u20a0-\u20b5\u20bf\u2105\u2113\u2116"
    "\u2117\u2122\u2126\u212e\u2153\u2154\u215b-\u215e\u2190-\u2195\u21d4\u2202\u2206\u220f\u2211\u2212"
    "\u2215\u2219\u221a\u221e\u221f\u2229\u222b\u2248\u2260-\u2265\u25a0\u25a1\u25aa-\u25ac\u25b2\u25ba"
    "\u25bc\u25c4\u25ca-\u25cc\u25cf\u263a-\u263c\u2660\u2663\u2665\u2666\u266a\u266b\ufb01\ufb02"
    "\ufb1d-\ufb4f\x20-\x7e]"
)

_PAGE = re.compile(r", pp?\. \d{1,6}(?:–\d{1,6})?\Z")
_DRAWN = "<text [^<>]*+>((?:[^<]|<(?!/?text))*+)</text>"
_TAG = "<[^<>]*+>"


def clean(text: str) -> str:
    """Return a text without characters that no drawing can contain, and with white space collapsed.

    >>> clean(" one\\n two\\x00 ")
    'one two'
    """
    words = " ".join(text.split())
    # A printable text, as nearly all are, contains nothing that is looked for here.
    if words.isprintable():
        return words
    return " ".join(re.sub(_NO_CHARACTER, REPLACEMENT, re.sub(_CONTROL, "", words)).split())


def shorten_name(name: str, limit: int) -> str:
    """Return a name shortened to `limit` characters; a page at its end is kept.

    >>> shorten_name("What the city wants, pp. 3–4", 20)
    'What the c…, pp. 3–4'
    """
    match = _PAGE.search(name)
    end = match[0] if match else ""
    return shortened(name.removesuffix(end), max(limit - len(end), 1)) + end


def drawn_text(svg: str) -> str:
    """Return all texts that an SVG draws, with nothing between them.

    >>> drawn_text('<text x="1">A &amp; <tspan>B</tspan></text><title>C</title>')
    'A & B'
    """
    return unescape("".join(re.sub(_TAG, "", text) for text in re.findall(_DRAWN, svg)))


def missing_glyphs(text: str) -> Iterator[str]:
    """Yield the distinct characters that the fonts of the embedded engine do not have."""
    yield from dict.fromkeys(re.sub(_BUILT_IN, "", text))
