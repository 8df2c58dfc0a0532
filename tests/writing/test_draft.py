"""Debates that are built or changed in code."""

from __future__ import annotations

import pytest

import argmap
from argmap import ArgumentRef, ClaimRef, Draft, EvidenceRef, InferenceRef, Relation, RelationKind
from argmap.model import Role


@pytest.fixture
def draft() -> Draft:
    """A draft with a claim, a piece of evidence and an argument of one inference."""
    draft = Draft()
    draft.claim("A", "One.")
    draft.claim("B", "Two.", tags=["pro", "two words"], data={"weight": 3})
    draft.evidence("E", "Seen.", source={"title": "T", "date": 2020}, kind="observation", reliability=0.5)
    draft.argument("X", "Why.")
    draft.infer("X", premises=["E", "A"], conclusion="B", rules=["modus ponens"], data={"scheme": "sign"})
    return draft


def test_what_is_built_is_a_debate(draft: Draft) -> None:
    debate = draft.finish()
    assert (debate.claims["A"].text, debate.claims["B"].tags) == ("One.", ("pro", "two words"))
    assert debate.claims["B"].data == {"weight": 3}
    assert debate.evidence["E"].sources[0].reference == "T, 2020"
    assert debate.evidence["E"].reliability == 0.5
    inference = debate.arguments["X"].inferences[0]
    assert inference.premises == (EvidenceRef("E"), ClaimRef("A"))
    assert (inference.conclusion, inference.rules) == (ClaimRef("B"), ("modus ponens",))


def test_what_is_built_is_what_its_text_says(draft: Draft) -> None:
    assert argmap.parse(draft.to_text()).debate == draft.finish()
    assert argmap.to_text(draft.finish()) == draft.to_text()


def test_nothing_is_an_empty_debate() -> None:
    assert Draft().finish() == argmap.parse("").debate


def test_relations_have_the_ends_they_were_given(draft: Draft) -> None:
    draft.support("A", "B").attack("E", "A").contradict("A", "B").undercut("A", InferenceRef("X", 0))
    sketched = [one for one in draft.finish().relations if not one.is_derived]
    assert set(sketched) == {
        Relation(RelationKind.SUPPORT, ClaimRef("A"), ClaimRef("B")),
        Relation(RelationKind.ATTACK, EvidenceRef("E"), ClaimRef("A")),
        Relation(RelationKind.CONTRADICTION, ClaimRef("A"), ClaimRef("B")),
        Relation(RelationKind.UNDERCUT, ClaimRef("A"), InferenceRef("X", 0)),
    }


def test_a_strict_draft_has_entailment() -> None:
    draft = Draft(strict=True)
    draft.support(draft.claim("A"), draft.claim("B"))
    assert draft.finish().relations == (Relation(RelationKind.ENTAILMENT, ClaimRef("A"), ClaimRef("B")),)


def test_later_inferences_use_earlier_steps(draft: Draft) -> None:
    draft.claim("C")
    draft.infer("X", premises=["B"], conclusion="C")
    draft.infer("X", premises=["A", "C"], conclusion=draft.claim("D"))
    second, third = draft.finish().arguments["X"].inferences[1:]
    assert (second.premises, dict(second.data)) == ((ClaimRef("B"),), {})
    assert (third.premises, dict(third.data)) == ((ClaimRef("A"), ClaimRef("C")), {"uses": (2, 4)})


def test_sections_hold_what_comes_after_them() -> None:
    draft = Draft()
    before = draft.claim("Before")
    draft.section("One").section("Two", level=2, data={"isGroup": True})
    debate = (draft.claim("Behind"), draft.finish())[1]
    assert [(one.title, one.level, one.parent) for one in debate.sections] == [
        ("One", 1, None),
        ("Two", 2, "s1"),
    ]
    assert (debate[before].section, debate.claims["Behind"].section) == (None, "s2")


def test_metadata_are_merged() -> None:
    draft = Draft().metadata(title="T", sources={"a": "One"}).metadata(sources={"b": "Two"})
    draft.evidence("E", "e", source="b")
    debate = draft.finish()
    assert (debate.metadata["title"], list(debate.sources)) == ("T", ["a", "b"])
    assert debate.evidence["E"].sources[0].key == "b"


@pytest.mark.parametrize("text", ["*a*", "- a", "{a: 1}", "// a", "[B]: c", "@[A] \\", "a\n b"])
def test_texts_are_no_markup(text: str) -> None:
    draft = Draft()
    draft.claim("A", text)
    claim = draft.finish().claims["A"]
    assert (claim.text, claim.statements[0].marks) == (" ".join(text.split()), ())


def test_a_title_finds_what_has_it() -> None:
    draft = Draft()
    draft.claim("A")
    draft.argument("A")
    with pytest.raises(ValueError, match=r"'A' could be \[A\] and <A>"):
        draft.support("A", "A")
    draft.support(ArgumentRef("A"), ClaimRef("A"))
    assert draft.finish().relations[0].source == ArgumentRef("A")


ERRORS = {
    "unknown title": (lambda draft: draft.support("Bb", "A"), "called 'Bb'; did you mean 'B'"),
    "unknown reference": (lambda draft: draft.support(ClaimRef("Z"), "A"), r"there is no \[Z\]"),
    "title taken": (lambda draft: draft.claim("A"), r"\[A\] exists already"),
    "odd title": (lambda draft: draft.claim("a]: b"), r"\[a\]: b\] cannot be written"),
    "empty title": (lambda draft: draft.claim(" "), "a title needs at least one character"),
    "title of evidence": (lambda draft: draft.claim("^a"), "cannot be written"),
    "odd tag": (lambda draft: draft.claim("Z", "z", tags=["a)b"]), r"of \[Z\] cannot be written"),
    "reliability": (lambda draft: draft.evidence("Z", reliability=2), "from 0 to 1, not 2"),
    "no premise": (lambda draft: draft.infer("X", premises=[], conclusion="A"), "needs a premise"),
    "argument as premise": (
        lambda draft: draft.infer("X", premises=["X"], conclusion="A"),
        "<X> is neither a claim nor evidence",
    ),
    "claim as argument": (
        lambda draft: draft.infer("A", premises=["A"], conclusion="B"),
        r"\[A\] is not an argument",
    ),
    "rule": (lambda draft: draft.infer("X", premises=["A"], conclusion="B", rules=[" "]), "rules of"),
    "contradicting argument": (
        lambda draft: draft.contradict("X", "A"),
        "<X> is neither a claim nor evidence",
    ),
    "support of an inference": (
        lambda draft: draft.support("A", InferenceRef("X", 0)),
        "can only be undercut",
    ),
    "an inference that acts": (
        lambda draft: draft.support(InferenceRef("X", 0), "A"),
        "supports or attacks nothing",
    ),
    "level": (lambda draft: draft.section("S", level=0), "must be 1 or more, not 0"),
    "renamed to a title that is taken": (lambda draft: draft.rename("A", "B"), r"\[B\] exists already"),
    "renamed to what is no title": (lambda draft: draft.rename("A", "]: "), "cannot be written"),
    "removing a step": (lambda draft: draft.remove("A"), r"\[A\] is a step of an argument"),
    "removing an inference": (lambda draft: draft.remove(InferenceRef("X", 0)), "belongs to its argument"),
    "detaching what is not there": (lambda draft: draft.detach("A", "E"), r"\[A\] is not related to \[\^E\]"),
    "text of an inference": (lambda draft: draft.say(InferenceRef("X", 0), "t"), "has no text"),
}


@pytest.mark.parametrize(("call", "message"), ERRORS.values(), ids=ERRORS)
def test_what_cannot_be_is_an_error_of_the_call(draft: Draft, call: object, message: str) -> None:
    before = draft.to_text()
    with pytest.raises(ValueError, match=message):
        call(draft)  # type: ignore[operator]  # it takes a draft
    assert draft.to_text() == before


def test_what_is_no_name_is_an_error(draft: Draft) -> None:
    with pytest.raises(TypeError, match="not by a value of type int"):
        draft.support(3, "A")  # type: ignore[arg-type]  # that is the point


TEXT = """\
===
title: T
selection: {excludeStatements: [A, B]}
===

// The comment is no part of the debate.
[A]: See @[A] and *@<X>*.
  + [B]: b {answers: {q: "[A]"}}
    - <X>: x
  >< [C]

# One

<X>

(1) [A]
(2) [^E]: e
-- rule --
  _ [A]
(3) [C]: c
"""


def test_a_draft_of_a_debate_is_the_debate() -> None:
    debate = argmap.parse(TEXT).debate
    assert Draft.of(debate).finish() == debate


def test_a_debate_is_not_changed_by_its_drafts() -> None:
    debate = argmap.parse(TEXT).debate
    Draft.of(debate).rename("A", "Z")
    assert debate == argmap.parse(TEXT).debate


def test_renaming_renames_everywhere_and_changes_nothing_else() -> None:
    draft = Draft.of(argmap.parse(TEXT).debate)
    assert draft.rename("A", "New name") == ClaimRef("New name")
    draft.rename(ArgumentRef("X"), "Y")
    expected = TEXT.replace("[A]", "[New name]").replace("<X>", "<Y>").replace("[A, B]", "[New name, B]")
    assert draft.finish() == argmap.parse(expected).debate


def test_an_argument_can_be_removed() -> None:
    draft = Draft.of(argmap.parse(TEXT).debate).remove("X")
    debate = draft.finish()
    assert (list(debate.arguments), set(debate.claims), set(debate.evidence)) == ([], {"A", "B", "C"}, {"E"})
    assert {(one.kind.value, one.target.title) for one in debate.relations} == {
        ("support", "A"),
        ("contradictory", "C"),
    }


def test_what_stood_below_something_that_is_removed_stays() -> None:
    draft = Draft.of(argmap.parse("[A]: a\n  + [B]: b\n    - [C]: c\n    - [D]\n").debate)
    assert draft.remove("B").to_text() == "[A]: a\n\n[C]: c\n"


def test_relations_can_be_taken_back() -> None:
    draft = Draft.of(argmap.parse("[A]: a\n  + [B]: b\n  - [C]\n\n[C]: c\n  -> [A]\n").debate)
    assert draft.detach("B", "A").detach("C", "A").to_text() == "[A]: a\n\n[C]: c\n\n[B]: b\n"


def test_what_bears_on_one_thing_can_bear_on_another() -> None:
    draft = Draft.of(argmap.parse("[A]: a\n  - [B]: b\n    + <C>\n\n[D]: d\n").debate)
    assert draft.reattach("B", "A", to="D").to_text() == "[A]: a\n\n[D]: d\n  - [B]: b\n    + <C>\n"
    with pytest.raises(ValueError, match=r"<C> is below \[B\]"):
        draft.reattach("B", "D", to="C")


def test_a_text_can_be_replaced(draft: Draft) -> None:
    debate = draft.say("A", "Another *text*.").say("X", "So.").finish()
    assert (debate.claims["A"].text, debate.arguments["X"].text) == ("Another *text*.", "So.")


def test_steps_have_their_roles(draft: Draft) -> None:
    assert [one.role for one in draft.finish().arguments["X"].steps] == [
        Role.PREMISE,
        Role.PREMISE,
        Role.MAIN_CONCLUSION,
    ]


def test_a_draft_shows_how_much_is_in_it(draft: Draft) -> None:
    assert repr(draft) == "Draft(2 claims, 1 piece of evidence, 1 argument)"


APART = argmap.parse(
    "===\nmodel:\n  explodeArguments: true\n===\n\n"
    "<A>: a\n\n(1) [P]\n----\n(2) [Q]\n----\n(3) [R]\n\n<B>\n\n(1) [P]\n----\n(2) [S]\n\n[X]\n"
).debate


def test_arguments_in_parts_are_whole_in_a_draft() -> None:
    draft = Draft.of(APART)
    draft.rename("A", "C")
    assert list(draft.finish().arguments) == ["C - 1", "C - 2", "B"]


def test_a_part_is_changed_with_its_argument() -> None:
    draft = Draft.of(APART)
    with pytest.raises(ValueError, match="<A - 1> is a part of <A>; name <A>"):
        draft.rename(APART.arguments["A - 1"], "C")
    with pytest.raises(ValueError, match="<A - 2> is a part of <A>; name <A>"):
        draft.remove("A - 2")


def test_what_bears_on_the_last_part_bears_on_the_argument() -> None:
    draft = Draft.of(APART).attack("X", APART.arguments["A - 2"]).support("X", "B")
    assert [str(one.target) for one in draft.finish().outgoing(ClaimRef("X"))] == [
        str(ArgumentRef("A - 2")),
        str(ArgumentRef("B")),
    ]


def test_the_inference_of_a_part_can_be_undercut() -> None:
    draft = Draft.of(APART).undercut("X", APART.arguments["A - 1"].inferences[0])
    assert InferenceRef("A - 1", 0) in [one.target for one in draft.finish().relations]


def test_a_draft_can_ask_for_arguments_in_parts() -> None:
    draft = Draft().metadata(model={"explodeArguments": True})
    first, second = draft.claim("P"), draft.claim("Q")
    draft.infer(draft.argument("A"), premises=[first], conclusion=second)
    draft.infer("A", premises=[second], conclusion=draft.claim("R"))
    assert list(draft.finish().arguments) == ["A - 1", "A - 2"]
