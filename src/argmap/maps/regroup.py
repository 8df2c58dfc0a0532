"""Groups from settings in place of the headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from attrs import evolve

from argmap.data import FrozenDict, Value
from argmap.model import Argument, Claim, Debate, Evidence, Question, Section

ElementT = TypeVar("ElementT", Claim, Evidence, Question, Argument)
Entry = Mapping[str, Value]


def regroup(debate: Debate, entries: Iterable[Entry]) -> Debate:
    """Return the debate with these groups as its sections; without entries nothing changes.

    An entry has a `title` and may have `tags`, `isClosed`, `statements` and `arguments` (titles;
    evidence with or without `^`, unknown ones count for nothing) and `children`, entries again. Only
    what is listed is in a section, in the last that lists it. Ids are s0, s1, … from the top down.
    """
    described = tuple(_walk(entries))
    if not described:
        return debate
    statements = _listed(described, "statements")
    evidence, questions = (
        {title.removeprefix(sign): section for title, section in statements.items()} for sign in "^?"
    )
    return evolve(
        debate,
        sections=tuple(section for section, _ in described),
        claims=_moved(debate.claims, statements),
        evidence=_moved(debate.evidence, evidence),
        questions=_moved(debate.questions, questions),
        arguments=_moved(debate.arguments, _listed(described, "arguments")),
    )


def _walk(entries: Iterable[Entry]) -> Iterator[tuple[Section, Entry]]:
    """Yield the sections with their entries, each before its children."""
    waiting: list[tuple[Entry, Section | None]] = [(entry, None) for entry in reversed(tuple(entries))]
    number = 0
    while waiting:
        entry, parent = waiting.pop()
        section = _section(entry, f"s{number}", parent)
        number += 1
        yield section, entry
        children = [child for child in _items(entry, "children") if isinstance(child, Mapping)]
        waiting.extend((child, section) for child in reversed(children))


def _section(entry: Entry, id: str, parent: Section | None) -> Section:
    title = entry.get("title")
    return Section(
        id=id,
        title="" if title is None else str(title),
        level=parent.level + 1 if parent else 1,
        parent=parent.id if parent else None,
        tags=tuple(str(tag) for tag in _items(entry, "tags")),
        is_group=True,
        is_closed=bool(entry["isClosed"]) if entry.get("isClosed") is not None else None,
    )


def _listed(described: Iterable[tuple[Section, Entry]], kind: str) -> dict[str, str]:
    return {str(title): section.id for section, entry in described for title in _items(entry, kind)}


def _items(entry: Entry, key: str) -> tuple[Value, ...]:
    value = entry.get(key)
    return value if isinstance(value, tuple) else ()


def _moved(elements: Mapping[str, ElementT], sections: Mapping[str, str]) -> FrozenDict[str, ElementT]:
    return FrozenDict(
        {title: evolve(element, section=sections.get(title)) for title, element in elements.items()}
    )
