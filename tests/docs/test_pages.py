"""The pages name what there is, and their links lead somewhere."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml
from attrs import fields
from tests.docs.fences import PAGES, fences

import argmap
from argmap.cli import explain as explaining
from argmap.cli import main
from argmap.extensions import notebook, sphinx
from argmap.fences import suffixes
from argmap.interop.conversion.capability_table import capability_lines
from argmap.render.styles.theme_files import theme_names
from argmap.settings import Settings
from argmap.settings.readers import argdown_name
from argmap.text.codes import CODES

ROOT = Path(__file__).resolve().parents[2]
LINK = re.compile(r"\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def prose(page: Path) -> str:
    return FENCE.sub("", page.read_text(encoding="utf-8"))


def links(page: Path) -> list[str]:
    return [one for one in LINK.findall(prose(page)) if ":" not in one]


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings}


@pytest.mark.parametrize(
    ("page", "link"), [(page, link) for page in PAGES for link in links(page)], ids=lambda one: Path(one).name
)
def test_links_lead_somewhere(page: Path, link: str) -> None:
    path, _, anchor = link.partition("#")
    target = page.parent / path if path else page
    assert target.exists()
    assert not anchor or anchor in anchors(target)


@pytest.mark.parametrize(
    ("page", "path"),
    [
        (page, path)
        for page in PAGES
        for path in sorted({*re.findall(r"`((?:src|tests|docs|examples|tools)/[\w./-]+)`", prose(page))})
    ],
    ids=str,
)
def test_paths_that_a_page_names_exist(page: Path, path: str) -> None:
    assert (ROOT / path).exists()


def settings_in(table: object, name: str = "") -> Iterator[tuple[str, object]]:
    """Yield the names of all settings in Argdown's words, with their defaults."""
    for one in fields(type(table)):
        value = getattr(table, one.name)
        inner = f"{name}.{argdown_name(one.name)}".removeprefix(".")
        if "table" in one.metadata:
            yield from settings_in(value, inner)
        else:
            yield inner, value


SETTINGS = dict(settings_in(Settings()))


def shown(default: object) -> str:
    match default:
        case None:
            return "unset"
        case str():
            return f"`{default}`"
        case bool() | int() | float() | tuple():
            return f"`{json.dumps(default)}`"
        case _:
            return "`{}`"


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_stands_on_its_page_with_its_default(name: str) -> None:
    row = f"| `{name}` | {shown(SETTINGS[name])} |"
    assert row in (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")


def test_the_page_of_codes_is_what_the_catalogue_says() -> None:
    # python -m argmap.cli.explain > docs/diagnostics.md
    assert (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8") == explaining.page()


def test_the_table_of_formats_is_what_the_formats_can_do() -> None:
    # argmap formats --table
    table = "\n".join(capability_lines())
    assert table in (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")


def test_every_code_stands_on_its_page() -> None:
    listed = re.findall(r"^\| \[`([SRCQDI]\d+)`", explaining.page(), re.MULTILINE)
    assert listed == list(CODES)


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_option_of_a_command_stands_on_its_page(name: str) -> None:
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    section = page.partition(f"## `argmap {name}`")[2].partition("\n## ")[0]
    options = {
        text for one in main.commands[name].params if isinstance(one, click.Option) for text in one.opts
    }
    assert {one for one in options if f"`{one}`" not in section} == set()


def test_every_dependency_stands_on_its_page() -> None:
    declared = re.search(
        r"^dependencies = \[(.*?)^\]", (ROOT / "pyproject.toml").read_text(), re.DOTALL | re.MULTILINE
    )
    assert declared
    names = re.findall(r'^ +"([\w-]+)', declared[1], re.MULTILINE)
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").lower()
    assert [one for one in names if f"[{one}]" not in page] == []


@pytest.mark.parametrize("name", sorted(argmap.__all__))
def test_the_page_of_the_api_lists_every_name_as_it_is_imported(name: str) -> None:
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    assert f":: argmap.{name}\n" in page


def test_the_page_of_themes_shows_one_text_in_every_theme() -> None:
    shown = [
        fence
        for fence in fences(ROOT / "docs" / "themes.md")
        if fence.words[:1] and "theme=" in fence.words[0] and ".toml" not in fence.words[0]
    ]
    assert {fence.words[0].removeprefix("theme=") for fence in shown} == set(theme_names())
    assert len({fence.content for fence in shown}) == 1


def test_the_page_of_notebooks_tells_every_option() -> None:
    page = (ROOT / "docs" / "how-to" / "notebooks.md").read_text(encoding="utf-8")
    options = [option for one in notebook._parser()._actions for option in one.option_strings]
    assert [one for one in options if f"`{one}`" not in page] == []


def test_the_page_of_sphinx_tells_every_option() -> None:
    page = (ROOT / "docs" / "how-to" / "markdown-and-sphinx.md").read_text(encoding="utf-8")
    assert [one for one in sphinx.ArgmapDirective.option_spec or () if f"`{one}`" not in page] == []


HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_hooks_run_what_there_is(hook: dict[str, str]) -> None:
    program, command, *options = hook["entry"].split()
    known = [option for one in main.commands[command].params for option in one.opts]
    assert program == "argmap"
    assert [one for one in options if one not in known] == []
    endings = (*suffixes.TEXTS, *suffixes.PAGES)
    assert [one for one in endings if not re.search(hook["files"], f"debates/trees{one}")] == []
    assert re.search(hook["files"], "docs/trees.Rmd")
    assert not re.search(hook["files"], "trees.txt")


@pytest.mark.parametrize("name", argmap.__all__)
def test_every_public_name_has_an_example(name: str) -> None:
    assert ">>>" in (inspect.getdoc(getattr(argmap, name)) or "")
