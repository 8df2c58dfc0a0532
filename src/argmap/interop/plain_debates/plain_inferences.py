"""Arguments that have premises and a conclusion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve

from argmap.interop.plain_debates.plain_debate import PlainDebate, Tie
from argmap.model import RelationKind


def reconstruct(
    plain: PlainDebate, premises: Mapping[str, Sequence[str]], conclusions: Mapping[str, str]
) -> None:
    """Give arguments their premises and conclusions; with only one of the two they stay sketches."""
    things = plain.things
    for name in dict.fromkeys((*premises, *conclusions)):
        before, conclusion = tuple(premises.get(name, ())), conclusions.get(name)
        steps = (*before, *(() if conclusion is None else (conclusion,)))
        is_whole = bool(before) and conclusion is not None and things[name].kind == "argument"
        if is_whole and all(things[step].kind != "argument" for step in steps):
            things[name] = evolve(things[name], premises=before, conclusion=conclusion)
            continue
        plain.ties += (Tie(RelationKind.SUPPORT, premise, name) for premise in before)
        if conclusion is not None:
            plain.ties.append(Tie(RelationKind.SUPPORT, name, conclusion))
