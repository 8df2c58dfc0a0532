"""What always holds: of texts as they are read, of debates as they are written, of maps as they are drawn.

All inputs come from `argmap.strategies`, but for those of the first laws, which hold for any text at all.
With `--hypothesis-profile=long` 20,000 of them are looked at.
"""

from __future__ import annotations

import pickle
import random
import re
import xml.etree.ElementTree as ET
from collections import Counter

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

import argmap
from argmap import Draft, strategies
from argmap.api import Document
from argmap.data.blocks import read_data
from argmap.interop import argdown_json, differences
from argmap.model import Argument, ArgumentRef, ClaimRef, Debate, InferenceRef, Ref, RelationKind
from argmap.render import Theme
from argmap.syntax import Block
from argmap.syntax.document import parse_tree
from argmap.writing.whole_arguments import takes_arguments_apart, whole_arguments

from .counting_pictures import shown_by, shown_in
from .fuzz.laws import line_ends_do_not_count, spans_lie_in_the_text, titles_slice_back
from .fuzz.places import without_places
from .fuzz.rewriting import comments_of

# Texts with all that an author can write: comments, frontmatter with comments.
WRITTEN = strategies.markup(frontmatter=True, comments=True)

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


@given(WRITTEN)
def test_documents_of_the_strategies_have_no_errors(text: str) -> None:
    assert argmap.parse(text).ok


@given(strategies.data())
@example('{aab: "論証,", aaa: a}')
def test_data_of_the_strategies_are_data(written: str) -> None:
    data, problems = read_data(written)
    assert data
    assert problems == ()


@given(strategies.documents())
def test_every_span_lies_in_the_text(document: Document) -> None:
    assert list(spans_lie_in_the_text(document.text, document)) == []


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


@pytest.mark.parametrize("text", ["#\n(", "[A]: a\n#\n[B]: b", "+\na", "(1)\na\n--\n(2)\nb", "{a:\n\n 1}"])
def test_line_ends_do_not_count_where_a_space_would(text: str) -> None:
    assert list(line_ends_do_not_count(text, argmap.parse(text))) == []


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


@given(strategies.debates())
def test_the_parts_of_a_debate_agree(debate: Debate) -> None:
    for element in debate.elements:
        places = element.descriptions if isinstance(element, Argument) else element.statements
        assert element.tags == tuple(dict.fromkeys(tag for one in places for tag in one.tags))
        # `relation` is said of the relation that a line writes.
        keys = {key for one in places if one.data for key in one.data}
        assert set(element.data) - {"relation"} == keys - {"relation"}
    for argument in debate.arguments.values():
        concluded = {one.conclusion_index for one in argument.inferences}
        taken = [ref for place, ref in enumerate(argument.step_refs) if place not in concluded]
        assert argument.premises == tuple(taken)
        for one in argument.inferences:
            assert one.conclusion == argument.step_refs[one.conclusion_index]
            assert set(one.premises) <= set(argument.step_refs[: one.conclusion_index])


@given(strategies.debates())
def test_sections_stand_in_the_last_larger_one(debate: Debate) -> None:
    for place, section in enumerate(debate.sections):
        above = [one for one in debate.sections[:place] if one.level < section.level]
        nearest = min((one.level for one in debate.sections[:place]), default=section.level)
        assert (section.parent is None) == (nearest >= section.level)
        assert section.parent is None or section.parent in {one.id for one in above}


# What each operator says of what stands above it and what stands below it.
BELOW, ABOVE = 1, 0
OPERATORS = {
    "+": (RelationKind.SUPPORT, BELOW, ABOVE),
    "-": (RelationKind.ATTACK, BELOW, ABOVE),
    "_": (RelationKind.UNDERCUT, BELOW, ABOVE),
    "+>": (RelationKind.SUPPORT, ABOVE, BELOW),
    "->": (RelationKind.ATTACK, ABOVE, BELOW),
    "_>": (RelationKind.UNDERCUT, ABOVE, BELOW),
    "><": (RelationKind.CONTRADICTION, ABOVE, BELOW),
}


@given(st.lists(strategies.titles(), min_size=2, max_size=2, unique=True), st.sampled_from(tuple(OPERATORS)))
def test_operators_relate_what_stands_above_and_below_them(titles: list[str], operator: str) -> None:
    kind, source, target = OPERATORS[operator]
    refs = [ClaimRef(title) for title in titles]
    debate = argmap.parse(f"[{titles[0]}]\n  {operator} [{titles[1]}]").debate
    assert debate.relations == (argmap.Relation(kind, refs[source], refs[target]),)


@given(strategies.markup())
def test_operators_say_the_same_with_and_without_an_angle(text: str) -> None:
    assert argmap.parse(re.sub(r"(?m)^( +)<(?=[-+_] )", r"\1", text)).debate == argmap.parse(text).debate


# What is written


@given(strategies.debates())
@example(argmap.parse("[a]: *b _c #D _ e* f").debate)
@example(argmap.parse("[a]: a\n\n[b]\n  + [b] {k: v}\n  - [a]: a\n    -> [b]").debate)
@example(argmap.parse("[a]\n  + [b] {relation: {k: 1}}\n  - [b]\n  + [b] {relation: {k: 2}}").debate)
def test_a_debate_is_what_its_text_says(debate: Debate) -> None:
    assert argmap.parse(argmap.to_text(debate)).debate == debate


@given(strategies.debates())
@example(argmap.parse("a\n  + b\n    _ c\n\n(1) c\n  - d\n----\n  _ e\n    + f\n(2) [g]: g\n").debate)
@example(argmap.parse("[a]: a\n  + [b]: b\n    - [a]\n      >< [c]\n").debate)
@example(argmap.parse("# a\n\n[b]: b {isInGroup: false}\n\n# c\n\n- [b]\n").debate)
def test_a_debate_without_places_is_written_as_one_that_says_the_same(debate: Debate) -> None:
    text = argmap.to_text(without_places(debate))
    again = argmap.parse(text).debate
    assert differences(again, debate) == ()
    assert argmap.to_text(again) == text
    assert argmap.format_text(text) == text


@given(strategies.debates())
def test_what_is_written_is_in_canonical_layout(debate: Debate) -> None:
    text = argmap.to_text(debate)
    assert argmap.format_text(text) == text


@given(WRITTEN)
def test_formatting_keeps_what_is_said(text: str) -> None:
    assert argmap.parse(argmap.format_text(text)).debate == argmap.parse(text).debate


@given(WRITTEN, st.integers(20, 80))
def test_filling_texts_to_a_width_keeps_what_is_said(text: str, width: int) -> None:
    filled = argmap.format_text(text, width=width)
    assert argmap.parse(filled).debate == argmap.parse(text).debate
    assert argmap.format_text(filled, width=width) == filled


@given(WRITTEN)
def test_formatting_twice_is_formatting_once(text: str) -> None:
    formatted = argmap.format_text(text)
    assert argmap.format_text(formatted) == formatted


@given(strategies.markup(comments=True))
def test_formatting_keeps_every_character(text: str) -> None:
    # Blanks, the length of inference lines and the style of data are the layout's.
    before, after = (Counter(re.sub(r'[\s\-{}",:]', "", one)) for one in (text, argmap.format_text(text)))
    assert after == before


@given(WRITTEN, st.sampled_from(("\r\n", "\r")))
def test_line_ends_are_kept_by_formatting(text: str, line_end: str) -> None:
    layout = argmap.format_text(text)
    assert argmap.format_text(text.replace("\n", line_end)) == layout.replace("\n", line_end)


@given(WRITTEN)
def test_formatting_keeps_every_comment_in_its_order(text: str) -> None:
    assert comments_of(argmap.format_text(text)) == comments_of(text)


@given(
    strategies.markup(comments=True)
    .map(argmap.format_text)
    .flatmap(lambda text: st.tuples(st.just(text), strategies.untidy(text)))
)
def test_what_says_the_same_has_one_layout(layouts: tuple[str, str]) -> None:
    tidy, untidy = layouts
    assert argmap.format_text(untidy) == tidy


@given(strategies.markup())
def test_canonical_layout_has_no_blanks_too_many(text: str) -> None:
    formatted = argmap.format_text(text)
    assert re.search(r"[ \t]\n|\n\n\n|\A\n|\n\n\Z", formatted) is None


@given(strategies.debates())
def test_a_draft_of_a_debate_is_that_debate(debate: Debate) -> None:
    assert Draft.of(debate).finish() == debate


@given(strategies.debates(), st.randoms(use_true_random=False))
def test_renaming_renames_everywhere_and_changes_nothing_else(debate: Debate, choice: random.Random) -> None:
    # Parts of an argument have their titles from the whole.
    parts = whole_arguments(debate)[1].wholes if takes_arguments_apart(debate.metadata) else {}
    titled = [one for one in debate.elements if not one.is_untitled and one.ref not in parts]
    for element in choice.sample(titled, min(1, len(titled))):
        # As long as the old title, so that marks in texts stay where they are.
        title = "".join("ꙮ" if one.isalnum() else one for one in element.title)
        assume(title != element.title)
        draft = Draft.of(debate)
        draft.rename(element, title)
        renamed = draft.finish()
        assert argmap.dump(renamed).replace(title, element.title) == argmap.dump(debate)
        assert element.ref not in {one.ref for one in renamed.elements}


# What is shown


@given(strategies.documents())
def test_json_says_what_the_debate_says(document: Document) -> None:
    assert argdown_json.loads(argdown_json.dumps(document)) == document.debate


@settings(max_examples=25)
@given(strategies.debates(max_blocks=4, max_elements=4))
def test_every_debate_draws_and_its_drawing_is_the_map(debate: Debate) -> None:
    drawing = argmap.draw(debate, engine="embedded")
    assert shown_in(drawing.svg()) == shown_by(drawing.map)
    as_argdown = argmap.draw(debate, engine="embedded", detail="text", settings={"map": {"evidence": "node"}})
    assert shown_in(as_argdown.svg()) == shown_by(argmap.build_map(debate))


@settings(max_examples=25)
@given(strategies.markup(max_blocks=3), strategies.themes())
def test_texts_survive_any_theme(text: str, theme: Theme) -> None:
    document = argmap.parse(text)
    # Where a relation is no line, its chips say titles again: sizes decide about that, in trees always.
    settings = {"map": {"layout": "layered", "stubs": "never"}}
    plain, themed = (
        argmap.draw(document, theme=one, engine="embedded", settings=settings).svg()
        for one in ("default", theme)
    )
    assert words(without_heads(themed)) == words(without_heads(plain))
    in_trees = argmap.draw(document, theme=theme, engine="embedded", layout="tree").svg()
    assert set(words(plain)) <= set(words(in_trees))


def without_heads(svg: str) -> str:
    """A drawing without the heads of columns, such as `supports · 13`: sizes decide about columns."""
    return re.sub(r">[^<>·]*+ · [0-9]++<", "><", svg)


def words(svg: str) -> Counter[str]:
    """The characters in the texts of a drawing, wherever its lines break."""
    texts = ("".join(one.itertext()) for one in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text"))
    return Counter(re.sub(r"[\s\-‐\xad]", "", "".join(texts)))


@given(strategies.markup(), strategies.settings())
def test_maps_show_only_what_is_in_the_debate(text: str, chosen: dict[str, dict[str, object]]) -> None:
    document = argmap.parse(text, settings=chosen)
    shown = argmap.build_map(document.debate, document.settings)
    assert {node.ref for node in shown.nodes} <= {one.ref for one in document.debate.elements}
    ids = {node.id for node in shown.nodes} | {group.id for group in shown.groups}
    assert all(edge.source in ids and edge.target in ids for edge in shown.edges)


EVERYTHING = {"selection": {"statementSelectionMode": "all", "excludeDisconnected": False}}


@given(strategies.debates())
def test_a_map_of_everything_shows_every_thing_and_every_relation(debate: Debate) -> None:
    shown = argmap.build_map(debate, EVERYTHING)
    refs = {node.id: node.ref for node in shown.nodes}
    assert set(refs.values()) == {one.ref for one in debate.elements}
    edges = {
        (one.kind.is_supporting, *ends(one.kind, refs[one.source], refs[one.target])) for one in shown.edges
    }
    assert edges == {
        (one.kind.is_supporting, *ends(one.kind, node_of(one.source), node_of(one.target)))
        for one in debate.relations
    }


def node_of(end: Ref) -> Ref:
    """What a map has a node for: of an inference, its argument."""
    return ArgumentRef(end.argument) if isinstance(end, InferenceRef) else end


def ends(kind: RelationKind, source: Ref, target: Ref) -> tuple[Ref, ...]:
    """The ends of a relation; between arguments and claims all is drawn with a direction."""
    is_symmetric = kind.is_symmetric and ArgumentRef not in (type(source), type(target))
    return tuple(sorted((source, target))) if is_symmetric else (source, target)


@given(strategies.debates())
def test_nodes_say_what_the_debate_says(debate: Debate) -> None:
    for node in argmap.build_map(debate, EVERYTHING).nodes:
        element = debate[node.ref]
        is_named = not element.is_untitled or not element.text
        assert (node.label_title, node.label_text) == (element.title if is_named else None, element.text)
        assert node.tags == element.tags


@given(strategies.markup(), strategies.titles(max_words=1))
def test_what_is_excluded_is_not_shown(text: str, title: str) -> None:
    chosen = {"selection": {**EVERYTHING["selection"], "excludeStatements": [title]}}
    shown = argmap.build_map(argmap.parse(text, settings=chosen).debate, chosen)
    assert ClaimRef(title) not in {node.ref for node in shown.nodes}


@given(strategies.settings())
def test_settings_of_the_strategies_are_settings(chosen: dict[str, dict[str, object]]) -> None:
    assert argmap.Settings.problems(chosen) == ()


@given(strategies.arguments())
def test_arguments_conclude_what_their_last_inference_does(argument: argmap.Argument) -> None:
    assert argument.ref == ArgumentRef(argument.title)
    assert argument.conclusion == (argument.inferences[-1].conclusion if argument.inferences else None)
