"""Other names, and why some cannot be."""

from pathlib import Path

import pytest
from tests.editing.renamed import renamed
from tests.lsp.marked_texts import marked

import argmap
from argmap.edits import apply
from argmap.lsp.features.title_changes import RenamingRefusedError, renamable, title_change, united
from argmap.text import Edit, Span


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[S|un]: It shines.\n\nSee @[Sun].", "[New]: It shines.\n\nSee @[New]."),
        ("[^Su|n]: It shines.\n\nSee @[^Sun].", "[^New]: It shines.\n\nSee @[^New]."),
        ("<B>: b\n\nSee @<B|>.", "<New>: b\n\nSee @<New>."),
        ("[A]: a #cr|ux\n\n[B]: b #crux", "[A]: a #New\n\n[B]: b #New"),
        (
            "===\nsources: {mill: {title: T}}\n===\n\n[^E]: e {source: mi|ll}",
            "===\nsources: {New: {title: T}}\n===\n\n[^E]: e {source: New}",
        ),
        ("# Wea|ther #today\n\n[A]", "# New #today\n\n[A]"),
    ],
)
def test_what_is_named_can_be_renamed(before: str, after: str) -> None:
    document, offset = marked(before)
    assert apply(document.text, title_change(document, offset, "New")) == after


def test_renaming_changes_nothing_else_of_the_debate() -> None:
    document, offset = marked("[Su|n]: It shines.\n  + <Forecast>: See @[Sun]. {note: '[Sun]'}")
    after = apply(document.text, title_change(document, offset, "Sunshine"))
    old, new = argmap.ClaimRef("Sun"), argmap.ClaimRef("Sunshine")
    assert argmap.parse(after).debate == renamed(document.debate, old, new)


def test_what_can_be_renamed_has_its_place_and_its_title() -> None:
    found = renamable(*marked("# Wea|ther #today"))
    assert found is not None
    assert (found.span[:2], found.title) == ((2, 9), "Weather")
    assert renamable(*marked("[A]: wo|rds")) is None


@pytest.mark.parametrize(
    ("text", "title", "reason"),
    [
        ("[A|]: a\n\n[B]: b", "B", "is named already"),
        ("[A|]: a", "x]: y", "cannot|needs|would"),
        ("[A]: wo|rds", "B", "no name at this place"),
        ("(1) [A]: a\n(2) b\n-- {uses: [1|]} --\n(3) c", "B", "rename it at its title"),
        ("(1) a\n-- expert opi|nion --\n(2) b", "B", "scheme"),
    ],
)
def test_what_cannot_be_is_refused_with_a_reason(text: str, title: str, reason: str) -> None:
    document, offset = marked(text)
    with pytest.raises(RenamingRefusedError, match=reason):
        title_change(document, offset, title)


@pytest.mark.parametrize(
    "text", ["(1) [A]: a\n(2) b\n-- {uses: [1|]} --\n(3) c", "(1) a\n-- expert opi|nion --\n(2) b"]
)
def test_what_has_no_title_of_its_own_is_refused_at_once(text: str) -> None:
    with pytest.raises(RenamingRefusedError):
        renamable(*marked(text))


def test_files_that_include_others_are_changed_with_them(tmp_path: Path) -> None:
    (tmp_path / "more.argdown").write_text("[B]: b\n")
    (tmp_path / "whole.argdown").write_text("@include(more.argdown)\n\n[A]: See @[B].\n")
    whole, more = (argmap.load(tmp_path / name) for name in ("whole.argdown", "more.argdown"))
    path = str(tmp_path / "more.argdown")
    changes = united(
        [
            (path, title_change(more, 1, "C")),
            (str(tmp_path / "whole.argdown"), title_change(whole, 1, "C", path)),
        ]
    )
    assert apply(more.text, changes[path]) == "[C]: b\n"
    assert "@[C]" in apply(whole.text, changes[str(tmp_path / "whole.argdown")])


def test_different_names_in_one_place_are_refused() -> None:
    with pytest.raises(RenamingRefusedError, match="different names"):
        united([("a", [Edit(Span(0, 1), "x")]), ("b", [Edit(Span(0, 1, "a"), "y")])])
