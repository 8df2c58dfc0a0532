"""Contradictory commitments in strict mode."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.analysis.implications import Literal, Theory
from argmap.analysis.rules import commitments
from argmap.model import ClaimRef, Debate, Relation, RelationKind

STRICT = "===\nmodel: {mode: strict}\n===\n\n"


def messages(text: str) -> list[str]:
    return [one.message for one in argmap.check(argmap.parse(STRICT + text)) if one.code == "C313"]


def test_the_chain_to_the_contradiction_is_printed() -> None:
    assert messages("[A]: a\n  +> [B]: b\n    +> [C]: c\n  +> [D]: d\n\n[C]\n  - [D]") == [
        "whoever accepts [A] is committed to a contradiction: "
        "[A] → [B] (entailed); [B] → [C] (entailed); [A] → [D] (entailed); [D] → not [C] (excluded)"
    ]


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("[A]: a\n  +> [B]: b\n  - [B]", ["[A]"]),
        ("[A]: a\n  +> [B]: b\n  >< [B]", ["[A]"]),
        ("[A]: a\n  +> [B]: b\n\n[C]: c\n  - [B]", []),
        ("[A]: a {accepted: true}\n  +> [B]: b\n\n[C]: c {accepted: true}\n  - [B]", ["[A] and [C]"]),
        ("[A]: a {accepted: true}\n  >< [B]: b\n\n[C]: c {accepted: true}\n  >< [B]", []),
        (
            "[A]: a {accepted: true}\n  >< [B]: b\n  - [D]: d\n\n[B]\n  - [D]\n\n[D] {accepted: true}",
            ["[D]"],
        ),
        ("<X>\n\n(1) [P]: p\n(2) [Q]: q\n----\n(3) [C]: p q\n\n[P]\n  - [Q]", ["[P] and [Q]"]),
        ("<X>\n\n(1) [P]: p\n(2) [Q]: q\n----\n(3) [C]: p q\n\n[P]\n  - [C]", ["[P] and [Q]"]),
        ("<X>\n\n(1) [P]: p\n-- reductio --\n(2) [C]: p\n\n[P]\n  >< [C]", []),
        ("<X>\n\n(1) [P]: p\n-- sign --\n(2) [C]: p\n\n[P]\n  - [C]", []),
    ],
)
def test_what_cannot_be_accepted_together_is_told(text: str, accepted: list[str]) -> None:
    assert [
        one.split(" is committed")[0].removeprefix("whoever accepts ") for one in messages(text)
    ] == accepted


def test_in_loose_mode_nothing_is_entailed() -> None:
    text = "[A]: a\n  +> [B]: b\n  >< [B]"
    assert "C313" not in [one.code for one in argmap.check(argmap.parse(text))]


def test_whoever_accepts_more_is_not_told_again() -> None:
    text = "[A]: a\n  +> [B]: b\n  - [B]\n\n<X>\n\n(1) [A]\n(2) [Q]: q\n----\n(3) [C]: a q"
    assert len(messages(text)) == 1


def test_a_long_chain_is_cut() -> None:
    links = [f"[A{number}]: a\n  +> [A{number + 1}]" for number in range(30)]
    found = messages("\n\n".join(links) + "\n\n[A30]: a\n  - [A0]")
    assert any("…" in one for one in found)


KINDS = st.sampled_from((RelationKind.ENTAILMENT, RelationKind.CONTRARIETY, RelationKind.CONTRADICTION))
REFS = [ClaimRef(one) for one in "ABCD"]
RELATIONS = st.lists(
    st.builds(Relation, KINDS, st.sampled_from(REFS), st.sampled_from(REFS)).filter(
        lambda one: one.source != one.target
    ),
    max_size=6,
)


@given(RELATIONS, st.sets(st.sampled_from(REFS), min_size=1))
def test_what_is_told_has_no_model(relations: list[Relation], accepted: set[ClaimRef]) -> None:
    theory = Theory.of(Debate(relations=tuple(relations)))
    steps = theory.contradiction(sorted(accepted)).steps
    assert not (steps and _has_model(theory, accepted))


@given(RELATIONS, st.sets(st.sampled_from(REFS), min_size=1))
def test_every_step_follows_from_steps_before(relations: list[Relation], accepted: set[ClaimRef]) -> None:
    theory = Theory.of(Debate(relations=tuple(relations)))
    steps = theory.contradiction(sorted(accepted)).steps
    literals = [one.literal for one in steps]
    assert all(set(one.because) <= set(literals[:place]) for place, one in enumerate(steps))
    assert not steps or any(one.opposite in literals for one in literals)


@given(RELATIONS, st.sampled_from(REFS))
def test_one_claim_that_excludes_itself_is_found(relations: list[Relation], start: ClaimRef) -> None:
    # With a single claim accepted, unit propagation misses nothing but what needs proof by cases.
    theory = Theory.of(Debate(relations=tuple(relations)))
    if not theory.contradiction([start]).steps:
        forced = {start}
        assert _has_model(theory, forced) or _needs_cases(theory)


def _has_model(theory: Theory, accepted: set[ClaimRef]) -> bool:
    for values in product((True, False), repeat=len(REFS)):
        true = {Literal(ref, value) for ref, value in zip(REFS, values, strict=True)}
        if all(Literal(ref) in true for ref in accepted) and all(
            any(literal in true for literal in clause.literals) for clause in theory.clauses
        ):
            return True
    return False


def _needs_cases(theory: Theory) -> bool:
    return any(all(literal.is_accepted for literal in clause.literals) for clause in theory.clauses)


def test_a_search_ends_when_it_has_looked_at_enough() -> None:
    links = [Relation(RelationKind.ENTAILMENT, ClaimRef(f"{n}"), ClaimRef(f"{n + 1}")) for n in range(100)]
    last = Relation(RelationKind.CONTRARIETY, ClaimRef("100"), ClaimRef("0"))
    theory = Theory.of(Debate(relations=(*links, last)))
    assert theory.contradiction([ClaimRef("0")], most=50).steps == ()
    assert len(theory.contradiction([ClaimRef("0")], most=50).reached) <= 50
    assert len(theory.contradiction([ClaimRef("0")]).steps) == 102


def test_what_bears_on_itself_says_nothing() -> None:
    itself = Relation(RelationKind.CONTRARIETY, ClaimRef("A"), ClaimRef("A"))
    assert Theory.of(Debate(relations=(itself,))).clauses == ()


def test_a_long_chain_is_followed_once() -> None:
    claims = [f"[A{number}]: a\n  +> [A{number + 1}]" for number in range(2000)]
    found = messages("\n\n".join(claims) + "\n\n[X]: x\n  - [Y]: y\n  +> [Y]")
    assert len(found) == 1


def test_large_debates_are_looked_into_as_far_as_that_is_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "[A]: a\n  +> [B]: b\n  - [B]"
    assert len(messages(text)) == 1
    monkeypatch.setattr(commitments, "_BUDGET", 2)
    assert messages(text) == []


def test_many_premises_are_not_all_named() -> None:
    premises = "\n".join(f"({number}) [A{number}]" for number in range(1, 31))
    (message,) = messages(f"<X>\n\n{premises}\n----\n(31) [C]\n\n[A1]\n  - [C]")
    assert message.startswith("whoever accepts [A10] and [A11] and")
    assert "and 19 more is committed" in message
    assert "and 18 more → [C]" in message
