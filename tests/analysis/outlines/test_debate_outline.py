"""The outline of a debate."""

from __future__ import annotations

from collections import Counter

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap import ArgumentRef, Debate, InferenceRef, SectionRef, strategies
from argmap.analysis.outlines import DebateOutline, OutlineItem, outline_of
from argmap.data import FrozenDict


def told(outline: DebateOutline) -> list[OutlineItem]:
    """Return the items that tell an element in full."""
    elements = (item for item in outline.items if not isinstance(item.ref, SectionRef | InferenceRef))
    return [item for item in elements if not item.is_reference]


def lines(text: str, **options: object) -> list[str]:
    """Return the items of the outline of a text, shortly."""
    outline = outline_of(argmap.parse(text), **options)  # type: ignore[arg-type]  # options as they are
    return [f"{item.level} {item.ref}{' …' if item.is_reference else ''}" for item in outline.items]


@settings(max_examples=40, deadline=None)
@given(strategies.debates(), st.booleans())
def test_every_element_is_told_in_full_once(debate: Debate, sections: bool) -> None:
    counts = Counter(item.ref for item in told(outline_of(debate, sections=sections)))
    assert counts == Counter(element.ref for element in debate)


@settings(max_examples=40, deadline=None)
@given(strategies.debates(), st.booleans())
def test_every_written_relation_is_told(debate: Debate, sections: bool) -> None:
    outline = outline_of(debate, sections=sections)
    written = {
        (frozenset((part(relation.source), part(relation.target))), relation.kind)
        for relation in debate.relations
        if not relation.is_derived
    }
    above: dict[int, object] = {}
    pairs = set()
    for item in outline.items:
        above[item.level] = part(item.ref)
        if item.kind is not None:
            pairs.add((frozenset((part(item.ref), above[item.level - 1])), item.kind))
    # A structure says of itself what its argument supports.
    concluding = {
        (frozenset((argument.ref, inference.conclusion)), argmap.RelationKind.SUPPORT)
        for argument in debate.arguments.values()
        for inference in argument.inferences
    }
    assert written - concluding <= pairs <= written | concluding


def part(ref: object) -> object:
    return ArgumentRef(ref.argument) if isinstance(ref, InferenceRef) else ref


@settings(max_examples=30, deadline=None)
@given(strategies.documents(), st.booleans())
def test_places_in_the_text_do_not_count(document: argmap.Document, sections: bool) -> None:
    debate = document.debate
    moved = evolve(
        debate,
        claims=FrozenDict({title: evolve(claim, span=None) for title, claim in debate.claims.items()}),
    )
    assert outline_of(moved, sections=sections).items == outline_of(debate, sections=sections).items


@settings(max_examples=30, deadline=None)
@given(strategies.debates(), st.integers(1, 4))
def test_a_limit_of_the_depth_only_leaves_out(debate: Debate, depth: int) -> None:
    whole, limited = outline_of(debate), outline_of(debate, depth=depth)
    assert {item.ref for item in told(limited)} <= {item.ref for item in told(whole)}
    assert len(limited.items) <= len(whole.items)
    assert all(item.level < depth for item in limited.items)


def test_it_begins_with_what_bears_on_nothing() -> None:
    assert lines("[A]\n  + [B]\n  - <C>\n    + [^D]") == ["0 [A]", "1 [B]", "1 <C>", "2 [^D]"]


def test_premises_and_conclusions_are_below_their_argument() -> None:
    text = "[A]: a\n\n<B>\n\n(1) [C]\n-- rule --\n  <_ [D]\n(2) [A]"
    assert lines(text) == ["0 [A]", "1 <B>", "2 [C]", "2 <B>#1", "3 [D]", "2 [A] …"]


def test_a_circle_ends_where_it_began() -> None:
    assert lines("[A]\n  + [B]\n    + [A]") == ["0 [A]", "1 [B]", "2 [A] …"]


def test_a_contradiction_is_told_once() -> None:
    assert lines("[A]\n  >< [B]") == ["0 [A]", "1 [B]"]


def test_positions_are_below_their_question() -> None:
    assert lines("[A]: a\n\n[?Q]: q?\n  + [A]\n  + [B]") == ["0 [?Q]", "1 [A]", "1 [B]"]


def test_sections_have_their_own_elements_below_them() -> None:
    text = "# S\n\n[A]\n\n## T\n\n[B]\n  +> [A]"
    assert lines(text, sections=True) == ["0 # S", "0 [A]", "1 [B] …", "1 # T", "0 [B]"]


def test_what_a_limit_hides_is_counted() -> None:
    (item,) = outline_of(argmap.parse("[A]\n  + [B]\n    + [C]\n  - [D]"), depth=1).items
    assert (str(item.ref), item.left_out) == ("[A]", 2)


def test_a_depth_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="1 or more"):
        outline_of(Debate(), depth=0)


def test_very_long_chains_are_told_in_pieces() -> None:
    text = "".join(f"[{number}]\n  + [{number + 1}]\n\n" for number in range(5000))
    outline = outline_of(argmap.parse(text))
    assert (len(told(outline)), max(item.level for item in outline.items)) == (5001, 8)


def test_a_part_of_a_debate_may_lack_steps() -> None:
    debate = argmap.parse("<A>\n\n(1) [B]\n----\n(2) [C]").debate
    alone = evolve(debate, claims=FrozenDict())
    assert [str(item.ref) for item in outline_of(alone).items] == ["<A>", "[B]", "<A>#1", "[C]"]
