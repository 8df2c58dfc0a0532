"""What a line says of the relation that it writes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap import Draft, strategies
from argmap.interop import argdown_json, same

TEXT = "[A]: a\n  - <B>: b {relation: {strength: 0.3, reason: rare}, note: n}\n"


def codes(text: str) -> list[str]:
    return [one.code for one in argmap.parse(text).diagnostics]


def test_data_of_a_relation_are_not_those_of_what_the_line_names() -> None:
    debate = argmap.parse(TEXT).debate
    (relation,) = debate.relations
    assert dict(relation.data) == {"strength": 0.3, "reason": "rare"}
    assert relation.strength == 0.3
    assert dict(debate.arguments["B"].data) == {"note": "n"}


SAYINGS = st.lists(
    st.sampled_from(["", "{strength: 0.3}", "{reason: rare}", "{weight: 1, strength: 0.7}"]), max_size=5
)


def repeated(sayings: list[str]) -> str:
    """Return a text that writes a relation once for each of what is said of it."""
    lines = (f"  - [B] {{relation: {saying}}}\n" if saying else "  - [B]\n" for saying in sayings)
    return "[A]: a\n" + "".join(lines) + "\n[B]: b\n"


@settings(max_examples=40)
@given(SAYINGS)
def test_lines_write_one_relation_for_each_different_thing_that_is_said(sayings: list[str]) -> None:
    relations = argmap.parse(repeated(sayings)).debate.relations
    assert len(relations) == max(len({*sayings} - {""}), bool(sayings))
    assert sum(len(relation.spans) for relation in relations) == len(sayings)
    assert len({relation.data for relation in relations}) == len(relations)


@settings(max_examples=30)
@given(SAYINGS)
def test_what_is_said_of_equal_relations_stays_in_every_form_of_the_debate(sayings: list[str]) -> None:
    debate = argmap.parse(repeated(sayings)).debate
    assert argmap.parse(argmap.to_text(debate)).debate == debate
    again = argdown_json.loads(argdown_json.dumps(debate))
    assert same(again, debate)
    assert same(argmap.parse(argmap.to_text(again)).debate, debate)


@settings(max_examples=30)
@given(SAYINGS, SAYINGS)
def test_what_is_said_of_equal_relations_is_compared(sayings: list[str], others: list[str]) -> None:
    old, new = (argmap.parse(repeated(each)) for each in (sayings, others))
    assert bool(argmap.diff(old, new)) == (not same(old.debate, new.debate))


@settings(max_examples=20)
@given(SAYINGS)
def test_equal_relations_are_one_in_maps_and_verdicts(sayings: list[str]) -> None:
    document, bare = argmap.parse(repeated(sayings)), argmap.parse(repeated(["" for _ in sayings[:1]]))
    assert len(argmap.build_map(document).edges) == bool(sayings)
    assert argmap.evaluate(document)["[A]"].label == argmap.evaluate(bare)["[A]"].label
    doubled = argmap.parse(repeated([saying.replace("strength", "share") for saying in sayings]))
    for semantics in ("df-quad", "euler", "h-categoriser"):
        values = (argmap.evaluate(each, semantics=semantics)["[A]"].strength for each in (doubled, bare))
        assert len(set(values)) == 1


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
