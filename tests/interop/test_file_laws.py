"""What holds of files in other formats: nothing in them is overlooked, and their order says nothing."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fuzz.damaged_files import damaged, samples
from tests.interop.scheme_graphs.graph_files import graphs, text_of

from argmap import strategies
from argmap.interop import WRITERS, FormatError, Reading, read, same, write
from argmap.interop.conversion.own_data import foreign_id
from argmap.interop.scheme_graphs.scheme_graph import PROPOSITIONS, STEPS, SchemeGraph
from argmap.model import Debate
from argmap.model.sameness.same import counted_facts

SAMPLES = samples()
# By format: lines that say something of their own, and where the items of JSON are.
LINES = ("csv", "apx", "bag", "tgf", "iccma-af", "kialo", "ltac", "brat")
LISTS = {
    "aif": ("nodes", "edges"),
    "xaif": ("AIF", "nodes", "edges"),
    "sadface": ("nodes", "edges"),
    "arguebuf": ("nodes", "edges"),
}


@pytest.mark.parametrize("form", WRITERS)
@settings(max_examples=6)
@given(debate=strategies.debates(max_blocks=3, max_elements=3))
def test_what_is_written_of_a_file_is_written_again_as_it_is(form: str, debate: Debate) -> None:
    text = write(read(write(debate, format=form).text, format=form).debate, format=form).text
    assert write(read(text, format=form).debate, format=form).text == text


@settings(max_examples=40)
@given(graphs())
def test_every_node_is_in_the_debate_or_in_the_report(graph: SchemeGraph) -> None:
    reading = read(text_of(graph), format="aif")
    names = {foreign_id(each.data, "aif") for each in (*reading.debate, *reading.debate.relations)}
    names |= {loss.subject.removeprefix("node ") for loss in reading.report.losses}
    assert {node.id for node in graph.nodes} <= names
    counts = reading.report.counts
    assert (counts["nodes"], counts["edges"]) == (len(graph.nodes), len(graph.edges))


@settings(max_examples=40)
@given(graphs())
def test_nodes_are_claims_arguments_relations_or_aside(graph: SchemeGraph) -> None:
    reading = read(text_of(graph), format="aif", titles="ids")
    debate, losses = reading.debate, reading.report.losses
    arguments = [each for each in debate.arguments.values() if "part" not in _own(each.data)]
    named = {foreign_id(each.data, "aif") for each in debate.relations} - {None}
    kinds = {node.id: node.kind for node in graph.nodes}
    aside = {loss.subject for loss in losses if loss.feature in ("L", "YA", "TA", "MA", "PA", "EN")}
    both = [loss for loss in losses if loss.feature == "locution as claim"]
    assert len(graph.nodes) == len(debate.claims) + len(arguments) + len(named) + len(aside) - len(both)
    assert {kinds[str(name)] for name in named} <= STEPS
    assert {kinds[str(foreign_id(each.data, "aif"))] for each in debate.claims.values()} <= PROPOSITIONS


def _own(data: Any) -> Any:
    return data.get("aif", {})


@settings(max_examples=40)
@given(graphs(), st.data())
def test_whatever_is_left_out_of_a_graph_changes_what_is_read(
    graph: SchemeGraph, data: st.DataObject
) -> None:
    file = json.loads(text_of(graph))
    word = data.draw(st.sampled_from([word for word in ("nodes", "edges") if file[word]] or [""]))
    if word:
        gone = file[word].pop(data.draw(st.integers(0, len(file[word]) - 1)))
        if word == "nodes":
            ends = ("fromID", "toID")
            file["edges"] = [
                each for each in file["edges"] if gone["nodeID"] not in [each[end] for end in ends]
            ]
        assert content(json.dumps(file), "aif") != content(text_of(graph), "aif")


def content(text: str, form: str) -> object:
    """Return all that is read from a file, without where it is and how much of it there is."""
    try:
        reading = read(text, format=form, titles="ids")
    except FormatError as error:
        return error.diagnostics[0].code
    return counted_facts(reading.debate), _losses(reading)


def _losses(reading: Reading) -> list[tuple[str, ...]]:
    losses = reading.report.losses
    return sorted((loss.fate.value, loss.feature, loss.subject, loss.detail) for loss in losses)


@pytest.mark.parametrize("form", LINES)
def test_whatever_line_is_left_out_changes_what_is_read(form: str) -> None:
    lines = SAMPLES[form].splitlines(keepends=True)
    whole = content(SAMPLES[form], form)
    others = ["".join(lines[:place] + lines[place + 1 :]) for place, line in enumerate(lines) if line.strip()]
    assert [text for text in others if content(text, form) == whole] == []


@pytest.mark.parametrize("form", LISTS)
def test_whatever_item_is_left_out_changes_what_is_read(form: str) -> None:
    whole = content(SAMPLES[form], form)
    assert [text for text in without_items(form) if content(text, form) == whole] == []


def without_items(form: str) -> Iterator[str]:
    """Yield the sample of a format without each of its nodes and edges."""
    *above, nodes, edges = LISTS[form]
    for word in (nodes, edges):
        for place in range(len(_at(json.loads(SAMPLES[form]), above)[word])):
            file = json.loads(SAMPLES[form])
            items = _at(file, above)[word]
            del items[place if isinstance(items, list) else list(items)[place]]
            yield json.dumps(file)


def _at(file: Any, path: list[str]) -> Any:
    for word in path:
        file = file[word]
    return file


@settings(max_examples=40)
@given(graphs(), st.randoms(use_true_random=False))
def test_the_order_of_nodes_and_edges_says_nothing(graph: SchemeGraph, chance: Any) -> None:
    # But for the edges into one inference: that is the order of its premises.
    nodes, edges = list(graph.nodes), list(graph.edges)
    chance.shuffle(nodes)
    targets = list(dict.fromkeys(edge.target for edge in edges))
    chance.shuffle(targets)
    mixed = sorted(edges, key=lambda edge: targets.index(edge.target))
    debates = [
        read(text_of(each), format="aif", titles="ids", dialogue="drop").debate
        for each in (graph, SchemeGraph(nodes, mixed))
    ]
    claims = [without_metadata(debate) for debate in debates]
    assert claims[0] == claims[1]


def without_metadata(debate: Debate) -> object:
    """Return what a debate says but for what it keeps in the order of the file."""
    return {fact for fact in counted_facts(debate) if fact[0] != "debate"}


@pytest.mark.parametrize("form", SAMPLES)
@settings(max_examples=10)
@given(chance=st.randoms(use_true_random=False), is_lenient=st.booleans())
def test_a_damaged_file_is_read_or_refused_with_a_place_in_it(
    form: str, chance: Any, is_lenient: bool
) -> None:
    text = damaged(SAMPLES[form], chance)
    start, end = 0, 0
    try:
        read(text, format=form, lenient=is_lenient)
    except FormatError as error:
        start, end = error.diagnostics[0].span[:2]
    assert 0 <= start <= end <= len(text)


def test_further_rows_of_a_thing_may_come_before_its_first() -> None:
    header = "id,kind,text,relation,parent"
    rows = ["a,claim,x,attacks,b", "a,,,supports,c", "b,evidence,y,,", "c,,z,,"]
    debates = [
        read("\n".join([header, *order]), format="csv").debate for order in itertools.permutations(rows)
    ]
    assert all(same(debate, debates[0]) for debate in debates)


@pytest.mark.parametrize("form", ["csv", "apx", "bag"])
@settings(max_examples=20)
@given(chance=st.randoms(use_true_random=False), debate=strategies.debates(max_blocks=3, max_elements=3))
def test_the_order_of_rows_and_facts_says_nothing(form: str, chance: Any, debate: Debate) -> None:
    text = write(debate, format=form).text
    # A text in several lines, or premises in another order, would be another table.
    if '"' not in text and "premise" not in text:
        lines = text.splitlines(keepends=True)
        header = 1 if form == "csv" else 0
        mixed = lines[header:]
        chance.shuffle(mixed)
        again = "".join([*lines[:header], *mixed])
        assert same(read(again, format=form).debate, read(text, format=form).debate)


@settings(max_examples=40)
@given(graphs(), st.integers(0, 99))
def test_ids_of_edges_come_back_or_are_reported(graph: SchemeGraph, first: int) -> None:
    edges = [evolve(edge, id=str(first + place)) for place, edge in enumerate(graph.edges)]
    reading = read(text_of(SchemeGraph(graph.nodes, edges)), format="aif")
    again = json.loads(write(reading.debate, format="aif", extras=False).text)
    is_reported = "edge ids" in {loss.feature for loss in reading.report.losses}
    assert is_reported or {edge["edgeID"] for edge in again["edges"]} == {edge.id for edge in edges}


@pytest.mark.parametrize("form", LISTS)
def test_ids_of_edges_that_only_count_are_not_worth_a_word(form: str) -> None:
    text = write(read(SAMPLES[form], format=form).debate, format=form).text
    assert "edge ids" not in {loss.feature for loss in read(text, format=form).report.losses}
