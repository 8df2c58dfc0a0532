"""The grounded labelling against its definition."""

from collections.abc import Iterable, Sequence
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from argmap.reasoning.attack_graph import AttackGraph
from argmap.reasoning.grounded import grounded
from argmap.reasoning.label import Label

numbers = st.integers(0, 5)
graphs = st.builds(AttackGraph.of, st.just(6), st.lists(st.tuples(numbers, numbers), max_size=14))


def is_complete(graph: AttackGraph, labels: tuple[Label, ...]) -> bool:
    """Return whether a labelling is complete (Baroni, Caminada and Giacomin 2011, definition 9)."""
    for argument, label in enumerate(labels):
        others = {labels[other] for other in graph.attackers[argument]}
        is_in, is_out = others <= {Label.OUT}, Label.IN in others
        if (label is Label.IN) != is_in or (label is Label.OUT) != is_out:
            return False
    return True


@given(graphs)
def test_grounded_is_the_least_complete_labelling(graph: AttackGraph) -> None:
    complete = [labels for labels in product(Label, repeat=len(graph)) if is_complete(graph, labels)]
    least = min(complete, key=lambda labels: labels.count(Label.IN))
    assert tuple(grounded(graph).labels) == least
    accepted = {argument for argument, label in enumerate(least) if label is Label.IN}
    assert all(all(labels[argument] is Label.IN for argument in accepted) for labels in complete)


@given(graphs)
def test_rounds_are_those_of_the_grounded_iteration(graph: AttackGraph) -> None:
    result = grounded(graph)
    labels, rounds = result.labels, result.rounds

    def expected(argument: int) -> int:
        attackers = graph.attackers[argument]
        if labels[argument] is Label.IN:
            return 1 + max((rounds[other] for other in attackers), default=0)
        if labels[argument] is Label.OUT:
            return 1 + min(rounds[other] for other in attackers if labels[other] is Label.IN)
        return 0

    assert list(rounds) == [expected(argument) for argument in range(len(graph))]


@given(graphs, st.sets(numbers))
def test_held_arguments_stay_undecided_and_decide_nothing_else(graph: AttackGraph, held: set[int]) -> None:
    # Who attacks itself and nothing else attacks what it attacks is undecided, too.
    doubled = AttackGraph.of(
        len(graph),
        [
            *((s, t) for s, targets in enumerate(graph.targets) for t in targets if t not in held),
            *((each, each) for each in held),
        ],
    )
    assert grounded(graph, held=held).labels == grounded(doubled).labels


@given(graphs, st.sets(numbers))
def test_rejected_arguments_are_out_as_if_an_argument_attacked_them(
    graph: AttackGraph, rejected: set[int]
) -> None:
    attacks = [(source, target) for source, targets in enumerate(graph.targets) for target in targets]
    attacked = AttackGraph.of(7, [*attacks, *((6, each) for each in rejected)])
    assert grounded(graph, rejected=rejected).labels == grounded(attacked).labels[:6]


class _Counting(list[list[int]]):
    """Targets of arguments, and how often those of each are asked for."""

    def __init__(self, targets: Iterable[Sequence[int]]) -> None:
        super().__init__(map(list, targets))
        self.asked = [0] * len(self)

    def __getitem__(self, place):  # type: ignore[no-untyped-def]  # that of lists has overloads
        self.asked[place] += 1
        return super().__getitem__(place)


@given(graphs)
def test_what_an_argument_attacks_is_looked_at_once_and_only_if_it_is_decided(graph: AttackGraph) -> None:
    targets = _Counting(graph.targets)
    labels = grounded(AttackGraph(targets)).labels
    assert targets.asked == [label is not Label.UNDECIDED for label in labels]


def test_a_long_chain_is_decided_without_recursion() -> None:
    chain = AttackGraph.of(50_000, ((each, each + 1) for each in range(49_999)))
    assert grounded(chain).rounds[-1] == 50_000
