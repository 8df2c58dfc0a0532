"""The changes between two debates whose elements have been paired."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.comparing.change_kinds import (
    Added,
    DataChanged,
    DebateChange,
    KindChanged,
    Moved,
    Removed,
    Renamed,
    Retagged,
    Reworded,
    ScriptChanged,
    SectionAdded,
    SectionMoved,
    SectionRemoved,
    SectionRenamed,
    SettingsChanged,
    SourceChanged,
)
from argmap.comparing.relation_comparison import relation_changes
from argmap.comparing.step_changes import step_changes
from argmap.comparing.things_by_name import Facts, NamedDebate, in_common_names, other_titles
from argmap.comparing.word_changes import differing_paths, word_changes
from argmap.model import Argument, Debate, Element, ElementRef, Evidence, MarkKind, Section
from argmap.model.sameness.fact_words import source_words
from argmap.model.stated import canonical

Pairs = tuple[tuple[ElementRef, ElementRef], ...]
SectionPairs = tuple[tuple[str, str], ...]
_TEXT = ("wordings", "text")


def changes_between(old: Debate, new: Debate, pairs: Pairs, sections: SectionPairs) -> Iterator[DebateChange]:
    """Yield the changes between two debates whose pairs are the same: elements, relations, then the rest.

    Elements come in the order of the new debate, then those that are gone; another order is not a change.
    """
    first, second = in_common_names(old, new, pairs, sections)
    before, after = first.facts(other_titles(pairs)), second.facts({})
    partners = {new_ref: old_ref for old_ref, new_ref in pairs}
    for element in new:
        if element.ref in partners:
            name = second.names[element.ref]
            facts = before.get(name, {}), after.get(name, {})
            yield from _of_element(first, second, old[partners[element.ref]], element, facts)
        elif second.names[element.ref] in after:
            yield Added(None, element)
    paired = {old_ref for old_ref, _ in pairs}
    for element in old:
        if element.ref not in paired and first.names[element.ref] in before:
            yield Removed(element, None)
    yield from relation_changes(first, second)
    yield from _of_sections(first, second, sections, before, after)
    yield from _of_the_whole(old, new, before, after)


def _of_element(
    first: NamedDebate,
    second: NamedDebate,
    old: Element,
    new: Element,
    facts: tuple[Mapping[str, object], Mapping[str, object]],
) -> Iterator[DebateChange]:
    before, after = facts
    differing = {word for word in {*before, *after} if before.get(word) != after.get(word)}
    is_other_kind = type(old) is not type(new)
    if is_other_kind:
        yield KindChanged(old, new)
        differing &= {*_TEXT, "tags", "section"}
    if _title(old) != _title(new):
        yield Renamed(old, new)
    if differing.intersection(_TEXT) and not ("tags" in differing and _untagged(old) == _untagged(new)):
        yield Reworded(old, new, word_changes(_all_wordings(old), _all_wordings(new)))
    if "tags" in differing:
        yield Retagged(old, new)
    if differing & {"data", "fields"}:
        paths = {*differing_paths(old.data, new.data), *_field_paths(old, new)} - {"source"}
        yield DataChanged(old, new, tuple(sorted(paths)))
    if "sources" in differing:
        yield SourceChanged(old, new)
    if "section" in differing:
        yield Moved(old, new, (_section(first, old), _section(second, new)))
    has_other_steps = "steps" in differing or any(word.startswith("inference ") for word in differing)
    if has_other_steps and isinstance(old, Argument) and isinstance(new, Argument):
        yield ScriptChanged(old, new, tuple(step_changes(first, second, old, new)))


def _title(element: Element) -> str | None:
    return None if element.is_untitled else element.title


def _all_wordings(element: Element) -> str:
    """Return all wordings of an element, the one that counts last."""
    chosen = canonical(element.places)
    wordings = (place.text.strip() for place in element.places if place.text and place is not chosen)
    return "\n".join((*sorted({*wordings} - {element.text}), (element.text or "").strip()))


def _untagged(element: Element) -> list[str]:
    """Return the wordings of an element without the tags in them."""
    wordings = []
    for place in element.places:
        text = place.text or ""
        for mark in sorted(place.marks, key=lambda mark: -mark.start):
            if mark.kind is MarkKind.TAG:
                text = text[: mark.start] + text[mark.end :]
        wordings.append(" ".join(text.split()))
    return sorted({*wordings})


def _field_paths(old: Element, new: Element) -> Iterator[str]:
    if isinstance(old, Evidence) and isinstance(new, Evidence):
        for name in ("kind", "quote", "locator", "reliability"):
            if getattr(old, name) != getattr(new, name):
                yield name


def _section(named: NamedDebate, element: Element) -> str:
    return next((section.title for section in named.debate.sections if section.id == element.section), "")


def _of_sections(
    first: NamedDebate, second: NamedDebate, pairs: SectionPairs, before: Facts, after: Facts
) -> Iterator[DebateChange]:
    olds = {section.id: section for section in first.debate.sections}
    partners = {new_id: old_id for old_id, new_id in pairs}
    for section in second.debate.sections:
        if section.id not in partners:
            yield SectionAdded(None, section)
            continue
        old = olds.pop(partners[section.id])
        name = f"section {second.sections[section.id]}"
        yield from _of_section(first, second, old, section, (before.get(name, {}), after.get(name, {})))
    yield from (SectionRemoved(section, None) for section in olds.values())


def _of_section(
    first: NamedDebate,
    second: NamedDebate,
    old: Section,
    new: Section,
    facts: tuple[Mapping[str, object], Mapping[str, object]],
) -> Iterator[DebateChange]:
    differing = {word for word in {*facts[0], *facts[1]} if facts[0].get(word) != facts[1].get(word)}
    if old.title.strip() != new.title.strip():
        yield SectionRenamed(old, new)
    if first.sections[old.parent] != second.sections[new.parent] or "level" in differing:
        yield SectionMoved(old, new)
    if "tags" in differing:
        yield Retagged(old, new)
    if differing & {"data", "boxes"}:
        yield DataChanged(old, new, differing_paths(old.data, new.data))


def _of_the_whole(old: Debate, new: Debate, before: Facts, after: Facts) -> Iterator[DebateChange]:
    facts = before.get("debate", {}), after.get("debate", {})
    keys = dict.fromkeys((*new.sources, *old.sources))
    for key in keys:
        sources = old.sources.get(key), new.sources.get(key)
        words = [source and source_words(source) for source in sources]
        if words[0] != words[1]:
            yield SourceChanged(*sources)
    if facts[0].get("metadata") != facts[1].get("metadata"):
        yield SettingsChanged(old, new, differing_paths(old.metadata, new.metadata))
