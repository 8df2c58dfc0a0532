"""Pages in Markdown that are read again after an edit: quicker, and the same in everything."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from attrs import fields, has
from hypothesis import example, given, settings
from hypothesis import strategies as st

import argmap

_FIRST = "```argdown\n[A]: One, see @[B].\n  + <C>\n```\n"
_PAGE = f"# Notes\n\n{_FIRST}\nText.\n\n- x\n\n  ```argdown\n  [B]: two\n  ```\n"
_EDITS = st.text(st.sampled_from("ab x.\n[]<>`-+"), max_size=4) | st.sampled_from(
    ["```argdown\n[D]\n```\n", "\n\n[E]: e\n", "```\n", "~~~argdown\n", "  "]
)
_PLACES = ("_reading", "_earlier_names", "_page")


def _all_of(thing: object) -> object:
    """Return a thing with all its fields, also those that do not count when things are compared."""
    if has(type(thing)):
        names = [field.name for field in fields(type(thing)) if field.name not in _PLACES]
        return type(thing), [_all_of(getattr(thing, name)) for name in names]
    if isinstance(thing, Mapping):
        return [(key, _all_of(value)) for key, value in thing.items()]
    if isinstance(thing, tuple):
        return [_all_of(value) for value in thing]
    return thing


@settings(max_examples=60)
@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 3), _EDITS), max_size=4))
@example([(0.0, 0, "x"), (0.9, 0, "a")])
def test_an_edited_page_is_the_one_that_its_text_is(edits: list[tuple[float, int, str]]) -> None:
    text = _PAGE
    document = argmap.parse(text, markdown=True)
    for place, removed, written in edits:
        at = round(place * len(text))
        text = text[:at] + written + text[at + removed :]
        document = argmap.parse(text, markdown=True, previous=document)
    fresh = argmap.parse(text, markdown=True)
    assert _all_of(document) == _all_of(fresh)
    assert argmap.occurrences(document) == argmap.occurrences(fresh)


def test_what_is_in_a_fence_that_did_not_change_is_taken_over() -> None:
    before = argmap.parse(_PAGE, markdown=True)
    again = argmap.parse(f"Before.\n\n{_PAGE}", markdown=True, previous=before)
    assert all(part is other for part, other in zip(_inner(again), _inner(before), strict=True))


def _inner(document: argmap.Document) -> list[argmap.Document]:
    return [part._inside.document for part in document.documents if part._inside]


def test_files_around_a_page_are_read_again(tmp_path: Path) -> None:
    page, part = tmp_path / "page.md", tmp_path / "part.argdown"
    page.write_text("```argdown\n@include(part.argdown)\n```\n", encoding="utf-8")
    part.write_text("[A]", encoding="utf-8")
    before = argmap.load(page)
    part.write_text("[B]", encoding="utf-8")
    assert list(argmap.load(page, previous=before).debate.claims) == ["B"]
