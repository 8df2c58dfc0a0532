"""The edits that remove a premise-conclusion structure from a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from itertools import groupby

from attrs import frozen

from argmap.editing.names.name_index import NameIndex
from argmap.editing.stated_lines import (
    StatedLine,
    behind_line_end,
    line_end,
    line_start,
    newline_of,
    promoted,
    repeats,
)
from argmap.model import Argument, Debate, ElementRef, Ref
from argmap.model.reference import ClaimRef
from argmap.text import Edit, Span


@frozen
class RemovedStructure:
    """The lines of the structure of an argument, and the steps that nothing else needs."""

    lines: tuple[StatedLine, ...] = ()
    own_steps: frozenset[ElementRef] = frozenset()


def structure_of(names: NameIndex, argument: Argument) -> RemovedStructure:
    """Return the lines of an argument's structure in reading order: its steps and inferences."""
    spans = [step.span for step in argument.steps] + [inference.span for inference in argument.inferences]
    starts = {(span.path, span.start) for span in spans if span}
    lines = tuple(
        StatedLine(block, number, line)
        for block in names.blocks
        for number, line in enumerate(block.names.lines)
        if (block.page.path, block.block.start + line.start) in starts
    )
    return RemovedStructure(lines, frozenset(_own_steps(names.debate, argument, lines)))


def _own_steps(debate: Debate, argument: Argument, lines: Iterable[StatedLine]) -> Iterator[ElementRef]:
    """Yield the untitled claims in steps below which nothing is written."""
    bare = {(line.block.page.path, line.start) for line in lines if not line.below()}
    for ref, step in zip(argument.step_refs, argument.steps, strict=True):
        is_bare = step.span is not None and (step.span.path, step.span.start) in bare
        if is_bare and isinstance(ref, ClaimRef) and debate.claims[ref.title].is_untitled:
            yield ref


def structure_edits(
    structure: RemovedStructure, removed: Set[ElementRef], others: Set[Ref]
) -> Iterator[Edit]:
    """Yield the edits that remove the lines of a structure: what they state besides becomes blocks.

    `others` are also stated elsewhere, and need no blocks.
    """
    for _, group in groupby(structure.lines, key=lambda line: id(line.block)):
        lines = list(group)
        kept: list[str] = []
        for line in lines:
            if _is_kept(line, others):
                kept.append(promoted(line))
            else:
                below = line.below()
                roots = (each for each in below if each.line.depth == line.line.depth + 1)
                kept += (promoted(root) for root in roots if not repeats(root, removed, others))
        yield _replaced(lines, kept)


def _is_kept(line: StatedLine, others: Set[Ref]) -> bool:
    """Return whether a step says what would be lost: of a titled claim, or of one with relations."""
    if not line.line.marker.startswith("("):
        return False
    return not repeats(line, frozenset(), others) if line.line.title is not None else bool(line.below())


def _replaced(lines: list[StatedLine], kept: list[str]) -> Edit:
    """Return the edit that replaces the lines of a structure in one block by blocks."""
    first, last = lines[0], lines[-1]
    text, path, block = first.text, first.block.page.path, first.block.block
    newline = newline_of(text)
    below = last.below()
    start = line_start(text, first.start)
    end = line_end(text, below[-1].end if below else last.end)
    block_end = line_end(text, block.start + len(block.text))
    if kept:
        blocks = (newline * 2).join(kept)
        before = newline if first.number else ""
        return Edit(Span(start, end, path), before + blocks + (newline if end < block_end else ""))
    behind = behind_line_end(text, end)
    if first.number == 0 and end >= block_end and not text[behind : line_end(text, behind)].strip():
        # One of the blank lines around a block stays.
        behind = behind_line_end(text, line_end(text, behind))
    return Edit(Span(start, behind, path), "")
