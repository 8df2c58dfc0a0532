"""What holds of all that editors ask, whatever the text is and wherever they ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import pairwise
from typing import Any

import pytest
from attrs import fields, has
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.editing.renamed import renamed

import argmap
from argmap import Document, strategies
from argmap.editing.names.occurrence import Use
from argmap.formatting.formatter import with_plain_line_ends
from argmap.lsp.features import (
    argument_hierarchy,
    code_lenses,
    document_links,
    inlay_hints,
    named_places,
    title_changes,
    workspace_symbols,
)
from argmap.lsp.features.shape import (
    document_symbols,
    folding_ranges,
    layout_changes,
    selection_ranges,
    semantic_tokens,
)
from argmap.lsp.texts.regions import Region, regions_of
from argmap.text import Span

_BITS = st.sampled_from(
    (
        *"[]<>(){}#@^?:+-_~\\\n\r\t|/*=. aB1",
        "\r\n",
        "\n\n",
        "[A]: a",
        "<B>: b",
        "\n  + <B>",
        "\n  -> [A]",
        "\n(1) ",
        "\n----\n(2) c",
        "@[A]",
        "{uses: [1]}",
        "{source: {file: x, url: 'https://a.org'}}",
        "// c\n",
        "/* c\nc */",
        "===\nsources: {m: {title: T}}\n===\n\n",
        "@include(x)\n",
        "# H #t\n\n",
        "-- expert opinion --",
        "\U0001f600",
        "\u2028",
    )
)
BROKEN = st.lists(_BITS, max_size=14).map("".join)
TEXTS = st.one_of(
    BROKEN,
    strategies.markup(),
    strategies.markup().map(lambda text: "\ufeff" + text.replace("\n", "\r\n")),
)


def _page(text: str) -> str:
    quoted = "".join(f"> {line}\n" for line in text.split("\n"))
    return f"# Notes\n\n```argdown\n{text}\n```\n\nMore.\n\n> ~~~argdown\n{quoted}> ~~~\n"


ALL_HINTS = frozenset(inlay_hints.HintKind)
OF_TEXTS: dict[str, Callable[[Document], object]] = {
    "folds": folding_ranges.folds,
    "symbols": document_symbols.outline_symbols,
    "tokens": semantic_tokens.tokens,
    "lenses": code_lenses.lenses,
    "links": document_links.links,
    "hints": lambda document: inlay_hints.hints(
        document, kinds=ALL_HINTS, evaluation=argmap.evaluate(document)
    ),
    "matches": lambda document: workspace_symbols.matching_symbols(document, ""),
    "selected": lambda document: workspace_symbols.matching_symbols(document, "(*, section)"),
    "layout": layout_changes.layout_of_document,
}
OF_PLACES: dict[str, Callable[[Document, int], object]] = {
    "definition": named_places.definition,
    "declaration": named_places.declaration,
    "references": named_places.references,
    "highlights": named_places.highlights,
    "selections": selection_ranges.selections,
    "hierarchy": lambda document, offset: _hierarchy(document, offset),
    "new line": layout_changes.layout_of_new_line,
    "layout": lambda document, offset: layout_changes.layout_of_blocks(document, Span(offset, offset + 1)),
    "hints": lambda document, offset: inlay_hints.hints(document, Span(offset, offset), kinds=ALL_HINTS),
    "tokens": lambda document, offset: semantic_tokens.tokens(document, Span(offset, offset)),
    "renaming": lambda document, offset: _renaming(document, offset),
}


def _hierarchy(document: Document, offset: int) -> object:
    item = argument_hierarchy.hierarchy_item(document, offset)
    if item is None:
        return None
    ref = item.ref
    return item, argument_hierarchy.bearing_on(document, ref), argument_hierarchy.borne_on(document, ref)


def _renaming(document: Document, offset: int) -> object:
    with suppress(title_changes.RenamingRefusedError):
        renamable = title_changes.renamable(document, offset)
        return renamable and (renamable, title_changes.title_change(document, offset, "Quite new"))
    return None


def spans(value: Any) -> Iterator[Span]:
    """Yield all spans in an answer."""
    if isinstance(value, Span):
        yield value
    elif type(value) is tuple:
        for member in value:
            yield from spans(member)
    elif has(type(value)):
        for each in fields(type(value)):
            yield from spans(getattr(value, each.name))


def are_inside(value: object, start: int, end: int) -> bool:
    """Return whether all spans of an answer lie in a stretch of a text."""
    return all(start <= span.start <= span.end <= end for span in spans(value) if span.path is None)


def regions(text: str) -> list[Region]:
    return list(regions_of(argmap.parse(_page(text), markdown=True)))


@pytest.mark.parametrize("name", OF_TEXTS)
@settings(max_examples=12)
@given(text=TEXTS)
@example(text="")
def test_answers_about_a_text_lie_inside_it(name: str, text: str) -> None:
    document = argmap.parse(text, "/nowhere/debate.argdown")
    assert are_inside(OF_TEXTS[name](document), 0, len(text))


@pytest.mark.parametrize("name", OF_PLACES)
@settings(max_examples=12)
@given(text=TEXTS, place=st.floats(0, 1))
@example(text="", place=0.0)
def test_answers_about_a_place_lie_inside_the_text(name: str, text: str, place: float) -> None:
    document = argmap.parse(text, "/nowhere/debate.argdown")
    assert are_inside(OF_PLACES[name](document, round(place * len(text))), 0, len(text))


@settings(max_examples=12)
@given(text=TEXTS, place=st.floats(0, 1))
def test_answers_about_a_fence_lie_inside_it(text: str, place: float) -> None:
    for region in regions(text):
        offset = round(place * len(region.document.text))
        answers = [ask(region.document) for name, ask in OF_TEXTS.items() if name != "layout"]
        answers += [ask(region.document, offset) for ask in OF_PLACES.values()]
        assert all(are_inside(region.outside(answer), *region.span[:2]) for answer in answers)


@settings(max_examples=25)
@given(TEXTS)
def test_folds_nest_line_by_line(text: str) -> None:
    document = argmap.parse(text)
    lines = [
        (document.location(fold.span.start).line, document.location(max(fold.span.end - 1, 0)).line)
        for fold in folding_ranges.folds(document)
    ]
    assert all(first < last for first, last in lines)
    assert all(
        before[1] < after[0] or (before[0] <= after[0] and after[1] <= before[1] and after[0] < before[1])
        for place, before in enumerate(lines)
        for after in lines[place + 1 :]
    )


@settings(max_examples=25)
@given(TEXTS, st.floats(0, 1))
def test_selections_grow_around_the_place(text: str, place: float) -> None:
    offset = round(place * len(text))
    chain = selection_ranges.selections(argmap.parse(text), offset)
    assert all(span.start <= offset <= span.end for span in chain)
    assert all(
        outer.start <= inner.start and inner.end <= outer.end and inner != outer
        for inner, outer in pairwise(chain)
    )


@settings(max_examples=25)
@given(TEXTS)
def test_tokens_are_in_order_and_apart_and_on_one_line(text: str) -> None:
    found = [token.span for token in semantic_tokens.tokens(argmap.parse(text))]
    assert all(span.start < span.end for span in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert not any(mark in text[span.start : span.end] for span in found for mark in "\r\n")


@settings(max_examples=20)
@given(TEXTS, st.floats(0, 1), st.floats(0, 1))
def test_tokens_of_a_stretch_are_those_of_the_text(text: str, first: float, second: float) -> None:
    document = argmap.parse(text)
    start, end = sorted((round(first * len(text)), round(second * len(text))))
    every = semantic_tokens.tokens(document)
    some = semantic_tokens.tokens(document, Span(start, end))
    assert {token for token in every if token.span.start < end and start < token.span.end} <= set(some)
    assert set(some) <= set(every)


_NUMBERS = st.lists(st.tuples(*[st.integers(0, 3)] * 5), max_size=8).map(
    lambda tokens: [number for token in tokens for number in token]
)


@given(_NUMBERS, _NUMBERS)
def test_a_change_of_tokens_makes_the_old_ones_new(before: list[int], after: list[int]) -> None:
    changed = list(before)
    for edit in semantic_tokens.token_edits(before, after):
        assert edit.start % 5 == edit.removed % 5 == 0
        changed[edit.start : edit.start + edit.removed] = edit.inserted
    assert changed == after


@settings(max_examples=25)
@given(TEXTS)
def test_the_edits_of_layout_give_what_formatting_gives(text: str) -> None:
    edits = layout_changes.layout_of_document(argmap.parse(text))
    assert argmap.edits.apply(text, edits) == argmap.format_text(text)


@settings(max_examples=20)
@given(TEXTS)
def test_the_edits_of_a_page_give_what_formatting_gives(text: str) -> None:
    page = _page(text)
    edits = layout_changes.layout_of_document(argmap.parse(page, "page.md"))
    assert argmap.edits.apply(page, edits) == argmap.format_text(page, path="page.md")


@settings(max_examples=25)
@given(TEXTS, st.floats(0, 1), st.floats(0, 1))
def test_the_layout_of_blocks_is_on_the_way_to_that_of_the_text(
    text: str, first: float, second: float
) -> None:
    start, end = sorted((round(first * len(text)), round(second * len(text))))
    edits = layout_changes.layout_of_blocks(argmap.parse(text), Span(start, end))
    after = argmap.edits.apply(text, edits)
    # Which line end is written depends on the first in the text, which may have been changed.
    assert with_plain_line_ends(argmap.format_text(after)) == with_plain_line_ends(argmap.format_text(text))


@settings(max_examples=20)
@given(TEXTS)
def test_no_edit_begins_or_ends_within_a_line_end(text: str) -> None:
    edits = layout_changes.layout_of_document(argmap.parse(text))
    places = {place for edit in edits for place in edit.span[:2]}
    assert not any(text[place - 1 : place + 1] == "\r\n" for place in places if place)


@settings(max_examples=20)
@given(TEXTS, st.floats(0, 1))
def test_definitions_are_among_references(text: str, place: float) -> None:
    document = argmap.parse(text)
    offset = round(place * len(text))
    here = named_places.occurrence_at(document, offset)
    if here is not None and here.use is not Use.POSITION:
        leading = (named_places.definition(document, offset), named_places.declaration(document, offset))
        every = {each.name_span for each in named_places.references(document, offset)}
        assert all(each.name_span in every for found in leading for each in found)


@settings(max_examples=20)
@given(TEXTS, st.floats(0, 1))
def test_what_bears_on_something_is_what_that_is_borne_by(text: str, place: float) -> None:
    document = argmap.parse(text)
    item = argument_hierarchy.hierarchy_item(document, round(place * len(text)))
    if item is not None:
        for each in argument_hierarchy.bearing_on(document, item.ref):
            back = argument_hierarchy.borne_on(document, each.item.ref)
            assert (item, each.verb) in [(other.item, other.verb) for other in back]


@settings(max_examples=25)
@given(TEXTS, st.floats(0, 1))
@example("[A]: a\n\nSee @[A]. {note: '[A]'}", 0.05)
def test_renaming_gives_the_debate_with_another_name(text: str, place: float) -> None:
    document = argmap.parse(text)
    offset = round(place * len(text))
    here = named_places.occurrence_at(document, offset)
    if (
        here is not None
        and isinstance(here.ref, argmap.ClaimRef | argmap.ArgumentRef)
        and here.ref in document.debate
    ):
        with suppress(title_changes.RenamingRefusedError):
            edits = title_changes.title_change(document, offset, "Quite new")
            after = argmap.parse(argmap.edits.apply(text, edits)).debate
            assert after == renamed(document.debate, here.ref, type(here.ref)("Quite new"))


@settings(max_examples=15)
@given(TEXTS, st.floats(0, 1), _BITS)
def test_answers_after_an_edit_are_those_of_the_text_itself(text: str, place: float, more: str) -> None:
    offset = round(place * len(text))
    before = argmap.parse(text)
    semantic_tokens.tokens(before)
    edited = text[:offset] + more + text[offset:]
    again, fresh = argmap.parse(edited, previous=before), argmap.parse(edited)
    assert [ask(again) for ask in OF_TEXTS.values()] == [ask(fresh) for ask in OF_TEXTS.values()]
    assert [ask(again, offset) for ask in OF_PLACES.values()] == [
        ask(fresh, offset) for ask in OF_PLACES.values()
    ]
