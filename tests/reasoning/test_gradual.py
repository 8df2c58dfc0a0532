"""Laws of strengths."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.reasoning import strengths
from argmap.reasoning.gradual import GRADUAL, df_quad, quadratic_energy, strength_function

shares = st.floats(0, 1)
several = st.lists(shares, max_size=4)
semantics = st.sampled_from(GRADUAL)
numbers = st.integers(0, 4)
pairs = st.lists(st.tuples(numbers, numbers), max_size=6)
Pairs = list[tuple[int, int]]


@given(semantics, shares, several, several)
def test_strengths_are_from_0_to_1(
    name: str, base: float, supporters: list[float], attackers: list[float]
) -> None:
    assert 0 <= strength_function(name)(base, supporters, attackers) <= 1


@given(semantics, shares)
def test_without_supporters_and_attackers_the_base_stays(name: str, base: float) -> None:
    assert strength_function(name)(base, [], []) == pytest.approx(base)


@given(semantics, shares, several, several, shares, shares)
def test_a_stronger_supporter_never_lowers_and_a_stronger_attacker_never_raises(
    name: str, base: float, supporters: list[float], attackers: list[float], one: float, other: float
) -> None:
    function = strength_function(name)
    weaker, stronger = sorted((one, other))
    supported = [function(base, [*supporters, each], attackers) for each in (weaker, stronger)]
    attacked = [function(base, supporters, [*attackers, each]) for each in (weaker, stronger)]
    assert supported[0] <= supported[1] + 1e-9
    assert attacked[0] >= attacked[1] - 1e-9


@pytest.mark.parametrize("function", [df_quad, quadratic_energy])
def test_supporters_and_attackers_mirror_each_other(function) -> None:  # type: ignore[no-untyped-def]  # either of two functions
    @given(shares, several, several)
    def law(base: float, ones: list[float], others: list[float]) -> None:
        assert function(base, ones, others) + function(1 - base, others, ones) == pytest.approx(1)

    law()


@given(semantics, st.lists(shares, min_size=5, max_size=5), pairs, pairs, st.permutations(range(5)))
def test_renaming_changes_nothing(
    name: str, base: list[float], attacks: Pairs, supports: Pairs, order: list[int]
) -> None:
    # Without circles, so that rounding is all that can differ.
    attacks, supports = ([(s, t) for s, t in each if s < t] for each in (attacks, supports))
    before = strengths(base, attacks, supports, name)
    renamed_base = [base[order.index(each)] for each in range(5)]
    renamed = [[(order[s], order[t]) for s, t in each] for each in (attacks, supports)]
    after = strengths(renamed_base, *renamed, name)
    assert [after[order[each]] for each in range(5)] == pytest.approx(before)


@given(semantics, st.lists(shares, min_size=5, max_size=5), pairs, pairs)
def test_what_settles_is_what_the_function_says(
    name: str, base: list[float], attacks: Pairs, supports: Pairs
) -> None:
    values = strengths(base, attacks, supports, name)
    assume(None not in values)
    known = [math.nan if value is None else value for value in values]
    for each in range(5):
        expected = strength_function(name)(
            base[each],
            [known[source] for source, target in set(supports) if target == each],
            [known[source] for source, target in set(attacks) if target == each],
        )
        assert known[each] == pytest.approx(expected, abs=1e-9)


def test_very_many_supporters_overflow_nothing() -> None:
    supports = [(each, 0) for each in range(1, 2001)]
    values = [strengths([0.5] * 2001, supports, [], name)[0] for name in ("euler", "mlp")]
    assert values == pytest.approx([0.25, 0])
    assert strengths([0.5] * 2001, [], supports, "mlp")[0] == pytest.approx(1)


def test_long_chains_need_no_recursion() -> None:
    chain = [(each, each + 1) for each in range(20_000)]
    assert strengths([0.5] * 20_001, chain, [], "df-quad")[-1] == pytest.approx(1 / 3)


def test_what_never_settles_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.reasoning.settling._MOST_ROUNDS", 3)
    assert strengths([0.5, 0.5, 0.5, 0.5], [(0, 1), (1, 0), (1, 2)], []) == [None, None, None, 0.5]


def test_wrong_values_are_named() -> None:
    with pytest.raises(ValueError, match="did you mean 'df-quad'"):
        strengths([0.5], [], [], "dfquad")
    with pytest.raises(ValueError, match="the base of argument 1 must be from 0 to 1, not 2"):
        strengths([0.5, 2], [], [])
    with pytest.raises(ValueError, match="the support 0 → 3 has an end that is not an argument"):
        strengths([0.5], [], [(0, 3)])
