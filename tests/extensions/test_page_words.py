"""Words become what drawings are asked for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from argmap.extensions.page_words import asked_engine, asked_theme, draw_options
from argmap.render import DrawOptions, ThemeError


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ({}, {}),
        ({"alt": "A map", "timeout": "1", "folder": "/", "settings": "x"}, {}),
        ({"focus": "[A b]", "direction": "supporting"}, {"focus": "[A b]", "direction": "supporting"}),
        ({"radius": "12"}, {"radius": 12}),
        ({"legend": ""}, {"legend": True}),
        ({"legend": "legend", "questions": "No"}, {"legend": True, "questions": False}),
        ({"detail": "title"}, {"detail": "title"}),
    ],
)
def test_words_are_understood(words: dict[str, str], asked: dict[str, object]) -> None:
    assert draw_options(words) == DrawOptions(**asked)  # type: ignore[arg-type]  # of several types


@pytest.mark.parametrize(
    "words", [{"radius": "two"}, {"radius": "-1"}, {"radius": ""}, {"legend": "perhaps"}], ids=str
)
def test_what_makes_no_sense_is_refused(words: dict[str, str]) -> None:
    (word,) = words.values()
    with pytest.raises(ValueError, match=f"not '{word}'"):
        draw_options(words)


@pytest.mark.parametrize("word", ["auto", "embedded", "system"])
def test_an_engine_is_asked_for_by_a_word(word: str) -> None:
    assert asked_engine(word) == word


@pytest.mark.parametrize("word", ["./x.sh", "/usr/bin/dot", "dot", "Auto", "", "~/x", "embedded "])
def test_no_page_names_a_program(word: str) -> None:
    with pytest.raises(ValueError, match="engine must be one of"):
        asked_engine(word)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """The folder of a page, beside a file that nobody may read."""
    folder = tmp_path / "page"
    (folder / "looks").mkdir(parents=True)
    for place in (tmp_path, folder / "looks"):
        (place / "secret.toml").write_text('title = "hunter2"\ndb_password = "hunter2"\n')
    (folder / "looks" / "mine.toml").write_text('extends = "base.toml"\n[claim]\nshape = "box"\n')
    (folder / "looks" / "base.toml").write_text('extends = "dark"\n')
    (folder / "leaves.toml").write_text('extends = "../secret.toml"\n')
    (folder / "link.toml").symlink_to(tmp_path / "secret.toml")
    (folder / "out").symlink_to(tmp_path)
    return folder


def test_a_theme_is_a_name_or_a_file_below_the_page(page: Path) -> None:
    assert asked_theme("dark", None).name == "dark"
    assert asked_theme("looks/mine.toml", page).of("claim")["shape"] == "box"


@pytest.mark.parametrize(
    "word",
    [
        "../secret.toml",
        "looks/../../secret.toml",
        "looks/../looks/mine.toml",
        "/etc/secret.toml",
        "C:\\secret.toml",
        "\\\\server\\secret.toml",
        "..\\secret.toml",
        "file:///etc/secret.toml",
        "https://example.org/secret.toml",
        "~/secret.toml",
        "link.toml",
        "out/secret.toml",
        "nul\0.toml",
        "leaves.toml",
    ],
)
def test_no_theme_is_read_elsewhere(page: Path, word: str) -> None:
    with pytest.raises(ThemeError, match="not a path below the folder of the page"):
        asked_theme(word, page)


def test_without_a_folder_there_are_no_paths_of_themes() -> None:
    with pytest.raises(ThemeError, match="the page has no folder"):
        asked_theme("mine.toml", None)


@pytest.mark.parametrize(
    "text",
    [
        'title = "hunter2"',
        'hunter2 = "x"',
        'colors = "hunter2"',
        'extends = "hunter2"',
        'extends = "hunter2.toml"',
        "[claim]\nhunter2 = 1",
        '[title]\ncolor = "hunter2"',
        "[hunter2",
        'extends = "x.toml"  # hunter2',
        "[text]",
        '"hunter2" = ' + "[" * 50_000,
    ],
)
def test_no_message_quotes_a_file(page: Path, text: str) -> None:
    (page / "x.toml").write_text(text)
    with pytest.raises(ThemeError) as caught:
        asked_theme("x.toml", page)
    assert "hunter2" not in str(caught.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders")
def test_a_pipe_is_not_waited_for(page: Path) -> None:
    os.mkfifo(page / "pipe.toml")
    with pytest.raises(ThemeError, match="not a regular file"):
        asked_theme("pipe.toml", page)
