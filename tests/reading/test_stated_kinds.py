"""Relations of which the data of a line say of which kind they are."""

from __future__ import annotations

import pytest

import argmap


def kinds(text: str, mode: str = "loose") -> list[str]:
    debate = argmap.parse(text, settings={"model": {"mode": mode}}).debate
    return [relation.kind.value for relation in debate.relations]


@pytest.mark.parametrize("kind", ["support", "attack", "entails", "contrary", "contradictory"])
@pytest.mark.parametrize("mode", ["loose", "strict"])
def test_between_claims_the_kind_counts_more_than_the_operator(kind: str, mode: str) -> None:
    assert kinds(f"[A]\n  + [B] {{relation: {{kind: {kind}}}}}", mode) == [kind]


def test_what_is_said_besides_stays() -> None:
    (relation,) = argmap.parse("[A]\n  + [B] {relation: {kind: entails, strength: 0.5}}").debate.relations
    assert relation.data == {"strength": 0.5}


def test_an_undercut_and_what_bears_on_arguments_stay_what_they_are() -> None:
    assert kinds("[A]\n  _ [B] {relation: {kind: entails}}") == ["undercut"]
    assert kinds("<A>\n  + [B] {relation: {kind: entails}}") == ["support"]
    assert kinds("[A]\n  + [B] {relation: {kind: undercut}}") == ["support"]


def test_a_line_that_states_nothing_is_what_its_operator_says() -> None:
    text = "[A]\n  + [B] {relation: {kind: support}}\n\n[A]\n  + [B]"
    assert kinds(text, "strict") == ["support", "entails"]
