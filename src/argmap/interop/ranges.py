"""Marked stretches of texts as Argdown counts them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from argmap.model import Mark, MarkKind

_TYPES = {
    MarkKind.BOLD: "bold",
    MarkKind.ITALIC: "italic",
    MarkKind.LINK: "link",
    MarkKind.TAG: "tag",
    MarkKind.CLAIM_MENTION: "statement-mention",
    MarkKind.EVIDENCE_MENTION: "statement-mention",
    MarkKind.ARGUMENT_MENTION: "argument-mention",
}


def ranges_of(text: str, marks: Iterable[Mark]) -> list[dict[str, object]] | None:
    """Return the marks of a text, None if it has none: offsets in UTF-16 units, the last one included."""
    return list(_ranges(text, marks)) or None


def _ranges(text: str, marks: Iterable[Mark]) -> Iterator[dict[str, object]]:
    units = _utf16_offsets(text)
    for mark in marks:
        start, stop = units[min(mark.start, len(text))], units[min(mark.end, len(text))] - 1
        yield {"type": _TYPES[mark.kind], "start": start, "stop": stop, **_target(mark)}


def _utf16_offsets(text: str) -> Sequence[int]:
    """Return for each offset in code points that in UTF-16 units, the end included."""
    if text.isascii():
        return range(len(text) + 1)
    return list(accumulate((2 if character > "\uffff" else 1 for character in text), initial=0))


def _target(mark: Mark) -> dict[str, object]:
    match mark.kind:
        case MarkKind.BOLD | MarkKind.ITALIC:
            return {}
        case MarkKind.LINK:
            return {"url": mark.target}
        case MarkKind.TAG:
            return {"tag": mark.target}
        case MarkKind.EVIDENCE_MENTION:
            return {"title": f"^{mark.target}"}
        case _:
            return {"title": mark.target}
