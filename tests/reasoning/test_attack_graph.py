"""Which arguments attack which, as lists of numbers."""

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.reasoning.attack_graph import AttackGraph

# More arguments than are handled at a time, with attacks across the borders of parts.
_COUNT = 5000
numbers = st.sampled_from((0, 1, 2, 2047, 2048, 2049, 4095, 4096, _COUNT - 1))
pairs = st.lists(st.tuples(numbers, numbers), max_size=20)


@settings(max_examples=40)
@given(pairs)
def test_each_attack_is_listed_once_at_both_of_its_ends(attacks: list[tuple[int, int]]) -> None:
    graph = AttackGraph.of(_COUNT, attacks)
    listed = [(source, target) for source, targets in enumerate(graph.targets) for target in targets]
    assert sorted(listed) == sorted(set(attacks))
    assert [(source, target) for target, sources in enumerate(graph.attackers) for source in sources] == (
        sorted(set(attacks), key=lambda pair: (pair[1], pair[0]))
    )
    assert list(graph.attacker_counts) == list(map(len, graph.attackers))


@given(pairs)
def test_targets_are_listed_in_the_order_of_the_attacks(attacks: list[tuple[int, int]]) -> None:
    targets = AttackGraph.of(_COUNT, attacks).targets
    assert targets[0] == list(dict.fromkeys(target for source, target in attacks if source == 0))


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=20))
def test_a_part_has_the_attacks_among_its_arguments(attacks: list[tuple[int, int]]) -> None:
    part = AttackGraph.of(9, attacks).part([7, 3, 5])
    inside = {7: 0, 3: 1, 5: 2}
    expected = AttackGraph.of(3, [(inside[a], inside[b]) for a, b in attacks if a in inside and b in inside])
    assert part.attackers == expected.attackers
