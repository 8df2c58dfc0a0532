"""Roles: what a thing has as premises, conclusion, sources, section, …"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from typing import TypeAlias

from argmap.model import (
    Argument,
    ArgumentRef,
    Claim,
    Evidence,
    EvidenceRef,
    Inference,
    Question,
    Section,
    SectionRef,
    SourceRef,
)
from argmap.selectors.things import Thing, ThingRef, Things

Steps: TypeAlias = Callable[[ThingRef], Iterable[ThingRef]]


def in_role(things: Things, role: str, starts: Set[ThingRef]) -> set[ThingRef]:
    """Return what has a role for any of some things."""
    if role == "evidence":
        return _evidence_for(things, starts)
    of = ROLES[role](things)
    return {end for start in starts for end in of(start)}


def having_in_role(things: Things, role: str, ends: Set[ThingRef]) -> set[ThingRef]:
    """Return that for which any of some things has a role."""
    if role == "evidence":
        return _having_evidence(things, ends)
    of = ROLES[role](things)
    return {start for start in things.things if not ends.isdisjoint(of(start))}


def _premises(things: Things) -> Steps:
    return lambda ref: getattr(things.things[ref], "premises", ())


def _conclusion(things: Things) -> Steps:
    def of(ref: ThingRef) -> Iterable[ThingRef]:
        conclusion = getattr(things.things[ref], "conclusion", None)
        return () if conclusion is None else (conclusion,)

    return of


def _steps(things: Things) -> Steps:
    def of(ref: ThingRef) -> Iterable[ThingRef]:
        thing = things.things[ref]
        if isinstance(thing, Inference):
            return (*thing.premises, thing.conclusion)
        return thing.step_refs if isinstance(thing, Argument) else ()

    return of


def _inferences(things: Things) -> Steps:
    def of(ref: ThingRef) -> Iterable[ThingRef]:
        thing = things.things[ref]
        return [inference.ref for inference in thing.inferences] if isinstance(thing, Argument) else ()

    return of


def _sources(things: Things) -> Steps:
    def of(ref: ThingRef) -> Iterable[ThingRef]:
        thing = things.things[ref]
        if isinstance(thing, Claim | Evidence | Question | Argument):
            return [things.sources[source] for source in thing.sources]
        return ()

    return of


def _section(things: Things) -> Steps:
    def of(ref: ThingRef) -> Iterable[ThingRef]:
        identifier = section_of(things, things.things[ref])
        return () if identifier is None else (things.section_refs[identifier],)

    return of


def section_of(things: Things, thing: Thing) -> str | None:
    """Return the id of the section around a thing; an inference is where its argument is."""
    if isinstance(thing, Inference):
        thing = things.things[ArgumentRef(thing.argument)]
    identifier = thing.parent if isinstance(thing, Section) else getattr(thing, "section", None)
    return identifier if identifier in things.section_refs else None


def _used_in(things: Things) -> Steps:
    users: defaultdict[ThingRef, list[ThingRef]] = defaultdict(list)
    for argument in things.debate.arguments.values():
        for inference in argument.inferences:
            for premise in inference.premises:
                users[premise].append(argument.ref)
    for element in things.debate.elements:
        for source in element.sources:
            users[things.sources[source]].append(element.ref)
    return lambda ref: users.get(ref, ())


def _concluded_in(things: Things) -> Steps:
    arguments: defaultdict[ThingRef, list[ThingRef]] = defaultdict(list)
    for argument in things.debate.arguments.values():
        for inference in argument.inferences:
            arguments[inference.conclusion].append(argument.ref)
    return lambda ref: arguments.get(ref, ())


def _evidence_for(things: Things, starts: Set[ThingRef]) -> set[ThingRef]:
    of = _evidence(things)
    ends = {end for start in starts for end in of(start)}
    inside = {start.id for start in starts if isinstance(start, SectionRef)}
    if inside:
        inside = things.sections_below(inside)
        ends.update(piece.ref for piece in things.debate.evidence.values() if piece.section in inside)
    return ends


def _having_evidence(things: Things, ends: Set[ThingRef]) -> set[ThingRef]:
    of = _evidence(things)
    starts = {start for start in things.things if not ends.isdisjoint(of(start))}
    pieces = (piece for piece in things.debate.evidence.values() if piece.ref in ends)
    around = things.sections_around({piece.section for piece in pieces if piece.section is not None})
    return starts | {things.section_refs[identifier] for identifier in around}


def _evidence(things: Things) -> Steps:
    """Return what yields the evidence of a thing: what bears on it, its premises, what cites it."""
    citing = _used_in(things)

    def of(ref: ThingRef) -> Iterable[ThingRef]:
        if isinstance(ref, SourceRef):
            ends: Iterable[ThingRef] = citing(ref)
        else:
            premises = getattr(things.things[ref], "premises", ())
            ends = (*(bearing.source for bearing in things.incoming.get(ref, ())), *premises)
        return [end for end in ends if isinstance(end, EvidenceRef)]

    return of


# By name: from the things of a debate to what yields those with the role for one of them.
ROLES: Mapping[str, Callable[[Things], Steps]] = {
    "premises": _premises,
    "conclusion": _conclusion,
    "steps": _steps,
    "inferences": _inferences,
    "sources": _sources,
    "section": _section,
    "used-in": _used_in,
    "concluded-in": _concluded_in,
    "evidence": _evidence,
}
