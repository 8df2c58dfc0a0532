"""Minimal sets of switches: a solver and trying all find the same."""

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.reasoning.attack_graph import AttackGraph
from argmap.reasoning.deadline import NEVER, Deadline, NotDecidedError
from argmap.reasoning.flipping.switch import FlipQuestion, Switch
from argmap.reasoning.flipping.trying import tried_sets
from argmap.reasoning.flipping.unrolled import TooManyRoundsError, solved_sets
from argmap.reasoning.label import Label

pytest.importorskip("pysat")

numbers = st.integers(0, 7)
graphs = st.builds(AttackGraph.of, st.just(8), st.lists(st.tuples(numbers, numbers), max_size=16))


@st.composite
def questions(draw: st.DrawFn) -> FlipQuestion:
    """Return any question with up to five switches; none of them fights another over an argument."""
    switched = draw(st.lists(numbers, max_size=5, unique=True))
    switches = [
        Switch(accepted=(each,)) if draw(st.booleans()) else Switch(rejected=(each,)) for each in switched
    ]
    about = draw(st.lists(numbers, min_size=1, max_size=2, unique=True))
    return FlipQuestion(draw(graphs), switches, tuple(about), draw(st.sampled_from(Label)))


@given(questions())
def test_a_solver_finds_what_trying_all_finds(question: FlipQuestion) -> None:
    tried = list(tried_sets(len(question.switches), question.is_answered_by, most=5, deadline=NEVER))
    assert list(solved_sets(question, most=5, limit=None, deadline=NEVER)) == tried


@given(questions(), st.integers(1, 3))
def test_a_limit_leaves_the_larger_sets_out(question: FlipQuestion, limit: int) -> None:
    every = [each for size in solved_sets(question, most=5, limit=None, deadline=NEVER) for each in size]
    some = [each for size in solved_sets(question, most=5, limit=limit, deadline=NEVER) for each in size]
    assert set(some) <= set(every)
    assert list(map(len, some)) == list(map(len, every[:limit]))


def test_long_chains_of_arguments_need_no_recursion() -> None:
    chain = AttackGraph.of(2001, ((each, each + 1) for each in range(2000)))
    question = FlipQuestion(chain, [Switch(rejected=(0,)), Switch(rejected=(1,))], (2000,), Label.OUT)
    assert list(islice(solved_sets(question, most=1, limit=None, deadline=NEVER), 2)) == [[], [(0,)]]


def test_circles_that_are_too_large_are_not_unrolled() -> None:
    circle = AttackGraph.of(700, ((each, (each + 1) % 700) for each in range(700)))
    with pytest.raises(TooManyRoundsError):
        list(solved_sets(FlipQuestion(circle, [], (0,), Label.IN), most=1, limit=None, deadline=NEVER))


def test_no_time_at_all_is_reported() -> None:
    question = FlipQuestion(AttackGraph.of(1, []), [Switch(rejected=(0,))], (0,), Label.OUT)
    with pytest.raises(NotDecidedError):
        list(solved_sets(question, most=1, limit=None, deadline=Deadline.after(0)))
    with pytest.raises(NotDecidedError):
        list(tried_sets(1, question.is_answered_by, most=1, deadline=Deadline.after(0)))
