"""Joining two debates that have no common base."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from attrs import evolve

from argmap.api.documents import Document
from argmap.api.parsing import parse
from argmap.api.texts import to_text
from argmap.comparing import Changes, compare
from argmap.comparing.forms.change_words import name_of
from argmap.comparing.pairing.likeness import words_of
from argmap.comparing.united_debate import united
from argmap.data import Data, FrozenDict, Value
from argmap.data.garbage import paused_collector
from argmap.data.yaml_writer import flow_yaml
from argmap.merging.line_hunks import line_of
from argmap.merging.merge_conflict import MergeConflict
from argmap.merging.three_way import Merge
from argmap.model import (
    Argument,
    Claim,
    Debate,
    Element,
    Evidence,
    MarkKind,
    Question,
    Section,
    Statement,
    debate_of,
)
from argmap.model.sameness.fact_words import source_words
from argmap.model.stated import canonical

ElementT = TypeVar("ElementT", Claim, Evidence, Question, Argument)


def unite(first: Document | str, second: Document | str) -> Merge:
    r"""Return a text that says what two debates say that have no text in common.

    What is the same in both, as `argmap.diff` finds it, is written once, under the title that it has in the
    first, with the tags, data and sources of both. Where they say different things about it, the text says
    what the first says, and `conflicts` ask which is right, in comments after it. It is in
    canonical layout, without the comments of the two.

    >>> from argmap.merging.union import unite
    >>> print(unite("[A]: It rains.\n  + <B>", "[Rain]: It rains.\n  - [C]: c").text)
    [A]: It rains.
      + <B>
      - [C]: c
    <BLANKLINE>
    """
    one, other = (parse(each) if isinstance(each, str) else each for each in (first, second))
    debates = debate_of(one), debate_of(other)
    with paused_collector():
        debate, changes = _united(*debates)
        text = to_text(debate)
        conflicts = list(_conflicts(changes))
        for what, ours, theirs in conflicts:
            text += _asked(what, ours, theirs)
        listed = tuple(
            MergeConflict(what, ours, theirs, line_of(text, max(text.find(f"first: {what}\n"), 0)))
            for what, ours, theirs in conflicts
        )
    return Merge(text, parse(text, one.path), listed)


def _asked(what: str, ours: str, theirs: str) -> str:
    sides = [" ".join(side.split()) for side in (ours, theirs)]
    return f"\n// <<<<<<< first: {what}\n// {sides[0]}\n// ======= second\n// {sides[1]}\n// >>>>>>> second\n"


def _united(first: Debate, second: Debate) -> tuple[Debate, Changes]:
    """Return both debates in one, and the changes that lead from the second to the first."""
    changes = compare(second, first)
    sections, pairs = _sections(first, second, changes)
    partners = {mine: second[theirs] for theirs, mine in changes.pairs}

    def joined(elements: FrozenDict[str, ElementT]) -> FrozenDict[str, ElementT]:
        return FrozenDict(
            {
                title: _joined(element, partners[element.ref]) if element.ref in partners else element
                for title, element in elements.items()
            }
        )

    mine = evolve(
        first,
        claims=joined(first.claims),
        evidence=joined(first.evidence),
        questions=joined(first.questions),
        arguments=joined(first.arguments),
        sections=sections,
        sources=FrozenDict({**second.sources, **first.sources}),
        tags=tuple(dict.fromkeys((*first.tags, *second.tags))),
        metadata=_metadata(first.metadata, second.metadata),
    )
    return united(evolve(changes, new=mine, section_pairs=pairs)).debate, changes


def _sections(
    first: Debate, second: Debate, changes: Changes
) -> tuple[tuple[Section, ...], tuple[tuple[str, str], ...]]:
    """Return the sections of both, and which section of the second is which."""
    titles = {section.id: section.title.strip() for section in first.sections}
    named = {section.id: section.title.strip() for section in second.sections}
    # Sections with different titles are different, whatever they have in common.
    pairs = {theirs: mine for theirs, mine in changes.section_pairs if titles[mine] == named[theirs]}
    sections = list(first.sections)
    for section in second.sections:
        if section.id not in pairs:
            pairs[section.id] = f"s{len(sections) + 1}"
            parent = pairs.get(section.parent or "")
            sections.append(evolve(section, id=pairs[section.id], parent=parent))
    return tuple(sections), tuple(pairs.items())


def _joined(element: ElementT, partner: Element) -> ElementT:
    """Return an element with the text, tags, data and sources that only the other debate has."""
    chosen: Statement | None = canonical(element.places)
    added: Statement | None = canonical(partner.places)
    if added is not None and added.text and (chosen is None or not chosen.text):
        # If one only refers to it, the other states it.
        stated = evolve(added, title=element.title, section=None, argument=None, span=None)
        return _with_places(element, partner, (*element.places, stated), partner.tags, partner.data)
    tags: tuple[str, ...] = tuple(tag for tag in partner.tags if tag not in element.tags)
    data: dict[str, Value] = {key: value for key, value in partner.data.items() if key not in element.data}
    if "source" in element.data and "source" in partner.data:
        sources = tuple(dict.fromkeys((*_listed(element.data["source"]), *_listed(partner.data["source"]))))
        if sources != _listed(element.data["source"]):
            data["source"] = sources
    if chosen is None:
        return element
    if not (tags or data):
        return element
    more = _stated_more(chosen, tags, data)
    places = tuple(more if place is chosen else place for place in element.places)
    return _with_places(element, partner, places, tags, FrozenDict(data))


def _stated_more(statement: Statement, tags: tuple[str, ...], data: dict[str, Value]) -> Statement:
    told = FrozenDict({**(statement.data or {}), **data})
    return evolve(statement, tags=(*statement.tags, *tags), data=told, span=None)


def _listed(value: Value) -> tuple[Value, ...]:
    return value if isinstance(value, tuple) else (value,)


def _with_places(
    element: ElementT, partner: Element, places: tuple[Statement, ...], tags: tuple[str, ...], data: Data
) -> ElementT:
    """Return an element with other places, and with more tags and data."""
    tags = tuple(dict.fromkeys((*element.tags, *tags)))
    data = FrozenDict({**element.data, **data})
    sources = tuple(dict.fromkeys((*element.sources, *partner.sources)))
    if isinstance(element, Argument):
        return evolve(element, descriptions=places, tags=tags, data=data, sources=sources)
    return evolve(element, statements=places, tags=tags, data=data, sources=sources)


def _metadata(first: Data, second: Data) -> Data:
    both: dict[str, Value] = {}
    for data in (second, first):
        sources = data.get("sources")
        if isinstance(sources, FrozenDict):
            both.update(sources)
    merged: dict[str, Value] = {**second, **first}
    if both:
        merged["sources"] = FrozenDict(both)
    return FrozenDict(merged)


def _conflicts(changes: Changes) -> Iterator[tuple[str, str, str]]:
    """Yield what both debates say differently: what it is about, and what the first and the second say."""
    for theirs, mine in changes.pairs:
        first, second = changes.new[mine], changes.old[theirs]
        if first.text and second.text and _words(first) != _words(second):
            yield f"text of {first.ref.kind} {_name(first)}", first.text, second.text
        for key, value in first.data.items():
            other = second.data.get(key)
            if key != "source" and other is not None and other != value:
                yield f"{key} of {first.ref.kind} {_name(first)}", _value(value), _value(other)
    for key, source in changes.new.sources.items():
        known = changes.old.sources.get(key)
        if known is not None and source_words(known) != source_words(source):
            yield f"source {key}", source.reference, known.reference


def _words(element: Element) -> tuple[str, ...]:
    """Return the words of a text without its tags."""
    chosen = canonical(element.places)
    text = element.text or ""
    for mark in sorted(chosen.marks if chosen else (), key=lambda mark: -mark.start):
        if mark.kind is MarkKind.TAG:
            text = text[: mark.start] + text[mark.end :]
    return words_of(text)


def _value(value: Value) -> str:
    return flow_yaml(FrozenDict({"value": value})).removeprefix("{value: ").removesuffix("}")


def _name(element: Element) -> str:
    return name_of(element)
