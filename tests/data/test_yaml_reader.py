"""What YAML 1.2 means."""

import datetime
import math

import pytest

from argmap.data import Value
from argmap.data.yaml_problems import YamlProblem
from argmap.data.yaml_reader import read_yaml

UTC = datetime.UTC


def value(text: str) -> Value:
    found, problems = read_yaml(text)
    assert problems == ()
    return found


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("Null", None),
        ("NULL", None),
        ("nULL", "nULL"),
        ("true", True),
        ("True", True),
        ("FALSE", False),
        ("tRUE", "tRUE"),
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("off", "off"),
        ("y", "y"),
        ("0", 0),
        ("-0", 0),
        ("+12", 12),
        ("-12", -12),
        ("014", 14),
        ("0o14", 12),
        ("0x1F", 31),
        ("-0x1F", -31),
        ("0b101", 5),
        ("0o8", "0o8"),
        ("1_000", "1_000"),
        ("1:30", "1:30"),
        ("1.5", 1.5),
        (".5", 0.5),
        ("5.", 5.0),
        ("1e3", 1000.0),
        ("-1.5E-3", -0.0015),
        ("1.2.3", "1.2.3"),
        ("+", "+"),
        (".", "."),
        ("...x", "...x"),
        (".inf", math.inf),
        ("-.INF", -math.inf),
        ("1" * 20, int("1" * 20)),
        ("1" * 2000, "1" * 2000),
        ("text", "text"),
        ("٣", "٣"),
        ('"1"', "1"),
        ("'true'", "true"),
        ("'it''s'", "it's"),
        ('"a\\nb"', "a\nb"),
        ("|\n a\n b\n", "a\nb\n"),
        (">\n a\n b\n", "a b\n"),
    ],
)
def test_a_single_value_means_what_the_core_schema_says(text: str, meaning: Value) -> None:
    assert value(f"{text}\n") == meaning


def test_what_is_no_number_is_no_number() -> None:
    found = value(".nan")
    assert isinstance(found, float)
    assert math.isnan(found)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("2020-01-31", datetime.date(2020, 1, 31)),
        ("2020-02-31", "2020-02-31"),
        ("2020-1-31", "2020-1-31"),
        ("2020-01", "2020-01"),
        ("2020-01-31T10:20:30Z", datetime.datetime(2020, 1, 31, 10, 20, 30, tzinfo=UTC)),
        ("2020-1-3 1:02:03", datetime.datetime(2020, 1, 3, 1, 2, 3, tzinfo=UTC)),
        ("2020-01-31t10:20:30.5", datetime.datetime(2020, 1, 31, 10, 20, 30, 500000, UTC)),
        ("2020-01-31T10:20:30.", datetime.datetime(2020, 1, 31, 10, 20, 30, tzinfo=UTC)),
        (
            "2020-01-31T10:20:30.1234567",
            datetime.datetime(2020, 1, 31, 10, 20, 30, 123456, UTC),
        ),
        (
            "2020-01-31T10:20:30+02:30",
            datetime.datetime(
                2020, 1, 31, 10, 20, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=2, minutes=30))
            ),
        ),
        (
            "2020-01-31T10:20:30 -5",
            datetime.datetime(
                2020, 1, 31, 10, 20, 30, tzinfo=datetime.timezone(-datetime.timedelta(hours=5))
            ),
        ),
        ("2020-01-31T25:20:30Z", "2020-01-31T25:20:30Z"),
        ("2020-01-31T10:20", "2020-01-31T10:20"),
    ],
)
def test_dates_and_times_are_dates_and_times(text: str, meaning: Value) -> None:
    assert value(text) == meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("[]", ()),
        ("{}", {}),
        ("[1, [2, a]]", (1, (2, "a"))),
        ("- 1\n- - 2\n", (1, (2,))),
        ("{a: 1, 'b': 2}", {"a": 1, "b": 2}),
        ("a: 1\nb:\n  c: 2\n", {"a": 1, "b": {"c": 2}}),
        (
            "{1: a, 1.5: b, null: c, true: d, false: e, [1, x]: f}",
            {
                "1": "a",
                "1.5": "b",
                "null": "c",
                "true": "d",
                "false": "e",
                "1,x": "f",
            },
        ),
        ("{2020-01-01: a}", {"2020-01-01": "a"}),
        ("{a: , b: }", {"a": None, "b": None}),
        ("? a\n? b\n", {"a": None, "b": None}),
        ("{a:[1], b:{c: 2}}", {"a": (1,), "b": {"c": 2}}),
        ('{"a":1}', {"a": 1}),
        ("a: 1 # comment", {"a": 1}),
        ("# only a comment", None),
        ("%YAML 1.2\n---\na: 1\n", {"a": 1}),
        ("--- a\n...\n", "a"),
    ],
)
def test_collections_are_frozen_and_keys_are_texts(text: str, meaning: Value) -> None:
    assert value(text) == meaning


def test_an_anchor_may_be_used_again() -> None:
    assert value("{a: &x 1, b: *x, c: &y [2], d: *y}") == {"a": 1, "b": 1, "c": (2,), "d": (2,)}


def test_an_anchor_may_be_set_again() -> None:
    assert value("[&x 1, *x, &x 2, *x]") == (1, 1, 2, 2)


def test_a_merge_key_takes_in_what_is_not_said() -> None:
    text = "base: &b {a: 1, b: 1}\nother: {<<: *b, b: 2, c: 3}"
    assert value(text)["other"] == {"a": 1, "b": 2, "c": 3}  # type: ignore[index,call-overload]


def test_of_several_merged_mappings_the_first_counts() -> None:
    assert value("{<<: [{a: 1}, {a: 2, b: 2}, x]}") == {"a": 1, "b": 2}


def test_a_merge_key_of_a_single_value_is_a_key() -> None:
    assert value("{<<: 1}") == {"<<": 1}


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("!!str 1", "1"),
        ("!!int '1'", 1),
        ("!!float '1.5'", 1.5),
        ("!!bool 'true'", True),
        ("!!null ''", None),
        ("!!timestamp '2020-01-01'", datetime.date(2020, 1, 1)),
        ("!!binary aGk=", b"hi"),
        ("!!set {a, b}", ("a", "b")),
        ("! 1", 1),
        ("!!seq [1]", (1,)),
        ("!!map {a: 1}", {"a": 1}),
        ("!!omap [a: 1]", ({"a": 1},)),
    ],
)
def test_known_tags_say_what_something_is(text: str, meaning: Value) -> None:
    assert read_yaml(text)[0] in (meaning, str(meaning))


@pytest.mark.parametrize(
    ("text", "offset", "words"),
    [
        ("!x 1", 0, "there is no tag `!x`"),
        ("[1, !!binary x]", 4, "this is not base64"),
        ("[*x]", 1, "there is no anchor `&x` above"),
        ("[1", 0, "`[` is never closed"),
        ("a: {b: 1\n", 3, "`{` is never closed"),
        ('a: "b\n', 3, '`"` is never closed'),
        ("{a:[1, }", 2, "a `:` is in a place where no key can be"),
        ("a: 1\nb", 5, "a colon is missing after the key in this line"),
    ],
)
def test_an_error_has_its_place(text: str, offset: int, words: str) -> None:
    assert [(one.code, one.offset, one.words[0]) for one in read_yaml(text)[1]] == [("R201", offset, words)]


def test_a_key_that_occurs_twice_is_told_and_the_later_counts() -> None:
    found, problems = read_yaml("{a: 1, b: 2, a: 3}")
    assert found == {"a": 3, "b": 2}
    assert problems == (YamlProblem("R203", 13, ("a",), (1,)),)


def test_an_unknown_tag_leaves_the_text() -> None:
    assert read_yaml("{a: !x 1}")[0] == {"a": "1"}


def test_an_unknown_anchor_leaves_the_rest() -> None:
    assert read_yaml("{a: *x, b: 1}")[0] == {"a": None, "b": 1}


def test_a_second_document_leaves_the_first() -> None:
    assert read_yaml("a\n--- b")[0] == "a"


@pytest.mark.parametrize("text", ["\x00", "a\x07b", "\ud800", "a: \ufffe"])
def test_characters_that_yaml_forbids_are_replaced(text: str) -> None:
    assert read_yaml(text)[1] == ()


def test_a_thousand_brackets_are_too_deep() -> None:
    assert read_yaml("[" * 1000 + "]" * 1000)[1] == (YamlProblem("R205", 100),)


def test_a_hundred_brackets_are_not() -> None:
    assert read_yaml("[" * 100 + "]" * 100)[1] == ()


def test_aliases_that_multiply_are_too_large() -> None:
    text = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{chr(letter)}: &{chr(letter)} [{', '.join(['*' + chr(letter - 1)] * 9)}]\n"
        for letter in range(ord("b"), ord("j"))
    )
    found, problems = read_yaml(text)
    assert (found, [one.code for one in problems]) == (None, ["R205"])


def test_long_lists_may_be_too_large() -> None:
    assert [one.code for one in read_yaml("[" + "1," * 100_001 + "]")[1]] == ["R205"]


def test_one_large_alias_may_be_too_large() -> None:
    text = "[&a [" + "1," * 60_000 + "], *a]"
    assert [one.code for one in read_yaml(text)[1]] == ["R205"]
