"""The canonical layout of a text, of some of its blocks, and of a line that was just begun."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from argmap.api.documents import Document
from argmap.editing.names.placed_block import PlacedBlock
from argmap.fences.rewriting import rewritten_stretches
from argmap.formatting.formatter import formatted
from argmap.formatting.piece_edits import layout_edits, replaced_lines
from argmap.lsp.features.shape.text_shape import blocks_of_text
from argmap.syntax import Element, Kind
from argmap.syntax.operators import OPERATORS
from argmap.text import Edit, Span

_INDENT = re.compile(r"[ \t]*")
_NUMBER = re.compile(r"\(([PC]?)([0-9]{0,9})\)")
# How far back a structure is looked for.
_NEAR = 10_000
_LINE_END = re.compile(r"\r\n|\n|\r")


def layout_of_document(document: Document) -> tuple[Edit, ...]:
    r"""Return the edits that give a text, or the fences of a page, canonical layout.

    >>> import argmap
    >>> text = "[A]:   It rains.\n   +  <B>"
    >>> argmap.edits.apply(text, layout_of_document(argmap.parse(text))) == argmap.format_text(text)
    True
    """
    if document._documents is None and document.fence is None:
        return layout_edits(document.text, tree=document.tree)
    stretches = rewritten_stretches(document.text, _laid_out, path=document.path)
    return tuple(
        edit
        for start, end, replacement in stretches
        for edit in replaced_lines(document.text, start, end, replacement)
    )


def _laid_out(text: str, margin: int) -> str:
    return formatted(text)


def layout_of_blocks(document: Document, span: Span) -> tuple[Edit, ...]:
    """Return the edits that lay out the blocks that a stretch touches, and what is between them.

    >>> import argmap
    >>> document = argmap.parse("[A]:  a\\n\\n[B]:  b\\n\\n[C]:  c")
    >>> [edit.span[:2] for edit in layout_of_blocks(document, Span(13, 14))]
    [(14, 15)]
    """
    return layout_edits(document.text, within=span[:2], tree=document.tree)


def layout_of_new_line(document: Document, offset: int) -> tuple[Edit, ...]:
    r"""Return the edits of a line that was just begun, given an offset in its indentation.

    Below a premise or an inference line it gets the next number, and below a relation the same indentation. A
    line that is not empty stays as it is, and so does one below an empty line.

    >>> import argmap
    >>> document = argmap.parse("<B>\n\n(1) It rains.\n")
    >>> [edit.replacement for edit in layout_of_new_line(document, 19)]
    ['(2) ']
    """
    text = document.text
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    indent = _INDENT.match(text, start)
    assert indent is not None, "it may be empty"
    line_end = _LINE_END.search(text, indent.end())
    if not start or indent.end() != (line_end.start() if line_end else len(text)):
        return ()
    beginning = _beginning(document, start)
    if beginning is None or beginning == indent[0]:
        return ()
    return (Edit(Span(*indent.span()), beginning),)


def _beginning(document: Document, start: int) -> str | None:
    """Return what the line at an offset should begin with, None if nothing determines that."""
    before = start - 2 if document.text.startswith("\r\n", start - 2) else start - 1
    above = max(document.text.rfind("\n", 0, before), document.text.rfind("\r", 0, before)) + 1
    frontmatter = document.tree.frontmatter
    if not document.text[above:before].strip() or (frontmatter and before < frontmatter[0][1]):
        return None
    blocks = blocks_of_text(document, Span(max(0, before - _NEAR), before))
    block = blocks[-1] if blocks else None
    line = block and _line_at(block, before - block.block.start)
    if block is None or line is None or _is_in_data_or_comment(block, line, before - block.block.start):
        return None
    return _below(blocks, line, document.text)


def _line_at(block: PlacedBlock, offset: int) -> Element | None:
    """Return the element whose last line an offset of its block is in."""
    lines = [line for line in block.names.lines if line.start < offset]
    is_near = bool(lines) and "\n" not in block.block.text[lines[-1].end : offset]
    return lines[-1] if is_near else None


def _is_in_data_or_comment(block: PlacedBlock, line: Element, offset: int) -> bool:
    return any(start < offset < end for start, end in (*line.data, *block.block.comments))


def _below(blocks: Sequence[PlacedBlock], line: Element, text: str) -> str | None:
    if line.kind is Kind.INFERENCE:
        return _next_number(blocks, line, is_conclusion=True)
    if _NUMBER.fullmatch(line.marker):
        # Whoever leaves a number without a text has finished the list.
        is_empty = line.title is None and (line.content is None or line.content[0] == line.content[1])
        return None if is_empty else _next_number(blocks, line, is_conclusion=False)
    if line.marker in OPERATORS:
        start = blocks[-1].block.start + line.start
        beginning = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
        indent = _INDENT.match(text, beginning)
        return indent[0] if indent else None
    return None


def _next_number(blocks: Sequence[PlacedBlock], line: Element, *, is_conclusion: bool) -> str:
    """Return the number after those of the steps up to a line of the last block, counting as these do."""
    numbers = [_NUMBER.fullmatch(marker) for marker in _markers(blocks, line)]
    steps = [(match[1], int(match[2] or 0)) for match in numbers if match]
    # Some number premises P1, P2, … and conclusions C1, C2, …
    letter = "" if not any(name for name, _ in steps) else "C" if is_conclusion else "P"
    highest = max((number for name, number in steps if name == letter), default=0)
    return f"({letter}{highest + 1}) "


def _markers(blocks: Sequence[PlacedBlock], line: Element) -> Iterator[str]:
    """Yield what the steps up to a line begin with, back to where their structure begins."""
    lines: Sequence[Element] = [each for each in blocks[-1].names.lines if each.start <= line.start]
    for block in (*reversed(blocks[:-1]), None):
        yield from (each.marker for each in lines)
        is_part = all(
            _NUMBER.fullmatch(each.marker) or each.kind is Kind.INFERENCE or each.depth for each in lines
        )
        if block is None or not is_part:
            return
        lines = block.names.lines
