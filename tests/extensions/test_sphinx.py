"""Sphinx draws maps in a page, and says where their texts are wrong."""

from __future__ import annotations

import io
import re
import warnings
from pathlib import Path
from textwrap import indent

import pytest
from attrs import frozen
from sphinx.application import Sphinx
from sphinx.util.console import strip_colors
from sphinx.util.docutils import docutils_namespace, patch_docutils

MAP = "[Sun]: It shines.\n  + [Forecast]: They said so.\n"
WRONG = "[Sun]: It shines.\n    + [Forecast]: They said so.\n  + [Other]: So they did.\n"


@frozen
class Site:
    """A site of one page that is built in a folder."""

    folder: Path

    def build(
        self, text: str, *, suffix: str = "md", builder: str = "html", **settings: object
    ) -> tuple[str, list[str]]:
        """Return the page, and what Sphinx warned of."""
        (self.folder / f"index.{suffix}").write_text(text, encoding="utf-8")
        said = io.StringIO()
        known = {
            "extensions": ["myst_parser", "argmap.extensions.sphinx"],
            "html_theme": "basic",
            "exclude_patterns": ["out"],
            **settings,
        }
        out = self.folder / "out"
        with patch_docutils(), docutils_namespace(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            app = Sphinx(
                self.folder, None, out, out, builder, known, status=None, warning=said, freshenv=True
            )
            app.build()
        ending = {"html": "html", "text": "txt"}.get(builder)
        page = (out / f"index.{ending}").read_text(encoding="utf-8") if ending else ""
        lines = strip_colors(said.getvalue()).splitlines()
        return page, [one.replace(f"{self.folder}/", "") for one in lines]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def warned_lines(warned: list[str]) -> list[str]:
    return [one.partition(": WARNING:")[0] for one in warned]


def test_a_fence_becomes_a_map(site: Site) -> None:
    page, warned = site.build(f"# Weather\n\n```argdown\n{MAP}```\n")
    assert warned == []
    assert page.count("<svg") == 1
    assert "[Sun]" not in page


def test_a_fence_of_argdown_map_becomes_a_map(site: Site) -> None:
    page, warned = site.build(f"# Weather\n\n```argdown-map\n{MAP}```\n")
    assert (warned, page.count("<svg")) == ([], 1)


@pytest.mark.parametrize(
    "words",
    [
        '{.argdown-map #fig-map caption="The *sky*"}',
        '{.argdown caption="The *sky*" #fig-map}',
        'argdown-map #fig-map caption="The *sky*"',
    ],
)
def test_a_fence_has_an_identifier_and_a_caption(site: Site, words: str) -> None:
    page, warned = site.build(f"# Weather\n\n```{words}\n{MAP}```\n")
    assert (warned, page.count("<svg")) == ([], 1)
    assert 'id="fig-map"' in page
    assert "The <em>sky</em>" in page


def test_a_language_as_a_class_is_enough(site: Site) -> None:
    page, warned = site.build(f"# Weather\n\n```{{.argdown-map}}\n{MAP}```\n")
    assert (warned, page.count("<svg")) == ([], 1)


def test_argdown_map_is_a_language_of_code_blocks(site: Site) -> None:
    page, warned = site.build(f"W\n=\n\n.. code-block:: argdown-map\n\n{indent(MAP, '   ')}", suffix="rst")
    assert (warned, page.count('<span class="nc">[Sun]</span>')) == ([], 1)


def test_the_directive_becomes_a_map(site: Site) -> None:
    page, warned = site.build(f"W\n=\n\n.. argmap::\n\n{indent(MAP, '   ')}", suffix="rst")
    assert (warned, page.count("<svg")) == ([], 1)


@pytest.mark.parametrize(
    ("text", "suffix", "line"),
    [
        (f"# W\n\n```argdown\n{WRONG}```\n", "md", 6),
        (f"# W\n\n```argdown\n\n\n{WRONG}```\n", "md", 8),
        (
            f"# W\n\n- item\n\n  ```argdown theme=default\n{indent(WRONG, '  ')}  ```\n",
            "md",
            8,
        ),
        (f"# W\n\n```{{argmap}}\n:caption: Sun\n\n{WRONG}```\n", "md", 8),
        (f"W\n=\n\n.. argmap::\n   :alt: Sun\n\n{indent(WRONG, '   ')}", "rst", 9),
        (f"W\n=\n\n.. argmap::\n\n{indent(WRONG, '   ')}", "rst", 8),
        (f"W\n=\n\n* item\n\n  .. argmap::\n\n{indent(WRONG, '     ')}", "rst", 10),
    ],
)
def test_a_warning_names_the_line_of_the_page(site: Site, text: str, suffix: str, line: int) -> None:
    assert "+ [Other]" in text.splitlines()[line - 1]
    _, warned = site.build(text, suffix=suffix)
    assert warned_lines(warned) == [f"index.{suffix}:{line}"]
    assert warned[0].endswith("[argmap.S106]")


def test_warnings_can_be_silenced_by_code(site: Site) -> None:
    page, warned = site.build(f"# W\n\n```argdown\n{WRONG}```\n", suppress_warnings=["argmap.S106"])
    assert (warned, "<svg" in page) == ([], True)


def test_a_file_is_drawn_with_what_it_includes_and_its_mistakes_are_its_own(site: Site) -> None:
    (site.folder / "debate.argdown").write_text(f"{MAP}\n@include(more.argdown)\n")
    (site.folder / "more.argdown").write_text(f"[Wind]: It blows.\n\n{WRONG}")
    page, warned = site.build("# W\n\n```{argmap} debate.argdown\n```\n")
    assert "So they did." in page
    assert warned_lines(warned) == ["more.argdown:5"]


def test_a_file_that_is_missing_is_an_error_at_the_directive(site: Site) -> None:
    _, warned = site.build("# W\n\n```{argmap} nosuch.argdown\n```\n")
    assert warned[0].startswith("index.md:3: ERROR: argmap cannot read nosuch.argdown: no such file")


def test_a_file_and_a_text_are_one_too_many(site: Site) -> None:
    _, warned = site.build(f"# W\n\n```{{argmap}} debate.argdown\n{MAP}```\n")
    assert "not both" in warned[0]


@pytest.mark.parametrize(("show", "maps", "titles"), [("map", 1, 0), ("text", 0, 1), ("both", 1, 1)])
def test_show_says_what_is_shown(site: Site, show: str, maps: int, titles: int) -> None:
    page, _ = site.build(f"# W\n\n```argdown show={show}\n{MAP}```\n")
    assert (page.count("<svg"), page.count('<span class="nc">[Sun]</span>')) == (maps, titles)
    page, _ = site.build(f"# W\n\n```{{argmap}}\n:show: {show}\n\n{MAP}```\n")
    assert (page.count("<svg"), page.count('<span class="nc">[Sun]</span>')) == (maps, titles)


def test_show_that_is_none_of_these_is_an_error(site: Site) -> None:
    _, warned = site.build(f"# W\n\n```argdown show=all\n{MAP}```\n")
    assert warned[0].startswith("index.md:3: ERROR: show=all is none of map, text, both")


def test_a_word_that_is_misspelt_is_a_warning_with_the_nearest(site: Site) -> None:
    page, warned = site.build(f"# T\n\n```argdown thme=dark\n{MAP}```\n")
    assert "<svg" in page
    assert warned == [
        "index.md:3: WARNING: a fence of argdown cannot have `thme`; did you mean `theme`? [argmap.word]"
    ]


def test_fences_can_be_left_alone(site: Site) -> None:
    page, _ = site.build(f"# W\n\n```argdown\n{MAP}```\n", argmap_fences=False)
    assert (page.count("<svg"), page.count('<span class="nc">[Sun]</span>')) == (0, 1)


def test_what_is_wrong_on_purpose_is_shown_with_what_is_found(site: Site) -> None:
    page, warned = site.build(f"# W\n\n```argdown error show=both\n{WRONG}```\n")
    assert warned == []
    assert "argdown:3:3: warning S106" in page


def test_a_caption_a_name_and_a_label(site: Site) -> None:
    page, warned = site.build(
        f"# W\n\n```{{argmap}}\n:caption: The *sun*\n:name: sun\n:alt: Weather\n\n{MAP}```\n\nSee [](#sun).\n"
    )
    assert warned == []
    assert "The <em>sun</em>" in page
    assert 'aria-label="Weather"' in page
    assert 'id="sun"' in page


def test_ids_are_unique_in_a_page(site: Site) -> None:
    page, _ = site.build(f"# W\n\n```argdown\n{MAP}```\n\n```argdown\n{MAP}```\n")
    found = re.findall(r'\sid="(argmap[^"]*)"', page)
    assert len(found) == len(set(found)) > 0


def test_a_theme_that_does_not_exist_is_a_warning_and_leaves_the_text(site: Site) -> None:
    page, warned = site.build(f"# W\n\n```argdown theme=nosuch\n{MAP}```\n")
    assert warned[0].startswith("index.md:3: WARNING: no map: ")
    assert "there is no theme 'nosuch'" in warned[0]
    assert "[Sun]: It shines." in page


def test_text_is_shown_where_there_are_no_pictures(site: Site) -> None:
    page, _ = site.build(f"# W\n\n```argdown\n{MAP}```\n", builder="text")
    assert "[Sun]: It shines." in page


def test_latex_gets_a_picture(site: Site) -> None:
    site.build(f"# W\n\n```argdown\n{MAP}```\n", builder="latex", project="W")
    (picture,) = (site.folder / "out").glob("argmap-*.png")
    assert picture.read_bytes().startswith(b"\x89PNG")
    (page,) = (site.folder / "out").glob("*.tex")
    assert picture.stem in page.read_text()


def test_what_is_right_is_not_wrong_on_purpose(site: Site) -> None:
    _, warned = site.build(f"# W\n\n```argdown warning\n{MAP}```\n")
    assert warned == ["index.md:4: WARNING: nothing is wrong here [argmap.right]"]


def test_a_map_of_nothing_is_a_warning(site: Site) -> None:
    _, warned = site.build("# W\n\n```argdown\n// nobody says anything\n```\n")
    assert warned[0].startswith("index.md:4: WARNING: this map shows nothing")


def test_a_map_of_nothing_is_left_out_where_its_text_is_shown(site: Site) -> None:
    page, warned = site.build("# W\n\n```argdown show=both\n// nobody says anything\n```\n")
    assert ("<svg" in page, warned) == (False, [])


def test_a_claim_that_is_alone_is_drawn(site: Site) -> None:
    page, warned = site.build("# W\n\n```argdown\n[A]: alone\n```\n")
    assert ("alone" in page, "<svg" in page, warned) == (True, True, [])


def test_a_wide_map_has_a_link_to_itself(site: Site) -> None:
    wide = "[Sun]: It shines.\n" + "".join(f"  + [Reason {number}]: Because.\n" for number in range(20))
    page, _ = site.build(f"# W\n\n```argdown layout=layered\n{wide}```\n")
    (target,) = re.findall(r'<a href="(_images/[^"]*\.svg)">', page)
    assert (site.folder / "out" / target).read_text().startswith("<svg")


def test_words_that_are_no_words_are_an_error(site: Site) -> None:
    _, warned = site.build(f'# W\n\n```argdown focus="[Sun]\n{MAP}```\n')
    assert warned[0].startswith('index.md:3: ERROR: focus="[Sun]: No closing quotation')


def test_a_wish_that_makes_no_sense_is_a_warning(site: Site) -> None:
    page, warned = site.build(f"# W\n\n```{{argmap}}\n:radius: two\n\n{MAP}```\n")
    assert warned[0].startswith("index.md:3: WARNING: no map: radius must be a number, not 'two'")
    assert "[Sun]: It shines." in page


def test_a_focus_shows_a_part(site: Site) -> None:
    longer = f"{MAP}    + [Clouds]: There are none.\n      + [Sky]: It is blue.\n"
    page, warned = site.build(f'# W\n\n```argdown focus="[Sky]" radius=1\n{longer}```\n')
    assert (warned, "There are none." in page, "They said so." in page) == ([], True, False)


def test_a_focus_on_nothing_is_a_warning(site: Site) -> None:
    _, warned = site.build(f'# W\n\n```{{argmap}}\n:focus: "[Moon]"\n\n{MAP}```\n')
    assert warned[0].startswith("index.md:3: WARNING: no map: the map shows no [Moon]")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program that leaves a trace where it ran."""
    path = tmp_path / "x.sh"
    path.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(
    "text",
    ["```argdown engine={path}\n[A]\n  + [B]\n```", "```{{argmap}}\n:engine: {path}\n\n[A]\n  + [B]\n```"],
    ids=["fence", "directive"],
)
def test_no_page_runs_a_program(site: Site, program: Path, text: str) -> None:
    _, warned = site.build(f"# W\n\n{text.format(path=program)}")
    assert not (site.folder / "ran").exists()
    assert "engine must be one of auto, embedded, system" in warned[0]


def test_the_configuration_may_name_a_program(site: Site, program: Path) -> None:
    site.build(f"# W\n\n```argdown\n{MAP}```\n", argmap_engine=str(program))
    assert (site.folder / "ran").exists()


def test_the_theme_of_the_configuration_is_found_from_its_folder(site: Site) -> None:
    (site.folder / "mine.toml").write_text('extends = "dark"')
    page, warned = site.build(f"# W\n\n```argdown\n{MAP}```\n", argmap_theme="mine.toml")
    assert "<svg" in page
    assert warned == []


def test_a_page_reads_themes_only_below_its_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.toml").write_text('title = "hunter2"')
    (tmp_path / "docs").mkdir()
    page, warned = Site(tmp_path / "docs").build(f"# W\n\n```argdown theme=../secret.toml\n{MAP}```\n")
    assert "not a path below the folder of the page" in warned[0]
    assert "hunter2" not in f"{page}{warned}"


@pytest.mark.parametrize("name", ["../secret.argdown", "link.argdown", "/../secret.argdown"])
def test_a_page_reads_debates_only_in_the_folder_of_the_documentation(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.argdown").write_text("[A]: hunter2\n  + [B]")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "link.argdown").symlink_to(tmp_path / "secret.argdown")
    page, warned = Site(tmp_path / "docs").build(f"# W\n\n```{{argmap}} {name}\n```\n")
    assert "it is not inside docs, see argmap_root" in warned[0]
    assert "hunter2" not in page


def test_the_configuration_says_where_else_debates_are(tmp_path: Path) -> None:
    (tmp_path / "debate.argdown").write_text(MAP)
    (tmp_path / "docs").mkdir()
    page, warned = Site(tmp_path / "docs").build(
        "# W\n\n```{argmap} ../debate.argdown\n```\n", argmap_root=".."
    )
    assert "<svg" in page
    assert warned == []


def test_no_warning_is_a_command_for_a_terminal(site: Site) -> None:
    (site.folder / "x.argdown").write_text(
        "===\n'a\x1b]0;x\a\\n::error::x\x9b\u202e': {b: [}\n===\n[A]\n  + [B]\n"
    )
    text = '===\n"model": {"m\\e]0;x\\n::error::x": 1}\n===\n\n[A]: a \x1b[31m {"k": [}\n  + [B]\n'
    _, warned = site.build(
        f"# W\n\n```argdown focus=[\x9bC\x1b]\n{text}```\n\n```{{argmap}} x.argdown\n```\n"
    )
    assert not [one for line in warned for one in line if not one.isprintable()]
    assert not [line for line in warned if line.startswith("::")]


@pytest.mark.parametrize(
    "text",
    [
        f"# Weather\n\n```argdown interactive\n{MAP}```\n",
        f"# Weather\n\n```{{argmap}}\n:interactive:\n\n{MAP}```\n",
    ],
)
def test_an_interactive_map_has_a_page_of_its_own(site: Site, text: str) -> None:
    page, warned = site.build(text)
    (target,) = re.findall(r'<p class="argmap-page"><a href="([^"]+\.html)">', page)
    assert warned == []
    assert (site.folder / "out" / target).read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
