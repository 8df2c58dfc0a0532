"""Questions to a debate."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given

import argmap
from argmap import strategies
from argmap.analysis import (
    Graph,
    ancestors,
    cycles,
    depth,
    depths,
    descendants,
    grounds,
    islands,
    leaves,
    roots,
    statistics,
)
from argmap.data.strong_components import strong_components
from argmap.model import ArgumentRef, ClaimRef, Debate, ElementRef, EvidenceRef

TEXT = """
[Thesis]: One.
  + [Reason]: Two.
    + [^Report]: Three. {source: S, kind: document}
  - <Objection>: Four.
    - [^Denial]: Five. {source: T, kind: testimony}

<Proof>

(1) [^Finding]: Six. {source: U, kind: document}
----
(2) [Middle]: Seven.
(3) [Bridge]: Eight.
----
(4) [Thesis]

[Elsewhere]: Nine.
"""


@pytest.fixture
def debate() -> Debate:
    return argmap.parse(TEXT).debate


def titles(refs: tuple[ElementRef, ...]) -> list[str]:
    return [ref.title for ref in refs]


def test_roots_bear_on_nothing(debate: Debate) -> None:
    assert titles(roots(debate)) == ["Thesis", "Elsewhere"]


def test_nothing_bears_on_leaves(debate: Debate) -> None:
    assert titles(leaves(debate)) == ["Bridge", "Elsewhere", "Report", "Denial", "Finding"]


def test_what_nothing_joins_is_an_island(debate: Debate) -> None:
    assert [len(part) for part in islands(debate)] == [9, 1]


def test_ancestors_are_all_that_something_bears_on(debate: Debate) -> None:
    assert titles(ancestors(debate, ClaimRef("Middle"))) == ["Thesis", "Proof"]


def test_queries_take_what_a_reference_names_as_well(debate: Debate) -> None:
    proof = debate.arguments["Proof"]
    assert ancestors(debate, proof) == ancestors(debate, proof.ref) == (ClaimRef("Thesis"),)
    assert descendants(debate, proof.inferences[0]) == descendants(debate, proof)


def test_descendants_are_all_that_bears_on_something(debate: Debate) -> None:
    assert titles(descendants(debate, ArgumentRef("Objection"))) == ["Denial"]
    assert len(descendants(debate, ClaimRef("Thesis"))) == 8


def test_grounds_are_the_evidence_at_the_end_of_support(debate: Debate) -> None:
    assert titles(grounds(debate, ClaimRef("Thesis"))) == ["Report", "Finding"]
    assert titles(grounds(debate, ClaimRef("Middle"))) == ["Finding"]


def test_depth_counts_steps_to_the_root(debate: Debate) -> None:
    assert depths(debate)[EvidenceRef("Report")] == 2
    assert depths(debate)[EvidenceRef("Finding")] == 2
    assert depth(debate) == 2


def test_nothing_has_no_depth() -> None:
    assert depth(argmap.parse("").debate) == 0


def test_a_circle_without_a_root_has_a_depth() -> None:
    found = depths(argmap.parse("[A]: x\n  + [B]: y\n    + [A]").debate)
    assert list(found.values()) == [0, 1]


@pytest.mark.parametrize(
    ("text", "circles"),
    [
        ("[A]: x\n  + [B]: y", []),
        ("[A]: x\n  - [B]: y\n    - [A]", []),
        ("[A]: x\n  + [A]", [["A"]]),
        ("[A]: x\n  + [B]: y\n    + [C]: z\n      + [A]", [["A", "C", "B"]]),
        ("[A]: x\n  + [B]: y\n    + [A]\n    + [C]: z\n      + [A]", [["A", "B"]]),
        ("<X>\n\n(1) [A]\n----\n(2) [B]\n\n<Y>\n\n(1) [B]\n----\n(2) [A]", [["A", "X", "B", "Y"]]),
        ("<X>\n\n(1) [A]\n----\n(2) [B]\n----\n(3) [C]\n\n[A]: x\n  + [B]", [["A", "B"]]),
    ],
)
def test_support_that_leads_back_is_a_circle(text: str, circles: list[list[str]]) -> None:
    assert [titles(one) for one in cycles(argmap.parse(text).debate)] == circles


@pytest.mark.parametrize(
    ("blocks", "circles"),
    [
        (["[A]\n  + [B]", "[B]\n  + [A]", "[C]\n  + [D]", "[D]\n  + [C]"], [["A", "B"], ["C", "D"]]),
        (["[A]\n  + [B]\n  + [C]", "[B]\n  + [A]", "[C]\n  + [A]"], [["A", "B"]]),
        (["[A]\n  + [B]", "[B]\n  + [C]", "[C]\n  + [A]"], [["A", "C", "B"]]),
    ],
)
def test_circles_do_not_depend_on_the_order_of_the_text(blocks: list[str], circles: list[list[str]]) -> None:
    texts = ["\n\n".join(order) for order in permutations(blocks)]
    answers = [[titles(one) for one in cycles(argmap.parse(text).debate)] for text in texts]
    assert answers == [circles] * len(texts)


@given(strategies.markup())
def test_each_step_of_a_circle_supports_the_next(text: str) -> None:
    graph = Graph.of(argmap.parse(text).debate)
    steps = [pair for one in cycles(graph) for pair in zip(one, (*one[1:], one[0]), strict=True)]
    assert all(after in graph.supported(before) for before, after in steps)


@given(strategies.markup())
def test_islands_have_everything_once(text: str) -> None:
    debate = argmap.parse(text).debate
    assert sorted(ref for part in islands(debate) for ref in part) == sorted(
        one.ref for one in debate.elements
    )


@given(strategies.markup(max_blocks=3))
def test_ancestors_have_their_descendants(text: str) -> None:
    graph = Graph.of(argmap.parse(text).debate)
    up = {(one, other) for one in graph.nodes for other in ancestors(graph, one)}
    down = {(other, one) for one in graph.nodes for other in descendants(graph, one)}
    assert up == down


@given(strategies.markup())
def test_queries_of_a_graph_are_those_of_its_debate(text: str) -> None:
    debate = argmap.parse(text).debate
    graph = Graph.of(debate)
    assert [query(graph) for query in (roots, leaves, islands, depths, cycles)] == [
        query(debate) for query in (roots, leaves, islands, depths, cycles)
    ]


def test_strong_components_need_no_recursion() -> None:
    chain = {number: (number + 1,) for number in range(50_000)}
    circle = {**chain, 50_000: (0,)}
    assert [len(one) for one in strong_components(range(50_001), circle)] == [50_001]


def test_statistics_count_everything(debate: Debate) -> None:
    found = statistics(debate)
    assert (found.claims, found.grounded, found.evidence, found.arguments) == (5, 3, 3, 2)
    assert found.evidence_kinds == {"document": 2, "testimony": 1}
    assert found.sketched_relations == {"attack": 2, "support": 2}
    assert (found.reconstructed, found.inferences, found.derived_relations) == (1, 2, 3)
    assert (found.roots, found.leaves, found.islands, found.cycles, found.depth) == (2, 5, 2, 0, 2)
