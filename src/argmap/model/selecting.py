"""The part of a debate with some tags, in some sections, of some kinds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from argmap.model.argument import Argument
from argmap.model.claim import Claim, Evidence
from argmap.model.contents import Contents
from argmap.model.question import Question
from argmap.model.reference import ArgumentRef, ElementRef, InferenceRef, Ref
from argmap.text.nearest import nearest

_KINDS = ("claim", "evidence", "question", "argument")


def selected_refs(
    debate: Contents,
    *,
    tags: Iterable[str] | None,
    sections: Iterable[str] | None,
    kinds: Iterable[str] | None,
    speakers: Iterable[str] | None = None,
    is_implicit: bool | None = None,
) -> frozenset[ElementRef]:
    """Return the elements that satisfy all that is given, with the steps of arguments.

    Raises:
        LookupError: no element has such a tag or speaker, or there is no such section.
        ValueError: there is no such kind.
    """
    wanted_tags = None if tags is None else frozenset(_known(tag, debate.tags, "tag") for tag in tags)
    inside = None if sections is None else _inside(debate, sections)
    wanted_speakers = None
    if speakers is not None:
        known = {name for element in debate.elements for name in element.speakers}
        wanted_speakers = frozenset(_known(name, known, "speaker") for name in speakers)
    wanted_kinds = _KINDS if kinds is None else tuple(kinds)
    for kind in wanted_kinds:
        if kind not in _KINDS:
            raise ValueError(f"kind must be one of {', '.join(_KINDS)}, not {kind!r}")

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


def has(kept: Set[ElementRef], ref: Ref) -> bool:
    """Return whether something is among elements; an inference is if its argument is."""
    return (ArgumentRef(ref.argument) if isinstance(ref, InferenceRef) else ref) in kept


def _inside(debate: Contents, names: Iterable[str]) -> frozenset[str]:
    """Return the ids of the sections of some titles or ids, and of all sections below them."""
    titles: dict[str, list[str]] = {}
    for section in debate.sections:
        titles.setdefault(section.title, []).append(section.id)
    ids: Mapping[str, list[str]] = {section.id: [section.id] for section in debate.sections}
    known = (*titles, *ids)
    inside = {
        identifier for name in names for identifier in titles.get(name) or ids[_known(name, known, "section")]
    }
    # A section comes after the one around it.
    for section in debate.sections:
        if section.parent in inside:
            inside.add(section.id)
    return frozenset(inside)


def _known(name: str, known: Iterable[str], noun: str) -> str:
    names = list(known)
    if name in names:
        return name
    near = nearest(name, names)
    raise LookupError(f"there is no {noun} {name!r}" + (f"; did you mean {near!r}?" if near else ""))
