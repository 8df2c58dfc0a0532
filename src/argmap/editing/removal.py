"""The edits that remove something from a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from argmap.editing.names.name_index import NameIndex
from argmap.editing.names.occurrence import Use
from argmap.editing.names.text_names import REFS
from argmap.editing.rereading import Place, by_title, debate_after, sayings
from argmap.editing.stated_lines import (
    StatedLine,
    behind_line_end,
    line_end,
    line_start,
    lines_of,
    newline_of,
    promoted,
    repeats,
)
from argmap.editing.structure_removal import RemovedStructure, structure_edits, structure_of
from argmap.model import Argument, ElementRef, InferenceRef, Ref
from argmap.model.lookup import reference_to
from argmap.text import Edit, Span


def remove(names: NameIndex, thing: object) -> tuple[Edit, ...]:
    """Return the edits that remove an element with its relations; what is below it is kept.

    An argument's premise-conclusion structure is removed with it, and so are steps that have no title and
    that nothing supports or attacks; claims with titles stay.

    Raises:
        LookupError: the debate has no such element.
        ValueError: it is used in a structure of something else, or named elsewhere.
    """
    ref = reference_to(names.debate, thing)
    if isinstance(ref, InferenceRef):
        raise ValueError(f"{ref} is part of an argument; remove that")
    element = names.debate[ref]
    lines = list(lines_of(names, ref))
    _check(names, ref, lines)
    structure = structure_of(names, element) if isinstance(element, Argument) else RemovedStructure()
    removed = {ref, *structure.own_steps}
    others = _stated_elsewhere(names, {id(line.line) for line in (*lines, *structure.lines)})
    edits = [edit for line in lines for edit in _removed(line, removed, others)]
    edits += structure_edits(structure, removed, others)
    debate = names.debate
    before = sayings(debate, by_title(debate, removed))
    later = debate_after(names, edits)
    after = sayings(later, by_title(later))
    elements = {place: said for place, said in before.elements.items() if place not in removed}
    relations = {relation for relation in before.relations if not _is_about(relation, removed)}
    is_same = elements == after.elements and relations == after.relations
    if not is_same or any(before.rest[name] != after.rest[name] for name in ("sections", "metadata")):
        raise ValueError(f"{ref} cannot be removed without changing what else is said")
    return names.outer(edits)


def _check(names: NameIndex, ref: ElementRef, lines: Iterable[StatedLine]) -> None:
    step = next((line for line in lines if line.line.marker[:1] == "("), None)
    if step is not None:
        place = Span(step.start, step.end, step.block.page.path)
        raise ValueError(f"{ref} is part of a structure, in {names.shown(place)}")
    named = (
        place for place in names.inner(ref) if place.use not in (Use.DEFINITION, Use.REFERENCE, Use.POSITION)
    )
    if (place_of := next(named, None)) is not None:
        raise ValueError(f"{ref} is named in {names.shown(place_of.span)}")


def _is_about(relation: tuple[str, Place, Place], removed: Set[ElementRef]) -> bool:
    """Return whether what is removed, or an inference of it, is an end of a relation."""
    ends = (end[1] if isinstance(end, tuple) and end[0] == "inference" else end for end in relation[1:])
    return not removed.isdisjoint(ends)


def _stated_elsewhere(names: NameIndex, removed: Set[int]) -> Set[Ref]:
    """Return what is stated by lines that stay and are more than references below something."""
    return {
        REFS[line.kind](line.title)
        for block in names.blocks
        for line in block.names.lines
        if line.title is not None and line.kind in REFS and id(line) not in removed
        if not (line.is_reference and line.depth)
    }


def _removed(line: StatedLine, removed: Set[ElementRef], others: Set[Ref]) -> Iterator[Edit]:
    text, path, block = line.text, line.block.page.path, line.block.block
    below = line.below()
    roots = [each for each in below if each.line.depth == line.line.depth + 1]
    kept = [promoted(root) for root in roots if not repeats(root, removed, others)]
    newline = newline_of(text)
    blocks = (newline * 2).join(kept)
    start, end = line_start(text, line.start), line_end(text, below[-1].end if below else line.end)
    block_end = line_end(text, block.start + len(block.text))
    if kept and end >= block_end:
        yield Edit(Span(start, end, path), blocks if line.number == 0 else newline + blocks)
        return
    behind = behind_line_end(text, end)
    if line.number == 0 and end >= block_end and not text[behind : line_end(text, behind)].strip():
        # One of the blank lines around a block stays.
        behind = behind_line_end(text, line_end(text, behind))
    yield Edit(Span(start, behind, path), "")
    if kept:
        yield Edit(Span(block_end, block_end, path), newline * 2 + blocks)
