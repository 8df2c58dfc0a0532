"""Texts as XML writes them."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

# What no XML may hold, not even as a number.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xml_text(text: str) -> str:
    """Return a text as the content of an element.

    >>> xml_text("a < b & c")
    'a &lt; b &amp; c'
    """
    return escape(_NO_XML.sub("\ufffd", text))


def xml_attribute(text: str) -> str:
    """Return a text in quotes as the value of an attribute."""
    return quoteattr(_NO_XML.sub("\ufffd", text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
