"""Laws of the semantics of frameworks, checked against their definitions."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reasoning.brute_force import Definitions, frameworks

from argmap.reasoning import Framework, Label
from argmap.reasoning.attack_graph import AttackGraph
from argmap.reasoning.deadline import Deadline, NotDecidedError
from argmap.reasoning.positions import overview as overview_module
from argmap.reasoning.positions import solver
from argmap.reasoning.positions.double_negations import without_double_negations
from argmap.reasoning.positions.labellings import labellings
from argmap.reasoning.positions.overview import overview
from argmap.reasoning.positions.semantics import SEMANTICS, UNIQUE

semantics = st.sampled_from(SEMANTICS)
small = frameworks(9)


def extensions(framework: Framework[int], name: str) -> list[frozenset[int]]:
    return [frozenset(each) for each in framework.extensions(name)]


@pytest.fixture(params=["by search", "by a solver", "without a solver"])
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer by search, by a solver after two steps, or as if no solver were installed."""
    if request.param == "by a solver":
        monkeypatch.setattr(solver, "STEPS", 2)
    if request.param == "without a solver":
        monkeypatch.setattr(solver, "has_solver", lambda: False)


@pytest.mark.usefixtures("_way")
@pytest.mark.parametrize("name", SEMANTICS)
def test_extensions_are_those_of_the_definitions(name: str) -> None:
    @settings(max_examples=30)
    @given(frameworks(7))
    def law(framework: Framework[int]) -> None:
        listed = extensions(framework, name)
        assert len(listed) == len(set(listed))
        assert set(listed) == Definitions(framework).extensions(name)

    law()


@pytest.mark.usefixtures("_way")
@pytest.mark.parametrize("name", SEMANTICS)
def test_what_is_accepted_agrees_with_the_extensions(name: str) -> None:
    @settings(max_examples=30)
    @given(frameworks(7))
    def law(framework: Framework[int]) -> None:
        listed = extensions(framework, name)
        for each in framework.arguments:
            assert framework.accepts(each, name, "credulous") == any(each in one for one in listed)
            assert framework.accepts(each, name, "skeptical") == all(each in one for one in listed)

    law()


@given(small)
def test_a_set_that_is_admissible_stays_so_with_what_it_defends(framework: Framework[int]) -> None:
    definitions = Definitions(framework)
    admissible = set(definitions.admissible)
    assert all(each | {more} in admissible for each in admissible for more in definitions.defended(each))


@given(small, semantics.filter(lambda name: name != "stage"))
def test_extensions_are_free_of_conflicts_and_defend_themselves(framework: Framework[int], name: str) -> None:
    assert set(extensions(framework, name)) <= set(Definitions(framework).admissible)


@given(small)
def test_stable_is_semi_stable_is_preferred(framework: Framework[int]) -> None:
    stable, semi_stable = set(extensions(framework, "stable")), set(extensions(framework, "semi-stable"))
    preferred = set(extensions(framework, "preferred"))
    assert preferred
    assert stable <= semi_stable <= preferred
    assert not stable or stable == semi_stable == set(extensions(framework, "stage"))


@given(small)
def test_ideal_is_between_grounded_and_preferred_and_eager_above_ideal(framework: Framework[int]) -> None:
    grounded, ideal, eager = (set(framework.extension(name)) for name in ("grounded", "ideal", "eager"))
    assert grounded <= ideal <= eager
    assert all(ideal <= each for each in extensions(framework, "preferred"))
    assert all(eager <= each for each in extensions(framework, "semi-stable"))
    assert {frozenset(ideal), frozenset(eager)} <= set(extensions(framework, "complete"))


@given(small, semantics, st.integers(0, 4))
def test_a_limit_takes_the_first_extensions(framework: Framework[int], name: str, limit: int) -> None:
    assert list(framework.extensions(name, limit)) == list(framework.extensions(name))[:limit]


@given(frameworks(7), frameworks(4), semantics, st.randoms(use_true_random=False))
def test_names_order_and_strangers_change_nothing(
    framework: Framework[int],
    strangers: Framework[int],
    name: str,
    random,  # type: ignore[no-untyped-def]  # Hypothesis has no name for it
) -> None:
    names = list("abcdefg")[: len(framework.arguments)]
    random.shuffle(names)
    attacks = [(names[source], names[target]) for source, target in framework.attacks]
    attacks += [(f"other {source}", f"other {target}") for source, target in strangers.attacks]
    attacks *= 2
    random.shuffle(attacks)
    others = [f"other {each}" for each in strangers.arguments]
    together = Framework.of(random.sample(names + others, len(names + others)), attacks)
    expected = {
        frozenset({*(names[each] for each in accepted), *(f"other {each}" for each in more)})
        for accepted in extensions(framework, name)
        for more in extensions(strangers, name)
    }
    assert {frozenset(each) for each in together.extensions(name)} == expected


def assert_agreed(framework: Framework[int], name: str) -> None:
    """Assert that an overview says what all labellings agree on."""
    view = overview(framework.graph, name)
    every = list(labellings(framework.graph, name))
    assert view.has_labellings == bool(every)
    columns = [{labels[each] for labels in every} for each in framework.arguments]
    agreed = [next(iter(each)) if len(each) == 1 else Label.UNDECIDED for each in columns]
    assert list(view.labels) == agreed
    assert view.possible == {each for each, labels in enumerate(columns) if Label.IN in labels}


@given(frameworks(7), semantics)
def test_an_overview_says_what_all_labellings_agree_on(framework: Framework[int], name: str) -> None:
    assert_agreed(framework, name)


@pytest.mark.usefixtures("_way")
@pytest.mark.parametrize("name", sorted({*SEMANTICS} - {"grounded"}))
def test_an_overview_says_the_same_of_labellings_that_are_not_listed(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overview_module, "_LISTED", 1)

    @settings(max_examples=30)
    @given(frameworks(7))
    def law(framework: Framework[int]) -> None:
        assert_agreed(framework, name)

    law()


@settings(max_examples=40)
@given(small)
def test_without_double_negations_there_are_the_same_extensions(framework: Framework[int]) -> None:
    graph, numbers = without_double_negations(framework.graph)
    for name in sorted({*SEMANTICS} - {"stage"}):
        expected = set(labellings(framework.graph, name))
        reduced = labellings(graph, name)
        assert {tuple(labels[each] for each in numbers) for labels in reduced} == expected


@given(small)
def test_who_is_attacked_by_one_that_is_attacked_by_one_counts_as_that(framework: Framework[int]) -> None:
    attackers = framework.graph.attackers
    _, numbers = without_double_negations(framework.graph)
    for each in range(len(attackers)):
        way = _back_along_single_attackers(attackers, each)
        # In a circle there is no end from which to count.
        if len(way) > 2 and len(attackers[way[-1]]) != 1:
            assert numbers[each] == numbers[way[2]]


def _back_along_single_attackers(attackers: Sequence[Sequence[int]], start: int) -> list[int]:
    way = [start]
    while len(attackers[way[-1]]) == 1 and attackers[way[-1]][0] not in way:
        way += attackers[way[-1]]
    return way


def _attacks(graph: AttackGraph) -> list[tuple[int, int]]:
    return [(source, target) for source, targets in enumerate(graph.targets) for target in targets]


def _circles(count: int) -> AttackGraph:
    """Return pairs that attack each other, all of which attack one argument, which attacks another."""
    last = 2 * count
    pairs = [(2 * each + side, 2 * each + 1 - side) for each in range(count) for side in (0, 1)]
    return AttackGraph.of(last + 2, [*pairs, *((each, last) for each in range(last)), (last, last + 1)])


@pytest.mark.usefixtures("_way")
@pytest.mark.parametrize("name", ["preferred", "stable", "semi-stable"])
def test_very_many_labellings_need_not_be_listed(name: str) -> None:
    view = overview(_circles(100), name)
    assert [label.value for label in view.labels[-3:]] == ["undecided", "out", "in"]
    assert len(view.possible) == 201


@pytest.mark.usefixtures("_way")
def test_the_first_of_very_many_labellings_come_at_once() -> None:
    circles = Framework.of(range(402), _attacks(_circles(200)))
    assert len(set(circles.extensions("preferred", limit=20))) == 20
    assert circles.accepts(401, "preferred", "skeptical")


@pytest.mark.parametrize("name", sorted({*SEMANTICS} - {"grounded"}))
def test_no_time_at_all_is_reported(name: str) -> None:
    framework = Framework.of(
        range(25), [(s, t) for s, ts in enumerate(_circles(12).targets) for t in ts][:-1]
    )
    with pytest.raises(NotDecidedError, match=r"not decided in 0 seconds"):
        list(framework.extensions(name, timeout=0))


def test_what_is_not_decided_in_time_is_unknown() -> None:
    view = overview(_circles(12), "preferred", deadline=Deadline.after(0))
    assert view.unknown == frozenset(range(26))


def test_wrong_words_are_named_with_the_nearest_right_one() -> None:
    framework = Framework.of("ab", [("a", "b")])
    with pytest.raises(ValueError, match="semantics cannot be 'prefered'; did you mean 'preferred'"):
        framework.extensions("prefered")
    with pytest.raises(ValueError, match="how cannot be 'sceptical'; did you mean 'skeptical'"):
        framework.accepts("a", "preferred", "sceptical")
    with pytest.raises(ValueError, match=r"semantics cannot be 'stable'.*grounded, ideal, eager"):
        framework.extension("stable")
    with pytest.raises(ValueError, match="no argument 'c'"):
        framework.accepts("c")


def test_semantics_with_one_extension_are_known() -> None:
    assert UNIQUE == ("grounded", "ideal", "eager")
