"""A text with its marks in HTML: emphasis, links, and mentions that link to what they mention."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from itertools import pairwise

from argmap.render.fonts.characters import clean
from argmap.render.styles.links import safe_link
from argmap.text import Mark
from argmap.text.mark import MarkKind

_PLAIN = {MarkKind.BOLD: "strong", MarkKind.ITALIC: "em"}
_SIGNS = {
    MarkKind.CLAIM_MENTION: "[{}]",
    MarkKind.EVIDENCE_MENTION: "[^{}]",
    MarkKind.QUESTION_MENTION: "[?{}]",
    MarkKind.ARGUMENT_MENTION: "<{}>",
}


def marked_words(text: str, marks: Sequence[Mark], place_of: Callable[[str], str | None]) -> str:
    """Return a text in HTML; `place_of` returns the id of the article about a name such as `[A]`, if any.

    >>> marked_words("a <b>", [Mark(MarkKind.BOLD, 0, 1)], lambda name: None)
    '<strong>a</strong> &lt;b&gt;'
    """
    cuts = sorted(
        {0, len(text), *(place for mark in marks for place in (mark.start, mark.end) if place <= len(text))}
    )
    starting: dict[int, list[Mark]] = {}
    for mark in marks:
        starting.setdefault(max(mark.start, 0), []).append(mark)
    open_marks: list[Mark] = []
    pieces: list[str] = []
    for start, end in pairwise(cuts):
        open_marks = [mark for mark in (*open_marks, *starting.get(start, ())) if mark.end > start]
        pieces.append(_piece(text[start:end], open_marks, place_of))
    return "".join(pieces)


def link(url: str | None, words: str) -> str:
    """Return words in HTML as a link, if pages may link to the URL, and otherwise as they are."""
    target = safe_link(url)
    if target is None:
        return escape(shown(words))
    return f'<a href="{escape(target)}" rel="noopener noreferrer" target="_blank">{escape(shown(words))}</a>'


def shown(text: str) -> str:
    r"""Return a text as a page can show it: without characters that HTML or UTF-8 does not allow.

    >>> shown("a\x00b"), shown(" a ")
    ('ab', ' a ')
    """
    inner = clean(text)
    before = text[: len(text) - len(text.lstrip())]
    after = text[len(text.rstrip()) :] if inner else ""
    return f"{' ' if before else ''}{inner}{' ' if after else ''}"


def _piece(words: str, marks: Sequence[Mark], place_of: Callable[[str], str | None]) -> str:
    inner = escape(shown(words), quote=False)
    for mark in marks:
        if mark.kind in _PLAIN:
            inner = f"<{_PLAIN[mark.kind]}>{inner}</{_PLAIN[mark.kind]}>"
    # Links cannot be nested.
    for mark in marks:
        if mark.kind is MarkKind.LINK and (target := safe_link(mark.target)):
            return f'<a href="{escape(target)}" rel="noopener noreferrer" target="_blank">{inner}</a>'
        if mark.kind in _SIGNS and (place := place_of(_SIGNS[mark.kind].format(mark.target))):
            return f'<a href="#t-{escape(place)}">{inner}</a>'
    return inner
