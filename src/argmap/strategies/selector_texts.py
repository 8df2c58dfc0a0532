"""Strategies for selectors: what people may ask of a debate."""

from __future__ import annotations

from hypothesis import strategies as st

from argmap.model import Debate
from argmap.selectors.arrows import WAYS
from argmap.selectors.expression import (
    Along,
    Anything,
    Arrow,
    Chain,
    Condition,
    Fields,
    Group,
    OfKind,
    RoleHop,
    Selector,
    State,
    Step,
    Subject,
    Test,
    Titled,
    Without,
    Words,
)
from argmap.selectors.roles import ROLES
from argmap.selectors.selector_error import SelectorError
from argmap.selectors.selector_grammar import parse_selector
from argmap.selectors.states import STATES
from argmap.selectors.vocabulary import KINDS

_OPERATORS = ("=", "!=", "<", "<=", ">", ">=", "~", ":")
_FIELDS = ("title", "text", "kind", "line", "source", "reliability", "scheme", "strength")
# These ask what a debate alone does not know.
_ELSEWHERE = frozenset({"in-map", "finding", "asked", "accepted", "rejected", "undecided", "in", "out"})


@st.composite
def selectors(draw: st.DrawFn, debate: Debate | None = None) -> str:
    """Generate selectors that can be read; with a debate, they name nothing but what is in it.

    They ask nothing that a debate alone does not know: no findings, verdicts or lines of a map.

    >>> from hypothesis import find
    >>> find(selectors(), lambda selector: selector.startswith("question")).startswith("question")
    True
    """
    return str(draw(_selectors(debate)))


def _selectors(debate: Debate | None) -> st.SearchStrategy[Selector]:
    steps = st.deferred(lambda: _steps(debate, chains))
    links = st.lists(
        st.tuples(_arrows | st.builds(RoleHop, st.sampled_from(tuple(ROLES))), st.none() | steps), max_size=2
    )
    chains: st.SearchStrategy[Chain] = st.builds(
        lambda first, others: Chain((first, *(link for pair in others for link in pair if link is not None))),
        steps,
        links,
    )
    return st.lists(chains, min_size=1, max_size=2).map(lambda several: Selector(tuple(several)))


_arrows = st.builds(Arrow, st.sampled_from(tuple(WAYS)))
_values = st.text(max_size=5) | st.integers(-1, 2030) | st.floats(0, 1, width=16)
_conditions = st.builds(Condition, st.sampled_from(_FIELDS).map(lambda name: (name,))) | st.builds(
    Condition,
    st.sampled_from(_FIELDS).map(lambda name: (name,)),
    st.sampled_from(_OPERATORS),
    _values,
)


def _steps(debate: Debate | None, chains: st.SearchStrategy[Chain]) -> st.SearchStrategy[Step]:
    subjects = _subjects(debate, chains)
    tests = st.lists(_tests(debate, chains), max_size=2).map(tuple)
    return st.builds(Step, subjects, tests) | st.builds(
        lambda first, others: Step(None, (first, *others)), _tests(debate, chains), tests
    )


def _subjects(debate: Debate | None, chains: st.SearchStrategy[Chain]) -> st.SearchStrategy[Subject]:
    plain: st.SearchStrategy[Subject] = st.sampled_from(KINDS).map(OfKind) | st.just(Anything())
    groups: st.SearchStrategy[Subject] = chains.map(lambda chain: Group(Selector((chain,))))
    titled = [element.ref for element in debate.elements if _can_be_named(str(element.ref))] if debate else []
    if titled:
        return plain | st.sampled_from(titled).map(Titled) | groups
    return plain | groups


def _can_be_named(name: str) -> bool:
    """Return whether a selector can write a title: most, but for odd signs in them."""
    try:
        return str(parse_selector(name)) == name
    except SelectorError:
        return False


def _tests(debate: Debate | None, chains: st.SearchStrategy[Chain]) -> st.SearchStrategy[Test]:
    states = st.sampled_from([name for name in STATES if name not in _ELSEWHERE]).map(State)
    depths = st.integers(0, 3).map(lambda depth: State("depth", (depth,)))
    words = st.text(max_size=5).map(Words)
    fields = st.lists(_conditions, min_size=1, max_size=2).map(lambda several: Fields(tuple(several)))
    along = st.builds(Along, _arrows, chains)
    simple: st.SearchStrategy[Test] = states | depths | words | fields
    return simple | simple.map(Without) | along
