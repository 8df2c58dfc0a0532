"""Every place at which a text names something is found, once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fuzz.counting import calls

import argmap
from argmap import (
    ArgumentRef,
    ClaimRef,
    Document,
    EvidenceRef,
    Occurrence,
    SchemeRef,
    SectionRef,
    SourceRef,
    TagRef,
    Use,
    strategies,
)
from argmap.data.yaml_reader import read_yaml
from argmap.model import Argument, MarkKind
from argmap.syntax.document import working_text
from argmap.syntax.titles import clean_title

TEXT = """===
sources: {mill: {title: On Liberty}}
expect: {in: [[Sun], <Forecast>]}
selection: {excludeStatements: [Sun, ^Survey]}
color: {tagColors: {crux: red}}
===

# Weather #today

[Sun]: It shines, see @[^Survey]. #(open question) {source: mill, note: "[Sun]"}
  + <Forecast>: They said so. #crux
  - [^Survey]

<Forecast>

(1) [Sun]
-- expert opinion {answers: {trust: [Sun], field: "<Forecast>"}} --
(2) It is warm.
"""


@pytest.fixture(scope="module")
def document() -> Document:
    return argmap.parse(TEXT)


def written(text: str, places: tuple[Occurrence, ...]) -> list[tuple[str, str]]:
    return [(str(place.use), text[place.span.start : place.span.end]) for place in places]


def test_what_has_a_title_is_found_in_text_data_and_settings(document: Document) -> None:
    assert written(TEXT, argmap.occurrences(document, "[Sun]")) == [
        ("setting", "Sun"),
        ("setting", "Sun"),
        ("definition", "[Sun]"),
        ("data", '"[Sun]"'),
        ("reference", "[Sun]"),
        ("data", "Sun"),
    ]
    assert written(TEXT, argmap.occurrences(document, "[^Survey]")) == [
        ("setting", "^Survey"),
        ("mention", "@[^Survey]"),
        ("reference", "[^Survey]"),
    ]


def test_tags_sources_sections_and_schemes_are_found(document: Document) -> None:
    assert written(TEXT, argmap.occurrences(document, "#crux")) == [
        ("setting", "crux"),
        ("reference", "#crux"),
    ]
    assert written(TEXT, argmap.occurrences(document, TagRef("open question"))) == [
        ("reference", "#(open question)")
    ]
    assert written(TEXT, argmap.occurrences(document, SourceRef("mill"))) == [
        ("definition", "mill"),
        ("data", "mill"),
    ]
    assert written(TEXT, argmap.occurrences(document, document.debate.sections[0])) == [
        ("definition", "# Weather #today")
    ]
    assert written(TEXT, argmap.occurrences(document, SchemeRef("expert_opinion"))) == [
        ("reference", "expert opinion")
    ]


def test_the_innermost_name_is_at_an_offset_or_else_what_is_stated_there(document: Document) -> None:
    mention = document.at(TEXT.index("@[^Survey]") + 4)
    assert isinstance(mention, Occurrence)
    assert (mention.ref, mention.use) == (EvidenceRef("Survey"), Use.MENTION)
    assert document.at(TEXT.index("It shines")) == document.debate["[Sun]"]
    assert document.at(TEXT.index("They said")) == document.debate["<Forecast>"]
    assert document.at(TEXT.index("It is warm")) == document.debate["[Untitled 1]"]
    assert document.at(TEXT.index("-- expert")) == document.debate["<Forecast>#1"]
    assert document.at(TEXT.index("\n\n# Weather")) is None
    assert document.at(len(TEXT)) is None


def test_titles_that_name_nothing_raise_with_the_nearest(document: Document) -> None:
    with pytest.raises(LookupError, match=r"did you mean \[Sun\]"):
        argmap.occurrences(document, "[Son]")
    with pytest.raises(LookupError, match="did you mean #crux"):
        argmap.occurrences(document, "#crus")
    with pytest.raises(TypeError, match="name its argument <Forecast>"):
        argmap.occurrences(document, "<Forecast>#1")
    with pytest.raises(LookupError, match=r"nothing is called \[Son\] in this text; did you mean \[Sun\]"):
        argmap.occurrences(document, ClaimRef("Son"))


def test_names_in_included_files_have_their_path(tmp_path: Path) -> None:
    (tmp_path / "more.argdown").write_text("# Part\n\n[A]\n  + <B>: See @[A].\n")
    (tmp_path / "whole.argdown").write_text("# Whole\n\n[A]: a\n\n@include(more.argdown)\n\n# End\n")
    document = argmap.load(tmp_path / "whole.argdown")
    included = str(tmp_path / "more.argdown")
    paths = [place.span.path for place in argmap.occurrences(document, "[A]")]
    assert paths == [None, included, included]
    found = document.at(8, included)
    assert isinstance(found, Occurrence)
    assert found.ref == ClaimRef("A")
    assert [place.ref for place in argmap.occurrences(document) if isinstance(place.ref, SectionRef)] == [
        SectionRef("s1", "Whole"),
        SectionRef("s2", "Part"),
        SectionRef("s3", "End"),
    ]


def test_names_in_pages_are_at_their_places_in_the_page() -> None:
    page = "Text [A].\n\n> ~~~argdown\n> [A]: a\n>   + <B>: See @[A].\n> ~~~\n\n~~~argdown\n[A]\n~~~\n"
    document = argmap.parse(page, path="page.md")
    assert written(page, argmap.occurrences(document, "[A]")) == [
        ("definition", "[A]"),
        ("mention", "@[A]"),
        ("reference", "[A]"),
    ]
    found = document.at(page.index("@[A]"))
    assert isinstance(found, Occurrence)
    assert (found.ref, page[found.span.start : found.span.end]) == (ClaimRef("A"), "@[A]")
    assert document.at(page.index("See")) == document.debate["<B>"]
    assert document.at(0) is None


def test_premises_are_named_by_their_positions() -> None:
    text = "<B>\n\n(1) [A]: a\n(2) b\n-- {uses: [P1, 2], roles: {major: 1, minor: 2}} --\n(3) [C] {from: 1}\n"
    places = argmap.occurrences(argmap.parse(text), "[A]")
    assert written(text, places) == [("definition", "[A]"), ("position", "P1"), ("position", "1")]
    text = "(1) [A]\n\n(2) [B]\n-- {uses: [2]} --\n(3) c"
    assert written(text, argmap.occurrences(argmap.parse(text), "[B]")) == [("reference", "[B]")]


def test_what_only_looks_like_a_name_is_none() -> None:
    document = argmap.parse("(1) <A>: a\n-- @[B] #t --\n(2) b\n\n<b>bold</b>\n\n[A](http://a.b/#c)\n")
    assert argmap.occurrences(document) == ()


@settings(max_examples=50)
@given(strategies.documents())
def test_what_is_written_in_a_name_is_the_title(document: Document) -> None:
    text = working_text(document.text)
    for place in argmap.occurrences(document):
        inner = text[place.name_span.start : place.name_span.end]
        read = clean_title(inner)
        if place.use is Use.POSITION:
            continue
        match place.ref:
            case SectionRef() | SchemeRef():
                assert (
                    inner in place.ref.title or place.ref.kind == "scheme" or "\\" in inner or inner.strip()
                )
            case _ if place.use in (Use.DATA, Use.SETTING):
                read = str(read_yaml(inner)[0]) if inner[:1] in "\"'|>&!" else inner
                assert place.ref.title in read
            case _:
                assert place.use is Use.DEFINITION or read == place.ref.title


@settings(max_examples=50)
@given(strategies.markup())
def test_every_title_mention_and_tag_occurs_once(text: str) -> None:
    document = argmap.parse(text)
    found = Counter(
        (place.ref, place.use)
        for place in argmap.occurrences(document)
        if place.use not in (Use.DATA, Use.SETTING, Use.POSITION)
        and isinstance(place.ref, ClaimRef | EvidenceRef | argmap.QuestionRef | ArgumentRef)
    )
    told: Counter[object] = Counter()
    kinds = {
        MarkKind.CLAIM_MENTION: ClaimRef,
        MarkKind.EVIDENCE_MENTION: EvidenceRef,
        MarkKind.QUESTION_MENTION: argmap.QuestionRef,
        MarkKind.ARGUMENT_MENTION: ArgumentRef,
    }
    marks = [mark for section in document.debate.sections for mark in section.marks]
    for element in document.debate:
        places = element.descriptions if isinstance(element, Argument) else element.statements
        for statement in places:
            marks += statement.marks
            if not element.is_untitled:
                use = Use.REFERENCE if statement.is_reference else Use.DEFINITION
                told[element.ref, use] += 1
    for mark in marks:
        if mark.kind in kinds:
            told[kinds[mark.kind](mark.target), Use.MENTION] += 1
    assert found == told
    tags = {place.ref.title for place in argmap.occurrences(document) if isinstance(place.ref, TagRef)}
    assert tags == set(document.debate.tags)


@settings(max_examples=50)
@given(strategies.markup(), st.data())
def test_names_are_at_their_offsets(text: str, data: st.DataObject) -> None:
    document = argmap.parse(text)
    places = argmap.occurrences(document)
    offset = data.draw(st.integers(0, len(text)))
    inside = [place for place in places if place.span.start <= offset < place.span.end]
    found = document.at(offset)
    assert isinstance(found, Occurrence) == bool(inside)
    assert not inside or found in inside


@settings(max_examples=40)
@given(strategies.markup(max_blocks=3), strategies.markup(max_blocks=1), st.data())
def test_the_next_version_of_a_text_names_what_it_names_read_afresh(
    text: str, other: str, data: st.DataObject
) -> None:
    earlier = argmap.parse(text)
    argmap.occurrences(earlier)
    start, end = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    edited = text[:start] + other + text[end:]
    again = argmap.parse(edited, previous=earlier)
    assert argmap.occurrences(again) == argmap.occurrences(argmap.parse(edited))
    last = argmap.parse(text, previous=argmap.parse(edited, previous=again))
    assert argmap.occurrences(last) == argmap.occurrences(earlier)


@given(st.text())
def test_every_text_names_something_or_nothing(text: str) -> None:
    document = argmap.parse(text)
    for place in argmap.occurrences(document):
        assert (
            0
            <= place.span.start
            <= place.name_span.start
            <= place.name_span.end
            <= place.span.end
            <= len(text)
        )
    document.at(len(text) // 2)


NESTED = ["".join(f"{' ' * depth}+ [A]: @[B] #t {{k: '[A]'}}\n" for depth in range(n)) for n in (500, 1000)]


def test_names_are_found_with_work_in_proportion_to_the_text() -> None:
    less, more = (argmap.parse(text) for text in NESTED)
    assert calls(lambda: argmap.occurrences(more)) < 2.2 * calls(lambda: argmap.occurrences(less))
