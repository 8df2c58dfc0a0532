"""Sections as headings can say them: each behind the one around it, with levels that grow inwards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from attrs import evolve

from argmap.data import FrozenDict
from argmap.model import Debate, Mark, MarkKind, Section
from argmap.syntax import Kind
from argmap.writing.escaping import tag_markup
from argmap.writing.writable.word_forms import WordForms

_REMOVES = "removeTagsFromText"
_FIELDS = {"isGroup": "is_group", "isClosed": "is_closed"}


def removing_tags(debate: Debate) -> Debate:
    """Return a debate whose metadata remove tags from texts if those of headings can only be written so.

    They do not if tags are marked in a text.
    """
    texts = (mark.kind for element in debate.elements for place in element.places for mark in place.marks)
    titles = (mark.kind for section in debate.sections for mark in section.marks)
    is_marked = MarkKind.TAG in (*texts, *titles)
    has_tags = any(section.tags for section in debate.sections)
    model = debate.metadata.get("model")
    settings = dict(model) if isinstance(model, FrozenDict) else {}
    if is_marked and settings.get(_REMOVES):
        del settings[_REMOVES]
    elif has_tags and not is_marked and not settings.get(_REMOVES):
        settings[_REMOVES] = True
    else:
        return debate
    return evolve(debate, metadata=FrozenDict({**debate.metadata, "model": FrozenDict(settings)}))


def writable_sections(sections: Iterable[Section], words: WordForms) -> tuple[Section, ...]:
    """Return sections that can be written, under the same ids."""
    by_id = {section.id: section for section in sections}
    ordered = tuple(by_id.values())
    if not _is_in_order(ordered):
        ordered = tuple(_outline(ordered))
    return tuple(_section(section, words) for section in ordered)


def _is_in_order(sections: tuple[Section, ...]) -> bool:
    """Return whether levels alone say which section is in which."""
    above: list[Section] = []
    for section in sections:
        while above and above[-1].level >= section.level:
            above.pop()
        if section.level < 1 or section.parent != (above[-1].id if above else None):
            return False
        above.append(section)
    return True


def _outline(sections: tuple[Section, ...]) -> Iterator[Section]:
    known = {section.id for section in sections}
    below: defaultdict[str | None, list[Section]] = defaultdict(list)
    for section in sections:
        below[section.parent if section.parent in known else None].append(section)
    waiting = [(section, 1) for section in reversed(below[None])]
    done: set[str] = set()
    while waiting:
        section, level = waiting.pop()
        done.add(section.id)
        yield evolve(section, level=level, parent=section.parent if section.parent in known else None)
        waiting += [(inner, level + 1) for inner in reversed(below[section.id])]
    # Sections that are in each other are in none.
    yield from (evolve(section, level=1, parent=None) for section in sections if section.id not in done)


def _section(section: Section, words: WordForms) -> Section:
    title, marks = words.text(section.title, section.marks, kind=Kind.HEADING)
    title = title or ""
    tags = words.tags(section.tags)
    marked = {mark.target for mark in marks if mark.kind is MarkKind.TAG}
    # Tags alone are no heading.
    title = title or ("Section" if tags else "")
    if not words.reader.remove_tags:
        # In a heading tags are part of the title.
        for tag in tags:
            if tag not in marked:
                start = len(title) + 1
                title = f"{title} {tag_markup(tag)}"
                marks = (*marks, Mark(MarkKind.TAG, start, len(title), tag))
    fields = {key: getattr(section, name) for key, name in _FIELDS.items()}
    missing = {
        key: value
        for key, value in fields.items()
        if value is not None and (section.data.get(key) is None or bool(section.data.get(key)) != value)
    }
    data = words.data(FrozenDict({**section.data, **missing}) if missing else section.data)
    new = evolve(section, title=title, marks=marks, tags=tags, data=data)
    return section if new == section else new
