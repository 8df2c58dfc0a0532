from __future__ import annotations

import math
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.reasoning.attack_graph import AttackGraph
from argmap.reasoning.deadline import Deadline, NotDecidedError
from argmap.reasoning.positions.component import components
from argmap.reasoning.positions.overview import overview


class _Clock(Deadline):
    """A deadline that counts how often it is looked at, and is over when it was so often."""

    looks = 0
    most = math.inf

    def check(self) -> None:
        type(self).looks += 1
        if self.looks > self.most:
            raise NotDecidedError


@pytest.fixture
def clock() -> Iterator[type[_Clock]]:
    yield _Clock
    _Clock.looks, _Clock.most = 0, math.inf


def _pairs_on_a_target(count: int) -> AttackGraph:
    """Return pairs that attack each other, and one argument that the first of each pair attacks."""
    attacks = [(place, place ^ 1) for place in range(2 * count)]
    return AttackGraph.of(
        2 * count + 1, [*attacks, *((place, 2 * count) for place in range(0, 2 * count, 2))]
    )


@pytest.mark.parametrize("count", [200, 1_000, 2_000])
def test_the_clock_is_looked_at_for_every_few_arguments(count: int, clock: type[_Clock]) -> None:
    graph = _pairs_on_a_target(count)
    list(components(graph, range(len(graph)), deadline=clock(1.0, math.inf)))
    # Three times: for the walk, and for the masks of both directions.
    assert clock.looks >= 3 * (len(graph) // 256)


@given(st.integers(0, 12))
@settings(max_examples=13)
def test_whenever_time_is_over_what_is_open_is_unknown(most: int) -> None:
    _Clock.looks, _Clock.most = 0, most
    graph = _pairs_on_a_target(500)
    assert overview(graph, "preferred", deadline=_Clock(1.0, math.inf)).unknown == frozenset(range(1_001))
