"""Another title for something, wherever it is mentioned."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from argmap.data import Data, FrozenDict, Value
from argmap.model import ArgumentRef, ClaimRef, ElementRef, EvidenceRef, Mark, MarkKind, QuestionRef
from argmap.model.reference import SIGNS
from argmap.writing.checked_lines import named
from argmap.writing.line import Line
from argmap.writing.nodes import Node

_MENTIONS: dict[type, MarkKind] = {
    ClaimRef: MarkKind.CLAIM_MENTION,
    EvidenceRef: MarkKind.EVIDENCE_MENTION,
    QuestionRef: MarkKind.QUESTION_MENTION,
    ArgumentRef: MarkKind.ARGUMENT_MENTION,
}
# Settings whose values are lists of titles.
_STATEMENTS = frozenset({"statements", "includeStatements", "excludeStatements"})
_ARGUMENTS = frozenset({"arguments", "includeArguments", "excludeArguments"})


def rename_mentions(nodes: Iterable[Node], old: ElementRef, new: ElementRef) -> None:
    """Let texts and data mention something by its new title."""
    for node in nodes:
        if node.line is not None:
            node.line = _in_text(_in_data(node.line, old, new), old, new)


def renamed_metadata(metadata: Data, old: ElementRef, new: ElementRef) -> Data:
    """Return metadata in which settings that list a title list the new one."""
    changed = _in_value(metadata, old, new)
    assert isinstance(changed, FrozenDict), "a mapping stays one"
    return changed


def _in_text(line: Line, old: ElementRef, new: ElementRef) -> Line:
    kind, mention = _MENTIONS[type(old)], f"@{named(new)}"
    if not any(mark.kind is kind and mark.target == old.title for mark in line.marks):
        return line
    text, marks = line.text or "", list(line.marks)
    for index, mark in enumerate(line.marks):
        if mark.kind is kind and mark.target == old.title:
            # What is before it may have been renamed, too.
            start, end = marks[index].start, marks[index].end
            text = text[:start] + mention + text[end:]
            more = len(mention) - (end - start)
            marks = [_moved(mark, end, more) for mark in marks]
            marks[index] = Mark(kind, start, start + len(mention), new.title)
    return evolve(line, text=text, marks=tuple(marks))


def _moved(mark: Mark, end: int, more: int) -> Mark:
    start = mark.start + more if mark.start >= end else mark.start
    return evolve(mark, start=start, end=mark.end + more if mark.end >= end else mark.end)


def _in_data(line: Line, old: ElementRef, new: ElementRef) -> Line:
    return evolve(line, data=renamed_metadata(line.data, old, new)) if line.data else line


def _in_value(value: Value, old: ElementRef, new: ElementRef, *, lists_titles: bool = False) -> Value:
    # Data are no deeper than what can be read, so this may recurse.
    if isinstance(value, FrozenDict):
        names = _ARGUMENTS if isinstance(old, ArgumentRef) else _STATEMENTS
        return FrozenDict(
            {key: _in_value(inner, old, new, lists_titles=key in names) for key, inner in value.items()}
        )
    if isinstance(value, tuple):
        return tuple(_in_value(inner, old, new, lists_titles=lists_titles) for inner in value)
    if isinstance(value, str):
        if value == named(old):
            return named(new)
        sign = SIGNS.get(type(old), "")
        return sign + new.title if lists_titles and value == sign + old.title else value
    return value
