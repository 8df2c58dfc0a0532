"""Relations can be added and turned, and nothing else changes."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap import Debate, Document, Relation, RelationKind, strategies
from argmap.edits import add_relation, apply, turn_relation, undoing
from argmap.model import Argument
from argmap.syntax.operators import OPERATORS

TEXT = """// Weather
[Sun]: It shines. // today
      +   <Forecast>: They said so.
          - [Doubt]: They often err.

<Clouds>: It is grey.

(1) It is warm.
(2) It is dry.
----
(3) [Sun]
"""


def test_a_relation_is_written_behind_what_is_below_its_target() -> None:
    document = argmap.parse(TEXT)
    after = apply(TEXT, add_relation(document, RelationKind.ATTACK, "<Clouds>", "[Sun]"))
    assert after == TEXT.replace("often err.\n", "often err.\n      - <Clouds>\n")


def test_what_undercuts_an_inference_is_written_below_its_line() -> None:
    document = argmap.parse(TEXT)
    after = apply(TEXT, add_relation(document, RelationKind.UNDERCUT, "[Doubt]", "<Clouds>#1"))
    assert after == TEXT.replace("----\n", "----\n  <_ [Doubt]\n")


def test_an_untitled_source_keeps_its_line() -> None:
    document = argmap.parse("It rains.\n\n[Wet]: It is wet.\r\n")
    after = apply(document.text, add_relation(document, RelationKind.SUPPORT, "[Untitled 1]", "[Wet]"))
    assert after == "It rains.\n  +> [Wet]\n\n[Wet]: It is wet.\r\n"


def test_relations_that_exist_already_or_cannot_be_written_are_refused() -> None:
    document = argmap.parse(TEXT)
    with pytest.raises(ValueError, match="already supports"):
        add_relation(document, RelationKind.SUPPORT, "<Forecast>", "[Sun]")
    with pytest.raises(ValueError, match="inference"):
        add_relation(document, RelationKind.ATTACK, "<Clouds>#1", "[Sun]")
    with pytest.raises(LookupError, match=r"did you mean \[Sun\]"):
        add_relation(document, RelationKind.ATTACK, "[Doubt]", "[Son]")


def test_an_attack_turned_is_a_support() -> None:
    document = argmap.parse(TEXT)
    attack = next(each for each in document.debate.relations if each.kind is RelationKind.ATTACK)
    after = apply(TEXT, turn_relation(document, attack, RelationKind.SUPPORT))
    assert after == TEXT.replace("- [Doubt]", "+ [Doubt]")


def test_derived_relations_cannot_be_turned() -> None:
    document = argmap.parse(TEXT)
    derived = next(each for each in document.debate.relations if each.is_derived)
    with pytest.raises(ValueError, match="written nowhere"):
        turn_relation(document, derived, RelationKind.ATTACK)
    with pytest.raises(LookupError, match="no such relation"):
        turn_relation(argmap.parse(""), derived, RelationKind.ATTACK)


@settings(max_examples=50)
@given(strategies.markup(), st.data())
def test_the_marks_of_relations_are_their_operators(text: str, data: st.DataObject) -> None:
    earlier = argmap.parse(text)
    place = data.draw(st.integers(0, len(text)))
    again = argmap.parse(text[:place] + "x" + text[place:], previous=earlier)
    for document in (earlier, again):
        for relation in document.debate.relations:
            written = [document.text[mark.start : mark.end] for mark in relation.marks]
            assert [mark.start for mark in relation.marks] == [span.start for span in relation.spans]
            assert all(operator in OPERATORS for operator in written)


def sketched(debate: Debate) -> set[tuple[object, ...]]:
    return {(each.kind, each.source, each.target) for each in debate.relations if not each.is_derived}


def contents(debate: Debate) -> list[tuple[object, ...]]:
    """What elements say, without where they are stated."""
    found = [
        (
            str(each.ref),
            [
                place.text
                for place in (each.descriptions if isinstance(each, Argument) else each.statements)
                if place.text
            ],
            each.tags,
            each.data,
        )
        for each in debate
    ]
    return sorted(found, key=str)


@settings(max_examples=60)
@given(strategies.markup(max_blocks=4), st.randoms(use_true_random=False))
def test_an_added_relation_is_the_only_change(text: str, choice: random.Random) -> None:
    document = argmap.parse(text)
    elements = list(document.debate)
    source, target = (choice.choice(elements) if elements else "[A]" for _ in range(2))
    kind = choice.choice([RelationKind.SUPPORT, RelationKind.ATTACK, RelationKind.UNDERCUT])
    try:
        edits = add_relation(document, kind, source, target)
    except (ValueError, LookupError):
        return
    check_one_more(document, apply(text, edits), before=0)
    assert apply(apply(text, edits), undoing(text, edits)) == text


@settings(max_examples=60)
@given(strategies.markup(max_blocks=4), st.randoms(use_true_random=False))
def test_a_turned_relation_is_the_only_change(text: str, choice: random.Random) -> None:
    document = argmap.parse(text)
    relations = [relation for relation in document.debate.relations if not relation.is_derived]
    for relation in choice.sample(relations, min(1, len(relations))):
        kind = choice.choice([kind for kind in RelationKind if kind is not relation.kind])
        try:
            edits = turn_relation(document, relation, kind)
        except (ValueError, LookupError):
            return
        after = apply(text, edits)
        check_one_more(document, after, before=1)
        assert apply(after, undoing(text, edits)) == text
        back = turn_back(argmap.parse(after), document, relation)
        # A relation without a direction does not tell which was before.
        assert back is None or kind.is_symmetric or argmap.parse(back).debate == document.debate


def check_one_more(document: Document, after: str, *, before: int) -> None:
    debate = argmap.parse(after).debate
    assert contents(debate) == contents(document.debate)
    assert len(sketched(document.debate) - sketched(debate)) <= before
    assert len(sketched(debate) - sketched(document.debate)) == 1


def turn_back(document: Document, earlier: Document, relation: Relation) -> str | None:
    new = [
        each
        for each in document.debate.relations
        if (each.kind, each.source, each.target) not in sketched(earlier.debate) and not each.is_derived
    ]
    try:
        return apply(document.text, turn_relation(document, new[0], relation.kind))
    except ValueError:
        return None
