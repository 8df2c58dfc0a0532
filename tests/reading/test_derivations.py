"""From what is sketched to what holds, in the order of the derivations."""

import argmap
from argmap.model import ArgumentRef, ClaimRef, InferenceRef, Origin, Relation, RelationKind

SUPPORT, ATTACK, UNDERCUT = RelationKind.SUPPORT, RelationKind.ATTACK, RelationKind.UNDERCUT
A, P, C, S = map(ClaimRef, "APCS")
ARG = ArgumentRef("a")
STRUCTURE = "\n\n<a>\n\n(1) [P]\n----\n(2) [C]"


def relations(text: str, **model: object) -> list[Relation]:
    return list(argmap.parse(text, settings={"model": model}).debate.relations)


def sketched(text: str, **model: object) -> list[Relation]:
    return [one for one in relations(text, **model) if not one.is_derived]


# First: a reconstructed argument acts by its conclusion


def test_a_reconstructed_argument_acts_by_its_conclusion() -> None:
    assert sketched("[A]\n  + <a>\n  - <a>" + STRUCTURE) == [Relation(SUPPORT, C, A), Relation(ATTACK, C, A)]


def test_a_sketched_argument_acts_itself() -> None:
    assert sketched("[A]\n  + <a>") == [Relation(SUPPORT, ARG, A)]


def test_what_bears_on_a_reconstructed_argument_stays() -> None:
    assert sketched("<a>\n  + [A]\n  - [S]" + STRUCTURE) == [
        Relation(SUPPORT, A, ARG),
        Relation(ATTACK, S, ARG),
    ]


def test_the_main_conclusion_acts() -> None:
    text = "[A]\n  + <a>\n\n<a>\n\n(1) p\n----\n(2) m\n----\n(3) [C]"
    assert sketched(text) == [Relation(SUPPORT, C, A)]


def test_a_relation_that_the_conclusion_has_already_is_one_with_two_places() -> None:
    (relation,) = sketched("[A]\n  + <a>\n  + [C]" + STRUCTURE)
    assert (relation, len(relation.spans)) == (Relation(SUPPORT, C, A), 2)


def test_support_of_its_own_conclusion_is_what_the_structure_says() -> None:
    assert relations("[C]\n  + <a>" + STRUCTURE) == [
        Relation(SUPPORT, P, ARG, Origin.DERIVED),
        Relation(SUPPORT, ARG, C, Origin.DERIVED),
    ]


def test_an_attack_on_its_own_conclusion_stays() -> None:
    assert sketched("[C]\n  - <a>" + STRUCTURE) == [Relation(ATTACK, ARG, C)]


def test_an_undercut_of_a_reconstructed_argument_hits_its_last_inference() -> None:
    assert sketched("<a>\n  _ <b>" + STRUCTURE) == [
        Relation(UNDERCUT, ArgumentRef("b"), InferenceRef("a", 0))
    ]


def test_an_undercut_that_hits_the_inference_already_is_one_with_two_places() -> None:
    (relation,) = sketched("<a>\n  _ <b>" + STRUCTURE + "\n  _ <b>")
    assert (relation.target, len(relation.spans)) == (InferenceRef("a", 0), 2)


def test_no_undercut_disappears() -> None:
    text = "<a>\n  _ <b>\n  _ <c>" + STRUCTURE + "\n  _ <d>"
    assert [one.source.title for one in sketched(text)] == ["b", "c", "d"]


def test_arguments_may_act_by_themselves() -> None:
    assert sketched("[A]\n  + <a>" + STRUCTURE, transformArgumentRelations=False) == [
        Relation(SUPPORT, ARG, A)
    ]


# Then: strict mode, see test_loose_and_strict.py. Then: redundancy


def test_an_attack_on_an_argument_is_redundant_if_it_hits_a_premise_too() -> None:
    assert sketched("[S]\n  -> [P]\n  -> <a>" + STRUCTURE) == [Relation(ATTACK, S, P)]


def test_a_contradiction_of_a_premise_makes_it_redundant_from_either_side() -> None:
    assert sketched("[S]\n  -> <a>\n\n[P]\n  >< [S]" + STRUCTURE) == [
        Relation(RelationKind.CONTRADICTION, P, S)
    ]


def test_contrariety_makes_it_redundant_in_strict_mode() -> None:
    text = "[S]\n  -> [P]\n  -> <a>" + STRUCTURE
    assert sketched(text, mode="strict") == [Relation(RelationKind.CONTRARIETY, S, P)]


def test_an_attack_on_an_argument_stays_if_it_hits_no_premise() -> None:
    assert len(sketched("[S]\n  -> [C]\n  -> <a>" + STRUCTURE)) == 2


def test_an_attack_by_an_argument_stays() -> None:
    assert len(sketched("<b>\n  -> [P]\n  -> <a>" + STRUCTURE)) == 2


def test_an_attack_on_a_sketched_argument_stays() -> None:
    assert len(sketched("[S]\n  -> [P]\n  -> <b>")) == 2


def test_support_is_never_redundant() -> None:
    assert len(sketched("[S]\n  +> [P]\n  +> <a>" + STRUCTURE)) == 2


# Last: what premises and conclusions imply


def test_what_an_author_wrote_is_not_derived_again() -> None:
    assert relations("<a>\n  + [P]" + STRUCTURE) == [
        Relation(SUPPORT, P, ARG),
        Relation(SUPPORT, ARG, C, Origin.DERIVED),
    ]


def test_a_premise_that_is_stated_twice_supports_once() -> None:
    assert (
        relations("<a>\n\n(1) [P]\n(2) [P]\n----\n(3) [C]").count(Relation(SUPPORT, P, ARG, Origin.DERIVED))
        == 1
    )


def test_a_sketched_argument_derives_nothing() -> None:
    assert relations("<a>\n\n(1) [P]") == []


def test_derived_relations_have_no_place() -> None:
    assert [one.spans for one in relations(STRUCTURE.strip())] == [(), ()]


def test_arguments_may_be_exploded() -> None:
    text = "<a>\n\n(1) [P]\n----\n(2) [S]\n----\n(3) [C]"
    debate = argmap.parse(text, settings={"model": {"explodeArguments": True}}).debate
    assert [(one.title, one.premises, one.conclusion) for one in debate.arguments.values()] == [
        ("a - 1", (P,), S),
        ("a - 2", (S,), C),
    ]
