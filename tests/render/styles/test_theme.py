"""Themes: the one that comes with the package, and those that people write."""

from pathlib import Path

import pytest

from argmap.render import Theme, load_theme
from argmap.render.styles.color_math import contrast
from argmap.render.styles.theme import GROUP_ROLES, NODE_ROLES, ROLES, TEXT_ROLES, ThemeError, theme_names

DEFAULT = load_theme("default")


def _written(tmp_path: Path, text: str, name: str = "mine") -> Path:
    path = tmp_path / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_there_is_a_default_theme() -> None:
    assert "default" in theme_names()


def test_the_default_theme_has_a_look_for_every_role() -> None:
    assert set(ROLES) - set(DEFAULT.attributes) == {"derived", "group-2", "group-3"}


def test_a_role_without_a_look_has_no_attributes() -> None:
    assert dict(DEFAULT.of("derived")) == {}


@pytest.mark.parametrize("name", theme_names())
@pytest.mark.parametrize("text", [*TEXT_ROLES, "step", "inference"])
@pytest.mark.parametrize("role", [*NODE_ROLES, *GROUP_ROLES])
def test_texts_of_every_theme_are_readable(name: str, text: str, role: str) -> None:
    theme = load_theme(name)
    fill = theme.of(role).get("fillcolor") or theme.of("group")["fillcolor"]
    assert contrast(theme.text_style(text).color, fill) >= 4.5


def test_claims_arguments_and_evidence_differ_in_shape() -> None:
    shapes = {(DEFAULT.of(role)["shape"], DEFAULT.of(role)["style"]) for role in NODE_ROLES[:3]}
    assert len(shapes) == 3


def test_a_theme_is_its_own_name() -> None:
    assert load_theme(DEFAULT) is DEFAULT


def test_a_theme_says_only_what_differs(tmp_path: Path) -> None:
    theme = load_theme(
        _written(
            tmp_path, 'extends = "default"\ntext-width = 300\n[claim]\ncolor = "red"\n[text]\nitalic = true'
        )
    )
    assert (theme.name, theme.text_width, theme.of("claim")["color"]) == ("mine", 300, "red")
    assert theme.of("claim")["shape"] == "box"
    assert theme.texts["text"].is_italic


def test_themes_extend_themes_that_extend_themes(tmp_path: Path) -> None:
    middle = _written(tmp_path, 'extends = "default"\n[claim]\ncolor = "red"', "middle")
    top = _written(tmp_path, f"extends = '{middle}'\n[claim]\npenwidth = 3\n[graph]\ncenter = true", "top")
    claim = load_theme(str(top)).of("claim")
    assert (claim["color"], claim["penwidth"], claim["shape"]) == ("red", "3", "box")
    assert load_theme(top).of("graph")["center"] == "true"


def test_themes_that_extend_each_other_are_refused(tmp_path: Path) -> None:
    path = _written(tmp_path, "")
    path.write_text(f"extends = '{path}'", encoding="utf-8")
    with pytest.raises(ValueError, match="extends itself"):
        load_theme(path)


def test_an_unknown_theme_is_answered_with_the_nearest() -> None:
    with pytest.raises(LookupError, match="no theme 'defualt'; did you mean 'default'"):
        load_theme("defualt")


def test_a_theme_like_no_other_is_answered_with_all() -> None:
    with pytest.raises(LookupError, match=r"write a path that ends in \.toml, or one of argdown, .*default"):
        load_theme("xyz")


def test_a_theme_that_is_not_there_is_no_theme() -> None:
    with pytest.raises(FileNotFoundError):
        load_theme("no/such.toml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[", "is not TOML"),
        ("[clam]", "there is no 'clam'; write 'claim'"),
        ("[xyzzy]", "there is no 'xyzzy'"),
        ("claim = 1", "'claim' must be a table, not 1"),
        ('[claim]\nimage = "x.png"', "claim cannot have the attribute 'image'"),
        ('[claim]\nURL = "x"', "claim cannot have the attribute 'URL'"),
        ('[claim]\n"a b" = 1', "claim cannot have the attribute 'a b'"),
        ("[claim]\ncolor = [1]", r"claim\.color cannot be \[1\]"),
        ("[title]\nweight = 1", "title cannot have 'weight'"),
        ("[title]\nsize = 0", r"title\.size cannot be 0; write a number from 1"),
        ("text-width = true", "text-width cannot be True"),
        ('colors = "some"', "colors cannot be 'some'; write one of own, all, grey, none"),
        ("[claim]\ntint = 2", r"claim\.tint cannot be 2; write a number from 0 to 1"),
        ('[title]\ncolor = "rd"', r"title\.color cannot be 'rd'; write #rrggbb"),
        ("[claim]", "theme 'mine' has no text style for title, text, source, heading"),
    ],
)
def test_what_is_no_theme_is_explained(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        load_theme(_written(tmp_path, text))


def test_themes_are_values() -> None:
    assert load_theme("default") == DEFAULT
    assert isinstance(hash(DEFAULT), int)
    assert isinstance(DEFAULT, Theme)


def test_a_theme_extends_one_in_its_own_folder(tmp_path: Path) -> None:
    _written(tmp_path, 'extends = "dark"\n[claim]\ncolor = "red"', "middle")
    top = load_theme(_written(tmp_path, 'extends = "middle.toml"', "top"))
    assert (top.of("claim")["color"], top.of("graph")["bgcolor"]) == ("red", "#14181d")


def test_what_is_wrong_with_a_theme_has_a_code(tmp_path: Path) -> None:
    with pytest.raises(ThemeError) as caught:
        load_theme(_written(tmp_path, "[clam]"))
    assert caught.value.code == "T504"
