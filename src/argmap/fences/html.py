"""Blocks of HTML in Markdown, inside which nothing is a fence."""

from __future__ import annotations

import re

_TAGS = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir"
    "|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe"
    "|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary"
    "|table|tbody|td|tfoot|th|thead|title|tr|track|ul"
)
_VERBATIM = "script|pre|style|textarea"
_BLANK = re.compile(r"(?<!\s)\s*+\Z")
# What opens a block and what ends it, on the same line or later; see https://spec.commonmark.org/0.31.2/#html-blocks.
_KINDS = tuple(
    (re.compile(opening, re.IGNORECASE), re.compile(end, re.IGNORECASE))
    for opening, end in (
        (rf"<(?:{_VERBATIM})(?:\s|>|\Z)", rf"</(?:{_VERBATIM})>"),
        (r"<!--", r"-->"),
        (r"<\?", r"\?>"),
        (r"<![a-z]", r">"),
        (r"<!\[CDATA\[", r"\]\]>"),
    )
)
_OPENING_TAG = re.compile(rf"</?(?:{_TAGS})(?:\s|/?>|\Z)", re.IGNORECASE)
# Possessive: a tag that is never closed must not cost more than its length.
_ANY_TAG = re.compile(
    r"(?:<[a-z][a-z0-9-]*+"
    r"(?:\s++[a-z_:][a-z0-9_.:-]*+(?:\s*+=\s*+(?:[^\s\"'=<>`]++|'[^']*+'|\"[^\"]*+\"))?+)*+"
    rf"\s*+/?+>|</(?!(?:{_VERBATIM})[\s>])[a-z][a-z0-9-]*+\s*+>)\s*+\Z",
    re.IGNORECASE,
)
_MDX_COMMENT = re.compile(r"\{/\*")
_MDX_END = re.compile(r"\*/\}")


def html_end(line: str, *, in_paragraph: bool, is_mdx: bool) -> re.Pattern[str] | None:
    """Return what ends the block of HTML that a line begins; None if it does not begin one.

    Pages in MDX have no such blocks, but a different kind of comment.
    """
    if is_mdx:
        return _MDX_END if _MDX_COMMENT.match(line) else None
    if not line.startswith("<"):
        return None
    for opening, end in _KINDS:
        if opening.match(line):
            return end
    if _OPENING_TAG.match(line) or (not in_paragraph and _ANY_TAG.match(line)):
        return _BLANK
    return None


def ends(line: str, end: re.Pattern[str]) -> bool:
    """Return whether a line ends a block of HTML."""
    return (end.match(line) if end is _BLANK else end.search(line)) is not None
