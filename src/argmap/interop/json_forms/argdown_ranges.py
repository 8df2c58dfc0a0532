"""Marked stretches of texts as Argdown counts them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from attrs import evolve

from argmap.interop.json_forms.json_reader import JsonValue
from argmap.model import EvidenceRef, Mark, MarkKind, QuestionRef
from argmap.model.reference import SIGNS

_TYPES = {
    MarkKind.BOLD: "bold",
    MarkKind.ITALIC: "italic",
    MarkKind.LINK: "link",
    MarkKind.TAG: "tag",
    MarkKind.CLAIM_MENTION: "statement-mention",
    MarkKind.EVIDENCE_MENTION: "statement-mention",
    MarkKind.QUESTION_MENTION: "statement-mention",
    MarkKind.ARGUMENT_MENTION: "argument-mention",
    # Argdown has no such range.
    MarkKind.FORMULA: "formula",
}

# The signs before titles of statements that Argdown has no kind for.
_SIGNED = {
    MarkKind.EVIDENCE_MENTION: SIGNS[EvidenceRef],
    MarkKind.QUESTION_MENTION: SIGNS[QuestionRef],
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
    """Return for each offset in code points, including the end, the offset in UTF-16 units."""
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
        case MarkKind.FORMULA:
            return {"source": mark.target}
        case kind if kind in _SIGNED:
            return {"title": _SIGNED[kind] + mark.target}
        case _:
            return {"title": mark.target}


def marks_of(text: str, ranges: JsonValue) -> tuple[Mark, ...]:
    """Return the marks that Argdown's ranges of a text stand for.

    Raises:
        FormatError: they are none.
    """
    offsets: dict[int, int] = {}
    if ranges.value is not None:
        offsets = {unit: offset for offset, unit in enumerate(_utf16_offsets(text))}
    marks = (_mark(one, offsets, len(text)) for one in ranges.each())
    return tuple(_trimmed(mark, text) for mark in marks)


def _trimmed(mark: Mark, text: str) -> Mark:
    """Return a mark of a tag or mention without the spaces around it, which Argdown includes."""
    if mark.kind not in _WITHOUT_SPACES:
        return mark
    marked = text[mark.start : mark.end]
    start = mark.start + len(marked) - len(marked.lstrip())
    return evolve(mark, start=start, end=start + len(marked.strip())) if marked.strip() else mark


def _mark(shape: JsonValue, offsets: Mapping[int, int], length: int) -> Mark:
    kind = _KINDS.get(shape["type"].name())
    if kind is None:
        raise shape["type"].wrong(f"must be one of {', '.join(_KINDS)}")
    start = offsets.get(shape["start"].number(), length)
    end = max(start, offsets.get(shape["stop"].number() + 1, length))
    key = {
        MarkKind.LINK: "url",
        MarkKind.TAG: "tag",
        MarkKind.CLAIM_MENTION: "title",
        MarkKind.FORMULA: "source",
    }
    name = "title" if kind is MarkKind.ARGUMENT_MENTION else key.get(kind)
    target = (shape[name].maybe() or "") if name else ""
    if kind is MarkKind.CLAIM_MENTION:
        for signed, sign in _SIGNED.items():
            if target.startswith(sign):
                return Mark(signed, start, end, target[1:])
    return Mark(kind, start, end, target)


_WITHOUT_SPACES = frozenset({MarkKind.TAG, MarkKind.CLAIM_MENTION, *_SIGNED, MarkKind.ARGUMENT_MENTION})
_KINDS = {name: kind for kind, name in _TYPES.items() if kind not in _SIGNED}
