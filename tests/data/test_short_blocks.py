"""Mappings in lines, which are read without YAML, say what YAML says."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.data import FrozenDict
from argmap.data.short_blocks import read_short_block
from argmap.data.yaml_reader import read_yaml

# What lines are made of, in any order: most are no mapping, and many nearly are.
_KEYS = (
    "a",
    "b",
    "tagColors",
    "container-title",
    "1",
    "0x1",
    "true",
    "null",
    "c.d",
    "Jörg",
    "...",
    "---",
    "a b",
)
_VALUES = (
    "",
    "x",
    "two words",
    "Why, then? [no]",
    "a: b",
    "a:",
    "a:b",
    "C# and #c",
    "x #c",
    "1",
    "-1",
    ".5",
    "1.5e3",
    "2024-05-17",
    "12:30:45",
    "null",
    "~",
    "yes",
    "true",
    ">",
    "|",
    ">-",
    "|2",
    "> x",
    "{b: c}",
    "{b: c, d: [1, 'x, y', \"z: #\"]}",
    "{b: c",
    "[1, 2]",
    "[]",
    "[1], 2",
    "x, b: c",
    "x}, {y: z",
    "'it''s'",
    "'s' x",
    '"q"',
    '"q" x',
    '"a\\n"',
    "&x y",
    "*x",
    "!!str 1",
    "`x`",
    "@x",
    "%x",
    "- x",
    "? x",
    "x\t",
    "x ",
    " x",
    "x\x07",
    "x\r",
    "²",
    "e\u0301",
    "x\u2028y",
    "=",
    "<<",
)
_INDENTS = st.sampled_from(("", "", "  ", "  ", "    "))
_FINE = st.tuples(
    _INDENTS,
    st.sampled_from(("a", "b", "c", "d", "e")),
    st.sampled_from((":", ":", ": x", ": Why, then?", ": 1", ": {b: [c]}", ": >", ": |")),
)
_NEARLY = st.tuples(
    _INDENTS, st.sampled_from(_KEYS), st.sampled_from((": ", " : ", "")), st.sampled_from(_VALUES)
)
_ODD = st.tuples(_INDENTS | st.sampled_from(("   ", "\t")), st.sampled_from((*_VALUES, "# c", "...", "---")))
_LINES = st.builds("".join, _FINE | _FINE | _NEARLY | _ODD)
_TEXTS = st.lists(_LINES, max_size=6).map("\n".join)


@given(st.builds("".join, st.tuples(_TEXTS, st.sampled_from(("", "\n", "\n\n", " ", "\n  ")))))
@example("a: >\n  x\n  y")
@example("a: >\n  x\n\n  y\n")
@example("a: |\n  x\n\nb: 1\n")
@example("a: >\n    x\n  y\n")
@example("  a: 1\nb: 2\n")
@example("a:\n  b:\n    c: 1\n  d: 2\n   \n")
@example("a:\n  b: 1\na: 2\n")
def test_what_is_read_without_yaml_is_what_yaml_says(text: str) -> None:
    short = read_short_block(text)
    assert short is None or repr((short, ())) == repr(read_yaml(text))


@given(st.text(alphabet="ab:#'\"-> |{}[],\n 1.", max_size=12).map("a: {}\n".format))
def test_no_value_is_read_as_anything_else_than_yaml_reads(text: str) -> None:
    short = read_short_block(text)
    assert short is None or repr((short, ())) == repr(read_yaml(text))


def test_frontmatter_as_most_is_takes_no_yaml() -> None:
    assert read_short_block(
        "title: Why did the mothers die?\nabstract: >\n  He washed his hands: nobody\n  believed him.\n"
        "color:\n  tagColors: {pro: '#2c7a55'}\n\nmodel: {mode: strict}\ndate: 1861\n"
    ) == FrozenDict(
        {
            "title": "Why did the mothers die?",
            "abstract": "He washed his hands: nobody believed him.\n",
            "color": FrozenDict({"tagColors": FrozenDict({"pro": "#2c7a55"})}),
            "model": FrozenDict({"mode": "strict"}),
            "date": 1861,
        }
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a:",
        "a: b: c",
        "a: 1\na: 2",
        "a: 1\n  b: 2",
        "- a",
        "a: b\n  c",
        "a: x  # c",
        "a: >",
        "a:\nb: 1",
        "...: a",
        "a: " + "[" * 100 + "b" + "]" * 100,
        "".join(f"{' ' * depth}a:\n" for depth in range(99)) + " " * 99 + "a: {b: c}",
        "a: " + "b" * 20_000,
    ],
)
def test_whatever_could_be_wrong_is_left_to_yaml(text: str) -> None:
    assert read_short_block(text) is None
