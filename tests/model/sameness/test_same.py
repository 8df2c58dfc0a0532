"""Debates that say the same."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given

import argmap
from argmap import strategies
from argmap.data import FrozenDict
from argmap.interop import differences, same
from argmap.model import Debate, Mark, MarkKind, Relation, RelationKind, Source


def read(text: str) -> Debate:
    return argmap.parse(text).debate


@given(strategies.debates())
def test_a_debate_says_the_same_as_itself(debate: Debate) -> None:
    assert same(debate, debate)
    assert differences(debate, debate) == ()


@given(strategies.debates())
def test_order_makes_no_difference(debate: Debate) -> None:
    turned = evolve(
        debate,
        claims=FrozenDict(reversed(list(debate.claims.items()))),
        evidence=FrozenDict(reversed(list(debate.evidence.items()))),
        arguments=FrozenDict(reversed(list(debate.arguments.items()))),
        relations=debate.relations[::-1],
        tags=debate.tags[::-1],
    )
    assert same(turned, debate)


def test_what_has_no_title_is_the_same_under_another_number() -> None:
    one = read("[A]: a\n  - b\n\n(1) c\n----\n(2) d\n")
    other = read("(1) c\n----\n(2) d\n\n[A]\n  - b\n\n[A]: a\n")
    assert same(one, other)


SAME = {
    "order": ("[A]: a\n\n[B]: b\n", "[B]: b\n\n[A]: a\n"),
    "side of a relation": ("[A]: a\n  - [B]: b\n", "[B]: b\n  -> [A]\n\n[A]: a\n"),
    "symmetric relations": ("[A]\n  >< [B]\n", "[B]\n  >< [A]\n"),
    "references": ("[A]: a\n", "[A]: a\n\n[A]\n\n* [A]\n"),
    "what is only mentioned": (
        "# S\n\n[A]: a\n\n# T\n\n<B>\n  + [A]\n",
        "# T\n\n<B>\n  + [A]\n\n# S\n\n[A]: a\n",
    ),
    "wordings": ("[A]: b\n\n[A]: a\n\n[A]: c\n", "[A]: a\n\n[A]: b\n\n[A]: c\n"),
    "what marks the text that counts": (
        "[A]: a {isCanonical: true}\n\n[A]: b\n",
        "[A]: b\n\n[A]: a {isCanonical: true}\n",
    ),
    "keys of data": ("[A]: a {a: 1, b: 2}\n", "[A]: a {b: 2, a: 1}\n"),
    "what derives": ("<A>\n  +> [C]\n\n(1) p\n----\n(2) [C]\n", "<A>\n\n(1) p\n----\n(2) [C]\n"),
    "equal untitled things": ("a\n  + b\n\na\n", "a\n\na\n  + b\n"),
    "modes that make no difference": ("===\nmodel: {mode: strict}\n===\n\n[A]: a\n", "[A]: a\n"),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_it_makes_no_difference_in_which_words_of_the_layout_it_is_said(one: str, other: str) -> None:
    assert differences(read(one), read(other)) == ()


TEXT = (
    "===\ntitle: T\n===\n\n# S #s {isGroup: true}\n\n"
    "[A]: *one* two #t {k: 1}\n  - [B]: b\n\n"
    "[^E]: e {source: s, kind: law, quote: q, locator: 3, reliability: 0.5}\n\n"
    "<R>: r\n\n(1) [A]\n(2) p\n-- rule {uses: [1], warrant: w, qualifier: q, strength: 0.5, "
    "scheme: analogy} --\n"
    "  _ [B]\n(3) c\n\n## T\n\n[D]: d\n"
)
OTHER = {
    "title": ("[D]: d", "[F]: d"),
    "text": ("*one* two", "*one* three"),
    "mark": ("*one* two", "one two"),
    "kind of mark": ("*one* two", "**one** two"),
    "tag": ("#t", "#u"),
    "data": ("k: 1", "k: 2"),
    "type of data": ("k: 1", "k: '1'"),
    "source": ("source: s", "source: t"),
    "kind of evidence": ("kind: law", "kind: event"),
    "quote": ("quote: q", "quote: r"),
    "locator": ("locator: 3", "locator: 4"),
    "reliability": ("reliability: 0.5", "reliability: 0.4"),
    "another wording": ("<R>: r\n", "<R>: r\n\n[A]: three\n"),
    "kind of relation": ("  - [B]: b", "  + [B]: b"),
    "target": ("  _ [B]\n", "  _ [D]\n"),
    "one relation less": ("  _ [B]\n", ""),
    "step": ("(2) p\n", "(2) p\n(3) p2\n"),
    "text of a step": ("(2) p\n", "(2) q\n"),
    "premises": ("uses: [1]", "uses: [1, 2]"),
    "rule": ("-- rule", "-- law"),
    "warrant": ("warrant: w", "warrant: v"),
    "qualifier": ("qualifier: q", "qualifier: r"),
    "strength": ("strength: 0.5", "strength: 0.4"),
    "scheme": ("scheme: analogy", "scheme: sign"),
    "conclusion": ("(3) c\n", "(3) [D]\n"),
    "title of a section": ("# S ", "# U "),
    "level of a section": ("## T", "# T"),
    "tag of a section": ("#s ", "#r "),
    "data of a section": ("isGroup: true", "isGroup: false"),
    "section": ("## T\n\n[D]: d\n", "[D]: d\n\n## T\n"),
    "metadata": ("title: T", "title: U"),
    "kind of a thing": ("[D]: d", "<D>: d"),
}


@pytest.mark.parametrize(("old", "new"), OTHER.values(), ids=OTHER)
def test_every_fact_makes_a_difference(old: str, new: str) -> None:
    assert TEXT.count(old) >= 1
    other = read(TEXT.replace(old, new, 1))
    assert not same(read(TEXT), other)
    assert differences(read(TEXT), other)


@given(strategies.debates())
def test_one_more_thing_makes_a_difference(debate: Debate) -> None:
    claim = read("[Entirely new]: x").claims
    more = evolve(debate, claims=FrozenDict({**debate.claims, **claim}))
    assert not same(debate, more)


def test_a_relation_that_something_untitled_has_makes_a_difference() -> None:
    assert not same(read("a\n  + b\n\na\n  - b\n"), read("a\n  + b\n  - b\n\na\n"))


def test_spaces_at_the_ends_of_a_text_make_no_difference() -> None:
    debate = read("[A]: *a* b\n")
    claim = debate.claims["A"]
    stated = evolve(claim.statements[0], text=" a b ", marks=(Mark(MarkKind.ITALIC, 1, 2),))
    assert same(debate, evolve(debate, claims=FrozenDict(A=evolve(claim, statements=(stated,)))))


def test_what_a_field_says_need_not_be_in_the_data() -> None:
    debate = read("[^E]: e {kind: law, source: s}\n")
    evidence = debate.evidence["E"]
    assert evidence.sources == (Source(title="s"),)
    assert same(debate, evolve(debate, evidence=FrozenDict(E=evolve(evidence, data=FrozenDict()))))


def test_a_relation_between_what_is_not_there_is_one_all_the_same() -> None:
    debate = read("[A]: a\n")
    attack = Relation(RelationKind.ATTACK, argmap.model.ClaimRef("X"), argmap.model.ClaimRef("A"))
    assert not same(debate, evolve(debate, relations=(attack,)))
