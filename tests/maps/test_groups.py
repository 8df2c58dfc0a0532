"""The boxes of a map."""

import pytest
from hypothesis import given

from argmap.data import FrozenDict
from argmap.maps import MapGroup, build_map
from argmap.maps.groups import decide_groups
from argmap.model import Claim, Debate, Mark, MarkKind, Section
from argmap.settings import Settings

MARKS = (Mark(MarkKind.BOLD, 0, 3), Mark(MarkKind.TAG, 4, 6, "t"))
SECTIONS = (
    Section("s1", "One", 1),
    Section("s2", "Two #t", 2, parent="s1", tags=("t",), marks=MARKS),
    Section("s3", "Three", 3, parent="s2"),
)


def groups(*sections: Section, within: str, **settings: object) -> tuple[MapGroup, ...]:
    """Return the groups of a map that shows one claim, in that section."""
    debate = Debate(claims=FrozenDict({"A": Claim("A", section=within)}), sections=sections)
    return build_map(debate, {"selection": {"excludeDisconnected": False}, "group": settings}).groups


def decided(*sections: Section, **settings: object) -> list[tuple[bool | None, bool | None]]:
    found = decide_groups(sections, Settings.of({"group": settings}).group)
    return [(section.is_group, section.is_closed) for section in found]


@given(...)
def test_every_group_stands_behind_the_one_around_it_and_one_level_deeper(
    debate: Debate, settings: Settings
) -> None:
    view = build_map(debate, settings)
    levels = {group.id: group.level for group in view.groups}
    assert list(levels) == [section.id for section in debate.sections if section.id in levels]
    assert all(group.level == levels.get(group.parent or "", 0) + 1 for group in view.groups)


@given(...)
def test_every_group_has_a_node_in_it(debate: Debate, settings: Settings) -> None:
    view = build_map(debate, settings)
    inner = {node.group for node in view.nodes} | {group.parent for group in view.groups}
    assert {group.id for group in view.groups} <= inner


def test_the_two_deepest_levels_are_groups() -> None:
    assert decided(*SECTIONS) == [(False, False), (True, False), (True, False)]


def test_the_depth_can_be_set() -> None:
    assert decided(*SECTIONS, groupDepth=1) == [(False, False), (False, False), (True, False)]


def test_levels_are_counted_among_groups() -> None:
    assert groups(*SECTIONS, within="s3") == (
        MapGroup("s2", "Two #t", 1, color="#DADADA", marks=SECTIONS[1].marks),
        MapGroup("s3", "Three", 2, parent="s2", color="#BABABA"),
    )


def test_sections_without_nodes_are_no_groups() -> None:
    assert [group.id for group in groups(*SECTIONS, within="s2")] == ["s2"]


def test_a_section_that_is_no_group_leaves_its_nodes_to_the_one_around_it() -> None:
    sections = (Section("s1", "One", 1), Section("s2", "Two", 2, parent="s1", is_group=False))
    assert [group.id for group in groups(*sections, within="s2")] == ["s1"]


def test_authors_say_what_is_a_group_and_closed() -> None:
    sections = (
        Section("s1", "One", 1, is_group=True),
        Section("s2", "Deep", 9, is_group=False, is_closed=True),
    )
    assert decided(*sections) == [(True, False), (False, True)]


def test_what_authors_say_can_be_ignored() -> None:
    sections = (
        Section("s1", "One", 1, is_group=True),
        Section("s2", "Deep", 9, is_group=False, is_closed=True),
    )
    assert decided(*sections, ignoreIsGroup=True, ignoreIsClosed=True) == [(False, False), (True, False)]


@pytest.mark.parametrize("title", ["Two", "Two #t"])
def test_settings_list_sections_with_or_without_their_tags(title: str) -> None:
    assert decided(*SECTIONS, sections={title: {"isGroup": True, "isClosed": True}}) == [
        (False, False),
        (True, True),
        (False, False),
    ]


def test_what_settings_list_decides_alone() -> None:
    said = Section("s1", "One", 1, is_group=False, is_closed=True)
    assert decided(said, sections={"One": {}}) == [(True, False)]
    assert decided(said, sections={"One": "group"}) == [(False, True)]
    assert decided(said, sections={"Other": {"isGroup": True}}) == [(False, True)]


def test_a_regrouped_debate_stays_as_it_is() -> None:
    said = Section("s0", "One", 1, is_group=True, is_closed=True)
    settings = {"regroup": [{"title": "One"}], "sections": {"Other": {}}, "ignoreIsGroup": True}
    assert decided(said, **settings) == [(True, True)]


def test_a_group_is_closed_even_if_no_node_stands_directly_in_it() -> None:
    sections = (Section("s1", "One", 1, is_closed=True), Section("s2", "Two", 2, parent="s1"))
    assert [group.is_closed for group in groups(*sections, within="s2")] == [True, False]
