"""Arrows: along which relations they lead, and how far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from argmap.model import RelationKind
from argmap.named_tuples import NamedTuple
from argmap.selectors.things import Bearing, ThingRef, Things

_SUPPORTS = frozenset({RelationKind.SUPPORT, RelationKind.ENTAILMENT})
_ATTACKS = frozenset({RelationKind.ATTACK, RelationKind.CONTRARIETY, RelationKind.CONTRADICTION})
_KINDS: Mapping[str, frozenset[RelationKind]] = {
    "+": _SUPPORTS,
    "-": _ATTACKS,
    "_": frozenset({RelationKind.UNDERCUT}),
    "~": frozenset(RelationKind),
}


class Way(NamedTuple):
    """Where an arrow leads: along or against relations of some kinds, one step or as many as there are."""

    kinds: frozenset[RelationKind]
    is_backward: bool
    is_far: bool


def _ways() -> dict[str, Way]:
    ways = {"><": Way(frozenset({RelationKind.CONTRADICTION}), is_backward=False, is_far=False)}
    for sign, kinds in _KINDS.items():
        ways[f"{sign}>"] = Way(kinds, is_backward=False, is_far=False)
        ways[f"{sign}>>"] = Way(kinds, is_backward=False, is_far=True)
        ways[f"<{sign}"] = Way(kinds, is_backward=True, is_far=False)
        ways[f"<<{sign}"] = Way(kinds, is_backward=True, is_far=True)
    return ways


WAYS: Mapping[str, Way] = _ways()


def along(things: Things, starts: Iterable[ThingRef], way: Way) -> set[ThingRef]:
    """Return what an arrow leads to from any of some things, in at least one step."""
    ends: set[ThingRef] = set()
    frontier = set(starts)
    while frontier:
        frontier = {
            end for start in frontier for end in _next(things, start, way.kinds, is_backward=way.is_backward)
        } - ends
        ends |= frontier
        if not way.is_far:
            break
    return ends


def against(things: Things, ends: Set[ThingRef], way: Way) -> set[ThingRef]:
    """Return from what an arrow leads to one of some things."""
    return along(things, ends, way._replace(is_backward=not way.is_backward))


def _next(
    things: Things, start: ThingRef, kinds: frozenset[RelationKind], *, is_backward: bool
) -> Iterable[ThingRef]:
    bearings: Iterable[Bearing] = (things.incoming if is_backward else things.outgoing).get(start, ())
    for bearing in bearings:
        end = bearing.source if is_backward else bearing.target
        if bearing.kind in kinds:
            yield end
