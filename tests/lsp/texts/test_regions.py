"""The documents of a text in an editor."""

import argmap
from argmap.lsp.features.hover import hover
from argmap.lsp.texts.regions import regions_of
from argmap.text import Edit, Span

_LIST = "- a list\n\n  ```argdown\n  [Sun]: It shines.\n    + <Forecast>\n  ```\n"
_PAGE = f"# Notes\n\n{_LIST}\n```argdown\n[Rain]\n```\n"


def test_each_fence_of_a_page_is_a_document() -> None:
    regions = list(regions_of(argmap.parse(_PAGE, markdown=True)))
    assert [region.document.text for region in regions] == [
        "[Sun]: It shines.\n  + <Forecast>\n",
        "[Rain]\n",
    ]


def test_answers_have_the_places_of_the_page() -> None:
    region = next(regions_of(argmap.parse(_PAGE, markdown=True)))
    inside = region.inside(_PAGE.index("Forecast"))
    assert inside is not None
    card = hover(region.document, inside)
    assert card is not None
    span = region.outside(card).span
    assert _PAGE[span.start : span.end] == "<Forecast>"


def test_edits_keep_the_margin_of_a_fence() -> None:
    region = next(regions_of(argmap.parse(_PAGE, markdown=True)))
    assert region.outside((Edit(Span(18, 18), "  - x\n"),))[0].replacement == "  - x\n  "


def test_outside_of_fences_there_is_nothing() -> None:
    regions = regions_of(argmap.parse(_PAGE, markdown=True))
    assert [region.inside(3) for region in regions] == [None, None]


def test_a_stretch_of_the_page_has_its_part_in_a_fence() -> None:
    first, second = regions_of(argmap.parse(_PAGE, markdown=True))
    whole = Span(0, len(_PAGE))
    assert first.stretch(whole) == Span(0, len(first.document.text))
    assert second.stretch(Span(0, _PAGE.index("Forecast"))) is None
    line = _PAGE.index("  + <Forecast>") - 2
    assert first.stretch(Span(line, line + 8)) == Span(18, 24)
