"""The part of a map around one node."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.maps import ArgumentMap, build_map
from argmap.maps.focus import focus_on
from argmap.model import ClaimRef

CHAIN = (
    "# One\n\n[A]: a\n  + <B>: b\n    + [C]: c\n      + [^D]: d {source: x}\n  - <E>: e\n    - [F]: f\n\n"
    "# Two {isClosed: true}\n\n[G]: g\n  >< [A]\n"
)


@pytest.fixture(scope="module")
def view() -> ArgumentMap:
    return build_map(argmap.parse(CHAIN).debate)


def titles(view: ArgumentMap) -> str:
    return "".join(sorted(node.ref.title for node in view.nodes))


@pytest.mark.parametrize(
    ("name", "radius", "direction", "shown"),
    [
        ("[A]", 0, "all", "A"),
        ("[A]", 1, "all", "ABEG"),
        ("[A]", 2, "all", "ABCEFG"),
        ("[A]", 9, "all", "ABCDEFG"),
        ("[A]", 9, "supporting", "ABCD"),
        ("[A]", 9, "attacking", "AEFG"),
        ("[G]", 1, "attacking", "AG"),
        ("<B>", 1, "supporting", "BC"),
        ("<B>", 1, "all", "ABC"),
        ("[^D]", 1, "all", "CD"),
        ("  [^D] ", 0, "all", "D"),
        ("F", 1, "all", "EF"),
    ],
)
def test_a_focus_shows_what_is_near(
    view: ArgumentMap, name: str, radius: int, direction: str, shown: str
) -> None:
    assert titles(focus_on(view, name, radius=radius, direction=direction)) == shown


def test_groups_without_what_is_shown_are_gone(view: ArgumentMap) -> None:
    assert [group.title for group in focus_on(view, "[C]", radius=1).groups] == ["One"]


def test_groups_around_the_focus_are_opened(view: ArgumentMap) -> None:
    assert [group.is_closed for group in focus_on(view, "[G]", radius=0).groups] == [False]


def test_an_unknown_title_is_answered_with_the_nearest() -> None:
    document = argmap.parse("[Sunshine]: a\n  + [Rain]: b")
    with pytest.raises(LookupError, match=r"no \[Sunshne\]; the nearest that it shows is \[Sunshine\]"):
        argmap.draw(document, focus="[Sunshne]")


def test_a_bare_title_must_be_clear() -> None:
    document = argmap.parse("[A]: a\n  + <A>: b")
    with pytest.raises(LookupError, match=r"A is ambiguous: write \[A\] or <A>"):
        argmap.draw(document, focus="A")


@pytest.mark.parametrize("wrong", [{"direction": "up"}, {"radius": -1}])
def test_what_is_no_focus_is_refused(view: ArgumentMap, wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"must be|cannot be"):
        focus_on(view, "[A]", **wrong)  # type: ignore[arg-type]  # wrong on purpose


@given(radius=st.integers(0, 8), name=st.sampled_from(["[A]", "<B>", "[C]", "[^D]", "<E>", "[F]", "[G]"]))
def test_a_larger_radius_shows_no_less(view: ArgumentMap, radius: int, name: str) -> None:
    small, large = (focus_on(view, name, radius=one) for one in (radius, radius + 1))
    assert set(small.nodes) <= set(large.nodes)
    assert set(small.edges) <= set(large.edges)


def test_what_the_focus_does_not_reach_is_left_out() -> None:
    document = argmap.parse("[A]: a\n  + [B]: b\n    + [C]: c\n")
    (omission,) = focus_on(argmap.build_map(document), "[A]", radius=1).omissions
    assert (omission.refs, omission.reason) == (
        (ClaimRef("C"),),
        "the focus on [A] with a `radius` of 1 does not reach",
    )


def test_a_focus_that_reaches_everything_leaves_nothing_out() -> None:
    document = argmap.parse("[A]: a\n  + [B]: b\n")
    assert focus_on(argmap.build_map(document), "[A]").omissions == ()


def test_every_closed_group_around_the_focus_is_opened() -> None:
    text = "# One {isClosed: true}\n\n## Two {isClosed: true}\n\n[A]: a\n"
    groups = focus_on(build_map(argmap.parse(text).debate), "[A]").groups
    assert [group.is_closed for group in groups] == [False] * 2
