"""Debates without places, arranged as texts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given

import argmap
from argmap.interop import differences
from argmap.model import (
    Argument,
    ArgumentRef,
    Claim,
    ClaimRef,
    Debate,
    FrozenDict,
    Relation,
    RelationKind,
    Section,
    Statement,
)
from argmap.writing.writable.debate_form import writable

from ..fuzz.objects import debates
from ..fuzz.places import without_places


def arranged(text: str) -> str:
    return argmap.to_text(without_places(argmap.parse(text).debate))


ARRANGED = {
    "sources stand below their targets": ("[B]: b\n\n[A]: a\n  - [B]\n", "[A]: a\n  - [B]: b\n"),
    "what has two targets is stated once": (
        "[A]: a\n  - [C]: c\n\n[B]: b\n  + [C]\n",
        "[A]: a\n  - [C]\n\n[C]: c\n\n[B]: b\n  + [C]\n",
    ),
    "what is only mentioned has no line of its own": ("[B]\n\n[A]: a\n  - [B]\n", "[A]: a\n  - [B]\n"),
    "what nothing names has a line": ("[A]\n\n<B>\n", "[A]\n\n<B>\n"),
    "wordings come before the one that counts": (
        "[A]: a {isCanonical: true, k: 1}\n\n[A]: b #t\n",
        "[A]: b #t\n\n[A]: a {isCanonical: true, k: 1}\n",
    ),
    "sections stay": (
        "# S\n\n[A]: a\n\n# T\n\n[B]: b\n  -> [A]\n",
        "# S\n\n[A]: a\n  - [B]\n\n# T\n\n[B]: b\n",
    ),
    "undercuts stand below inferences": (
        "<A>\n\n(1) [P]: p\n(2) q\n-- rule {uses: [1]} --\n(3) [C]: c\n  _ [U]: u\n",
        "[P]: p\n\n[C]: c\n\n[U]: u\n\n<A>\n\n(1) [P]\n(2) q\n-- rule {uses: [1]} --\n  _ [U]\n(3) [C]\n",
    ),
    "what has no title stands where it can be": (
        "[A]: a\n  + b\n    - c\n      -> [A]\n  - [D]\n",
        "[A]: a\n  + b\n    - c\n      -> [A]\n  - [D]\n",
    ),
    "structures without a title come first": (
        "[A]: a\n\n(1) p\n----\n(2) [A]\n",
        "(1) p\n----\n(2) [A]\n\n[A]: a\n",
    ),
    "a circle begins with its first": (
        "[A]: a\n  + [B]: b\n    + [C]: c\n      + [A]\n",
        "[A]: a\n  + [B]: b\n    + [C]: c\n      + [A]\n",
    ),
    "no section but one's own": (
        "# S\n\n[A]: a {isInGroup: false}\n  - [B]: b\n\n# T\n\n[A]\n",
        "# S\n\n[B]: b\n\n# T\n\n[A]: a {isInGroup: false}\n  - [B]\n\n[A]\n",
    ),
}


def test_a_tag_behind_a_special_space_is_text_below_a_reference() -> None:
    text = "[T]\n\u00a0#s\n"
    assert arranged(text) == text


@pytest.mark.parametrize(("text", "expected"), ARRANGED.values(), ids=ARRANGED)
def test_it_is_arranged(text: str, expected: str) -> None:
    assert arranged(text) == expected


def test_trees_are_six_levels_deep() -> None:
    text = "[0]: a\n" + "".join("  " * depth + f"- [{depth}]: a\n" for depth in range(1, 9))
    lines = arranged(text).splitlines()
    assert "            - [6]: a" in lines
    assert "[7]: a" in lines


def test_a_strict_debate_says_that_it_is_one() -> None:
    contrary = Relation(RelationKind.CONTRARIETY, ClaimRef("B"), ClaimRef("A"))
    debate = Debate(relations=(contrary,))
    text = argmap.to_text(debate)
    assert text == "===\nmodel:\n  mode: strict\n===\n\n[A]\n  - [B]\n"
    assert argmap.parse(text).debate.relations == (contrary,)


def test_an_argument_that_acts_itself_says_so_in_the_frontmatter() -> None:
    text = (
        "===\nmodel:\n  transformArgumentRelations: false\n===\n\n[X]\n  + <A>\n\n<A>\n\n(1) p\n----\n(2) q\n"
    )
    debate = without_places(argmap.parse(text).debate)
    assert argmap.to_text(evolve(debate, metadata=FrozenDict())) == text


def test_what_has_no_title_and_two_places_gets_one() -> None:
    claim = Claim("Untitled 1", (Statement("Untitled 1", "It rains, they say."),), is_untitled=True)
    steps = (Statement("Untitled 1", "It rains, they say."),)
    arguments = [Argument(title, steps=steps, step_refs=(claim.ref,)) for title in ("A", "B")]
    debate = Debate(
        claims=FrozenDict({"Untitled 1": claim}), arguments=FrozenDict({one.title: one for one in arguments})
    )
    assert argmap.to_text(debate) == (
        "[It rains, they say]: It rains, they say.\n\n"
        "<A>\n\n(1) [It rains, they say]\n\n<B>\n\n(1) [It rains, they say]\n"
    )
    assert writable(debate).notes == ("titled: [Untitled 1] is [It rains, they say]",)


def test_what_says_nothing_is_left_out() -> None:
    debate = Debate(claims=FrozenDict({"Untitled 1": Claim("Untitled 1", is_untitled=True)}))
    assert argmap.to_text(debate) == ""
    assert writable(debate).notes == ("dropped: [Untitled 1] says nothing",)


def test_levels_follow_what_is_in_what() -> None:
    sections = (Section("s0", "Outer", 3), Section("s1", "Other", 1), Section("s2", "Inner", 1, parent="s0"))
    assert argmap.to_text(Debate(sections=sections)) == "# Outer\n\n## Inner\n\n# Other\n"


def test_two_titles_that_become_one_stay_two() -> None:
    claims = {title: Claim(title) for title in ("A", " A", "A ")}
    assert argmap.to_text(Debate(claims=FrozenDict(claims))) == "[A]\n\n[A (2)]\n\n[A (3)]\n"


def test_data_of_a_reference_do_not_prolong_its_title() -> None:
    claim = Claim("A", data=FrozenDict({"k": "[x]: y"}))
    text = argmap.to_text(Debate(claims=FrozenDict({"A": claim})))
    assert argmap.parse(text).debate.claims["A"].data == claim.data


def test_a_long_chain_and_a_large_star_are_written() -> None:
    count = 3000
    refs = [ClaimRef(f"C{n}") for n in range(count)]
    claims = FrozenDict({ref.title: Claim(ref.title, (Statement(ref.title, "a"),)) for ref in refs})
    chain = [Relation(RelationKind.SUPPORT, *reversed(pair)) for pair in pairwise(refs)]
    star = [Relation(RelationKind.ATTACK, ref, ArgumentRef("A")) for ref in refs]
    assert argmap.to_text(Debate(claims=claims, relations=(*chain, *star))).count("- [C") == count
    assert argmap.to_text(Debate(claims=claims, relations=tuple(chain))).count("+ [C") == count - 1


def test_a_structure_without_an_inference_does_not_go_on_with_the_next() -> None:
    text = arranged("(1) a\n\n[A]: b\n\n(1) [A]\n----\n(2) c\n\n[A]: b\n")
    assert text == "(1) [A]\n----\n(2) c\n\n(1) a\n\n[A]: b\n"


def test_an_attack_on_what_is_contradicted_comes_from_the_argument_itself() -> None:
    text = "<A>\n  >< [B]\n\n(1) p\n----\n(2) [C]\n"
    frontmatter = "===\nmodel:\n  transformArgumentRelations: false\n===\n\n"
    debate = without_places(argmap.parse(frontmatter + text).debate)
    assert argmap.to_text(evolve(debate, metadata=FrozenDict())).startswith(frontmatter)


@given(debates())
def test_a_debate_whose_parts_do_not_fit_is_written_as_near_as_can_be(debate: Debate) -> None:
    text = argmap.to_text(debate)
    again = argmap.parse(text).debate
    assert argmap.to_text(again) == text
    assert differences(again, writable(debate).debate) == ()


def test_what_entails_beside_what_merely_supports_says_so() -> None:
    kinds = {
        "B": RelationKind.ENTAILMENT,
        "C": RelationKind.SUPPORT,
        "D": RelationKind.CONTRARIETY,
        "E": RelationKind.ATTACK,
    }
    relations = tuple(Relation(kind, ClaimRef(title), ClaimRef("A")) for title, kind in kinds.items())
    debate = Debate(relations=relations)
    text = argmap.to_text(debate)
    assert text == (
        "[A]\n  + [B] {relation: {kind: entails}}\n  + [C]\n  - [D] {relation: {kind: contrary}}\n  - [E]\n"
    )
    assert {relation.kind for relation in argmap.parse(text).debate.relations} == set(kinds.values())
    assert argmap.to_text(argmap.parse(text).debate) == text
