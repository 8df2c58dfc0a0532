"""The edit that gives a title to something without one."""

from __future__ import annotations

from argmap.editing.names.name_index import NameIndex
from argmap.editing.new_titles import check_free, titled
from argmap.editing.rereading import by_order, debate_after, sayings
from argmap.editing.stated_lines import StatedLine, home_of, line_start, newline_of
from argmap.model import ArgumentRef, InferenceRef
from argmap.model.lookup import reference_to
from argmap.text import Edit, Span


def give_title(names: NameIndex, thing: object, title: str) -> tuple[Edit, ...]:
    """Return the edits that give an untitled claim or argument a title.

    Raises:
        LookupError: the debate has no such thing.
        ValueError: it has a title, or the new one is taken or cannot be written here.
    """
    debate = names.debate
    ref = reference_to(debate, thing)
    if isinstance(ref, InferenceRef):
        raise ValueError(f"{ref} is an inference, which has the title of its argument")
    if not debate[ref].is_untitled:
        raise ValueError(f"{ref} has a title already; rename it")
    new = titled(ref, title)
    check_free(names, new)
    edit = (
        _before_structure(names, ref, str(new))
        if isinstance(ref, ArgumentRef)
        else _before_text(home_of(names, ref), str(new))
    )
    later = debate_after(names, [edit])
    before, after = sayings(debate, by_order(debate)), sayings(later, by_order(later))
    expected = {**before.titles, by_order(debate)[ref]: new.title}
    if after.titles != expected or after.all_but_titles != before.all_but_titles:
        raise ValueError(f"the title {new} cannot be written here without changing what else is said")
    return names.outer([edit])


def _before_text(line: StatedLine, written: str) -> Edit:
    shift = line.block.block.start
    details = (line.line.content, *line.line.tags, *line.line.data)
    places = [place[0] for place in details if place is not None]
    start = min(places) + shift if places else line.end
    # Without a text, a title is a reference and needs no colon.
    written = f"{written}: " if line.line.content else f" {written} " if not places else f"{written} "
    return Edit(Span(start, start, line.block.page.path), written)


def _before_structure(names: NameIndex, ref: ArgumentRef, written: str) -> Edit:
    span = names.debate[ref].span
    if span is None:
        raise ValueError(f"no line of this text states {ref}")
    text = names.pages[span.path].text
    start = line_start(text, span.start)
    return Edit(Span(start, start, span.path), f"{written}{newline_of(text) * 2}")
