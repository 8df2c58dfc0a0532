"""Merges of debates: what both changed, and nothing else."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap import strategies
from argmap.model.sameness.same import same

LAW = settings(max_examples=20, deadline=None)
BLOCKS = st.lists(strategies.trees(max_lines=3), max_size=3).map("\n\n".join)
BASE = "[A]: It rains.\n  + <B>: b\n\n[C]: See @[A].\n\n<D>\n\n(1) [P]: p\n(2) [Q]: q\n----\n(3) [R]: r\n"


@LAW
@given(strategies.markup(), strategies.markup())
def test_a_version_that_did_not_change_takes_over_the_other(base: str, version: str) -> None:
    assert argmap.merge(base, version, base).text == version
    assert argmap.merge(base, base, version).text == version
    assert argmap.merge(base, version, version).text == version


@LAW
@given(BLOCKS, BLOCKS, BLOCKS)
def test_merges_are_the_same_from_either_side(base: str, ours: str, theirs: str) -> None:
    merged, other = argmap.merge(base, ours, theirs), argmap.merge(base, theirs, ours)
    assert merged.ok is other.ok
    assert not merged.ok or same(merged.document.debate, other.document.debate)


@LAW
@given(BLOCKS, st.sampled_from(["[One]: one", "# One", "[^One]: one"]), st.sampled_from(["<Two>: two", "{}"]))
def test_what_is_added_in_two_places_never_conflicts(base: str, first: str, last: str) -> None:
    middle = f"[Middle]: middle\n\n{base}\n\n[End]: end\n"
    merged = argmap.merge(middle, f"{first}\n\n{middle}", f"{middle}\n{last}\n")
    assert merged.ok
    assert same(merged.document.debate, argmap.parse(f"{first}\n\n{middle}\n{last}\n").debate)


@LAW
@given(st.text(), st.text(), st.text())
def test_any_three_texts_are_merged(base: str, ours: str, theirs: str) -> None:
    merged = argmap.merge(base, ours, theirs)
    assert merged.document.text == merged.text
    assert pickle.loads(pickle.dumps(merged.conflicts)) == merged.conflicts


@LAW
@given(st.permutations(BASE.split("\n\n")), st.integers(0, 3), st.integers(0, 3))
def test_no_change_is_lost(blocks: list[str], first: int, second: int) -> None:
    base = "\n\n".join(blocks)
    ours = base.replace(blocks[first].split("\n")[0], f"{blocks[first].split(chr(10))[0]} OURS")
    theirs = base.replace(blocks[second].split("\n")[0], f"{blocks[second].split(chr(10))[0]} THEIRS")
    merged = argmap.merge(base, ours, theirs)
    assert "OURS" in merged.text
    assert "THEIRS" in merged.text


def test_a_rename_holds_for_what_the_other_writes() -> None:
    merged = argmap.merge(BASE, BASE.replace("[A]", "[Rain]"), f"{BASE}\n[E]: e\n  + [A]\n")
    assert merged.ok
    assert merged.text == BASE.replace("[A]", "[Rain]") + "\n[E]: e\n  + [Rain]\n"


def test_words_of_one_line_are_merged() -> None:
    merged = argmap.merge("[A]: It rains today.", "[A]: It pours today.", "[A]: It rains a lot today.")
    assert merged.text == "[A]: It pours a lot today."


def test_what_both_add_in_one_place_is_written_one_after_the_other() -> None:
    merged = argmap.merge("[A]: a\n", "[A]: a\n  + <B>: b\n", "[A]: a\n  - <C>: c\n")
    assert merged.ok
    assert merged.text == "[A]: a\n  + <B>: b\n  - <C>: c\n"


def test_comments_and_layout_stay() -> None:
    base = "// first\n[A]:   a  // why\n\n\n[B]: b\n"
    merged = argmap.merge(base, base.replace("[B]: b", "[B]: c"), base.replace("a  //", "z  //"))
    assert merged.text == "// first\n[A]:   z  // why\n\n\n[B]: c\n"


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "what"),
    [
        ("[A]: It rains.\n", "[A]: It pours.\n", "[A]: It drizzles.\n", "claim [A] (text)"),
        ("[A]: a\n", "[B]: a\n", "[C]: a\n", "claim [B] (title)"),
        ("[A]: a\n\n[B]: b b\n", "[A]: a\n", "[A]: a\n\n[B]: b c\n", "claim [B], removed by ours"),
        ("[A]: a\n  + <B>\n", "[A]: a\n  - <B>\n", "[A]: a\n  _ <B>\n", "relation <B> attacks [A]"),
        ("[A]: a\n", "[A]: a\n\n[X]: cats\n", "[X]: dogs\n\n[A]: a\n", "claim [X] (text)"),
        ("===\na: 1\n===\n", "===\na: 2\n===\n", "===\na: 3\n===\n", "setting a"),
    ],
)
def test_what_both_changed_differently_is_a_conflict(base: str, ours: str, theirs: str, what: str) -> None:
    merged = argmap.merge(base, ours, theirs)
    assert [conflict.what for conflict in merged.conflicts] == [what]
    assert same(merged.document.debate, argmap.parse(ours).debate)
    assert f"// <<<<<<< ours: {what}" in merged.text
    assert merged.text.splitlines()[merged.conflicts[0].line - 1] == f"// <<<<<<< ours: {what}"


def test_a_conflict_is_written_around_the_lines_of_ours() -> None:
    merged = argmap.merge("[A]: It rains.\n", "[A]: It pours.\n", "[A]: It drizzles.\n", marker_size=3)
    assert merged.text == (
        "// <<< ours: claim [A] (text)\n[A]: It pours.\n// === theirs\n// [A]: It drizzles.\n// >>> theirs\n"
    )


def test_a_clean_line_merge_that_says_something_else_is_not_taken() -> None:
    base = "[A]: a\n\n[M]: m\n\n[Z]: z\n"
    merged = argmap.merge(base, f"[X]: cats\n\n{base}", f"{base}\n[X]: dogs\n")
    assert [conflict.what for conflict in merged.conflicts] == ["claim [X] (text)"]


def test_premises_that_one_moved_and_the_other_names_by_number_conflict() -> None:
    base = "<D>\n\n(1) [P]: p\n(2) [Q]: q\n-- r {uses: [1, 2]} --\n(3) [R]: r\n"
    ours = base.replace("uses: [1, 2]", "uses: [2]")
    theirs = base.replace("(1) [P]: p\n(2) [Q]: q", "(1) [Q]: q\n(2) [P]: p")
    merged = argmap.merge(base, ours, theirs)
    assert not merged.ok
    assert same(merged.document.debate, argmap.parse(ours).debate)


def test_pages_are_refused() -> None:
    with pytest.raises(ValueError, match="Markdown"):
        argmap.merge(argmap.parse("", "a.md"), "", "x")
