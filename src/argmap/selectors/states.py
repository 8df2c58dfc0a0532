"""States: properties that things have or lack."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Set
from typing import TypeAlias

from attrs import frozen

from argmap.model import Argument, ArgumentRef, Claim, Debate, Evidence, NotInDebateError, Question
from argmap.selectors.expression import Value
from argmap.selectors.roles import section_of
from argmap.selectors.surroundings import Surroundings
from argmap.selectors.things import Thing, ThingRef, Things
from argmap.text.nearest import nearest


@frozen(eq=False)
class Setting:
    """The things of a debate, and what is known around it."""

    things: Things
    surroundings: Surroundings


Refs: TypeAlias = Set[ThingRef]


def _elements(setting: Setting) -> Refs:
    return {element.ref for element in setting.things.debate.elements}


def _where(is_so: Callable[[Thing], bool]) -> Callable[[Setting], Refs]:
    return lambda setting: {ref for ref, thing in setting.things.things.items() if is_so(thing)}


def _supported(setting: Setting) -> Refs:
    return {bearing.target for bearing in setting.things.bearings if bearing.kind.is_supporting}


def _unsupported(setting: Setting) -> Refs:
    return _elements(setting) - _supported(setting)


def _attacked(setting: Setting) -> Refs:
    return {bearing.target for bearing in setting.things.bearings if not bearing.kind.is_supporting}


def _root(setting: Setting) -> Refs:
    return {ref for ref in _elements(setting) if not setting.things.outgoing.get(ref)}


def _leaf(setting: Setting) -> Refs:
    return {ref for ref in _elements(setting) if not setting.things.incoming.get(ref)}


def _alone(setting: Setting) -> Refs:
    return _root(setting) & _leaf(setting)


def _premise(setting: Setting) -> Refs:
    arguments = setting.things.debate.arguments.values()
    return {ref for argument in arguments for step in argument.inferences for ref in step.premises}


def _conclusion(setting: Setting) -> Refs:
    arguments = setting.things.debate.arguments.values()
    return {step.conclusion for argument in arguments for step in argument.inferences}


def _derived(setting: Setting) -> Refs:
    bearings = [bearing for bearing in setting.things.bearings if bearing.is_derived]
    return {end for bearing in bearings for end in (bearing.source, bearing.target)}


def _has_sources(thing: Thing) -> bool:
    return isinstance(thing, Claim | Evidence | Question | Argument) and bool(thing.sources)


def _is_quoted(thing: Thing) -> bool:
    if isinstance(thing, Evidence):
        return bool(thing.quote)
    return isinstance(thing, Claim | Question | Argument) and bool(thing.data.get("quote"))


def _asked(setting: Setting) -> Refs:
    asked = setting.surroundings.asked
    return asked | {ArgumentRef(ref.argument) for ref in asked}


def _labelled(label: str) -> Callable[[Setting], Refs]:
    def refs(setting: Setting) -> Refs:
        return {ref for ref, mine in setting.surroundings.labels.items() if mine == label}

    return refs


def _with_findings(setting: Setting) -> Refs:
    return {ref for ref, codes in setting.surroundings.findings.items() if codes}


STATES: Mapping[str, Callable[[Setting], Refs]] = {
    "supported": _supported,
    "unsupported": _unsupported,
    "attacked": _attacked,
    "root": _root,
    "leaf": _leaf,
    "alone": _alone,
    "sketched": _where(lambda thing: isinstance(thing, Argument) and not thing.inferences),
    "reconstructed": _where(lambda thing: isinstance(thing, Argument) and bool(thing.inferences)),
    "untitled": _where(lambda thing: getattr(thing, "is_untitled", False)),
    "implicit": _where(lambda thing: getattr(thing, "is_implicit", False)),
    "sourced": _where(_has_sources),
    "quoted": _where(_is_quoted),
    "premise": _premise,
    "conclusion": _conclusion,
    "derived": _derived,
    "in-map": lambda setting: setting.surroundings.shown,
    "finding": _with_findings,
    "asked": _asked,
    "accepted": _labelled("in"),
    "in": _labelled("in"),
    "rejected": _labelled("out"),
    "out": _labelled("out"),
    "undecided": _labelled("undecided"),
}


def sections_named(debate: Debate, names: Iterable[Value]) -> set[str]:
    """Return the ids of the sections of some titles or ids.

    Raises:
        LookupError: there is no such section; the message names the nearest.
    """
    ids: dict[str, list[str]] = {}
    for section in debate.sections:
        ids.setdefault(section.title, []).append(section.id)
        ids.setdefault(section.id, []).append(section.id)
    named: set[str] = set()
    for name in map(str, names):
        if name not in ids:
            near = nearest(name, ids)
            raise NotInDebateError(f"there is no section {name!r} in this debate", near and repr(near))
        named.update(ids[name])
    return named


def _in(setting: Setting, values: tuple[Value, ...]) -> Refs:
    things = setting.things
    inside = things.sections_below(sections_named(things.debate, values))
    return {ref for ref, thing in things.things.items() if section_of(things, thing) in inside}


def _depth(setting: Setting, values: tuple[Value, ...]) -> Refs:
    """Return what is so many steps away from the nearest root."""
    depths: dict[ThingRef, int] = dict.fromkeys(_root(setting), 0)
    waiting = deque(depths)
    while waiting:
        ref = waiting.popleft()
        for bearing in setting.things.incoming.get(ref, ()):
            if bearing.source not in depths:
                depths[bearing.source] = depths[ref] + 1
                waiting.append(bearing.source)
    return {ref for ref, depth in depths.items() if depth in values}


def _finding(setting: Setting, values: tuple[Value, ...]) -> Refs:
    wanted = {str(value) for value in values}
    return {ref for ref, codes in setting.surroundings.findings.items() if not wanted.isdisjoint(codes)}


STATES_WITH_VALUES: Mapping[str, Callable[[Setting, tuple[Value, ...]], Refs]] = {
    "in": _in,
    "depth": _depth,
    "finding": _finding,
}
