"""Debates as they are without the places where they were written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from attrs import evolve

from argmap.data import FrozenDict
from argmap.model import Argument, Claim, Debate, Evidence, Statement

PropositionT = TypeVar("PropositionT", Claim, Evidence)


def without_places(debate: Debate) -> Debate:
    """Return an equal debate in which nothing has a span."""
    return evolve(
        debate,
        claims=_propositions(debate.claims),
        evidence=_propositions(debate.evidence),
        arguments=FrozenDict({title: _argument(one) for title, one in debate.arguments.items()}),
        relations=tuple(evolve(one, spans=()) for one in debate.relations),
        sections=tuple(evolve(one, span=None) for one in debate.sections),
        sources=FrozenDict({key: evolve(one, span=None) for key, one in debate.sources.items()}),
    )


def _propositions(propositions: Mapping[str, PropositionT]) -> FrozenDict[str, PropositionT]:
    return FrozenDict(
        {
            title: evolve(one, statements=_statements(one.statements), span=None)
            for title, one in propositions.items()
        }
    )


def _argument(argument: Argument) -> Argument:
    return evolve(
        argument,
        descriptions=_statements(argument.descriptions),
        steps=_statements(argument.steps),
        inferences=tuple(evolve(one, span=None) for one in argument.inferences),
        span=None,
    )


def _statements(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    return tuple(evolve(one, span=None) for one in statements)
