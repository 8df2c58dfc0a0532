"""Colours of elements, groups and edges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.data import FrozenDict
from argmap.maps.nodes.palette import Paint, Palette
from argmap.model import Argument, Claim, Debate, Element, Evidence, RelationKind, Section
from argmap.settings import Settings
from argmap.settings.color_names import read_color

DEFAULT = ("#1b9e77", "#d95f02", "#7570b3", "#e7298a", "#66a61e", "#e6ab02", "#a6761d", "#666666")


def palette(*tags: str, **settings: object) -> Palette:
    return Palette.of(Debate(tags=tags), Settings.of({"color": settings}).color)


def color(element: Element, *tags: str, **settings: object) -> str | None:
    return palette(*tags, **settings).paint(element).color


@given(st.text())
def test_a_colour_is_hexadecimal_or_none(text: str) -> None:
    found = read_color(text)
    assert found is None or read_color(found) == found


@given(number=st.integers(0, 100))
def test_every_tag_has_a_colour_and_none_has_that_of_the_untagged(number: int) -> None:
    tags = [str(one) for one in range(number + 1)]
    assert palette(*tags).tag_color(str(number)) in DEFAULT[1:]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("#abc", "#abc"), ("#A0b1C2", "#A0b1C2"), ("RebeccaPurple", "#663399"), ("#abcd", None), ("", None)],
)
def test_colours_are_read_from_hexadecimal_notation_and_names(text: str, expected: str | None) -> None:
    assert read_color(text) == expected


def test_the_untagged_get_the_first_colour_of_the_scheme() -> None:
    assert palette().paint(Claim("A")) == Paint(DEFAULT[0], False)
    assert palette(colorScheme=["red"]).paint(Claim("A")) == Paint("#ff0000", True)
    assert palette(colorScheme="colorbrewer-set3").paint(Claim("A")) == Paint("#8dd3c7", True)


def test_an_unknown_scheme_is_the_default_one() -> None:
    assert color(Claim("A"), colorScheme="nothing") == DEFAULT[0]


def test_an_empty_scheme_has_no_colours() -> None:
    assert color(Claim("A"), colorScheme=[]) is None
    assert color(Claim("A", tags=("t",)), "t", colorScheme=[]) is None
    assert palette(groupColorScheme=[]).paint_section(Section("s1", "One", 1), 1).color is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("#fff", "#fff"),
        ("tomato", "#ff6347"),
        (2, DEFAULT[2]),
        (8, None),
        (-1, None),
        ("no", None),
        (True, None),
    ],
)
def test_data_come_first_even_if_they_are_no_colour(said: object, expected: str | None) -> None:
    claim = Claim("A", tags=("t",), data=FrozenDict({"color": said}))
    assert palette("t").paint(claim) == Paint(expected, True)


def test_colours_in_data_can_be_ignored() -> None:
    assert color(Claim("A", data=FrozenDict({"color": 1})), ignoreColorData=True) == DEFAULT[0]


def test_titles_come_before_tags() -> None:
    settings = {"statementColors": {"A": 3, "^E": "#abc"}, "argumentColors": {"A": "navy"}}
    assert color(Claim("A", tags=("t",)), "t", **settings) == DEFAULT[3]
    assert color(Argument("A"), **settings) == "#000080"
    assert color(Evidence("E"), **settings) == "#abc"


def test_tags_give_colours_in_the_order_of_their_first_use() -> None:
    assert color(Claim("A", tags=("u",)), "t", "u") == DEFAULT[2]


def test_the_first_tag_decides_unless_another_has_a_higher_priority() -> None:
    claim = Claim("A", tags=("t", "u"))
    assert color(claim, "t", "u") == DEFAULT[1]
    assert color(claim, "t", "u", tagColors={"u": {"color": "red", "priority": 1}}) == "#ff0000"


def test_tags_can_have_colours_of_their_own_or_none() -> None:
    claim = Claim("A", tags=("t",))
    assert color(claim, "t", tagColors={"t": 5}) == DEFAULT[5]
    assert color(claim, "t", colorizeByTag=False) == DEFAULT[0]


def test_a_tag_that_the_debate_does_not_have_has_no_colour() -> None:
    assert color(Claim("A", tags=("t",))) is None


def test_with_a_single_colour_all_tags_have_it() -> None:
    assert color(Claim("A", tags=("t",)), "t", colorScheme=["#abc"]) == "#abc"


@pytest.mark.parametrize(
    ("section", "settings", "expected"),
    [
        (Section("s1", "One", 1), {}, Paint("#BABABA", False)),
        (Section("s1", "One", 1), {"groupColorScheme": ["red"]}, Paint("#ff0000", True)),
        (Section("s1", "One", 1, data=FrozenDict({"color": 0})), {}, Paint("#DADADA", True)),
        (
            Section("s1", "One", 1, data=FrozenDict({"color": 0})),
            {"ignoreColorData": True},
            Paint("#BABABA", False),
        ),
        (Section("s1", "One", 1), {"groupColors": {"One": 0}}, Paint("#DADADA", True)),
        (Section("s1", "One", 1, tags=("u",)), {"colorizeGroupsByTag": True}, Paint("#AAAAAA", True)),
        (Section("s1", "One", 1, tags=("u",)), {}, Paint("#BABABA", False)),
    ],
)
def test_groups_on_the_second_level_have_its_colour_unless_something_is_said(
    section: Section, settings: dict[str, object], expected: Paint
) -> None:
    assert palette("t", "u", **settings).paint_section(section, 2) == expected


def test_deep_groups_have_the_last_colour() -> None:
    assert palette().paint_section(Section("s1", "One", 1), 99).color == "#AAAAAA"


@pytest.mark.parametrize("kind", RelationKind)
def test_every_kind_of_edge_has_a_colour(kind: RelationKind) -> None:
    assert palette().paint_edge(kind).color is not None


def test_edges_can_have_other_colours() -> None:
    assert palette(relationColors={"attack": "tomato"}).paint_edge(RelationKind.ATTACK) == Paint(
        "#ff6347", True
    )
