"""Carneades graphs."""

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.reasoning import carneades_labels
from argmap.reasoning.carneades import CarneadesArgument, CarneadesGraph, CarneadesIssue

statements = st.sampled_from("abcdef")


@st.composite
def graphs(draw: st.DrawFn) -> CarneadesGraph:
    """Return any graph of six statements, two of which may be positions of an issue."""
    arguments = st.builds(
        CarneadesArgument,
        premises=st.lists(statements, max_size=3),
        conclusion=statements,
        undercutter=st.none() | statements,
        weighing=st.sampled_from(["linked", "convergent", "cumulative", "factorized"]),
    )
    issues = st.builds(
        CarneadesIssue, positions=st.just(["a", "b"]), standard=st.sampled_from(["DV", "PE", "CCE", "BRD"])
    )
    return CarneadesGraph(
        statements=list("abcdef"),
        assumptions=draw(st.lists(statements, max_size=2, unique=True)),
        arguments=draw(st.lists(arguments, max_size=6)),
        issues=draw(st.lists(issues, max_size=1)),
    )


@given(graphs(), st.randoms(use_true_random=False))
def test_the_order_of_arguments_and_statements_changes_no_label(graph: CarneadesGraph, random) -> None:  # type: ignore[no-untyped-def]  # Hypothesis has no name for it
    before = carneades_labels(graph)
    shuffled = graph.copy()
    shuffled["arguments"] = random.sample(graph["arguments"], len(graph["arguments"]))
    shuffled["statements"] = random.sample(graph["statements"], 6)
    assert carneades_labels(shuffled) == before


@given(graphs())
def test_assumptions_are_in_and_at_most_one_other_position_is(graph: CarneadesGraph) -> None:
    labels = carneades_labels(graph)
    assert all(labels[each] == "in" for each in graph["assumptions"])
    positions = [each for issue in graph["issues"] for each in issue["positions"]]
    assert sum(labels[each] == "in" for each in {*positions} - {*graph["assumptions"]}) <= 1


def labels_of(*arguments: CarneadesArgument, positions: str = "", standard: str = "PE") -> str:
    """Return the labels of a and b by their first letters, where c and d are assumed and e is not."""
    issues = [CarneadesIssue(positions=list(positions), standard=standard)] if positions else []
    labels = carneades_labels(
        CarneadesGraph(statements=list("abcde"), assumptions=["c", "d"], arguments=arguments, issues=issues)
    )
    return labels["a"][0] + labels["b"][0]


def argument(premises: Iterable[str], conclusion: str, **more: object) -> CarneadesArgument:
    return {"premises": list(premises), "conclusion": conclusion, **more}  # type: ignore[typeddict-item]  # of the right kinds


def test_an_undercut_argument_has_no_weight() -> None:
    assert labels_of(argument("c", "a"), argument("d", "b")) == "ii"
    assert labels_of(argument("c", "a", undercutter="b"), argument("d", "b")) == "oi"


def test_weighings_count_premises_in_their_ways() -> None:
    half, whole = argument("ce", "a", weighing="cumulative"), argument("c", "b")
    assert labels_of(half, whole, positions="ab") == "oi"
    assert labels_of(argument("ce", "a", weighing="convergent"), whole, positions="ab") == "oo"
    assert labels_of(argument("ce", "a"), positions="ab") == "oo"
    one, two = argument("c", "a", weighing="factorized"), argument("cd", "b", weighing="factorized")
    assert labels_of(one, two, positions="ab") == "oi"


def test_standards_ask_for_a_margin() -> None:
    strong, weak = argument("c", "a", weight=0.9), argument("d", "b", weight=0.35)
    by_standard = [labels_of(strong, weak, positions="ab", standard=each) for each in ("PE", "CCE", "BRD")]
    assert by_standard == ["io", "io", "oo"]


def test_circles_of_support_are_undecided() -> None:
    assert labels_of(argument("b", "a"), argument("a", "b")) == "uu"


def test_long_chains_are_labelled_without_recursion() -> None:
    names = [str(each) for each in range(20_001)]
    chain = [argument([before], after) for before, after in pairwise(names)]
    graph = CarneadesGraph(statements=names, assumptions=["0"], arguments=chain)
    assert carneades_labels(graph)["20000"] == "in"


def test_unknown_words_and_statements_are_named() -> None:
    with pytest.raises(ValueError, match="'x' is not a statement"):
        labels_of(argument("x", "a"))
    with pytest.raises(ValueError, match="'heavy' is unknown; there are linked"):
        labels_of(argument("c", "a", weighing="heavy"))
    with pytest.raises(ValueError, match="'QED' is unknown"):
        labels_of(positions="ab", standard="QED")
