"""What bears on what: operators, nesting, indentation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.saying import findings

import argmap
from argmap.model import ArgumentRef, ClaimRef, EvidenceRef, Origin, Relation, RelationKind

A, B, C, D, E, F = map(ClaimRef, "ABCDEF")
SUPPORT, ATTACK = RelationKind.SUPPORT, RelationKind.ATTACK


def relations(text: str) -> tuple[Relation, ...]:
    return argmap.parse(text).debate.relations


def supports(text: str) -> list[tuple[object, object]]:
    return [(one.source.title, one.target.title) for one in relations(text)]


@pytest.mark.parametrize(
    ("operator", "relation"),
    [
        ("+", Relation(SUPPORT, B, A)),
        ("<+", Relation(SUPPORT, B, A)),
        ("+>", Relation(SUPPORT, A, B)),
        ("-", Relation(ATTACK, B, A)),
        ("<-", Relation(ATTACK, B, A)),
        ("->", Relation(ATTACK, A, B)),
        ("_", Relation(RelationKind.UNDERCUT, B, A)),
        ("<_", Relation(RelationKind.UNDERCUT, B, A)),
        ("_>", Relation(RelationKind.UNDERCUT, A, B)),
        ("><", Relation(RelationKind.CONTRADICTION, A, B)),
    ],
)
def test_an_operator_says_what_the_line_below_does(operator: str, relation: Relation) -> None:
    assert relations(f"[A]: x\n  {operator} [B]: y") == (relation,)


@pytest.mark.parametrize("operator", ["+", "<+", "+>", "-", "<-", "->", "<_", "_>", "><"])
def test_a_blank_behind_an_operator_is_not_needed(operator: str) -> None:
    assert relations(f"[A]: x\n  {operator}[B]: y") == relations(f"[A]: x\n  {operator} [B]: y")


def test_an_underscore_needs_a_blank() -> None:
    assert relations("[A]: x\n  _so_ they say") == ()


@pytest.mark.parametrize(
    ("child", "ref"),
    [("[B]", B), ("[^B]: y", EvidenceRef("B")), ("<B>", ArgumentRef("B")), ("y", ClaimRef("Untitled 1"))],
)
def test_anything_may_bear_on_a_claim(child: str, ref: object) -> None:
    assert relations(f"[A]: x\n  + {child}") == (Relation(SUPPORT, ref, A),)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("parent", "ref"),
    [
        ("[A]", A),
        ("[^A]: y", EvidenceRef("A")),
        ("<A>", ArgumentRef("A")),
        ("* [A]", A),
        ("<A>: x", ArgumentRef("A")),
    ],
)
def test_a_claim_may_bear_on_anything(parent: str, ref: object) -> None:
    assert relations(f"{parent}\n    - [B]") == (Relation(ATTACK, B, ref),)  # type: ignore[arg-type]


def test_relations_nest() -> None:
    text = "[A]\n  + [B]\n    - [C]\n      +> [D]\n    + [E]\n  - [F]"
    assert relations(text) == (
        Relation(SUPPORT, C, D),
        Relation(ATTACK, C, B),
        Relation(SUPPORT, E, B),
        Relation(SUPPORT, B, A),
        Relation(ATTACK, F, A),
    )


def test_the_text_of_what_stands_below_may_be_wrapped() -> None:
    debate = argmap.parse("[A]\n  + [B]: one\n    two\n three\n  - [C]").debate
    assert debate.claims["B"].text == "one two three"


@pytest.mark.parametrize("child", ["[B]: one", "[B]:\n    one"])
def test_what_bears_on_something_may_stand_below_its_operator(child: str) -> None:
    text = f"[A]: x\n  +\n    {child}"
    assert relations(text) == (Relation(SUPPORT, B, A),)
    assert findings(text) == []


def test_a_relation_that_is_written_twice_is_one_with_two_places() -> None:
    (relation,) = relations("[A]\n  + [B]\n\n[B]\n  +> [A]")
    assert [span.start for span in relation.spans] == [6, 19]


def test_a_contradiction_that_is_written_from_both_sides_is_one() -> None:
    assert relations("[A]\n  >< [B]\n\n[B]\n  >< [A]") == (Relation(RelationKind.CONTRADICTION, A, B),)


def test_attacks_from_both_sides_are_two() -> None:
    assert len(relations("[A]\n  - [B]\n\n[B]\n  - [A]")) == 2


def test_something_may_bear_on_itself() -> None:
    assert relations("[A]\n  - [A]") == (Relation(ATTACK, A, A),)


def test_what_an_author_wrote_is_sketched() -> None:
    assert relations("[A]\n  + [B]")[0].origin is Origin.SKETCHED


def test_a_relation_slices_back_to_its_line() -> None:
    text = "[A]: x\n  + [B]: y\n    z\n  - [C]"
    span = relations(text)[0].spans[0]
    assert text[span.start : span.end] == "+ [B]: y\n    z"


def test_support_and_attack_between_the_same_two_are_told() -> None:
    assert findings("[A]: x\n  + [B]: y\n  - [B]") == ["R223 3:3"]


def test_support_and_attack_by_arguments_and_evidence_are_told_too() -> None:
    document = argmap.parse("[^E]: x\n  + <B>\n  - <B>")
    assert document.diagnostics[0].message == "<B> both supports and attacks [^E]"


@pytest.mark.parametrize("text", ["[A]: x\n  >< <B>", "<B>\n  >< [A]: x", "<A>\n  >< <B>"])
def test_a_contradiction_of_an_argument_is_kept_and_told(text: str) -> None:
    assert [one.kind for one in relations(text)] == [RelationKind.CONTRADICTION]
    assert findings(text) == ["R213 2:3"]


# Indentation


@pytest.mark.parametrize("indentation", [" ", "  ", "\t", "        "])
def test_any_indentation_will_do(indentation: str) -> None:
    assert supports(f"[A]\n{indentation}+ [B]") == [("B", "A")]


def test_the_indentation_of_the_first_line_does_not_count() -> None:
    assert supports("    [A]\n  + [B]") == [("B", "A")]


def test_lines_of_the_same_width_stand_beside_each_other() -> None:
    assert supports("[A]\n  + [B]\n  + [C]") == [("B", "A"), ("C", "A")]


def test_a_dedent_goes_back_by_as_many_levels_as_it_says() -> None:
    text = "[A]\n + [B]\n  + [C]\n   + [D]\n + [E]"
    assert supports(text) == [("D", "C"), ("C", "B"), ("B", "A"), ("E", "A")]


def test_a_dedent_between_two_levels_joins_the_one_it_falls_into() -> None:
    text = "[A]: x\n    + [B]: x\n        + [C]: x\n      + [D]: x\n      + [E]: x"
    assert supports(text) == [("C", "B"), ("B", "A"), ("D", "A"), ("E", "A")]
    assert findings(text) == ["S106 4:7"]


def test_a_dedent_below_the_first_level_joins_it() -> None:
    text = "[A]: x\n    + [B]: x\n  + [C]: x\n    + [D]: x"
    assert supports(text) == [("B", "A"), ("C", "A"), ("D", "A")]
    assert findings(text) == ["S106 3:3"]


def test_relations_at_the_margin_bear_on_the_line_above_and_are_told_once() -> None:
    text = "a\n- b\n- c\n  + d"
    assert supports(text) == [
        ("Untitled 2", "Untitled 1"),
        ("Untitled 4", "Untitled 3"),
        ("Untitled 3", "Untitled 1"),
    ]
    assert findings(text) == ["S105 2:1"]


@pytest.mark.parametrize("line", ["-5 degrees", "+49 30 1234", "<-x", "->y"])
def test_at_the_margin_an_operator_needs_a_blank(line: str) -> None:
    text = f"it was\n{line}"
    assert argmap.parse(text).debate.claims["Untitled 1"].text == f"it was {line}"
    assert findings(text) == ["S102 2:1"]


def test_at_the_margin_an_operator_may_be_followed_by_a_title() -> None:
    assert supports("[A]\n+[B]\n-<C>") == [("B", "A"), ("C", "A")]


@pytest.mark.parametrize("text", ["- a\n- b", "  + a\n  - b", "  -> [A]: x\n  -> [B]: x"])
def test_what_stands_below_nothing_is_kept_and_told_once_a_block(text: str) -> None:
    document = argmap.parse(text)
    assert len(document.debate.claims) == 2
    assert [one.code for one in document.diagnostics] == ["R212"]


def test_what_stands_below_something_that_stands_below_nothing_bears_on_it() -> None:
    assert supports("- [A]\n  + [B]") == [("B", "A")]


def test_a_blank_line_ends_a_tree() -> None:
    text = "[A]: x\n  + [B]: x\n\n  + [C]: x"
    assert supports(text) == [("B", "A")]
    assert findings(text) == ["R212 4:3"]


def test_an_operator_without_a_text_is_told() -> None:
    text = "[A]: x\n  +\n  - {a: 1}"
    assert len(relations(text)) == 2
    assert findings(text) == ["R233 2:3"]


@pytest.mark.parametrize("line", ["\\+ b", "'+ b", "=> b", "> b"])
def test_other_lines_go_on_with_the_text(line: str) -> None:
    assert relations(f"[A]: x\n  {line}") == ()


def test_five_thousand_levels_can_be_nested() -> None:
    text = "[0]: x\n" + "\n".join(f"{' ' * level}+ [{level}]: x" for level in range(1, 5001))
    found = relations(text)
    assert (len(found), found[-1].target, found[0].source) == (5000, ClaimRef("0"), ClaimRef("5000"))


def test_a_hundred_thousand_relations_can_stand_below_one_line() -> None:
    text = "[A]: x\n" + "  + y\n" * 100_000
    assert len(relations(text)) == 100_000


@given(
    st.sampled_from(["+", "<+", "+>", "-", "<-", "->", "<_", "_>", "><"]),
    st.sampled_from(["[P]", "[C]", "<A>", "[O]", "<B>"]),
    st.sampled_from(["[P]", "[C]", "<A>", "[O]", "<B>"]),
    st.sampled_from(["loose", "strict"]),
    st.booleans(),
)
def test_what_is_said_of_a_relation_is_kept(
    operator: str, above: str, below: str, mode: str, is_also_an_attack: bool
) -> None:
    line = f"{above}\n  {operator} {below} {{relation: {{strength: 0.5}}}}"
    attack = f"\n\n{above}\n  -> [P]" if is_also_an_attack else ""
    text = f"===\nmodel:\n  mode: {mode}\n===\n{line}{attack}\n\n<A>\n\n(1) [P]\n----\n(2) [C]\n"
    debate = argmap.parse(text).debate
    assert any(relation.data == {"strength": 0.5} for relation in debate.relations)
    assert argmap.parse(argmap.to_text(debate)).debate == debate
