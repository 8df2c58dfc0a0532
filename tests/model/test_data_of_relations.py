"""What a line says of the relation that it writes."""

from __future__ import annotations

import pytest
from hypothesis import given

import argmap
from argmap import Draft, strategies
from argmap.interop import argdown_json

TEXT = "[A]: a\n  - <B>: b {relation: {strength: 0.3, reason: rare}, note: n}\n"


def codes(text: str) -> list[str]:
    return [one.code for one in argmap.parse(text).diagnostics]


def test_data_of_a_relation_are_not_those_of_what_the_line_names() -> None:
    debate = argmap.parse(TEXT).debate
    (relation,) = debate.relations
    assert dict(relation.data) == {"strength": 0.3, "reason": "rare"}
    assert relation.strength == 0.3
    assert dict(debate.arguments["B"].data) == {"note": "n"}


def test_lines_that_write_the_same_relation_say_it_together() -> None:
    text = "[A]: a\n  - [B]: b {relation: {strength: 0.3}}\n  - [B] {relation: {reason: rare}}"
    (relation,) = argmap.parse(text).debate.relations
    assert dict(relation.data) == {"strength": 0.3, "reason": "rare"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[A]: a {relation: {strength: 1}}", "R293"),
        ("* [A]: a {relation: {strength: 1}}", "R293"),
        ("[A]: a\n  + [B]: b {relation: strong}", "R294"),
        ("[A]: a\n  + [B]: b {relation: {strength: 2}}", "R227"),
    ],
)
def test_data_that_say_nothing_are_reported_and_kept(text: str, code: str) -> None:
    assert codes(text) == [code]
    assert "relation" in argmap.to_text(argmap.parse(text).debate)


def test_a_relation_is_another_one_with_other_data() -> None:
    assert argmap.parse(TEXT).debate != argmap.parse(TEXT.replace("0.3", "0.4")).debate


def test_json_and_rows_keep_what_is_said() -> None:
    debate = argmap.parse(TEXT).debate
    assert argdown_json.loads(argdown_json.dumps(debate)).relations == debate.relations
    (row,) = debate.rows("relations")
    assert (row["strength"], row["data"]) == (0.3, "strength: 0.3; reason: rare")


def test_a_draft_says_it_and_forgets_it_with_the_relation() -> None:
    draft = Draft()
    draft.claim("A")
    draft.claim("B", "b")
    draft.attack("B", "A", data={"strength": 0.3})
    assert draft.finish().relations[0].strength == 0.3
    draft.detach("B", "A")
    assert "relation" not in draft.to_text()


def test_a_drawing_tells_it() -> None:
    svg = argmap.draw(argmap.parse(TEXT)).svg()
    assert "(strength: 0.3; reason: rare)" in svg


def test_the_weight_of_a_reason_is_that_of_its_relation() -> None:
    text = "[A]: a\n  + [P]: p {relation: {strength: 0.9}}\n  - [C]: c {relation: {strength: 0.2}}"
    verdict = argmap.evaluate(argmap.parse(text), standard="preponderance")["[A]"]
    assert verdict.label.value == "in"


@given(strategies.debates())
def test_arranged_text_keeps_what_is_said_of_relations(debate: argmap.Debate) -> None:
    again = argmap.parse(argmap.to_text(argdown_json.loads(argdown_json.dumps(debate)))).debate
    said = sorted(str(dict(one.data)) for one in debate.relations if one.data and not one.is_derived)
    assert sorted(str(dict(one.data)) for one in again.relations if one.data) == said
