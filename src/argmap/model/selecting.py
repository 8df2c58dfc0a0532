"""The part of a debate with some tags, in some sections, of some kinds."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Set
from typing import TypeVar

from argmap.data.frozen_dict import FrozenDict
from argmap.data.values import NO_DATA, Data
from argmap.model.argument import Argument
from argmap.model.claim import Claim, Evidence
from argmap.model.contents import Contents
from argmap.model.lookup import heading_in, tag_in
from argmap.model.question import Question
from argmap.model.reference import ArgumentRef, ElementRef, InferenceRef, Ref, SectionRef, TagRef
from argmap.model.relation import Relation
from argmap.model.section import Section
from argmap.text.given_values import check_switches, check_words, several
from argmap.text.nearest import check_choice, nearest

SectionName = str | Section | SectionRef
ElementT = TypeVar("ElementT", Claim, Evidence, Question, Argument)
_KINDS = ("claim", "evidence", "question", "argument")


def selected_refs(
    debate: Contents,
    *,
    tags: str | TagRef | Iterable[str | TagRef] | None,
    sections: SectionName | Iterable[SectionName] | None,
    kinds: str | Iterable[str] | None,
    speakers: str | Iterable[str] | None = None,
    is_implicit: bool | None = None,
) -> frozenset[ElementRef]:
    """Return the elements that satisfy all that is given, with the steps of arguments.

    Raises:
        LookupError: no element has such a tag or speaker, or there is no such section.
        ValueError: there is no such kind.
    """
    check_switches(is_implicit=is_implicit)
    wanted_tags = None
    if tags is not None:
        named = (tags,) if isinstance(tags, str | TagRef) else several("tags", tags, "tags")
        wanted_tags = frozenset(_tag_name(tag, debate.tags) for tag in named)
    inside = None
    if sections is not None:
        around = (sections,) if isinstance(sections, SectionName) else several("sections", sections, "titles")
        inside = _inside(debate, around)
    wanted_speakers = None
    if speakers is not None:
        known = dict.fromkeys(name for element in debate.elements for name in element.speakers)
        names = (speakers,) if isinstance(speakers, str) else several("speakers", speakers, "names")
        wanted_speakers = frozenset(_known(name, known, "speaker") for name in names)
    wanted_kinds = (
        _KINDS if kinds is None else (kinds,) if isinstance(kinds, str) else several("kind", kinds, "kinds")
    )
    for kind in wanted_kinds:
        check_choice("kind", kind, _KINDS)

    def is_wanted(element: Claim | Evidence | Question | Argument) -> bool:
        return (
            (wanted_tags is None or not wanted_tags.isdisjoint(element.tags))
            and (inside is None or element.section in inside)
            and element.ref.kind in wanted_kinds
            and (wanted_speakers is None or not wanted_speakers.isdisjoint(element.speakers))
            and is_implicit in (None, element.is_implicit)
        )

    kept: set[ElementRef] = set()
    for element in debate.elements:
        if is_wanted(element):
            kept.add(element.ref)
            if isinstance(element, Argument):
                kept.update(element.step_refs)
    return frozenset(kept)


def kept_elements(elements: Mapping[str, ElementT], kept: Set[ElementRef]) -> FrozenDict[str, ElementT]:
    """Return the elements that are kept, by title."""
    return FrozenDict({title: element for title, element in elements.items() if element.ref in kept})


def kept_relations(debate: Contents, kept: Set[ElementRef]) -> tuple[Relation, ...]:
    """Return the relations of which both ends are kept."""
    relations = debate.relations
    return tuple(each for each in relations if _has(kept, each.source) and _has(kept, each.target))


def speakers_of(
    metadata: Data, elements: Iterable[Claim | Evidence | Question | Argument]
) -> FrozenDict[str, Data]:
    """Return who puts elements forward, in order, with what `speakers` in the frontmatter says of them."""
    declared = metadata.get("speakers")
    described = dict(declared) if isinstance(declared, FrozenDict) else {}
    names = (name for element in elements if element.data for name in element.speakers)
    data = {name: described.get(name) for name in (*described, *names)}
    return FrozenDict(
        {name: each if isinstance(each, FrozenDict) else NO_DATA for name, each in data.items()}
    )


def _has(kept: Set[ElementRef], ref: Ref) -> bool:
    """Return whether something is among elements; for an inference, whether its argument is."""
    return (ArgumentRef(ref.argument) if isinstance(ref, InferenceRef) else ref) in kept


def _tag_name(tag: str | TagRef, known: Collection[str]) -> str:
    name = tag.title if isinstance(tag, TagRef) else tag
    # A tag may itself begin with the sign of tags, such as one written `#(#1)`.
    return _known(name if name in known else tag_in(name) or name, known, "tag")


def _inside(debate: Contents, names: Iterable[SectionName]) -> frozenset[str]:
    """Return the ids of the sections with some titles or ids, and of all sections inside them."""
    titles: dict[str, list[str]] = {}
    for part in debate.sections:
        titles.setdefault(part.title, []).append(part.id)
    ids: Mapping[str, list[str]] = {section.id: [section.id] for section in debate.sections}
    known = (*titles, *ids)
    inside = set[str]()
    for section in names:
        if isinstance(section, Section | SectionRef):
            inside.update(ids[_known(section.id, ids, "section")])
        else:
            title = section if section in known else heading_in(section) or section
            inside.update(titles.get(title) or ids[_known(title, known, "section")])
    # A section comes after the one around it.
    for part in debate.sections:
        if part.parent in inside:
            inside.add(part.id)
    return frozenset(inside)


def _known(name: str, known: Iterable[str], noun: str) -> str:
    check_words(f"a {noun}", name)
    names = list(known)
    if name in names:
        return name
    near = nearest(name, names)
    raise LookupError(f"there is no {noun} {name!r}" + (f"; did you mean {near!r}?" if near else ""))
