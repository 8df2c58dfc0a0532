"""The edits that remove something from a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from argmap.editing.names.name_index import NameIndex
from argmap.editing.names.occurrence import Use
from argmap.editing.names.text_names import REFS
from argmap.editing.rereading import by_title, debate_after, sayings
from argmap.editing.stated_lines import (
    StatedLine,
    behind_line_end,
    indent_of,
    line_end,
    line_start,
    lines_of,
    newline_of,
)
from argmap.model import Argument, ElementRef, InferenceRef, Ref, resolve
from argmap.text import Edit, Span


def remove(names: NameIndex, thing: object) -> tuple[Edit, ...]:
    """Return the edits that remove an element with its relations; what is below it is kept.

    Raises:
        LookupError: the debate has no such element.
        ValueError: it is used in a structure, or named elsewhere.
    """
    ref = resolve(names.debate, thing)
    if isinstance(ref, InferenceRef):
        raise ValueError(f"{ref} is part of an argument; remove that")
    lines = list(lines_of(names, ref))
    _check(names, ref, lines)
    others = _stated_elsewhere(names, {id(line.line) for line in lines})
    edits = [edit for line in lines for edit in _removed(line, ref, others)]
    debate = names.debate
    before = sayings(debate, by_title(debate, {ref}))
    later = debate_after(names, edits)
    after = sayings(later, by_title(later))
    elements = {place: said for place, said in before.elements.items() if place != ref}
    relations = {relation for relation in before.relations if ref not in relation[1:]}
    is_same = elements == after.elements and relations == after.relations
    if not is_same or any(before.rest[name] != after.rest[name] for name in ("sections", "metadata")):
        raise ValueError(f"{ref} cannot be removed without changing what else is said")
    return names.outer(edits)


def _check(names: NameIndex, ref: ElementRef, lines: Iterable[StatedLine]) -> None:
    element = names.debate[ref]
    if isinstance(element, Argument) and element.inferences:
        raise ValueError(f"{ref} has a premise-conclusion structure; remove that first")
    step = next((line for line in lines if line.line.marker[:1] == "("), None)
    if step is not None:
        place = Span(step.start, step.end, step.block.page.path)
        raise ValueError(f"{ref} is part of a structure, in {names.shown(place)}")
    named = (
        place for place in names.inner(ref) if place.use not in (Use.DEFINITION, Use.REFERENCE, Use.POSITION)
    )
    if (place_of := next(named, None)) is not None:
        raise ValueError(f"{ref} is named in {names.shown(place_of.span)}")


def _stated_elsewhere(names: NameIndex, removed: Set[int]) -> Set[Ref]:
    """Return what is stated by a line that stays and that is more than a reference below something."""
    return {
        REFS[line.kind](line.title)
        for block in names.blocks
        for line in block.names.lines
        if line.title is not None and line.kind in REFS and id(line) not in removed
        if not (line.is_reference and line.depth)
    }


def _removed(line: StatedLine, ref: ElementRef, others: Set[Ref]) -> Iterator[Edit]:
    text, path, block = line.text, line.block.page.path, line.block.block
    below = line.below()
    roots = [each for each in below if each.line.depth == line.line.depth + 1]
    kept = [_promoted(root) for root in roots if not _is_dispensable(root, ref, others)]
    newline = newline_of(text)
    blocks = (newline * 2).join(kept)
    start, end = line_start(text, line.start), line_end(text, below[-1].end if below else line.end)
    block_end = line_end(text, block.start + len(block.text))
    if kept and end >= block_end:
        yield Edit(Span(start, end, path), blocks if line.number == 0 else newline + blocks)
        return
    behind = behind_line_end(text, end)
    if line.number == 0 and end >= block_end and not text[behind : line_end(text, behind)].strip():
        # Of the blank lines around a block one stays.
        behind = behind_line_end(text, line_end(text, behind))
    yield Edit(Span(start, behind, path), "")
    if kept:
        yield Edit(Span(block_end, block_end, path), newline * 2 + blocks)


def _is_dispensable(line: StatedLine, removed: ElementRef, others: Set[Ref]) -> bool:
    """Return whether a line only refers to what is removed, or to what is stated elsewhere, too."""
    element = line.line
    if element.title is None or element.kind not in REFS or line.below():
        return False
    ref = REFS[element.kind](element.title)
    is_bare = element.is_reference and not (element.data or element.tags or element.content)
    return ref == removed or (is_bare and ref in others)


def _promoted(root: StatedLine) -> str:
    """Return a line and what is below it as a block of its own: without its operator and indentation."""
    text, indent = root.text, indent_of(root)
    below = root.below()
    start, end = root.start, line_end(text, below[-1].end if below else root.end)
    words = text[start + len(root.line.marker) : end].lstrip(" \t")
    newline = newline_of(text)
    return newline.join(row.removeprefix(indent) for row in words.split(newline))
