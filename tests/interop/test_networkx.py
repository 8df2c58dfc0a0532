"""Debates as graphs of networkx, and back."""

import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap import ArgumentRef, ClaimRef, Debate, EvidenceRef, strategies

networkx = pytest.importorskip("networkx")
to_graph = pytest.importorskip("argmap.interop.networkx").to_graph
from_graph = pytest.importorskip("argmap.interop.networkx").from_graph

TEXT = """
[A]: Sun. #crux #(open question)
  + <B>: Because. {relation: {strength: 0.4}}
    <_ [^E]: Evidence. {source: S}
  >< [C]: Rain.

<R>

(1) [^E]
(2) [P]: p
----
(3) [A]
"""


def plain(graph: "networkx.Graph") -> "networkx.Graph":
    """Return a graph without objects, as files hold it."""
    copy = graph.copy()
    copy.graph.clear()
    for _, cells in copy.nodes(data=True):
        del cells["element"]
    for *_, cells in copy.edges(data=True):
        del cells["relation"]
    return copy


def contents(graph: "networkx.Graph") -> tuple[list[Any], list[Any]]:
    return sorted(plain(graph).nodes(data=True), key=str), sorted(plain(graph).edges(data=True), key=str)


@settings(max_examples=40, deadline=None)
@given(strategies.debates())
def test_a_debate_comes_back_from_its_graph(debate: Debate) -> None:
    assert from_graph(to_graph(debate)) == debate


@settings(max_examples=40, deadline=None)
@given(strategies.debates())
def test_what_a_graph_says_is_kept_without_the_objects(debate: Debate) -> None:
    graph = to_graph(debate)
    back = to_graph(from_graph(plain(graph)))
    nodes, edges = contents(graph)
    for _, _, cells in edges:
        # Inferences are lost.
        cells.pop("inference", None)
    # What other data relations have is lost, too, and then some may be the same.
    different = [edge for place, edge in enumerate(edges) if edge not in edges[:place]]
    assert contents(back) == (nodes, sorted(different, key=str))


@settings(max_examples=40, deadline=None)
@given(strategies.debates(), st.data())
def test_what_is_removed_from_a_graph_is_gone(debate: Debate, data: st.DataObject) -> None:
    graph = to_graph(debate)
    titles = [str(element.ref) for element in debate]
    removed = data.draw(st.sets(st.sampled_from(titles)) if titles else st.just(set()))
    graph.remove_nodes_from(removed)
    part = from_graph(graph)
    steps = {str(ref) for argument in part.arguments.values() for ref in argument.step_refs}
    assert {str(element.ref) for element in part} == (set(titles) - removed) | steps
    assert set(part.relations) <= set(debate.relations)


def test_a_graph_says_what_people_look_for() -> None:
    graph = to_graph(argmap.parse(TEXT))
    assert graph.nodes["[A]"]["tags"] == "#crux #(open question)"
    assert [cells["strength"] for cells in graph["<B>"]["[A]"].values()] == [0.4]
    assert [cells["kind"] for cells in graph["[^E]"]["<B>"].values()] == ["undercut"]
    assert {cells["derived"] for cells in graph["<R>"]["[A]"].values()} == {True}


def test_a_graph_can_be_written_to_a_file_and_read() -> None:
    graph = plain(to_graph(argmap.parse(TEXT)))
    file = io.BytesIO()
    networkx.write_graphml(graph, file)
    file.seek(0)
    assert contents_of_file(networkx.read_graphml(file)) == contents_of_file(graph)


def contents_of_file(graph: "networkx.Graph") -> object:
    debate = from_graph(graph)
    return sorted(map(repr, debate)), sorted(map(repr, debate.relations))


def test_any_graph_is_a_debate() -> None:
    debate = from_graph(networkx.DiGraph([("Rain", "[Wet]"), ("<B>", "Rain"), ("[^E]", "Rain")]))
    assert list(debate.claims) == ["Rain", "Wet"]
    assert debate.supporters("Rain") == (ArgumentRef("B"), EvidenceRef("E"))
    assert debate.supporters("[Wet]") == (ClaimRef("Rain"),)
    assert len(argmap.build_map(debate).nodes) == 4


@pytest.mark.parametrize(
    ("graph", "message"),
    [
        (
            networkx.DiGraph([("A", "B", {"kind": "supports"})]),
            "there is no kind 'supports'; did you mean 'support'",
        ),
        (networkx.DiGraph([("A", "B", {"kind": "x"})]), "write support, attack"),
    ],
)
def test_unknown_kinds_are_refused(graph: "networkx.Graph", message: str) -> None:
    with pytest.raises(ValueError, match=message):
        from_graph(graph)


def test_an_unknown_kind_of_node_is_refused() -> None:
    graph = networkx.DiGraph()
    graph.add_node("A", kind="clam")
    with pytest.raises(ValueError, match="node 'A': there is no kind 'clam'; did you mean 'claim'"):
        from_graph(graph)


def test_relations_to_inferences_that_a_graph_does_not_have_are_relations_to_the_argument() -> None:
    graph = networkx.MultiDiGraph()
    graph.add_edge("[A]", "<B>", kind="undercut", inference=1)
    graph.add_edge("[A]", "<B>", kind="undercut", inference=2)
    assert [str(relation) for relation in from_graph(graph).relations] == ["[A] undercuts <B>"]
