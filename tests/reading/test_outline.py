"""Headings, and which section things are in."""

import pytest
from tests.saying import findings

import argmap
from argmap.model import Section


def sections(text: str, **group: object) -> tuple[Section, ...]:
    return argmap.parse(text, settings={"group": group}).debate.sections


def section_of_a(text: str) -> str | None:
    return argmap.parse(text).debate.claims["A"].section


def test_headings_make_sections() -> None:
    assert sections("# One\n\n## Two\n\n# Three") == (
        Section("s1", "One", 1),
        Section("s2", "Two", 2, parent="s1"),
        Section("s3", "Three", 1),
    )


def test_levels_may_jump() -> None:
    found = sections("### a\n\n# b\n\n### c\n\n## d\n\n####### e")
    assert [(one.level, one.parent) for one in found] == [
        (3, None),
        (1, None),
        (3, "s2"),
        (2, "s2"),
        (7, "s4"),
    ]


@pytest.mark.parametrize("text", ["#H", "#\tH", "text # H", "\\# H"])
def test_other_hashes_make_no_section(text: str) -> None:
    assert sections(text) == ()


def test_a_heading_may_be_indented() -> None:
    assert [one.title for one in sections("  # H")] == ["H"]


def test_a_heading_may_have_markup_tags_and_data() -> None:
    (section,) = sections("# *A* title #t1 #(t 2) {isGroup: true, color: red}")
    assert (section.title, section.tags) == ("A title #t1 #(t 2)", ("t1", "t 2"))
    assert (section.is_group, section.is_closed, section.data["color"]) == (True, None, "red")
    assert [mark.kind.value for mark in section.marks] == ["italic", "tag", "tag"]


def test_a_heading_slices_back_to_its_line() -> None:
    text = "x\n\n## One #t\n\ny"
    span = sections(text)[0].span
    assert span is not None
    assert text[span.start : span.end] == "## One #t"


def test_data_may_stand_below_a_heading() -> None:
    assert sections("# H\n{isClosed: true}")[0].is_closed


def test_a_line_below_a_heading_belongs_to_it_and_is_told() -> None:
    text = "# One\ntwo\n\nx"
    assert [one.title for one in sections(text)] == ["One two"]
    assert findings(text) == ["S117 2:1"]


def test_a_comment_below_a_heading_is_none_of_it() -> None:
    assert findings("# One\n// two") == []


@pytest.mark.parametrize("above", ["text", "# H", "[A]: x\n  + y", "* item"])
def test_a_heading_without_a_blank_line_above_is_read_and_told(above: str) -> None:
    text = f"{above}\n# Last"
    assert sections(text)[-1].title == "Last"
    assert [one.split()[0] for one in findings(text)] == ["S101"]


def test_a_heading_without_a_title_is_told() -> None:
    assert findings("# {isGroup: true}") == ["R231 1:1"]


# Membership


def test_what_stands_below_a_heading_is_in_its_section() -> None:
    debate = argmap.parse("[A]: x\n\n# H\n\n[B]: y\n\n<C>: z\n\n[^D]: d").debate
    assert [one.section for one in debate.elements] == [None, "s1", "s1", "s1"]


def test_the_first_definition_in_a_section_counts() -> None:
    assert section_of_a("[A]: x\n\n# H\n\n[A]: x\n\n# I\n\n[A]: x") == "s1"


def test_a_definition_counts_before_a_reference() -> None:
    assert section_of_a("# H\n\n[A]\n\n# I\n\n[A]: x") == "s2"


def test_without_a_definition_the_first_place_counts() -> None:
    assert section_of_a("# H\n\n[A]\n\n# I\n\n[A]") == "s1"


def test_an_author_may_say_where_something_belongs() -> None:
    assert section_of_a("# H\n\n[A]: x\n\n# I\n\n[A] {isInGroup: true}") == "s2"


def test_an_author_may_say_where_something_does_not_belong() -> None:
    assert section_of_a("# H\n\n[A]: x {isInGroup: false}") is None


def test_an_argument_is_where_its_structure_is() -> None:
    debate = argmap.parse("<A>: x\n\n# H\n\n<A>\n\n(1) p\n----\n(2) c").debate
    assert debate.arguments["A"].section == "s1"


def test_statements_know_the_section_of_their_place() -> None:
    claim = argmap.parse("[A]: x\n\n# H\n\n[A]").debate.claims["A"]
    assert [one.section for one in claim.statements] == [None, "s1"]


# Settings


def test_data_of_a_heading_decide_about_its_box() -> None:
    (section,) = sections("# H {isGroup: false, isClosed: true}")
    assert (section.is_group, section.is_closed) == (False, True)


@pytest.mark.parametrize(
    "group",
    [
        {"ignoreIsGroup": True, "ignoreIsClosed": True},
        {"sections": {"H": {"isGroup": True, "isClosed": False}}},
        {"sections": {"Other": {"isGroup": True}}},
        {"regroup": [{"title": "G", "statements": ["A"]}]},
    ],
)
def test_settings_of_the_map_change_nothing_of_what_the_author_wrote(group: dict[str, object]) -> None:
    text = "# H {isGroup: false, isClosed: true}\n\n[A]: x"
    assert argmap.parse(text, settings={"group": group}).debate == argmap.parse(text).debate
