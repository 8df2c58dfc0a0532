"""Fences in Python-Markdown and MkDocs become maps."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
from collections.abc import Callable
from html import unescape
from pathlib import Path

import markdown
import pytest

from argmap.extensions.markdown import fence, fence_with, validator

MAP = "[Sun]: It shines.\n  + [Forecast]: They said so."
WRONG = "[Sun]: It shines.\n    + [Forecast]: They said so.\n  + [Other]: So they did."


def converted(text: str, shown: Callable[..., str] = fence) -> str:
    fences = [
        {"name": name, "class": "argdown", "format": shown, "validator": validator}
        for name in ("argdown", "argdown-map")
    ]
    return markdown.markdown(
        text,
        extensions=["pymdownx.superfences", "attr_list"],
        extension_configs={"pymdownx.superfences": {"custom_fences": fences}},
    )


def test_a_fence_becomes_a_map() -> None:
    page = converted(f"# Weather\n\n```argdown\n{MAP}\n```\n")
    assert page.count("<svg") == 1
    assert "They said so." in page
    assert "[Sun]" not in page


def test_a_fence_of_argdown_map_becomes_a_map_with_its_identifier_and_caption() -> None:
    page = converted(f'```{{.argdown-map #fig-map caption="The <sky>"}}\n{MAP}\n```\n')
    assert page.startswith('<div class="argdown" id="fig-map"><figure><div class="argmap"')
    assert page.endswith("<figcaption>The &lt;sky&gt;</figcaption></figure></div>")


def test_ids_are_unique_in_a_page() -> None:
    page = converted(f"```argdown\n{MAP}\n```\n\n```argdown\n{MAP}\n```\n")
    found = re.findall(r'\sid="([^"]*)"', page)
    assert len(found) == len(set(found)) > 0


def test_pages_do_not_change_between_builds() -> None:
    assert converted(f"```argdown\n{MAP}\n```") == converted(f"```argdown\n{MAP}\n```")


@pytest.mark.parametrize(("show", "maps", "titles"), [("map", 1, 0), ("text", 0, 1), ("both", 1, 1)])
def test_show_says_what_is_shown(show: str, maps: int, titles: int) -> None:
    page = converted(f"```{{.argdown show={show}}}\n{MAP}\n```\n")
    assert (page.count("<svg"), page.count('<span class="nc">[Sun]</span>')) == (maps, titles)


def test_the_title_is_what_screen_readers_are_told() -> None:
    assert 'aria-label="The sky &amp; all"' in converted(
        f'```{{.argdown title="The sky & all"}}\n{MAP}\n```\n'
    )


@pytest.mark.parametrize("show", ["map", "text", "both"])
def test_what_is_wrong_is_logged_and_no_reader_sees_it(show: str, caplog: pytest.LogCaptureFixture) -> None:
    page = converted(f"```{{.argdown show={show}}}\n{WRONG}\n```\n")
    assert "S106" not in page
    assert [one.levelno for one in caplog.records] == [logging.WARNING]
    assert caplog.messages[0].startswith("line 3 of the map “[Sun]: It shines.”: S106: ")


@pytest.mark.parametrize("word", ["error", "warning"])
def test_what_is_wrong_on_purpose_is_shown_and_not_logged(
    word: str, caplog: pytest.LogCaptureFixture
) -> None:
    page = converted(f"```{{.argdown {word}=on}}\n{WRONG}\n```\n")
    assert "warning S106: this indentation matches no line above" in page
    assert not caplog.messages


def test_an_option_that_does_not_exist_makes_no_map(caplog: pytest.LogCaptureFixture) -> None:
    assert "<svg" not in converted(f"```{{.argdown show=all}}\n{MAP}\n```\n")
    assert caplog.messages == ["show=all is none of map, text, both"]


def test_an_option_that_is_misspelt_is_reported_with_the_nearest(caplog: pytest.LogCaptureFixture) -> None:
    assert "<svg" not in converted(f"```{{.argdown thme=dark}}\n{MAP}\n```\n")
    assert caplog.messages == ["a fence of argdown cannot have `thme`; did you mean `theme`?"]


def test_a_theme_that_does_not_exist_leaves_the_text(caplog: pytest.LogCaptureFixture) -> None:
    page = converted(f"```{{.argdown theme=nosuch}}\n{MAP}\n```\n")
    assert "<svg" not in page
    assert '<span class="nc">[Sun]</span>' in page
    assert [one.partition(";")[0] for one in caplog.messages] == [
        "the map “[Sun]: It shines.”: T501 there is no theme 'nosuch'"
    ]


SVG = '<svg width="1pt" height="1pt"></svg>'


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program that leaves a trace where it ran."""
    path = tmp_path / "x.sh"
    path.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\necho '{SVG}'\n")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize("name", ["./x.sh", "x.sh", "{path}"])
def test_a_fence_runs_no_program(
    program: Path, name: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.chdir(program.parent)
    word = name.format(path=program)
    converted(f'```{{.argdown engine="{word}"}}\n{MAP}\n```\n')
    fence(MAP, "argdown", "map", {"engine": word}, None)
    assert not (program.parent / "ran").exists()
    assert len(caplog.messages) == 2


def test_the_configuration_of_a_site_may_name_a_program_and_a_theme(program: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('extends = "dark"')
    shown = fence_with(engine=str(program), theme=str(tmp_path / "mine.toml"))
    assert "<svg" in converted(f"```argdown\n{MAP}\n```\n", shown)
    assert (tmp_path / "ran").exists()


def test_a_fence_reads_themes_only_in_the_folder_of_its_page(tmp_path: Path) -> None:
    (tmp_path / "page").mkdir()
    for place in (tmp_path, tmp_path / "page"):
        (place / "mine.toml").write_text('extends = "dark"')
    shown = fence_with(folder=str(tmp_path / "page"))
    assert "<svg" in converted(f'```{{.argdown theme="mine.toml"}}\n{MAP}\n```\n', shown)
    assert "<svg" not in converted(f'```{{.argdown theme="../mine.toml"}}\n{MAP}\n```\n', shown)
    assert "<svg" not in converted(f'```{{.argdown theme="{tmp_path}/mine.toml"}}\n{MAP}\n```\n', shown)


SITE = """\
site_name: Weather
theme: {name: null, custom_dir: theme}
markdown_extensions:
  - pymdownx.superfences:
      custom_fences:
        - name: argdown
          class: argdown
          format: !!python/name:argmap.extensions.markdown.fence
          validator: !!python/name:argmap.extensions.markdown.validator
"""


@pytest.mark.parametrize(("text", "code"), [(MAP, 0), (WRONG, 1)], ids=["right", "wrong"])
def test_mkdocs_builds_a_site_and_fails_where_a_text_is_wrong(tmp_path: Path, text: str, code: int) -> None:
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme" / "main.html").write_text("<html><body>{{ page.content }}</body></html>")
    (tmp_path / "mkdocs.yml").write_text(SITE)
    (tmp_path / "docs").mkdir()
    # In MkDocs themes may lie beside the page.
    (tmp_path / "docs" / "mine.toml").write_text('extends = "dark"')
    options = '{.argdown theme="mine.toml"}'
    (tmp_path / "docs" / "index.md").write_text(f"# Weather\n\n```{options}\n{text}\n```\n")
    command = [sys.executable, "-X", "utf8", "-W", "ignore", "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8")
    named = "index.md: line 3 of the map “[Sun]: It shines.”: S106" in done.stderr
    assert (done.returncode, named) == (code, bool(code)), done.stderr
    assert code or "<svg" in (tmp_path / "site" / "index.html").read_text()


def test_what_a_map_leaves_out_is_logged_as_information(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    fence("[A]: a\n  + [B]: b\n\n[C]: c\n", "argdown", "argdown", {}, None)
    assert [(one.levelno, one.getMessage().partition(" because")[0]) for one in caplog.records] == [
        (logging.INFO, "the map “[A]: a”: 1 of 3 elements is not shown")
    ]


def test_an_interactive_fence_is_a_page_in_a_frame_that_is_shut_off() -> None:
    page = converted(f'```argdown interactive="on"\n{MAP}\n```\n')
    frame = re.search(r'<iframe [^>]*sandbox="allow-scripts allow-popups"[^>]* srcdoc="([^"]*)"', page)
    assert frame is not None
    assert unescape(frame[1]).startswith("<!DOCTYPE html>")


def test_an_interactive_fence_may_say_that_it_is_none() -> None:
    assert "<iframe" not in converted(f'```argdown interactive="off"\n{MAP}\n```\n')
