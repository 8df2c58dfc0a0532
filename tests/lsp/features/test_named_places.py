"""Where names lead, and where else they are."""

from pathlib import Path

import pytest
from tests.lsp.marked_texts import marked

import argmap
from argmap.lsp.features.named_places import (
    declaration,
    definition,
    highlights,
    included_paths,
    references,
)

_SUN = "[Sun]: It shone.\n\n[Sun]: It shines. #today\n\n<Forecast>: See @[Su|n]. #today {source: mill}\n"


def _led_to(text: str) -> list[str]:
    document, offset = marked(text)
    return [document.text[place.span.start : place.span.end] for place in definition(document, offset)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (_SUN, "[Sun]: It shines. #today"),
        ("[Sun]: It shines.\n\n[Su|n]", "[Sun]: It shines."),
        ("[^Count|]: 93 of 100.", "[^Count]: 93 of 100."),
        ("[?Closing]: Close it?\n\nSee @[?Clos|ing].", "[?Closing]: Close it?"),
        ("<Forecast>: They said so.\n\n<Fore|cast>\n\n(1) a\n----\n(2) b", "<Forecast>: They said so."),
        ("<B|>\n\n(1) a\n----\n(2) b", "<B>"),
        ("[A]: a #crux\n\n[B]: b #cr|ux", "#crux"),
        ("===\nsources: {mill: {title: T}}\n===\n\n[^E]: e {source: mi|ll}", "mill"),
        ("[A]: a\n\n(1) [A]\n(2) b\n-- {uses: [1|]} --\n(3) c", "[A]: a"),
        ("[A]: a {note: '[B|]'}\n\n[B]: b", "[B]: b"),
        ("# We|ather\n\n[A]", "# Weather"),
    ],
)
def test_a_name_leads_to_what_it_names(text: str, line: str) -> None:
    assert _led_to(text) == [line]


@pytest.mark.parametrize("text", ["|", "[Sun]: It sh|ines.", "(1) a\n-- expert opi|nion --\n(2) b"[:5] + "|"])
def test_words_lead_nowhere(text: str) -> None:
    assert _led_to(text) == []


def test_a_declaration_is_the_first_definition() -> None:
    document, offset = marked(_SUN)
    assert [place.span[:2] for place in declaration(document, offset)] == [(0, 16)]


def test_references_are_all_places_or_all_but_definitions() -> None:
    document, offset = marked(_SUN)
    assert [place.span.start for place in references(document, offset)] == [0, 18, 60]
    assert [place.span.start for place in references(document, offset, with_definitions=False)] == [60]


def test_highlights_tell_definitions_from_other_places() -> None:
    assert [place.is_definition for place in highlights(*marked(_SUN))] == [True, True, False]


def test_the_cursor_may_be_right_behind_a_name() -> None:
    assert len(highlights(*marked("[Sun]|: It shines."))) == 1


def test_include_lines_and_names_lead_into_other_files(tmp_path: Path) -> None:
    (tmp_path / "more.argdown").write_text("[B]: b\n")
    (tmp_path / "whole.argdown").write_text("@include(more.argdown)\n\n[A]: See @[B].\n")
    document = argmap.load(tmp_path / "whole.argdown")
    more = str(tmp_path / "more.argdown")
    assert [place.span for place in definition(document, 5)] == [argmap.Span(0, 0, more)]
    assert [place.span for place in definition(document, 36)] == [argmap.Span(0, 6, more)]
    assert [place.span.path for place in references(document, 36)] == [more, None]


def test_files_that_are_included_are_named_as_spans_name_them(tmp_path: Path) -> None:
    (tmp_path / "more.argdown").write_text("[B]: b\n")
    (tmp_path / "page.md").write_text("```argdown\n[C]: c\n```\n\n```argdown\n[D]: d\n```\n")
    (tmp_path / "whole.argdown").write_text("@include(more.argdown)\n\n@include(page.md)\n\n[A]: See @[D].\n")
    document = argmap.load(tmp_path / "whole.argdown")
    paths = (str(tmp_path / "more.argdown"), str(tmp_path / "page.md"))
    assert included_paths(document) == paths
    assert [place.span.path for place in references(document, 53)] == [paths[1], None]
