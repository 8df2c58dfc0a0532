"""What is said of characters that no font has."""

import pytest

from argmap.render.fonts.glyph_messages import about_engine, about_fonts


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        (
            "中",
            "1 character (中) is in no font of this machine and becomes a box in a PNG: "
            "install a font that has them, "
            "such as Noto Sans CJK, or save as SVG",
        ),
        ("中😀ह", "such as Noto Sans CJK, Noto Color Emoji, Noto Sans Devanagari, or save"),
        (
            "abcdef",
            "6 characters (a, b, c, d, e, …) are in no font of this machine and become boxes in a PNG",
        ),
    ],
)
def test_fonts_that_help_are_named(missing: str, said: str) -> None:
    (message,) = about_fonts([*missing], "PNG")
    assert said in message


def test_nothing_is_said_where_nothing_is_missing() -> None:
    assert [*about_fonts([], "PNG")] == []


def test_what_is_installed_is_not_advised() -> None:
    assert "pip install" not in about_engine(["中"], "JPEG", has_resvg=True)
    assert 'pip install "argmap[png]"' in about_engine(["中"], "JPEG", has_resvg=False)
    assert 'pip install "argmap[png]"' in about_engine(["中"], "PNG", has_resvg=False)


def test_graphviz_is_advised_where_it_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert "install Graphviz" in about_engine(["中"], "PNG", has_resvg=False)


@pytest.mark.parametrize(
    ("character", "font"),
    [
        ("\U000103a0", "Noto Sans Old Persian"),
        ("\ufdfd", "Noto Sans Arabic"),
        ("\u2606", "Noto Sans"),
        ("\ue000", "the one in which they were written"),
    ],
)
def test_fonts_have_the_names_of_scripts(character: str, font: str) -> None:
    assert f"such as {font}, or save as SVG" in "".join(about_fonts([character], "PNG"))
