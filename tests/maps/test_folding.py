"""Evidence and premises that are drawn inside of the only thing on which they bear."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings

import argmap
from argmap import strategies
from argmap.maps import ArgumentMap, MapStrip, build_map
from argmap.maps.folding import fold
from argmap.model import EvidenceRef

TEXT = """
[Cats]: Cats are good pets.
  + [^Survey]: Most owners are content. {source: A survey}
  - <Claws>: They scratch.
    - [^Vet]: Claws can be cut. {source: A vet}
      + [^Law]: It is legal. {source: A law}

<Claws>

(1) [Sharp]: Claws are sharp.
(2) Sharp things hurt.
----
(3) [Hurt]: They hurt.
"""


def _fold(text: str, *, detail: str = "auto", **said: Any) -> ArgumentMap:
    return fold(build_map(argmap.parse(text).debate, detail=detail), **said)


def _strips(view: ArgumentMap) -> Iterator[MapStrip]:
    for node in view.nodes:
        yield from node.strips
        for step in node.steps:
            yield from step.strips
            if step.premise:
                yield step.premise


def test_evidence_that_bears_on_one_thing_is_inside_of_that() -> None:
    assert [strip.node.label_title for strip in _fold(TEXT).nodes[0].strips] == ["Survey"]


def test_evidence_on_which_something_bears_is_a_node() -> None:
    nodes = [node.label_title for node in _fold(TEXT).nodes if isinstance(node.ref, EvidenceRef)]
    assert nodes == ["Vet"]


def test_all_evidence_is_a_node_if_that_is_asked_for() -> None:
    nodes = [node for node in _fold(TEXT, evidence="node").nodes if isinstance(node.ref, EvidenceRef)]
    assert len(nodes) == 3


def test_a_premise_in_a_box_has_no_node_besides() -> None:
    view = _fold(TEXT)
    steps = [step for node in view.nodes for step in node.steps]
    assert [step.premise.node.label_title for step in steps if step.premise] == ["Sharp"]
    assert "Sharp" not in [node.label_title for node in view.nodes]


@pytest.mark.parametrize("more", ["[Sharp]\n  - <B>: b", "[Sharp]\n  +> [C]: c"])
def test_a_premise_that_is_used_elsewhere_is_a_node(more: str) -> None:
    assert "Sharp" in [node.label_title for node in _fold(f"{TEXT}\n{more}").nodes]


def test_a_conclusion_that_is_a_node_is_only_named() -> None:
    conclusion = [step for node in _fold(TEXT).nodes for step in node.steps][-1]
    assert (conclusion.title, conclusion.text) == ("Hurt", None)


@pytest.mark.parametrize(
    ("text", "is_full"),
    [
        ("<A>: a\n\n(1) p\n----\n(2) c", True),
        ("<A>: a\n\n(1) p\n(2) p\n(3) p\n(4) p\n(5) p\n----\n(6) c", False),
        ("<A>: a\n\n(1) p\n(2) p\n(3) p\n(4) p\n(5) p\n----\n  <_ <B>: b\n(6) c", True),
        ("<A>: a\n\n(1) p\n  - <B>: b\n(2) p\n(3) p\n(4) p\n(5) p\n----\n(6) c", True),
        ("<A>: a\n\n(1) p {implicit: true}\n(2) p\n(3) p\n(4) p\n(5) p\n----\n(6) c", True),
    ],
)
def test_arguments_are_in_full_where_that_says_more(text: str, is_full: bool) -> None:
    view = build_map(argmap.parse(f"[C]: c\n  + <A>\n\n{text}").debate, detail="auto")
    assert [bool(node.steps) for node in view.nodes if node.label_title == "A"] == [is_full]


@settings(max_examples=60, deadline=None)
@given(strategies.debates())
def test_no_node_and_no_edge_is_lost(debate: argmap.Debate) -> None:
    view = build_map(debate, detail="full")
    folded = fold(view)
    strips = list(_strips(folded))
    assert {node.id for node in view.nodes} == {
        node.id for node in (*folded.nodes, *(strip.node for strip in strips))
    }
    assert len(view.edges) == len(folded.edges) + len(strips)


def test_a_box_takes_no_more_than_it_can_show() -> None:
    many = "".join(f"\n  + [^E{number}]: e {{source: S}}" for number in range(40))
    view = _fold(f"[A]: a{many}")
    assert 5 < len(view.nodes[0].strips) < 20
    assert len(view.nodes[0].strips) + len(view.edges) == 40
