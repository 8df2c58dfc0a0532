"""Outlines as data say what outlines say in words, and where it is written."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings

import argmap
from argmap import strategies
from argmap.analysis.outlines import outline_of
from argmap.api.outlining import outline_data

TEXT = "[A]\n  + [B]\n\n[B]: b\n\n<C>: c\n\n(1) d\n-- x --\n(2) [A]: a\n  <_ [B]"


def _items(text: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = outline_data(argmap.parse(text))["items"]
    return items


@settings(max_examples=30)
@given(strategies.markup())
def test_there_is_an_item_for_each_of_the_outline(text: str) -> None:
    document = argmap.parse(text)
    outline = outline_of(document)
    assert [(item["level"], item["kind"]) for item in _items(text)] == [
        (item.level, item.ref.kind) for item in outline.items
    ]


@settings(max_examples=30)
@given(strategies.markup())
def test_what_is_told_in_full_is_where_it_is_written(text: str) -> None:
    lines = text.splitlines()
    assert all(1 <= item["line"] <= len(lines) + 1 for item in _items(text) if "line" in item)


def test_a_thing_is_where_its_text_is() -> None:
    places = {item["name"]: item["line"] for item in _items(TEXT) if "name" in item and "text" in item}
    assert places == {"[A]": 10, "[B]": 4, "<C>": 6}


def test_steps_have_their_numbers() -> None:
    steps = [(item["number"], item["line"]) for item in _items(TEXT) if "number" in item]
    assert steps == [(1, 8), (2, 10)]


def test_a_debate_alone_has_no_lines() -> None:
    data = outline_data(argmap.parse(TEXT).debate)
    assert not any("line" in item for item in data["items"])
