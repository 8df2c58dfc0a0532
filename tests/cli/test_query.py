"""`argmap query`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import argmap
from argmap.cli.command import main

TEXT = "# S\n\n[A]: a\n  + <B>: b #x\n    + [^E]: e\n\n# T\n\n[C]: c\n"


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "a.argdown"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["query", *words])


def test_it_lists_place_kind_title_and_text(file: str) -> None:
    result = run(file, "[A] <<+")
    assert result.stdout == f"{file}:4: argument <B>: b #x\n{file}:5: evidence [^E]: e\n"
    assert result.exit_code == 0


def test_titles_are_a_line_each(file: str) -> None:
    assert run(file, "*", "--format", "titles").stdout == "[A]\n<B>\n[^E]\n[C]\n"


def test_json_is_a_list_of_what_is_selected(file: str) -> None:
    (entry,) = json.loads(run(file, "#x", "--format", "json").stdout)
    assert entry == {
        "path": file,
        "line": 4,
        "kind": "argument",
        "name": "<B>",
        "title": "B",
        "text": "b #x",
        "tags": ["x"],
    }


def test_argdown_is_the_debate_of_what_is_selected(file: str) -> None:
    said = run(file, "[A], [A] <+", "--format", "argdown").stdout
    debate = argmap.parse(said).debate
    assert [str(element.ref) for element in debate] == ["[A]", "<B>"]
    assert [section.title for section in debate.sections] == ["S"]
    assert len(debate.relations) == 1


@pytest.mark.parametrize(
    ("selector", "when", "code"),
    [("claims", "some", 1), ("claims", "none", 0), ("#no", "some", 0), ("#no", "none", 1)],
)
def test_it_fails_if_it_is_to(file: str, selector: str, when: str, code: int) -> None:
    result = run(file, selector, "--count", "--fail-if", when)
    assert (result.exit_code, result.stdout) == (code, "2\n" if selector == "claims" else "0\n")


def test_a_tag_that_is_like_that_of_something_is_reported(file: str, tmp_path: Path) -> None:
    (tmp_path / "b.argdown").write_text("[Z]: z #cruz\n", encoding="utf-8")
    messages = "argmap: nothing has the tag #crux; did you mean #cruz?\n"
    assert run(str(tmp_path), "#crux").stderr == messages
    assert run(str(tmp_path), "#todo, #x, #cruz").stderr == ""


def test_a_title_has_to_be_in_one_of_the_files(file: str, tmp_path: Path) -> None:
    other = tmp_path / "b.argdown"
    other.write_text("[Z]: z\n", encoding="utf-8")
    assert run(file, str(other), "[Z]", "--format", "titles").stdout == "[Z]\n"
    result = run(file, str(other), "[AB]")
    assert result.exit_code == 2
    assert "did you mean [A]?" in result.stderr


def test_a_selector_that_cannot_be_read_is_an_error(file: str) -> None:
    result = run(file, "claimz")
    assert result.exit_code == 2
    assert "did you mean `claim`?" in result.stderr


def test_what_is_selected_writes_no_control_characters(tmp_path: Path) -> None:
    path = tmp_path / "a.argdown"
    path.write_text("[A\x1b[31m]: x\x1b]0;y\x07\n", encoding="utf-8")
    for form in ("text", "titles"):
        said = run(str(path), "*", "--format", form).stdout
        assert "\x1b" not in said
        assert said.count("\n") == 1


def test_files_and_selectors_in_the_wrong_order_are_explained(file: str) -> None:
    assert "the selector comes after the files" in run("claims", file).stderr
    assert "write a file and then a selector" in run(file).stderr


def test_what_is_wrong_with_a_text_is_told_beside_the_list(tmp_path: Path) -> None:
    (tmp_path / "a.argdown").write_text("[A]: a\n\n@include(gone.argdown)\n")
    result = run(str(tmp_path / "a.argdown"), "claims", "--format", "titles")
    assert (result.stdout, result.exit_code) == ("[A]\n", 0)
    assert "R224" in result.stderr
