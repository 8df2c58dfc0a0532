"""Links that are allowed in a drawing."""

from __future__ import annotations

import re

from argmap.render.fonts.characters import clean

_ALLOWED = re.compile(r"(?:https?://|mailto:)[^\s]", re.IGNORECASE)
_DOI = re.compile(r"doi:\s*(?=10\.)", re.IGNORECASE)
# Quotes and brackets could end an attribute, and backslashes have a meaning in Graphviz.
_UNSAFE = re.compile(r"""["'<>\\^`{|}\s]""")
_LONGEST = 2000


def safe_link(url: str | None) -> str | None:
    """Return a URL in a form that is safe in drawings, or None if it is not for a web page or mail.

    >>> safe_link("https://example.org/?a=1&b=<2>")
    'https://example.org/?a=1&b=%3C2%3E'
    >>> safe_link("doi:10.1000/182"), safe_link("javascript:alert(1)")
    ('https://doi.org/10.1000/182', None)
    """
    link = _DOI.sub("https://doi.org/", clean(url or ""), count=1) if url else ""
    if len(link) > _LONGEST or not _ALLOWED.match(link):
        return None
    return _UNSAFE.sub(lambda found: f"%{ord(found[0]):02X}", link)
