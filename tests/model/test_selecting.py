"""The part of a debate with some tags, in some sections, of some kinds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap import strategies
from argmap.model import Debate, InferenceRef

DEBATE = argmap.parse(
    "# One\n\n[A]: a #x\n  + [B]: b #y\n\n## Two\n\n<C>: c #x\n\n(1) [P]: p\n----\n(2) [A]\n\n"
    "# Three\n\n[^E]: e {source: s}"
).debate


def names(debate: Debate) -> list[str]:
    return [str(element.ref) for element in debate]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, ["[A]", "[B]", "[P]", "[^E]", "<C>"]),
        ({"tags": ["y"]}, ["[B]"]),
        ({"tags": ["x"]}, ["[A]", "[P]", "<C>"]),
        ({"sections": ["Two"]}, ["[A]", "[P]", "<C>"]),
        ({"sections": ["One"]}, ["[A]", "[B]", "[P]", "<C>"]),
        ({"sections": ["s3"]}, ["[^E]"]),
        ({"kind": "evidence"}, ["[^E]"]),
        ({"kind": ["claim", "evidence"]}, ["[A]", "[B]", "[P]", "[^E]"]),
        ({"kind": "claim", "tags": ["x"]}, ["[A]"]),
        ({"tags": []}, []),
    ],
)
def test_elements_are_selected(options: dict[str, object], expected: list[str]) -> None:
    assert names(DEBATE.select(**options)) == expected  # type: ignore[arg-type]  # as a caller writes them


@pytest.mark.parametrize(
    ("options", "message"),
    [({"tags": ["xx"]}, "there is no tag 'xx'"), ({"sections": ["Tow"]}, "did you mean 'Two'")],
)
def test_an_unknown_tag_or_section_is_a_lookup_error(options: dict[str, object], message: str) -> None:
    with pytest.raises(LookupError, match=message):
        DEBATE.select(**options)  # type: ignore[arg-type]  # as a caller writes them


def test_an_unknown_kind_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="kind cannot be 'claims'; did you mean 'claim'"):
        DEBATE.select(kind="claims")  # type: ignore[arg-type]  # that is the point


@given(strategies.debates(), st.data())
def test_a_selection_holds_together(debate: Debate, data: st.DataObject) -> None:
    tags = data.draw(st.lists(st.sampled_from(debate.tags))) if debate.tags else None
    part = debate.select(tags=tags)
    ends = [end for relation in part.relations for end in (relation.source, relation.target)]
    assert all(end in part for end in ends)
    assert all(ref in part for argument in part.arguments.values() for ref in argument.step_refs)
    assert all(isinstance(end, InferenceRef) or part[end] == debate[end] for end in ends)


@given(strategies.debates())
def test_to_select_nothing_out_is_to_keep_everything(debate: Debate) -> None:
    assert debate.select() == debate


@given(strategies.debates(), st.sampled_from(["claim", "evidence", "argument"]))
def test_selecting_again_changes_nothing(debate: Debate, kind: str) -> None:
    part = debate.select(kind=[kind])  # type: ignore[list-item]  # one of three words
    assert part.select(kind=[kind]).relations == part.relations  # type: ignore[list-item]  # likewise
