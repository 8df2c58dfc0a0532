"""The edit that turns a stretch of a text into a separate claim, which the text then mentions."""

from __future__ import annotations

import re

from argmap.editing.names.name_index import NameIndex
from argmap.editing.new_titles import check_free, titled
from argmap.editing.rereading import by_title, debate_after, sayings
from argmap.editing.stated_lines import line_at, newline_of
from argmap.model import ClaimRef, NotInDebateError
from argmap.syntax import Kind
from argmap.syntax.tree import Range
from argmap.text import Edit, Span

_SPACES = re.compile(r"\s+")


def extract(names: NameIndex, span: Span, title: str) -> tuple[Edit, ...]:
    """Return the edits that turn a stretch of an element's text into a claim with a title.

    The text mentions the claim, which becomes a block below.

    Raises:
        LookupError: the stretch is not in the text of one element.
        ValueError: it is empty, or cannot be a claim; or the title is taken.
    """
    ref = titled(ClaimRef("x"), title)
    check_free(names, ref)
    line = line_at(names, span.start, span.path)
    block, text, content = line.block.block, line.text, line.line.content
    if line.line.kind is Kind.INFERENCE or content is None or not _is_within(span, content, block.start):
        raise NotInDebateError("this stretch is not in the text of one element")
    selected = text[span.start : span.end]
    words = _SPACES.sub(" ", selected.strip())
    if not words or names.has_comment(span):
        raise ValueError("a claim needs a text, and no comment in it")
    start = span.start + len(selected) - len(selected.lstrip())
    mention = Edit(Span(start, start + len(selected.strip()), span.path), f"@{ref}")
    newline = newline_of(text)
    ends = (block.start + len(block.text.rstrip()), len(text.rstrip()))
    for end in dict.fromkeys(ends):
        edits = [mention, Edit(Span(end, end, span.path), f"{newline * 2}{ref}: {words}")]
        if _is_all(names, edits, str(ref)):
            return names.outer(edits)
    raise ValueError(f"{ref} cannot be written here without changing what else is said")


def _is_within(span: Span, content: Range, shift: int) -> bool:
    return content[0] + shift <= span.start and span.end <= content[1] + shift


def _is_all(names: NameIndex, edits: list[Edit], title: str) -> bool:
    """Return whether edits change the text of one element and add a claim, and nothing else."""
    later = debate_after(names, edits)
    if title not in later:
        return False
    before, after = sayings(names.debate, by_title(names.debate)), sayings(later, by_title(later))
    changed = [place for place, parts in after.elements.items() if before.elements.get(place, parts) != parts]
    new = after.elements.keys() - before.elements.keys()
    is_kept = before.elements.keys() <= after.elements.keys() and before.relations == after.relations
    return is_kept and before.rest == after.rest and len(changed) <= 1 and len(new) == 1
