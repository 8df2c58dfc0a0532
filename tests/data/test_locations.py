"""Where keys and values are in texts that say data: in YAML, JSON and TOML."""

import json
import tomllib
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fuzz.counting import calls

import argmap
from argmap.data import FrozenDict, Value
from argmap.data.blocks import data_locations, read_data
from argmap.data.locations import Locations, Path
from argmap.data.yaml_locations import yaml_locations
from argmap.data.yaml_reader import read_yaml
from argmap.data.yaml_scalars import key_name
from argmap.settings.config_locations import json_locations, toml_locations
from argmap.strategies import data


def pieces(text: str, locations: Locations) -> dict[Path, tuple[str, str]]:
    """What is written where the keys and values are."""
    return {
        path: (text[pair.key.start : pair.key.end], text[pair.value.start : pair.value.end])
        for path, pair in locations.items()
    }


def leaves(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """All values with their paths, the whole left out."""
    if path:
        yield path, value
    items: list[tuple[str | int, object]] = []
    if isinstance(value, Mapping):
        items = list(value.items())
    elif isinstance(value, list | tuple):
        items = list(enumerate(value))
    for key, item in items:
        yield from leaves(item, (*path, key))


def assert_read_from_there(text: str, said: Value, locations: Locations) -> None:
    """Every key and value is what its slice of the text says, read where it is on its line."""
    for path, value in leaves(said):
        key, written = locations[path]
        line = max(text.rfind("\n", 0, written.start), text.rfind("\r", 0, written.start)) + 1
        assert read_yaml(" " * (written.start - line) + text[written.start : written.end])[0] == value
        if isinstance(path[-1], str):
            assert key_name(read_yaml(text[key.start : key.end])[0]) == path[-1]


SCALARS = st.one_of(
    st.text("ab :#'\"\\,[]{}-äé🙂\n", max_size=6), st.integers(), st.booleans(), st.none(), st.floats(-9, 9)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abc :'\"-é", max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(data())
def test_what_is_in_braces_is_where_its_location_says(text: str) -> None:
    said, problems = read_data(text)
    if said is not None and not problems:
        assert_read_from_there(text, said, data_locations(text))


@given(st.dictionaries(st.text("abc :'\"-é", max_size=4), VALUES, min_size=1, max_size=4))
def test_json_is_where_its_location_says(said: dict[str, object]) -> None:
    text = json.dumps(said, indent=1)
    for path, value in leaves(said):
        key, written = json_locations(text)[path]
        assert json.loads(text[written.start : written.end]) == value
        assert isinstance(path[-1], int) or json.loads(text[key.start : key.end]) == path[-1]


@given(st.dictionaries(st.text("abc :'\"-é", max_size=4), VALUES, min_size=1, max_size=4))
def test_json_has_the_same_locations_as_yaml(said: dict[str, object]) -> None:
    text = json.dumps(said, indent=1, ensure_ascii=False)
    assert json_locations(text) == yaml_locations(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{color: tomatoo, note: "color: tomatoo"}', {("color",): ("color", "tomatoo")}),
        ('title: "the map: an essay"\nmap: 3\n', {("map",): ("map", "3")}),
        ("a:\n  b: 1 # c\n  c:\n   - x\n   - y: 2\nd: 1", {("a", "c"): ("c", "- x\n   - y: 2")}),
        ("a:\r\n  b: [1,\r\n   2]\r\nc: 3\r\n", {("a", "b", 1): ("2", "2"), ("c",): ("c", "3")}),
        ("a: 1\rb:\r  c: 2\r", {("b", "c"): ("c", "2")}),
        ("{a:[1], \"b\":{c: d}, e: 2}", {("a", 0): ("1", "1"), ("b", "c"): ("c", "d"), ("e",): ("e", "2")}),
        ("? [a, b]\n: c\n? {x: y}\n: {z: 1}\nd: 1\n", {("d",): ("d", "1")}),
        ("a: &x 1\nb: *x\n*x : 3\n", {("b",): ("b", "*x")}),
        ("a: 1\na: 2\n", {("a",): ("a", "2")}),
        ("a: 1\n---\nb: 2\n", {("a",): ("a", "1")}),
        ("a: 1\nb: [2\n", {("a",): ("a", "1")}),
        ("a: \ud800 \x00\nb: \u2028\n", {("a",): ("a", "\ud800 \x00")}),
    ],
)  # fmt: skip
def test_keys_and_values_of_yaml_are_found(text: str, expected: dict[Path, tuple[str, str]]) -> None:
    found = pieces(text, yaml_locations(text))
    assert {path: found.get(path) for path in expected} == expected


def test_keys_and_values_of_toml_are_found() -> None:
    text = (
        'a.b = 1 # c = 2\n[\'d e\'.f]\ng = [{h = 1}, {i = "j = 3"}]\n[[k]]\nl = """\nm = 1\n"""\n'
        "[[k]]\nl = 1979-05-27 07:32:00\nn = [1.5, [\n 2]]\n[k.m]\no = {p.q = 1}"
    )
    found = pieces(text, toml_locations(text))
    assert {path for path, _ in leaves(tomllib.loads(text))} == set(found)
    assert found[("d e", "f", "g", 1, "i")] == ("i", '"j = 3"')
    assert found[("k", 1, "l")] == ("l", "1979-05-27 07:32:00")
    assert found[("k", 1, "n", 1, 0)] == ("2", "2")
    assert found[("k", 1, "m", "o", "p", "q")] == ("q", "1")


@given(st.text("[]{}=:,.\"'#\\\n -?&*!|>%@ab1\t\r\ufeff"))
def test_locations_lie_in_any_text(text: str) -> None:
    for locations in (toml_locations(text), json_locations(text), yaml_locations(text)):
        for pair in locations.values():
            assert all(0 <= span.start <= span.end <= len(text) for span in pair)


@pytest.mark.parametrize(
    ("line", "locations"),
    [("k{}: {{a: 1}}\n", yaml_locations), ("k{} = {{a = 1}}\n", toml_locations)],
    ids=["YAML", "TOML"],
)
def test_ten_times_as_many_keys_take_ten_times_the_work(line: str, locations: object) -> None:
    few, many = ("".join(line.format(number) for number in range(count)) for count in (1_000, 10_000))
    assert callable(locations)
    assert calls(lambda: locations(many)) < 11 * calls(lambda: locations(few))


@pytest.mark.parametrize(
    ("text", "code", "written"),
    [
        ('[A]: x {color: tomatoo, note: "color: tomatoo"}', "R240", "tomatoo"),
        ('===\ntitle: "the map: an essay"\nmap: 3\n===\n\nx', "R204", "map"),
        ('[^E]: x {source: s, reliability: 3, note: "reliability: high"}', "R227", "reliability"),
        ('===\ntitle: "On modle: a note"\nmodle: {mode: strict}\n===\n\nx', "R239", "modle"),
        ("# H {a: color, color: oragne}\n\nx", "R240", "oragne"),
        ("===\ncolor: {tagColors: {a: {priority: 1, color: rde}}}\n===\n\nx", "R240", "rde"),
        ("===\ncolor: {colorScheme: [red, rde]}\n===\n\nx", "R240", "rde"),
        ("===\ngroup: {regroup: [{title: a}, {titel: b}]}\n===\n\nx", "R204", "titel"),
        ("<A>\n\n(1) p\n-- {uses: [1, 9], note: 'uses: 9'} --\n(2) q", "R215", "9"),
        ("[A]: x {isInMap: yes, note: 'isInMap: yes'}", "R238", "yes"),
        ("[A]: x {note: 'a {b, isGroup}', isGroup}", "R236", "isGroup"),
        ("===\nsources: {a: 'see b:', b: x}\n===\n\n[^E]: x {source: [a, bb]}", "R217", "bb"),
    ],
)  # fmt: skip
def test_findings_in_data_point_at_what_is_wrong(text: str, code: str, written: str) -> None:
    (span,) = (one.span for one in argmap.parse(text).diagnostics if one.code == code)
    assert text[span.start : span.end] == written
    assert span.start == text.rindex(written, 0, span.end)


def test_an_unused_source_is_reported_where_it_is_declared() -> None:
    text = "===\ntitle: 'b: x'\nsources: {a: x, b: y}\n===\n\n[^E]: e {source: a}"
    (span,) = (one.span for one in argmap.check(argmap.parse(text)) if one.code == "C322")
    assert text[span.start - 3 : span.end] == "x, b"


def test_an_empty_mapping_has_no_locations() -> None:
    assert yaml_locations("") == yaml_locations("{}") == {}
    assert read_data("{}")[0] is None or isinstance(read_data("{}")[0], FrozenDict)
