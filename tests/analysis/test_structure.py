"""Rules about how reasons hang together, and about sketches."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap


def found(text: str) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in argmap.check(argmap.parse(text))]


def codes(text: str) -> list[str]:
    return [code for code, _ in found(text)]


def test_a_circle_is_printed_with_all_its_steps() -> None:
    (one,) = argmap.check(argmap.parse("[A]: x\n  + [B]: y\n    + [C]: z\n      + [A]"))
    assert one.message == "this reasoning is circular: [A] → [C] → [B] → [A]"
    assert len(one.related) == 2


def test_a_long_circle_is_cut() -> None:
    lines = [f"[A{number}]: x\n  + [A{(number + 1) % 30}]" for number in range(30)]
    (message,) = (message for code, message in found("\n\n".join(lines)) if code == "C309")
    assert message.endswith("→ … → [A0]")


def test_an_argument_in_a_circle_of_its_own_is_told_once() -> None:
    assert codes("<A>\n\n(1) [P]: p\n----\n(2) [P]") == ["C302"]


def test_begging_the_question_hides_no_other_circle() -> None:
    text = "<A>\n\n(1) [P]: p\n(2) [Q]: q\n----\n(3) [P]\n\n[Q]\n  + [P]"
    assert sorted(codes(text)) == ["C302", "C309"]


RESTS = "[C]\n  + [^E]: x {source: S}\n\n"


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        (RESTS + "<A>\n\n(1) [P]: p\n----\n(2) [C]", True),
        ("<A>\n\n(1) [P]: p\n----\n(2) [C]", False),
        (RESTS + "<A>\n\n(1) [P]: p {source: T}\n----\n(2) [C]", False),
        (RESTS + "<A>\n\n(1) [P]: p\n  + [Q]: q\n----\n(2) [C]", False),
        (RESTS + "<A>\n\n(1) [P]: p\n  - [Q]: q\n----\n(2) [C]", True),
        (RESTS + "[C]\n  + [P]: p", False),
        (RESTS + "<A>\n\n(1) [P]\n----\n(2) [C]", False),
    ],
)
def test_premises_want_support_where_there_is_evidence(text: str, is_told: bool) -> None:
    assert ("C308" in codes(text)) == is_told


def test_a_step_that_is_used_later_is_used() -> None:
    text = "<A>\n\n(1) [P]\n(2) [Q]\n-- {uses: [1]} --\n(3) [M]\n-- {uses: [2, 3]} --\n(4) [C]"
    assert codes(text) == []
    assert codes(text.replace("uses: [2, 3]", "uses: [2]")) == ["C310"]


def test_a_wrong_position_in_uses_is_told_only_once() -> None:
    document = argmap.parse("<A>\n\n(1) [P]\n(2) [Q]\n-- {uses: [1, 9]} --\n(3) [C]")
    found = {one.code for one in (*document.diagnostics, *argmap.check(document))}
    assert found == {"R220", "R215"}


@pytest.mark.parametrize(
    ("relation", "is_told"),
    [
        ("<A>\n  - [B]: b", True),
        ("<A>\n  + [B]: b", True),
        ("<A>\n  + [P]", False),
        ("<A>\n  _ [B]: b", False),
        ("<A>\n  + [B]: b\n\n[P]\n  + [B]", False),
        ("<A>\n  - [B]: b\n\n[P]\n  - [B]", False),
        ("<A>\n  - <B>: b\n\n[P]\n  - <B>", False),
    ],
)
def test_a_sketch_is_kept_by_the_premises(relation: str, is_told: bool) -> None:
    assert ("C311" in codes(relation + "\n\n<A>\n\n(1) [P]: p\n----\n(2) [C]: c")) == is_told


STEPS = "<A>\n\n(1) [P]: p\n----\n(2) [C]\n\n<B>\n\n(1) [Q]: q\n----\n(2) [P]"


@pytest.mark.parametrize(
    ("sketch", "is_told"),
    [
        ("[C]: c\n  + <A>: a\n  + <B>: b", True),
        ("[C]: c\n  + <A>: a\n    + <B>: b", False),
        ("[C]: c\n  + <A>: a", False),
        ("<A>: a\n\n<B>: b", False),
    ],
)
def test_a_sketch_shows_what_follows_if_it_draws_both(sketch: str, is_told: bool) -> None:
    assert ("C312" in codes(f"{sketch}\n\n{STEPS}")) == is_told


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("[A]: a\n  + [B]: b\n\n[C]: c", True),
        ("[A]: a\n  + [B]: b\n\nSome prose.", False),
        ("[A]: a\n  + [B]: b\n\n[C]: c, see @[A]", False),
        ("[A]: a\n  + [B]: b\n\n[C]: c\n  + [D]: d", False),
        ("[A]: a\n\n[B]: b", False),
        ("[A]: a\n  + [B]: b, see @<X>\n\n<X>: x\n  + [^E]: e {source: S}", False),
    ],
)
def test_an_island_is_told_beside_a_main_part(text: str, is_told: bool) -> None:
    assert ("C316" in codes(text)) == is_told


@pytest.mark.parametrize(
    "text",
    [
        "[T]: t\n  + <R>: r\n  + <S>: s\n\n[Zebra]: z\n  + <Ape>: a\n",
        "[T]: t\n  + <R>: r\n  + <S>: s\n\n<Ape>: z\n  + [Zebra]: a\n",
        "[T]: t\n  + <R>: r\n  + <S>: s\n\n[^Zebra]: z {source: S}\n  +> [Ape]: a\n",
    ],
)
def test_an_island_is_named_by_what_its_place_shows(text: str) -> None:
    (island,) = [one for one in argmap.check(argmap.parse(text)) if one.code == "C316"]
    named = re.search(r"joins (\S+) and", island.message)
    assert named is not None
    assert text[island.span.start : island.span.end].startswith(named[1])


STRICT = "===\nmodel: {mode: strict}\n===\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(1) All whales are mammals.\n(2) Mammals breathe air.\n----\n(3) Whales breathe air.", []),
        ("(1) Whales swim.\n----\n(2) Whales are mammals.", ["C317"]),
        ("(1) Whales swim.\n-- argument from sign {allow: C315} --\n(2) Whales are mammals.", []),
        ("(1) 鯨は泳ぐ。\n----\n(2) 鯨は哺乳類だ。", []),
        ("(1) Whales swim.\n(2) If fish have gills, they drown.\n----\n(3) Whales swim.", []),
        ("(1) Whales swim.\n(2) Fish have gills.\n----\n(3) Whales swim.", ["C318"]),
        (
            "(1) Socrates is a man. #assumption #observation\n(2) Every man is mortal.\n----\n"
            "(3) Socrates is mortal.",
            [],
        ),
        ("(1) Whales swim. #mammals\n----\n(2) Whales are mammals.", ["C317"]),
        ("(1) [Mammals]: Whales give milk.\n----\n(2) Whales are mammals.", []),
        ("(1) Wir brauchen Klimaschutz.\n----\n(2) Wir brauchen Schutz.", []),
        ("(1) The EU taxes cars.\n(2) EU law binds.\n----\n(3) The EU taxes cars.", []),
        ("(1) Whales swim.\n-- inductive --\n(2) Whales are mammals.", []),
        ("(1) Whales swim.\n----\n(2) Whales are probably mammals.", []),
        ("(1) Whales swim.\n----\n(2) Whales are mammals. {inference: 0.7}", []),
        ("(1) Whales swim.\n-- {qualifier: presumably} --\n(2) Whales are mammals.", []),
        ("(1) Whales swim.\n-- {strength: 0.5} --\n(2) Whales are mammals.", []),
        ("(1) Whales swim.\n-- {strength: 1} --\n(2) Whales are mammals.", ["C317"]),
        (
            "(1) A stone that is tied to another one falls more slowly.\n----\n"
            "(2) A large stone with a small one tied to it falls more slowly than the large one alone.",
            [],
        ),
    ],
)
def test_key_terms_hold_hands_in_valid_inferences(text: str, expected: list[str]) -> None:
    assert codes(STRICT + "<A>\n\n" + text) == expected


@given(tags=st.lists(st.text("abcdefghijklmnop", min_size=4), max_size=4))
def test_tags_are_no_words_of_what_is_said(tags: list[str]) -> None:
    tagged = "".join(f" #{tag}" for tag in tags)
    plain = f"{STRICT}<A>\n\n(1) Whales swim.\n----\n(2) Whales dive."
    assert codes(plain.replace("swim.", f"swim.{tagged}").replace("dive.", f"dive.{tagged}")) == codes(plain)


def test_terms_count_for_valid_schemes_in_loose_mode_too() -> None:
    assert codes("(1) Whales swim.\n-- modus ponens --\n(2) Whales are mammals.") == ["C317"]
    assert codes("(1) Whales swim.\n----\n(2) Whales are mammals.") == []
