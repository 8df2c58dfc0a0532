"""All commands read the fences of pages in Markdown, and nothing else of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Argmap = Callable[..., Result]

PAGE = """\
---
title: pro/contra
---

# Page

```argdown
[A]: One.
   + <B>: Two.
```

Prose, {unclosed.

1. Item

   ~~~ {.argdown-map #fig-map caption="C"}
   [C]: Three.
   - <D>: Four.
   ~~~
"""


@pytest.fixture
def page(folder: Path) -> Path:
    path = folder / "page.md"
    path.write_text(PAGE, encoding="utf-8")
    (folder / "one.md").write_text(PAGE.partition("Prose")[0], encoding="utf-8")
    (folder / "none.md").write_text("Prose.\n", encoding="utf-8")
    return path


def test_check_counts_lines_of_the_page(argmap: Argmap, page: Path) -> None:
    result = argmap("check", "page.md")
    assert [line.split(" ")[0] for line in result.stdout.splitlines() if line.startswith("page.md")] == [
        "page.md:18:4:"
    ]


def test_fixes_are_made_in_the_fence(argmap: Argmap, page: Path) -> None:
    fence = "- ~~~argdown\n  (1) One.\n  ---\n  (2) Two.\n  ~~~\n\n---\n"
    page.write_text(fence, encoding="utf-8")
    assert argmap("check", "--fix", "page.md").stderr.startswith("fixed page.md\n")
    assert page.read_text(encoding="utf-8") == fence.replace("  ---", "  ----")


def test_guesses_are_made_in_the_fence_if_they_are_asked_for(argmap: Argmap, page: Path) -> None:
    text = "[A] is prose.\n\n> ~~~argdown\n> [A] It rains.\n> ~~~\n"
    page.write_text(text, encoding="utf-8")
    argmap("check", "--fix", "page.md")
    assert page.read_text(encoding="utf-8") == text
    argmap("check", "--fix", "--unsafe-fixes", "page.md")
    assert page.read_text(encoding="utf-8") == text.replace("> [A] It", "> [A]: It")


def test_check_says_nothing_of_prose(argmap: Argmap, page: Path) -> None:
    assert "no findings" in argmap("check", "one.md").stderr


def test_fences_are_checked_together_if_they_are_joined(argmap: Argmap, folder: Path) -> None:
    fence = "```argdown\n[A]: One.\n```\n\n"
    (folder / "twice.md").write_text(fence + fence.replace("One", "Another"), encoding="utf-8")
    assert json.loads(argmap("check", "--format", "json", "twice.md").stdout) == []
    joined = json.loads(argmap("check", "--format", "json", "--join", "twice.md").stdout)
    assert [(entry["code"], entry["line"]) for entry in joined] == [("R221", 6)]


def test_findings_are_judged_by_the_settings_of_their_fence(argmap: Argmap, folder: Path) -> None:
    quiet = "```argdown\n===\ncheck: {allow: [C301]}\n===\n\n[^E]: One.\n```\n\n"
    (folder / "two.md").write_text(quiet + "```argdown\n[^E]: One.\n```\n", encoding="utf-8")
    result = argmap("check", "--format", "json", "two.md")
    assert [(entry["code"], entry["line"]) for entry in json.loads(result.stdout)] == [("C301", 10)]


def test_format_lays_out_fences_only(argmap: Argmap, page: Path) -> None:
    assert argmap("format", "page.md").exit_code == 0
    assert page.read_text(encoding="utf-8") == PAGE.replace("   +", "  +").replace("   - <D>", "     - <D>")


def test_each_fence_is_drawn_to_a_file_of_its_own(argmap: Argmap, page: Path) -> None:
    result = argmap("render", "page.md", "-f", "dot")
    assert [line for line in result.stderr.splitlines() if line.startswith("wrote")] == [
        "wrote page-1.dot",
        "wrote page-fig-map.dot",
    ]
    assert "Three." in (page.parent / "page-fig-map.dot").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "files"),
    [
        (("page.md", "-o", "map.dot"), ["map-1.dot", "map-fig-map.dot"]),
        (("page.md", "-o", "map.dot", "--join"), ["map.dot"]),
        (("page.md", "-f", "dot", "--join"), ["page.dot"]),
        (("page.md", "-f", "dot", "-o", "maps/"), ["maps/page-1.dot", "maps/page-fig-map.dot"]),
        (("one.md", "-f", "dot"), ["one-1.dot"]),
        (("one.md", "-o", "map.dot"), ["map.dot"]),
    ],
)
def test_drawings_go_where_they_are_sent(
    argmap: Argmap, page: Path, words: tuple[str, ...], files: list[str]
) -> None:
    result = argmap("render", *words)
    assert [line for line in result.stderr.splitlines() if line.startswith("wrote")] == [
        f"wrote {file}" for file in files
    ]


def test_joined_fences_are_one_drawing(argmap: Argmap, page: Path) -> None:
    drawing = argmap("render", "page.md", "--join", "-o", "-", "-f", "dot").stdout
    assert "Two." in drawing
    assert "Three." in drawing


def test_what_cannot_be_drawn_of_one_fence_does_not_stop_the_others(argmap: Argmap, page: Path) -> None:
    result = argmap("render", "page.md", "-f", "dot", "--focus", "[C]")
    assert result.exit_code == 2
    assert "argmap: page.md#1: " in result.stderr
    assert "wrote page-fig-map.dot" in result.stderr


@pytest.mark.parametrize(
    "words", [("render", "page.md", "-o", "-"), ("convert", "page.md", "--to", "argdown")]
)
def test_standard_output_has_room_for_one(argmap: Argmap, page: Path, words: tuple[str, ...]) -> None:
    result = argmap(*words)
    assert result.exit_code == 2
    assert "page.md: its 2 fences are 2 d" in result.stderr
    assert "--join" in result.stderr


@pytest.mark.parametrize("command", ["render", "convert", "stats", "sources", "questions"])
def test_a_page_without_fences_is_said_to_have_none(argmap: Argmap, page: Path, command: str) -> None:
    result = argmap(command, "none.md")
    assert result.exit_code == 2
    assert "none.md: this page has no fence of `argdown`" in result.stderr


def test_one_fence_is_converted_to_one_object(argmap: Argmap, page: Path) -> None:
    assert list(json.loads(argmap("convert", "one.md").stdout)["statements"]) == ["A"]


def test_several_fences_are_converted_to_a_list_of_objects(argmap: Argmap, page: Path) -> None:
    objects = json.loads(argmap("convert", "page.md").stdout)
    assert [list(entry["statements"]) for entry in objects] == [["A"], ["C"]]


def test_several_fences_are_converted_to_files(argmap: Argmap, page: Path) -> None:
    result = argmap("convert", "page.md", "--to", "argdown", "-o", "text.argdown")
    assert result.stderr.endswith("wrote text-1.argdown\nwrote text-fig-map.argdown\n")
    assert (page.parent / "text-1.argdown").read_text(encoding="utf-8") == "[A]: One.\n  + <B>: Two.\n"


def test_joined_fences_are_converted_to_one_object(argmap: Argmap, page: Path) -> None:
    assert list(json.loads(argmap("convert", "page.md", "--join").stdout)["statements"]) == ["A", "C"]


def test_each_fence_is_counted(argmap: Argmap, page: Path) -> None:
    numbers = json.loads(argmap("stats", "page.md", "one.md", "--format", "json").stdout)
    assert [(entry["path"], entry["claims"]) for entry in numbers] == [
        ("page.md#1", 1),
        ("page.md#fig-map", 1),
        ("one.md", 1),
    ]


def test_sources_are_listed_by_fence(argmap: Argmap, folder: Path) -> None:
    fence = "```argdown\n[^A]: One. {source: Mill 1859}\n```\n\n"
    (folder / "two.md").write_text(fence + fence.replace("[^A]", "[^B]"), encoding="utf-8")
    assert argmap("sources", "two.md").stdout == (
        "two.md#1\n\nMill 1859\n  - [^A]: One.\n\ntwo.md#2\n\nMill 1859\n  - [^B]: One.\n"
    )
    entries = json.loads(argmap("sources", "two.md", "--format", "json").stdout)
    assert [entry["fence"] for entry in entries] == ["1", "2"]
    assert argmap("sources", "two.md", "--format", "bibtex").stdout.count("@") == 1


def test_questions_are_listed_by_fence(argmap: Argmap, folder: Path) -> None:
    fence = "```argdown\n<A>\n\n(1) One.\n-- expert opinion --\n(2) Two.\n```\n\n"
    (folder / "two.md").write_text(fence + fence.replace("<A>", "<B>"), encoding="utf-8")
    lines = argmap("questions", "two.md").stdout.splitlines()
    assert [line for line in lines if line[:1] not in ("", " ")] == [
        "two.md#1",
        "<A>: Argument from expert opinion",
        "two.md#2",
        "<B>: Argument from expert opinion",
    ]
    entries = json.loads(argmap("questions", "two.md", "--format", "json").stdout)
    assert {(entry["fence"], entry["argument"]) for entry in entries} == {("1", "A"), ("2", "B")}


@pytest.mark.parametrize("command", ["check", "convert", "format", "sources", "questions", "stats", "render"])
def test_standard_input_can_be_a_page(argmap: Argmap, command: str) -> None:
    text = "Prose, {unclosed.\n\n```argdown\n[A]: One.\n  + <B>: Two.\n```\n"
    result = argmap(command, "--markdown", "-", input=text)
    assert result.exit_code == 0
    assert "Prose" not in result.stdout or result.stdout == text


def test_any_file_can_be_a_page(argmap: Argmap, folder: Path) -> None:
    (folder / "page.txt").write_text("Prose.\n\n```argdown\n[A]: One.\n   + <B>\n```\n", encoding="utf-8")
    assert list(json.loads(argmap("convert", "--markdown", "page.txt").stdout)["statements"]) == ["A"]
    assert argmap("format", "--check", "--markdown", "page.txt").exit_code == 1
    argmap("check", "--markdown", "--fix", "page.txt")
    assert (folder / "page.txt").read_text(encoding="utf-8").startswith("Prose.\n")


def test_no_identifier_leads_out_of_a_folder(argmap: Argmap, folder: Path) -> None:
    fence = "``` {.argdown #../../evil}\n[A]: One.\n  + <B>\n```\n"
    (folder / "page.md").write_text(fence, encoding="utf-8")
    assert "wrote page-evil.dot" in argmap("render", "page.md", "-f", "dot").stderr
