"""Which font draws what."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.render.small_fonts import small_font

from argmap.render.fonts.font_choice import BOX, FontChoice

TEXTS = st.text(st.sampled_from("ab ∀∉→жЖ中文\u0301\u200d\ufe0f👩🇩🇪😀हि"), max_size=20)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of all fonts that this machine has besides those of argmap."""
    path = tmp_path / "fonts"
    path.mkdir()
    monkeypatch.setenv("ARGMAP_FONTS", str(path))
    return path


@pytest.fixture(autouse=True)
def _few_fonts(folder: Path) -> None:
    """Let the laws here see no fonts but those that they write."""


def _runs(text: str, choice: FontChoice | None = None, **style: bool) -> list[tuple[str, str]]:
    return [(said, face.path.stem) for said, face in (choice or FontChoice()).runs(text, **style)]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Human(x) → Mortal(x)", [("Human(x) → Mortal(x)", "sans-regular")]),
        ("a ∉ b", [("a ", "sans-regular"), ("∉", "symbols-regular"), (" b", "sans-regular")]),
        ("x\u0301", [("x\u0301", "sans-regular")]),
        ("a\u200db", [("a\u200db", "sans-regular")]),
        ("中", [(BOX, "symbols-regular")]),
        ("👩\u200d👧", [(BOX, "symbols-regular")]),
        ("🇩🇪🇫🇷", [(BOX * 2, "symbols-regular")]),
    ],
)
def test_fonts_change_character_by_character(text: str, runs: list[tuple[str, str]]) -> None:
    assert _runs(text) == runs


def test_styles_have_fonts_of_their_own() -> None:
    assert _runs("a", is_bold=True) == [("a", "sans-bold")]
    assert _runs("a", is_italic=True) == [("a", "sans-italic")]
    assert _runs("a", is_bold=True, is_italic=True) == [("a", "sans-bolditalic")]


def test_fonts_of_the_machine_draw_what_those_of_argmap_lack(folder: Path) -> None:
    (folder / "Serif-Mono.ttf").write_bytes(small_font({"中": 900}))
    (folder / "Sans-Bold.ttf").write_bytes(small_font({"中": 950}, family="Sans", weight=700))
    (folder / "Sans-Regular.ttf").write_bytes(small_font({"中": 1000}, family="Sans"))
    (folder / "Broken.ttf").write_bytes(b"broken")
    assert _runs("a中") == [("a", "sans-regular"), ("中", "Sans-Regular")]
    assert _runs("中", is_bold=True) == [("中", "Sans-Bold")]


def test_the_font_that_is_wanted_comes_first(folder: Path) -> None:
    (folder / "Wanted.ttf").write_bytes(small_font({"a": 400}, family="Wanted"))
    assert _runs("ab", FontChoice("wanted")) == [("a", "Wanted"), ("b", "sans-regular")]
    assert _runs("ab", FontChoice("Not Here")) == [("ab", "sans-regular")]


def test_what_no_font_has_is_remembered_once() -> None:
    choice = FontChoice()
    _runs("中 a 中 हि ∀", choice)
    assert choice.missing == ("中", "ह", "ि")


def test_a_mark_that_no_font_has_does_not_hide_its_letter() -> None:
    choice = FontChoice()
    assert _runs("a\u1ab0", choice) == [("a", "sans-regular")]
    assert choice.missing == ("\u1ab0",)


def test_only_fonts_that_draw_are_listed() -> None:
    choice = FontChoice()
    _runs("a∀", choice)
    assert [face.path.stem for face in choice.faces] == ["sans-regular", "symbols-regular"]


@given(TEXTS, st.booleans(), st.booleans())
@example("a\u0301\u200d中", False, False)
def test_every_run_is_drawn_by_a_font_that_has_it(text: str, is_bold: bool, is_italic: bool) -> None:
    choice = FontChoice()
    runs = choice.runs(text, is_bold=is_bold, is_italic=is_italic)
    assert all(
        face.has(character)
        for run, face in runs
        for character in run
        if character not in "\u0301\u200d\ufe0f"
    )
    if not choice.missing:
        assert "".join(run for run, _ in runs) == text
