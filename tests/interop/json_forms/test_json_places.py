"""Where keys and values are in JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.benchmarks.large_graphs import chain
from tests.fuzz.counting import calls

from argmap.data.locations import Path
from argmap.interop import FormatError, read
from argmap.interop.json_forms.json_places import JsonPlaces
from argmap.interop.json_forms.json_reader import JsonValue

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


def inside(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Yield all that is in a value, with the keys and numbers that lead to it."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in items:
        yield (*path, key), each
        yield from inside(each, (*path, key))


@settings(max_examples=50)
@given(VALUES, st.sampled_from([None, 0, 2]), st.sampled_from([(",", ":"), (" , ", " : ")]), st.booleans())
def test_every_value_is_where_it_is_said_to_be(
    value: object, indent: int | None, separators: tuple[str, str], is_ascii: bool
) -> None:
    text = json.dumps(value, indent=indent, separators=separators, ensure_ascii=is_ascii)
    places = JsonPlaces(text)
    for path, each in inside(value):
        pair = places.of(path)
        assert pair is not None
        assert json.loads(text[pair.value.start : pair.value.end]) == each
        if isinstance(path[-1], str):
            assert json.loads(text[pair.key.start : pair.key.end]) == path[-1]


@given(st.text(max_size=30), st.lists(st.text(max_size=3) | st.integers(0, 3), min_size=1, max_size=3))
def test_what_is_not_there_is_at_the_nearest_around_it(key: str, path: Path) -> None:
    places = JsonPlaces(json.dumps({key: 1}))
    assert places.of((*path, "nope")) == places.of(tuple(path))


def test_an_item_of_a_list_is_reported_where_it_is() -> None:
    text = '{"nodes": [{"nodeID": "1", "text": "a", "type": "I"},\n 3], "edges": []}'
    with pytest.raises(FormatError, match=r"^2:2: I402 `nodes` must be mappings"):
        read(text, format="aif")
    assert JsonValue.of(text)["nodes"].span is not None


def damaged(size: int) -> str:
    """Return a graph in which every second node has no type."""
    file = json.loads(chain(size))
    for node in file["nodes"][::2]:
        del node["type"]
    return json.dumps(file)


def test_what_is_damaged_very_often_is_left_out_with_linear_work() -> None:
    small, large = damaged(100), damaged(400)
    read(small, format="aif", lenient=True)
    few, many = (calls(lambda text=text: read(text, format="aif", lenient=True)) for text in (small, large))
    assert many < 5 * few
