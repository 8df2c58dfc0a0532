"""Stretches that two sequences have in common: equal, in order, and found in few steps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.merging.line_hunks import hunks_of, text_of
from argmap.merging.matching_stretches import matching_stretches

ITEMS = st.lists(st.sampled_from("abcdefgh"), max_size=30)


@given(ITEMS, ITEMS)
def test_stretches_are_equal_and_in_order(first: list[str], second: list[str]) -> None:
    *stretches, last = matching_stretches(first, second, str.upper)
    low = start = 0
    for stretch in stretches:
        assert stretch.size > 0
        assert (stretch.first, stretch.second) >= (low, start)
        low, start = stretch.first + stretch.size, stretch.second + stretch.size
        assert first[stretch.first : low] == second[stretch.second : start]
    assert last == (len(first), len(second), 0)


@given(ITEMS)
def test_a_sequence_has_all_in_common_with_itself(items: list[str]) -> None:
    assert sum(stretch.size for stretch in matching_stretches(items, items)) == len(items)


def test_what_has_the_same_head_belongs_together() -> None:
    first, second = ["A: a", "", "B: b"], ["A: x", "", "", "B: y"]
    ends = [(stretch.first, stretch.second) for stretch in matching_stretches(first, second, _head)]
    assert ends == [(1, 1), (3, 4)]


def _head(line: str) -> str | None:
    return line[:2] or None


class Counted(str):
    """A line that counts how often it is looked at."""

    __slots__ = ()
    looks = 0

    def __hash__(self) -> int:
        Counted.looks += 1
        return str.__hash__(self)

    def __eq__(self, other: object) -> bool:
        Counted.looks += 1
        return str.__eq__(self, other)


@pytest.mark.parametrize("blank", ["", "same"])
def test_work_grows_with_length_only(blank: str) -> None:
    looks = []
    for count in (200, 800):
        first, second = (
            [Counted(line) for number in range(count) for line in (f"{word}{number}", blank)] for word in "xy"
        )
        Counted.looks = 0
        matching_stretches(first, second)
        looks.append(Counted.looks)
    assert looks[1] < 5 * looks[0]


def test_changes_of_different_lines_never_meet() -> None:
    base = "".join(f"[C{number}]: It rains.\n\n" for number in range(300))
    ours = base.replace("[C7]: It rains", "[C7]: It pours")
    theirs = base.replace("[C280]: It rains", "[C280]: It snows")
    hunks = hunks_of(base, ours, theirs)
    assert not any(hunk.is_conflict for hunk in hunks)
    assert (
        text_of(hunks, [0] * len(hunks)).rstrip()
        == ours.replace("[C280]: It rains", "[C280]: It snows").rstrip()
    )
