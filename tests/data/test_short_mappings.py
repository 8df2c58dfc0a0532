"""Short mappings, which are read without YAML, say what YAML says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.data import FrozenDict
from argmap.data.short_mappings import read_short_mapping
from argmap.data.yaml_reader import read_yaml

# What data are made of, in any order: most are no mapping, and many nearly are.
_SCALARS = (
    "a",
    "Jörg",
    "two words",
    "1",
    "014",
    "0x1F",
    "1.5",
    "1e3",
    ".5",
    "...",
    "yes",
    "true",
    "null",
    "~",
)
_QUOTED = (
    '"b"',
    '"[^E]"',
    '"so: yes"',
    '"1"',
    "'c'",
    "'#c'",
    "'it''s'",
    "'a\"b'",
    '"#c"',
    '"a–b*"',
    '"\\n"',
    '"a',
    '""',
    "it's",
    "other-one",
    "-",
    "-x",
    "- y",
)
_SIGNS = (
    "{",
    "}",
    "[",
    "]",
    ",",
    ": ",
    ":",
    " ",
    ", ",
    "{a: ",
    "[1, ",
    "]}",
    "}}",
    "#",
    " #",
    "&x ",
    "*x",
    "<<",
)
_PIECES = (
    *_SCALARS,
    *_QUOTED,
    *_SIGNS,
    "2024-05-17",
    "\t",
    "\n",
    "!!str ",
    "? ",
    "|",
    "\x07",
    "²",
    "---",
    "<<",
    "null",
)

_WORDS = st.sampled_from((*_SCALARS, *_QUOTED)) | st.text(alphabet="ab1.- '\"()/\u0301é", max_size=4)
_VALUES = st.recursive(
    _WORDS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.lists(st.tuples(_WORDS, inner), min_size=1, max_size=3).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"
        )
    ),
    max_leaves=6,
)


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join).map("{{a: {}}}".format) | _VALUES)
def test_what_is_read_without_yaml_is_what_yaml_says(text: str) -> None:
    short = read_short_mapping(text)
    assert short is None or repr((short, ())) == repr(read_yaml(text))


@given(
    st.dictionaries(st.from_regex("[a-z]{1,5}", fullmatch=True), st.integers(0, 9), min_size=1, max_size=4)
)
def test_a_mapping_of_words_to_numbers_takes_no_yaml(data: dict[str, int]) -> None:
    written = ", ".join(f"{key}: {value}" for key, value in data.items())
    assert len(read_short_mapping("{" + written + "}") or ()) == len(data)


@pytest.mark.parametrize(
    "text",
    [
        "{a: 1, a: 2}",
        "{a: 1, 1: 2, 0x1: 3}",
        "{a: b}}",
        "{a: b},}",
        "{a: [b}]",
        "{a}",
        "{a: }",
        "{a: 'it''s'}",
        '{a: "b\\\\c"}',
        "{a: \\}",
        "{}",
        "[a: b]",
        "{a: " + "[" * 100 + "b" + "]" * 100 + "}",
        "{a: " + "b" * 2000 + "}",
    ],
)
def test_whatever_could_be_wrong_is_left_to_yaml(text: str) -> None:
    assert read_short_mapping(text) is None


def test_keys_are_texts_whatever_yaml_takes_them_for() -> None:
    assert read_short_mapping('{true: 1, null: [2], "3": {4.50: x}}') == FrozenDict(
        {"true": 1, "null": (2,), "3": FrozenDict({"4.5": "x"})}
    )
