"""What the parts of a text are, for editors that colour by meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from attrs import frozen

from argmap.api.documents import Document
from argmap.data.blocks import data_locations
from argmap.data.garbage import paused_collector
from argmap.editing.names.occurrence import NameRef, Use
from argmap.editing.names.placed_block import PlacedBlock
from argmap.lsp.features.shape.text_shape import blocks_of_text
from argmap.lsp.features.shape.token_kinds import TokenKind, TokenModifier
from argmap.model import ArgumentRef, ClaimRef, EvidenceRef, QuestionRef
from argmap.model.reference import SchemeRef, SectionRef, SourceRef, TagRef
from argmap.named_tuples import NamedTuple
from argmap.syntax import Element, Include, Kind
from argmap.syntax.operators import OPERATORS
from argmap.syntax.tree import Range
from argmap.text import Span

_LINE_END = re.compile(r"\r\n|\n|\r")
_KNOWN_DATA = 4096
_SIZE = 5


@frozen
class MeaningToken:
    """A stretch of one line, and what it is; `modifier` says more if there is more to say."""

    span: Span
    kind: TokenKind
    modifier: TokenModifier | None = None


@frozen
class TokenEdit:
    """A change of a list of numbers: how many to remove at an index, and what to insert there."""

    start: int
    removed: int
    inserted: tuple[int, ...]


class _Paint(NamedTuple):
    """A token that may span several lines, and that others may cover in part."""

    start: int
    end: int
    kind: TokenKind
    modifier: TokenModifier | None = None


_KINDS: dict[type, TokenKind] = {
    ClaimRef: TokenKind.CLAIM,
    EvidenceRef: TokenKind.EVIDENCE,
    QuestionRef: TokenKind.QUESTION,
    ArgumentRef: TokenKind.ARGUMENT,
    TagRef: TokenKind.TAG,
    SectionRef: TokenKind.HEADING,
    SourceRef: TokenKind.SOURCE,
    SchemeRef: TokenKind.RULE,
}
_USES = {
    Use.DEFINITION: TokenModifier.DEFINITION,
    Use.REFERENCE: TokenModifier.REFERENCE,
    Use.MENTION: TokenModifier.MENTION,
    Use.DATA: TokenModifier.MENTION,
    Use.SETTING: TokenModifier.MENTION,
}
_RELATIONS = {
    "support": TokenModifier.SUPPORT,
    "attack": TokenModifier.ATTACK,
    "undercut": TokenModifier.UNDERCUT,
    "contradictory": TokenModifier.CONTRADICTION,
}


def tokens(document: Document, span: Span | None = None) -> tuple[MeaningToken, ...]:
    r"""Return the tokens of a document's own text, or those in the blocks that a stretch of it touches.

    They are in order of the text, none overlaps another, and none has a line end in it.

    >>> import argmap
    >>> text = "[Sun]: It shines.\n  + <Forecast>: See @[Sun]. #crux"
    >>> for token in tokens(argmap.parse(text)):
    ...     print(text[token.span.start : token.span.end], token.kind.value, token.modifier.value)
    [Sun] claim definition
    + operator support
    <Forecast> argument definition
    @[Sun] claim mention
    #crux tag reference
    """
    whole = span or Span(0, len(document.text))
    with paused_collector():
        paints = sorted(_paints(document, whole), key=_place)
        return tuple(_in_lines(document.text, _uncovered(paints)))


def token_edits(before: Sequence[int], after: Sequence[int]) -> tuple[TokenEdit, ...]:
    """Return the change that turns one list of encoded tokens, five numbers each, into another.

    >>> token_edits([0, 0, 1, 0, 0], [0, 0, 1, 0, 0, 1, 2, 3, 0, 0])
    (TokenEdit(start=5, removed=0, inserted=(1, 2, 3, 0, 0)),)
    """
    shorter = min(len(before), len(after))
    same = next((place for place in range(shorter) if before[place] != after[place]), shorter)
    # Whole tokens: some programs count on that.
    same -= same % _SIZE
    behind = 0
    while behind < shorter - same and before[-1 - behind] == after[-1 - behind]:
        behind += 1
    behind -= behind % _SIZE
    removed, inserted = len(before) - same - behind, tuple(after[same : len(after) - behind])
    return (TokenEdit(same, removed, inserted),) if removed or inserted else ()


def _place(paint: _Paint) -> tuple[int, int]:
    return paint.start, -paint.end


def _paints(document: Document, span: Span) -> Iterator[_Paint]:
    tree = document.tree
    names = document._names
    if names is None:
        return
    if tree.frontmatter and span.start <= tree.frontmatter[0][1]:
        for path, pair in names.page.frontmatter_locations.items():
            if isinstance(path[-1], str):
                yield _Paint(pair.key.start, pair.key.end, TokenKind.KEY)
        for name in names.within(Span(*tree.frontmatter[0])):
            yield from _named(name.ref, name.use, name.span)
    for part in tree.parts:
        if isinstance(part, Include) and part.start <= span.end and span.start <= part.end:
            yield _Paint(part.start, part.end, TokenKind.INCLUDE)
    block_form = document.settings.data.switch_to_block_format_if_multiline
    for block in blocks_of_text(document, span):
        yield from _in_block(document.text, block, block_form=block_form)
    for start, end in tree.comments:
        if start <= span.end and span.start <= end:
            yield _Paint(start, end, TokenKind.COMMENT)


def _in_block(text: str, block: PlacedBlock, *, block_form: bool) -> Iterator[_Paint]:
    shift = block.block.start
    for name in block.names.names:
        yield from _named(name.ref, name.use, Span(name.start + shift, name.end + shift))
    for line in block.names.lines:
        yield from _marker(line, shift)
        for start, end in line.rules:
            yield _Paint(start + shift, end + shift, TokenKind.RULE)
        for start, end in line.data:
            for first, last in _keys(text[start + shift : end + shift], block_form):
                yield _Paint(first + start + shift, last + start + shift, TokenKind.KEY)
    for start, end in block.block.comments:
        yield _Paint(start + shift, end + shift, TokenKind.COMMENT)


def _named(ref: NameRef, use: Use, span: Span) -> Iterator[_Paint]:
    if use is Use.POSITION:
        yield _Paint(span.start, span.end, TokenKind.NUMBER, TokenModifier.REFERENCE)
    else:
        yield _Paint(span.start, span.end, _KINDS[type(ref)], _USES[use])


def _marker(line: Element, shift: int) -> Iterator[_Paint]:
    start = line.start + shift
    end = start + len(line.marker)
    if line.marker[:1] == "(":
        yield _Paint(start, end, TokenKind.NUMBER)
    elif line.kind is not Kind.HEADING and line.marker in OPERATORS:
        yield _Paint(start, end, TokenKind.OPERATOR, _RELATIONS[OPERATORS[line.marker].relation])


@lru_cache(maxsize=_KNOWN_DATA)
def _keys(written: str, block_form: bool) -> tuple[Range, ...]:
    """Return the places of keys by the text of their data, cached: after an edit most data are as before."""
    locations = data_locations(written, block_form=block_form)
    return tuple(pair.key[:2] for path, pair in locations.items() if isinstance(path[-1], str))


def _uncovered(paints: Iterable[_Paint]) -> Iterator[_Paint]:
    """Yield paints in order of the text, without what others cover that begin later or are shorter."""
    below: list[_Paint] = []
    position = 0
    for paint in paints:
        while below and below[-1].end <= paint.start:
            top = below.pop()
            yield top._replace(start=max(top.start, position))
            position = max(position, top.end)
        if below:
            yield below[-1]._replace(start=max(below[-1].start, position), end=paint.start)
        position = max(position, paint.start)
        below.append(paint)
    while below:
        top = below.pop()
        yield top._replace(start=max(top.start, position))
        position = max(position, top.end)


def _in_lines(text: str, paints: Iterable[_Paint]) -> Iterator[MeaningToken]:
    """Yield tokens; a paint that spans several lines gives one for each line."""
    for start, end, kind, modifier in paints:
        while start < end:
            line_end = _LINE_END.search(text, start, end)
            stop = line_end.start() if line_end else end
            if start < stop:
                yield MeaningToken(Span(start, stop), kind, modifier)
            start = line_end.end() if line_end else end
