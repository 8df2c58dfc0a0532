"""What holds of files in which things have ids: their order says nothing, but for that of premises."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping
from typing import Any
from xml.etree import ElementTree

import pytest
from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.interop.foreign_files import FOREIGN

import argmap
from argmap import strategies
from argmap.data import FrozenDict
from argmap.interop import differences, read, write
from argmap.model import Debate


def mixed_graph(text: str, chance: Any) -> str:
    """Return a graph with its nodes, and its edges to different arguments, in another order."""
    root = ElementTree.fromstring(text)
    for graph in [each for each in root.iter() if each.tag.endswith("}graph")]:
        shuffle(graph, chance, lambda each: each.get("target", "") if each.tag.endswith("}edge") else None)
    return ElementTree.tostring(root, encoding="unicode")


def mixed_map(text: str, chance: Any) -> str:
    """Return a mind map with what is below each node in another order."""
    root = ElementTree.fromstring(text)
    for node in list(root.iter("node")):
        shuffle(node, chance, lambda each: None if each.tag == "node" else "its own")
    return ElementTree.tostring(root, encoding="unicode")


def mixed_annotations(text: str, chance: Any) -> str:
    """Return an annotated text in another order, but for that of its units of discourse and of premises."""
    root = ElementTree.fromstring(text)
    steps = {"sup": "id", "exa": "id", "add": "trg"}

    def group(each: ElementTree.Element) -> str | None:
        return "edu" if each.tag == "edu" else each.get(steps.get(each.get("type", ""), ""))

    shuffle(root, chance, group)
    return ElementTree.tostring(root, encoding="unicode")


def shuffle(
    element: ElementTree.Element, chance: Any, group: Callable[[ElementTree.Element], str | None]
) -> None:
    """Mix what is in an element; what is in one group stays in its order."""
    children = list(element)
    orders: dict[str, list[ElementTree.Element]] = {}
    for child in children:
        orders.setdefault(group(child) or "", []).append(child)
    places = list(children)
    chance.shuffle(places)
    waiting = {name: iter(order) for name, order in orders.items() if name}
    for child in children:
        element.remove(child)
    element.extend(next(waiting[name]) if (name := group(child)) else child for child in places)


def mixed_ideas(text: str, chance: Any) -> str:
    """Return a map of ideas, which have ranks, with all entries in another order."""
    return json.dumps(mixed(json.loads(text), chance))


def mixed(value: Any, chance: Any) -> Any:
    if isinstance(value, list):
        return [mixed(each, chance) for each in value]
    if not isinstance(value, dict):
        return value
    entries = [(key, mixed(each, chance)) for key, each in value.items()]
    chance.shuffle(entries)
    return dict(entries)


def mixed_mapping(text: str, chance: Any) -> str:
    """Return a mapping in YAML with its entries, and those of its entries in blocks, in another order."""
    return "".join(mixed_blocks(text.splitlines(keepends=True), chance, 0))


def mixed_blocks(lines: list[str], chance: Any, indent: int) -> list[str]:
    blocks: list[list[str]] = []
    for line in lines:
        is_start = len(line) - len(line.lstrip(" ")) == indent and line[indent] not in "-]}#"
        if is_start or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    if indent == 0:
        inner = [
            [block[0], *mixed_blocks(block[1:], chance, 2)] if block[0].rstrip() in BLOCKS else block
            for block in blocks
        ]
        blocks = inner
    chance.shuffle(blocks)
    return [line for block in blocks for line in block]


# Entries of argument graphs in which each has a name.
BLOCKS = ("statements:", "arguments:", "issues:")
MIXED: Mapping[str, Callable[[str, Any], str]] = {
    "graphml": mixed_graph,
    "freeplane": mixed_map,
    "mindmup": mixed_ideas,
    "gsn": mixed_mapping,
    "carneades": mixed_mapping,
}


@pytest.mark.parametrize("form", MIXED)
@settings(max_examples=15)
@given(chance=st.randoms(use_true_random=False), debate=strategies.debates(max_blocks=3, max_elements=3))
@example(chance=random.Random(0), debate=argmap.parse("[a]: a\n  + [?a]\n").debate)
@example(chance=random.Random(5), debate=argmap.parse("<a a>: a\n  + [a a]: a\n  + [a]\n  _ <a>\n").debate)
def test_the_order_of_what_is_written_says_nothing(form: str, chance: Any, debate: Debate) -> None:
    text = write(debate, format=form, extras=False).text
    assert others(form, text, MIXED[form](text, chance)) == ()


@pytest.mark.parametrize("form", [*MIXED, "arggraph"])
@settings(max_examples=15)
@given(chance=st.randoms(use_true_random=False))
def test_the_order_of_what_other_programs_write_says_nothing(form: str, chance: Any) -> None:
    text = FOREIGN[form]
    mix = mixed_annotations if form == "arggraph" else MIXED[form]
    assert others(form, text, mix(text, chance)) == ()


def others(form: str, text: str, mixed_text: str) -> tuple[str, ...]:
    """Return the differences between two files, by the ids of what is in them."""
    # What is kept of the whole is in the order of the file.
    debates = [
        evolve(read(each, format=form, titles="ids").debate, metadata=FrozenDict())
        for each in (text, mixed_text)
    ]
    return differences(*debates)
