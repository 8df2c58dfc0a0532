"""What the graph of a debate says."""

import sys
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap import ClaimRef, Debate, EvidenceRef, strategies
from argmap.analysis import (
    Graph,
    MissingNetworkxError,
    articulation_points,
    centrality,
    evidence_cut,
    graph_facts,
    grounds,
    islands,
    roots,
)
from argmap.model import ElementRef

pytest.importorskip("networkx")
few = settings(max_examples=40, deadline=None)


def without(graph: Graph, refs: set[ElementRef]) -> Graph:
    """Return a graph without some elements."""
    return Graph(
        tuple(ref for ref in graph.nodes if ref not in refs),
        {
            ref: [edge for edge in edges if edge.source not in refs]
            for ref, edges in graph.incoming.items()
            if ref not in refs
        },
        {
            ref: [edge for edge in edges if edge.target not in refs]
            for ref, edges in graph.outgoing.items()
            if ref not in refs
        },
    )


@few
@given(strategies.debates())
def test_a_debate_falls_apart_without_an_articulation_point_and_without_nothing_else(debate: Debate) -> None:
    graph = Graph.of(debate)
    alone = {island[0] for island in islands(graph) if len(island) == 1}
    apart = {
        ref
        for ref in graph.nodes
        if len(islands(without(graph, {ref}))) > len(islands(graph)) - (ref in alone)
    }
    assert set(articulation_points(graph)) == apart


@few
@given(strategies.debates(), st.data())
def test_a_cut_is_the_fewest_elements_that_keep_all_evidence_from_a_thesis(
    debate: Debate, data: st.DataObject
) -> None:
    graph = Graph.of(debate)
    if not graph.nodes:
        return
    thesis = data.draw(st.sampled_from(graph.nodes))
    cut = evidence_cut(graph, thesis)
    assert thesis not in cut
    assert grounds(without(graph, set(cut)), thesis) == ()
    others = [ref for ref in graph.nodes if ref != thesis][:8]
    for size in range(len(cut)):
        for fewer in combinations(others, size):
            assert grounds(without(graph, set(fewer)), thesis)


@few
@given(strategies.debates())
def test_centrality_is_a_share_and_roots_and_leaves_have_none(debate: Debate) -> None:
    shares = centrality(debate)
    assert list(shares) == list(Graph.of(debate).nodes)
    assert all(0 <= share <= 1 for share in shares.values())
    assert {shares[ref] for ref in roots(debate)} <= {0}


def test_the_order_of_the_text_changes_no_fact() -> None:
    blocks = [f"[C{number}]: c\n  +> [C{number // 2}]\n  -> [C{number // 3}]\n" for number in range(1, 300)]
    forward, backward = (argmap.parse("\n".join(text)).debate for text in (blocks, blocks[::-1]))
    assert centrality(forward) == centrality(backward)
    assert set(articulation_points(forward)) == set(articulation_points(backward))


def test_deep_debates_have_facts() -> None:
    text = "[^E]: e\n  +> [C0]\n\n" + "".join(
        f"[C{number}]\n  +> [C{number + 1}]\n\n" for number in range(3000)
    )
    debate = argmap.parse(text).debate
    assert evidence_cut(debate, "[C3000]") == (ClaimRef("C2999"),)
    assert len(articulation_points(debate)) == 3000


def test_evidence_that_supports_a_thesis_directly_is_in_the_cut() -> None:
    debate = argmap.parse("[A]\n  + [^E]\n  + [B]\n    + [^F]\n    + [^G]\n  + [C]\n    - [^H]").debate
    assert set(evidence_cut(debate, "[A]")) == {EvidenceRef("E"), ClaimRef("B")}


def test_the_facts_of_a_debate_name_its_theses() -> None:
    facts = graph_facts(argmap.parse("[A]\n  + [B]\n    + [^E]: e {source: S}\n  - [C]\n\n[D]\n"))
    (thesis,) = facts.theses
    assert (thesis.thesis, thesis.pros, thesis.cons, thesis.cut) == (ClaimRef("A"), 2, 1, (ClaimRef("B"),))
    assert thesis.source is not None
    assert (thesis.source.share, thesis.source.wholly) == (1, (ClaimRef("B"),))


def test_without_networkx_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(MissingNetworkxError, match=r"pip install \"argmap\[graph\]\""):
        graph_facts(argmap.parse("[A]\n  + [B]"))
