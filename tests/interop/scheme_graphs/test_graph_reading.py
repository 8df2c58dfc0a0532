"""From scheme graphs to debates."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.interop.scheme_graphs.graph_files import graphs, text_of

from argmap import parse, to_text
from argmap.interop import Fate, FormatError, aif, read, same, write
from argmap.interop.scheme_graphs.aif_json import graph_json
from argmap.interop.scheme_graphs.scheme_graph import GraphEdge, GraphNode, GraphNodeKind, SchemeGraph


@settings(max_examples=60)
@given(graphs())
def test_any_graph_is_read_and_written_back_without_loss(graph: SchemeGraph) -> None:
    debate = aif.loads(text_of(graph))
    writing = write(debate, format="aif", certify=True)
    assert writing.report.is_lossless
    assert writing.report.certificate is not None
    assert writing.report.certificate.is_same


@settings(max_examples=60)
@given(graphs())
def test_all_nodes_and_edges_come_back(graph: SchemeGraph) -> None:
    written = json.loads(aif.dumps(aif.loads(text_of(graph))))
    assert {node["nodeID"] for node in written["nodes"]} == {node.id for node in graph.nodes}
    assert sorted((edge["fromID"], edge["toID"]) for edge in written["edges"]) == sorted(
        (edge.source, edge.target) for edge in graph.edges
    )


@settings(max_examples=40)
@given(graphs())
def test_what_is_written_is_written_again_as_it_is(graph: SchemeGraph) -> None:
    text = aif.dumps(aif.loads(text_of(graph)))
    assert aif.dumps(aif.loads(text)) == text


@settings(max_examples=40)
@given(graphs(), st.randoms(use_true_random=False))
def test_the_order_of_nodes_makes_no_difference(graph: SchemeGraph, chance: st.random.Random) -> None:  # type: ignore[name-defined]
    nodes = list(graph.nodes)
    chance.shuffle(nodes)
    other = SchemeGraph(nodes, graph.edges)
    debates = [read(text_of(each), format="aif", titles="ids").debate for each in (graph, other)]
    claims = [set(debate.claims) for debate in debates]
    relations = [{(each.kind, each.source, each.target) for each in debate.relations} for debate in debates]
    assert (claims[0], relations[0]) == (claims[1], relations[1])


def test_linked_premises_are_steps_of_one_argument() -> None:
    nodes = [GraphNode(name, GraphNodeKind.PROPOSITION, name) for name in "abc"]
    nodes.append(GraphNode("r", GraphNodeKind.INFERENCE, "RA"))
    edges = [GraphEdge(str(n), *ends) for n, ends in enumerate([("a", "r"), ("b", "r"), ("r", "c")])]
    (argument,) = aif.loads(text_of(SchemeGraph(nodes, edges))).arguments.values()
    assert [str(ref) for ref in argument.inferences[0].premises] == ["[a]", "[b]"]
    assert str(argument.conclusion) == "[c]"


def test_a_node_that_was_edited_elsewhere_says_what_is_visible() -> None:
    written = json.loads(aif.dumps(parse("[A]: It rains. {certainty: low}")))
    written["nodes"][0]["text"] = "It pours."
    reading = read(json.dumps(written), format="aif")
    assert reading.debate.claims["A"].text == "It pours."
    assert [loss.feature for loss in reading.report.losses if loss.fate is Fate.CHANGED] == [
        "edited elsewhere"
    ]


def test_an_edge_that_ends_nowhere_is_refused_or_left_out_and_reported() -> None:
    nodes = '[{"nodeID": 1, "text": "a", "type": "I"}]'
    text = f'{{"nodes": {nodes}, "edges": [{{"edgeID": 1, "fromID": 1, "toID": 2}}]}}'
    with pytest.raises(FormatError, match=r"^1:91: I403 `edges\.toID` names 2, which is not there"):
        aif.loads(text)
    reading = read(text, lenient=True)
    assert [(loss.fate, loss.subject) for loss in reading.report.losses] == [(Fate.DROPPED, "edge 1")]


def test_who_said_what_is_kept_over_the_debate() -> None:
    nodes = [
        {"nodeID": "1", "text": "It rains", "type": "I"},
        {"nodeID": "10", "text": "Ann Lee : It rains", "type": "L"},
        {"nodeID": "11", "text": "Asserting", "type": "YA", "scheme": "Asserting"},
    ]
    edges = [("10", "11"), ("11", "1")]
    file = {
        "nodes": nodes,
        "edges": [{"edgeID": str(n), "fromID": a, "toID": b} for n, (a, b) in enumerate(edges)],
        "participants": [{"participantID": 1, "firstname": "Ann", "surname": "Lee"}],
    }
    debate = aif.loads(json.dumps(file))
    assert debate.claims["It rains"].speakers == ("Ann Lee",)
    assert debate.metadata["dialogue"]["illocutions"][0]["about"] == ("[It rains]",)  # type: ignore[index,call-overload]
    assert same(aif.loads(aif.dumps(debate)), debate)


def test_an_attack_that_says_again_what_another_says_comes_back_with_who_says_it() -> None:
    nodes = [GraphNode(name, GraphNodeKind.PROPOSITION, name) for name in "ab"]
    nodes += [GraphNode(name, GraphNodeKind.CONFLICT, "CA") for name in ("c", "d")]
    nodes += [
        GraphNode("l", GraphNodeKind.LOCUTION, "no"),
        GraphNode("y", GraphNodeKind.ILLOCUTION, "Disagreeing"),
    ]
    ends = [("a", "c"), ("c", "b"), ("a", "d"), ("d", "b"), ("l", "y"), ("y", "d")]
    graph = SchemeGraph(nodes, [GraphEdge(str(place), *pair) for place, pair in enumerate(ends, 1)])
    text = aif.dumps(parse(to_text(aif.loads(text_of(graph)))))
    assert "argmap" not in text
    written = json.loads(text)
    assert len(written["nodes"]) == 6
    assert sorted((edge["fromID"], edge["toID"]) for edge in written["edges"]) == sorted(ends)


@settings(max_examples=40)
@given(graphs())
def test_claims_that_rephrase_others_may_be_wordings_of_these(graph: SchemeGraph) -> None:
    reading = read(text_of(graph), format="aif", rephrase="wordings")
    joined = [loss for loss in reading.report.losses if loss.feature == "rephrase" and loss.span]
    changed = [loss for loss in joined if loss.fate is Fate.CHANGED]
    aside = read(text_of(graph), format="aif")
    assert len(reading.debate.claims) == len(aside.debate.claims) - len(changed)
    assert same(parse(to_text(reading.debate)).debate, reading.debate)
    assert write(reading.debate, format="aif").report.is_lossless


def test_a_chain_of_rephrases_is_one_claim_also_if_it_is_a_ring() -> None:
    names = [*"axbycz"]
    kinds = [GraphNodeKind.REPHRASE if name in "xyz" else GraphNodeKind.PROPOSITION for name in names]
    nodes = [GraphNode(*pair, name) for name, *pair in zip(names, names, kinds, strict=True)]
    ends = [*zip(names, [*names[1:], "a"], strict=True)]
    graph = SchemeGraph(nodes, [GraphEdge(str(place), *pair) for place, pair in enumerate(ends)])
    (claim,) = read(text_of(graph), rephrase="wordings").debate.claims.values()
    assert {place.text for place in claim.statements} == {"a", "b", "c"}


def test_schemes_are_known_by_the_numbers_of_aifdb_where_no_name_is_given() -> None:
    nodes = [GraphNode(name, GraphNodeKind.PROPOSITION, name) for name in "ab"]
    nodes.append(GraphNode("r", GraphNodeKind.INFERENCE, "Default Inference"))
    graph = graph_json(SchemeGraph(nodes, [GraphEdge("1", "a", "r"), GraphEdge("2", "r", "b")]))
    file = {**graph, "schemefulfillments": [{"nodeID": "r", "schemeID": "15"}]}
    for form, text in (("aif", json.dumps(file)), ("xaif", json.dumps({"AIF": file}))):
        debate = read(text, format=form).debate
        (inference,) = debate.arguments["Expert Opinion"].inferences
        assert inference.scheme is not None
        assert (inference.scheme.name, inference.rules) == ("expert_opinion", ())
        assert write(debate, format=form, certify=True).report.is_lossless
        assert same(parse(to_text(debate)).debate, debate)


def test_whoever_takes_part_in_arguebuf_is_the_speaker() -> None:
    nodes = {"a": {"atom": {"text": "It rains.", "participant": "p"}}}
    file = {"nodes": nodes, "edges": {}, "participants": {"p": {"name": "Ann Lee"}}}
    debate = read(json.dumps(file), format="arguebuf").debate
    assert debate.claims["It rains."].speakers == ("Ann Lee",)
    written = json.loads(write(debate, format="arguebuf").text)
    assert (written["nodes"], written["participants"]) == (nodes, file["participants"])


@settings(max_examples=30)
@given(graphs())
def test_what_is_not_as_in_the_file_is_reported_with_its_place(graph: SchemeGraph) -> None:
    text = text_of(graph)
    for loss in read(text, format="aif").report.losses:
        assert loss.span is not None
        assert loss.subject.partition(" ")[2] in text[loss.span.start : loss.span.end]
