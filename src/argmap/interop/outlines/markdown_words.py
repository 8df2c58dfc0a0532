"""Words in Markdown, escaped so that they stay words."""

from __future__ import annotations

import re

# Markup in CommonMark, GitHub's or MyST's Markdown, wherever it is.
_MARKUP = re.compile(r"[\\`*_\[\]<>&~|$#{}^@=!]")
# Begins a list or underlines a heading if only spaces are before it.
_BEGINNING = re.compile(r"\A([+\-:]|[0-9]+(?=[.)]))")
# Addresses and dashes that renderers turn into links and other characters.
_LINK = re.compile(r"(?i)(?<=www)\.|:(?=//)|(?<=-)-|\.(?=\.)|\b(?:mailto|xmpp):")


def markdown_words(text: str) -> str:
    r"""Return a line of Markdown that is rendered as a text: nothing in it is markup or a link.

    >>> print(markdown_words("1. *not* [a](http://b.example) #list"))
    1\. \*not\* \[a\](http\://b.example) \#list
    """
    escaped = _LINK.sub(lambda match: f"{match[0][:-1]}\\{match[0][-1]}", _MARKUP.sub(r"\\\g<0>", text))
    begins = _BEGINNING.match(escaped)
    if begins is None:
        return escaped
    if begins[0].isdigit():
        return f"{begins[0]}\\{escaped[begins.end() :]}"
    return f"\\{escaped}"
