"""Which premises a conclusion needs."""

from itertools import combinations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap import strategies
from argmap.logic import Formula, Validity, decide, needed, parse_formula, reliance

_formulas = strategies.formulas(sentences="pqr", predicates={"F": 1}, names="a", identity=False, most=3)


def read(*texts: str) -> list[Formula]:
    formulas = [parse_formula(text).formula for text in texts]
    return [formula for formula in formulas if formula is not None]


def _all_smallest(premises: list[Formula], conclusion: Formula) -> list[tuple[int, ...]]:
    smallest: list[tuple[int, ...]] = []
    for size in range(len(premises) + 1):
        for places in combinations(range(len(premises)), size):
            is_larger = any(set(known) <= set(places) for known in smallest)
            chosen = [premises[place] for place in places]
            if not is_larger and decide(chosen, conclusion, timeout=None).outcome is Validity.VALID:
                smallest.append(places)
    return sorted(smallest)


@example(premises=read("p", "all x.q"), conclusion=read("r")[0])
@settings(max_examples=30)
@given(st.lists(_formulas, max_size=4), _formulas)
def test_the_smallest_sets_are_those_of_all_that_suffice(
    premises: list[Formula], conclusion: Formula
) -> None:
    needs = needed(premises, conclusion, timeout=None)
    assert needs.is_complete
    assert list(needs.sets) == _all_smallest(premises, conclusion)


def test_a_premise_in_no_set_is_idle() -> None:
    needs = needed(read("p", "p -> q", "F(a)"), *read("q"))
    assert needs.sets == ((0, 1),)
    assert needs.idle == (2,)


def test_what_follows_from_nothing_needs_nothing() -> None:
    needs = needed(read("p"), *read("q | -q"))
    assert needs.sets == ((),)
    assert needs.idle == (0,)


def test_without_time_the_sets_are_not_complete() -> None:
    assert not needed(read("p", "p -> q"), *read("q"), timeout=0).is_complete


def test_more_sets_than_anyone_reads_are_not_complete() -> None:
    texts = [
        text for place in range(8) for text in (f"a{place} | b{place}", f"a{place} -> q", f"b{place} -> q")
    ]
    texts += [f"a{first} & b{second}" for first in range(8) for second in range(8)]
    needs = needed(read(*["q"] * 52), *read("q"), timeout=None)
    assert len(needs.sets) == 50
    assert not needs.is_complete


def test_a_step_may_follow_only_with_what_is_unstated() -> None:
    p, q, bridge, other = read("p", "q", "p -> q", "p & q")
    assert reliance([p], [bridge], q).is_needed
    assert not reliance([other], [bridge], q).is_needed
    assert not reliance([p], [p], q).is_needed
