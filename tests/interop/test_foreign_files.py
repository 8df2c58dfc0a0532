"""What holds of files of other programs: all that they say is in the debate or the report, and comes back."""

from __future__ import annotations

import copy
import functools
import json
import operator
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.interop.foreign_files import FOREIGN
from tests.interop.test_file_laws import content

import argmap
from argmap.interop import WRITERS, differences, read, same, write
from argmap.interop.conversion.own_data import own_data
from argmap.interop.plain_debates.strict_xml import parse_xml
from argmap.interop.xml_graphs.drawings import drawing_in
from argmap.model import Claim, Debate, Section, Statement

XML = sorted(form for form, text in FOREIGN.items() if text.startswith("<"))
OTHERS = sorted(FOREIGN.keys() - set(XML))
# What only says how a file is to be read, or what it would say anyway.
FORMAL = re.compile(
    r"/key\b|/graph@(id|edgedefault)$|@yfiles\.foldertype$|/data@key$|(opml|map)@version$"
    r"|^(formatVersion|schemaVersion)$"
)


@pytest.mark.parametrize("form", XML)
def test_whatever_element_or_attribute_is_left_out_changes_what_is_read(form: str) -> None:
    whole = content(FOREIGN[form], form)
    assert [path for path, text in without_parts(FOREIGN[form]) if content(text, form) == whole] == []


def without_parts(text: str) -> Iterator[tuple[str, str]]:
    """Yield an XML text without each of its elements, attributes and texts, and what was left out."""
    root = ElementTree.fromstring(text)
    paths = {root: _bare(root.tag)}
    above = {child: element for element in root.iter() for child in element}
    for element in root.iter():
        path = paths.setdefault(element, f"{paths.get(above.get(element, root))}/{_bare(element.tag)}")
        cuts: list[tuple[str, str]] = []
        for name, value in list(element.attrib.items()):
            del element.attrib[name]
            cuts.append((f"{path}@{name}", _text(root)))
            element.attrib[name] = value
        if element.text and element.text.strip():
            words, element.text = element.text, None
            cuts.append((f"{path} text", _text(root)))
            element.text = words
        if element is not root:
            place = list(above[element]).index(element)
            above[element].remove(element)
            cuts.append((path, _text(root)))
            above[element].insert(place, element)
        yield from ((path, text) for path, text in cuts if not FORMAL.search(path))


@pytest.mark.parametrize("form", OTHERS)
def test_whatever_entry_is_left_out_changes_what_is_read(form: str) -> None:
    file = data_in(FOREIGN[form])
    whole = content(json.dumps(file), form)
    assert [path for path, text in without_entries(file) if content(text, form) == whole] == []


def data_in(text: str) -> Any:
    return json.loads(text) if text.startswith("{") else yaml.safe_load(text)


def without_entries(file: Any) -> Iterator[tuple[str, str]]:
    """Yield a file as JSON, which is YAML, too, without each of its entries, and what was left out."""
    for path in paths_in(file):
        name = "/".join(map(str, path))
        rest = copy.deepcopy(file)
        holder = functools.reduce(operator.getitem, path[:-1], rest)
        value = holder.pop(path[-1])
        if value not in ("", [], {}) and not FORMAL.search(name):
            yield name, json.dumps(rest)


def paths_in(file: Any) -> Iterator[tuple[str | int, ...]]:
    """Yield the keys and places that lead to each entry."""
    waiting: list[tuple[tuple[str | int, ...], Any]] = [((), file)]
    while waiting:
        path, value = waiting.pop()
        keys = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
        waiting += [((*path, key), value[key]) for key in keys]
        if path:
            yield path


def _bare(tag: str) -> str:
    return tag.rpartition("}")[2]


def _text(root: ElementTree.Element) -> str:
    return ElementTree.tostring(root, encoding="unicode")


@pytest.mark.parametrize("form", FOREIGN)
def test_all_of_a_file_is_in_the_text_of_its_debate(form: str) -> None:
    debate = read(FOREIGN[form], format=form).debate
    assert same(argmap.parse(argmap.to_text(debate)).debate, debate)


@pytest.mark.parametrize("form", sorted({*WRITERS} & FOREIGN.keys()))
def test_what_only_a_format_says_is_written_back_without_extras(form: str) -> None:
    debate = read(FOREIGN[form], format=form).debate
    writing = write(debate, format=form, extras=False)
    assert differences(debate, read(writing.text, format=form).debate) == ()
    assert writing.report.is_lossless


def test_a_layout_by_hand_comes_back_with_what_argmap_drew() -> None:
    graph = write(argmap.parse("[A]: It rains.\n  + [B]: It is wet."), format="graphml").text
    moved = graph.replace('x="0"', 'x="77"', 1)
    debate = argmap.parse(argmap.to_text(read(moved).debate)).debate
    nodes = [each for each in parse_xml(write(debate, format="graphml").text).walk() if each.name == "node"]
    assert ['x="77"' in drawing_in(node).picture for node in nodes] == [True, False]


@pytest.mark.parametrize(
    ("label", "text"), [("A\nIt pours.", "It pours."), ("A lot of rain", "A lot of rain")]
)
def test_a_label_that_was_edited_in_yed_is_the_text(label: str, text: str) -> None:
    graph = write(argmap.parse("[A]: It rains. {x: 1}"), format="graphml").text
    reading = read(graph.replace("<y:NodeLabel>A\nIt rains.<", f"<y:NodeLabel>{label}<"))
    assert (reading.debate.claims["A"].text, reading.debate.claims["A"].data["x"]) == (text, 1)


def test_a_label_of_an_edge_that_was_edited_in_yed_is_the_relation() -> None:
    graph = write(argmap.parse("[A]: a\n  + [B]: b"), format="graphml").text
    edited = read(graph.replace("<y:EdgeLabel>support<", "<y:EdgeLabel>attacks<"))
    assert [str(relation) for relation in edited.debate.relations] == ["[B] attacks [A]"]


@settings(max_examples=30)
@given(text=st.text(), word=st.text(max_size=5))
def test_what_argmap_draws_is_known_again_whatever_it_says(text: str, word: str) -> None:
    place = Statement("A", text, is_top_level=True, section="s1")
    sections = (Section("s1", word, 1),)
    debate = Debate(claims={"A": Claim("A", (place,), section="s1")}, sections=sections)
    reading = read(write(debate, format="graphml", extras=False).text, format="graphml")
    assert [loss for loss in reading.report.losses if loss.feature == "drawing"] == []
    assert "label" not in own_data(reading.debate.claims["A"].data, "graphml")
