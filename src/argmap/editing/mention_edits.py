"""Edits that turn a mention in a text into a separate line, and such a line into a mention."""

from __future__ import annotations

from argmap.editing.names.name_index import NameIndex
from argmap.editing.names.occurrence import Occurrence, Use
from argmap.editing.rereading import by_title, debate_after, sayings
from argmap.editing.stated_lines import (
    StatedLine,
    behind_line_end,
    below_edit,
    line_at,
    line_end,
    line_start,
)
from argmap.model import ArgumentRef, ClaimRef, EvidenceRef
from argmap.syntax import Kind
from argmap.syntax.operators import OPERATORS
from argmap.text import Edit, Span
from argmap.writing.escaping import markup_of


def mention_to_line(names: NameIndex, mention: Occurrence) -> tuple[Edit, ...]:
    """Return the edits that turn what a text mentions into a reason on a separate line below that text.

    The text keeps the title of what it mentioned.

    Raises:
        LookupError: no line states something there.
        ValueError: it does not mention anything that can be a reason, or the line cannot be written.
    """
    ref = mention.ref
    if mention.use is not Use.MENTION or not isinstance(ref, ClaimRef | EvidenceRef | ArgumentRef):
        raise ValueError("only a mention of a claim, evidence or an argument can become a line")
    line = line_at(names, mention.span.start, mention.span.path)
    words = markup_of(ref.title, (), names.reading.gathered.contents.inline)
    edits = [Edit(mention.span, words), below_edit(line, f"+ {ref}")]
    return _checked(names, edits)


def line_to_mention(names: NameIndex, reference: Occurrence) -> tuple[Edit, ...]:
    """Return the edits that turn a line which only refers to something into a mention in the text above it.

    Raises:
        LookupError: no line states something there.
        ValueError: the line does more than refer, or no text is above it.
    """
    line = line_at(names, reference.span.start, reference.span.path)
    element = line.line
    is_bare = element.is_reference and not (element.content or element.tags or element.data)
    if element.marker not in OPERATORS or not is_bare or line.below():
        raise ValueError("only a relation that refers to something can become a mention")
    above = next(
        (
            StatedLine(line.block, number, other)
            for number, other in reversed(list(enumerate(line.block.names.lines[: line.number])))
            if other.depth < element.depth
        ),
        None,
    )
    if above is None or above.line.content is None or above.line.kind in (Kind.HEADING, Kind.INFERENCE):
        raise ValueError("no text is above this line that could mention it")
    text, path = line.text, reference.span.path
    start, end = line_start(text, line.start), line_end(text, line.end)
    # The line is removed with its line end; the last line of a text, with the end of the line before.
    behind = behind_line_end(text, end)
    gone = Span(start, behind, path) if behind > end else Span(_end_before(text, start), end, path)
    place = above.block.block.start + above.line.content[1]
    return _checked(names, [Edit(Span(place, place, path), f" @{reference.ref}"), Edit(gone, "")])


def _end_before(text: str, start: int) -> int:
    """Return where the previous line ends, given where a line begins."""
    return len(text[:start].removesuffix("\n").removesuffix("\r")) if start else 0


def _checked(names: NameIndex, edits: list[Edit]) -> tuple[Edit, ...]:
    """Return edits that change one text and one relation; raise if they change more."""
    later = debate_after(names, edits)
    before, after = sayings(names.debate, by_title(names.debate)), sayings(later, by_title(later))
    changed = [place for place, parts in after.elements.items() if before.elements.get(place) != parts]
    relations = before.relations ^ after.relations
    is_same = before.elements.keys() == after.elements.keys() and before.rest == after.rest
    if not is_same or len(changed) != 1 or len(relations) > 1:
        raise ValueError("this cannot be written here without changing what else is said")
    return names.outer(edits)
