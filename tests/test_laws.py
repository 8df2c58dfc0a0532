"""What always holds."""

from __future__ import annotations

import pickle
import random

from hypothesis import example, given
from hypothesis import strategies as st

import argmap
from argmap import strategies
from argmap.model import Debate
from argmap.syntax import Block
from argmap.syntax.document import parse_tree

from .fuzz.laws import titles_slice_back

# Anything that Python calls a text, with much of what markup is made of.
ANY_TEXT = st.one_of(
    st.text(st.characters(codec=None)),
    st.text("[]<>{}()#*_-+\\/:,.@^=!|\"' \t\n\rab1\ufdd0\ufeff\x00", max_size=60),
    st.builds(
        lambda text, cut, put: text[:cut] + put + text[cut:],
        strategies.markup(),
        st.integers(0, 200),
        st.text(max_size=3),
    ),
)


@given(ANY_TEXT)
@example("(1) a\n-- b\nc")
@example("\ufeff[A]: x")
@example("[A]: x {a: 1\r\r}")
def test_every_text_is_a_document(text: str) -> None:
    assert argmap.parse(text).text == text


@given(strategies.markup())
def test_documents_of_the_strategies_have_no_errors(text: str) -> None:
    assert argmap.parse(text).ok


@given(ANY_TEXT)
def test_spans_of_diagnostics_lie_in_the_text(text: str) -> None:
    spans = [found.span for found in argmap.parse(text).diagnostics]
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)


@given(ANY_TEXT)
@example("[]/**/]: a")
@example("<a // b\n c>")
def test_titles_slice_back_to_what_was_written(text: str) -> None:
    assert list(titles_slice_back(text, argmap.parse(text))) == []


@given(ANY_TEXT)
def test_elements_stand_in_their_blocks_and_in_order(text: str) -> None:
    tree = parse_tree(text)
    starts = [block.start + element.start for block in tree.blocks for element in block.elements]
    ends = [block.start + element.end for block in tree.blocks for element in block.elements]
    assert starts == sorted(starts)
    assert all(start <= end <= len(text) for start, end in zip(starts, ends, strict=True))


@given(ANY_TEXT)
def test_nothing_that_was_written_is_lost(text: str) -> None:
    tree = parse_tree(text)
    covered = bytearray(len(text))
    ranges = [
        (part.start, part.start + len(part.text)) if isinstance(part, Block) else (part.start, part.end)
        for part in tree.parts
    ]
    ranges += tree.comments + ((tree.frontmatter[0],) if tree.frontmatter else ())
    ranges += [
        (block.start + start, block.start + end) for block in tree.blocks for start, end in block.comments
    ]
    for start, end in ranges:
        covered[start:end] = b"\x01" * (end - start)
    assert not "".join(one for one, seen in zip(text, covered, strict=True) if not seen).strip(
        " \t\r\n\ufeff\ufdd0"
    )


@given(strategies.markup(max_blocks=3), strategies.markup(max_blocks=3))
def test_blocks_mean_the_same_whatever_stands_before_and_behind(first: str, second: str) -> None:
    joined = parse_tree(first + "\n\n" + second)
    alone = [*parse_tree(first).blocks, *parse_tree(second).blocks]
    assert [(one.text, one.elements) for one in joined.blocks] == [(one.text, one.elements) for one in alone]


@given(st.text("[]<>()#*_-+:,.@ \nab1", max_size=80), strategies.markup(max_blocks=3))
def test_mistakes_stay_in_their_block(mistaken: str, second: str) -> None:
    joined = parse_tree(mistaken + "\n\n" + second)
    alone = parse_tree(second).blocks
    assert [one.elements for one in joined.blocks[len(joined.blocks) - len(alone) :]] == [
        one.elements for one in alone
    ]


def said(debate: Debate) -> object:
    """What a debate says, whatever the order in which it says it."""
    return (
        {title: sorted(str(one.text) for one in claim.statements) for title, claim in debate.claims.items()},
        {
            title: sorted(str(one.text) for one in found.statements)
            for title, found in debate.evidence.items()
        },
        {
            title: sorted(str(one.text) for one in found.descriptions)
            for title, found in debate.arguments.items()
        },
        {(one.kind, one.source, one.target) for one in debate.relations},
    )


@given(st.lists(strategies.trees(titled=True), max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_blocks_changes_no_claim_and_no_relation(
    blocks: list[str], order: random.Random
) -> None:
    shuffled = order.sample(blocks, len(blocks))
    assert said(argmap.parse("\n\n".join(blocks)).debate) == said(argmap.parse("\n\n".join(shuffled)).debate)


@given(strategies.markup())
def test_debates_pickle_and_hash(text: str) -> None:
    debate = argmap.parse(text).debate
    again = pickle.loads(pickle.dumps(debate))
    assert again == debate
    assert hash(again) == hash(debate)


@given(strategies.markup())
def test_the_same_text_is_the_same_debate(text: str) -> None:
    assert argmap.parse(text) == argmap.parse(text)


@given(strategies.markup())
def test_where_something_stands_does_not_count(text: str) -> None:
    assert argmap.parse("\n\n" + text).debate == argmap.parse(text).debate


@given(strategies.markup())
def test_line_ends_do_not_count(text: str) -> None:
    assert argmap.parse(text.replace("\n", "\r\n")).debate == argmap.parse(text).debate


@given(strategies.markup())
def test_comments_say_nothing(text: str) -> None:
    commented = text.replace("\n\n", "\n// [Not]: said\n\n/* nor\n\n<this> */\n")
    assert argmap.parse(commented).debate == argmap.parse(text).debate


@given(strategies.markup())
def test_every_relation_has_its_ends_in_the_debate(text: str) -> None:
    debate = argmap.parse(text).debate
    assert all(debate[end] for relation in debate.relations for end in (relation.source, relation.target))


@given(strategies.markup())
def test_incoming_and_outgoing_relations_are_the_relations(text: str) -> None:
    debate = argmap.parse(text).debate
    outgoing = {relation for element in debate.elements for relation in debate.outgoing(element)}
    assert outgoing == set(debate.relations)


@given(strategies.markup())
def test_strict_mode_changes_nothing_but_relations_between_claims(text: str) -> None:
    loose = argmap.parse(text).debate
    strict = argmap.parse(text, settings={"model": {"mode": "strict"}}).debate
    assert (strict.claims, strict.evidence, strict.arguments) == (
        loose.claims,
        loose.evidence,
        loose.arguments,
    )
