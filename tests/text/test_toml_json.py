"""TOML and JSON of others: whatever they hold, they are read or refused."""

import tomllib

import pytest

from argmap.text.toml_json import read_json, read_toml


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a = " + "[" * 50_000, "it is nested too deeply"),
        ("a = " + "{a = " * 3000, "it is nested too deeply"),
        ("a = " + "[" * 250 + "]" * 250, "it is nested too deeply"),
        (".".join(["a"] * 30_000) + " = 1", "it is nested too deeply"),
        (f"[{'.'.join(['a'] * 30_000)}]", "it is nested too deeply"),
        (".".join(['"a"'] * 30_000) + " = 1", "it is nested too deeply"),
        (" . ".join(["a"] * 3000) + " = 1", "it is nested too deeply"),
        (f"a = {'9' * 5000}", "a number in it is too large"),
    ],
)
def test_toml_that_costs_too_much_is_refused(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        read_toml(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[" * 100_000, "it is nested too deeply"),
        ('{"a":' * 50_000, "it is nested too deeply"),
        ("[" * 250 + "]" * 250, "it is nested too deeply"),
        ("9" * 5000, "a number in it is too large"),
    ],
)
def test_json_that_costs_too_much_is_refused(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        read_json(text)


def test_what_looks_like_a_key_of_many_parts_may_be_a_text() -> None:
    assert read_toml(f"a = '{'.' * 500}'") == {"a": "." * 500}


@pytest.mark.parametrize("text", ["[", "a = 1979-13-01", "a = 'x", "\x00"])
def test_what_is_not_toml_is_refused(text: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        read_toml(text)
