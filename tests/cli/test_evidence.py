"""`argmap sources`, `argmap questions` and `argmap stats`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Argmap = Callable[..., Result]

TEXT = """\
===
sources:
  mill: {title: On Liberty, author: J. S. Mill, date: 1859, URL: "https://example.org/mill"}
  idle: Nobody reads it
===

<A>

(1) [^E]: It is said. {source: mill, locator: 12, quote: "so it is", kind: document}
(2) [P]: It fits. {source: "Hearsay, 1860"}
-- argument from example {roles: {instance: 1}, answers: {truth: "[^E]", strength: "It does"}} --
  <_ [U]: Hardly. {question: circumstances}
(3) [C]: It is so.
"""


@pytest.fixture
def debate(folder: Path) -> str:
    (folder / "debate.argdown").write_text(TEXT, encoding="utf-8")
    return "debate.argdown"


def test_evidence_is_listed_by_source(argmap: Argmap, debate: str) -> None:
    result = argmap("sources", debate)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "mill: J. S. Mill: On Liberty, 1859\n"
        "  https://example.org/mill\n"
        "  - [^E] (12): It is said.\n"
        "    “so it is”\n"
        "\n"
        "idle: Nobody reads it\n"
        "  (nothing uses it)\n"
        "\n"
        "Hearsay, 1860\n"
        "  - [P]: It fits.\n"
    )


def test_unused_sources_can_be_left_out(argmap: Argmap, debate: str) -> None:
    assert "Nobody" not in argmap("sources", debate, "--used").stdout


def test_sources_are_json_for_programs(argmap: Argmap, debate: str) -> None:
    mill, idle, _ = json.loads(argmap("sources", debate, "--format", "json").stdout)
    assert (mill["key"], mill["link"], mill["issued"]) == ("mill", "https://example.org/mill", "1859")
    assert mill["evidence"] == [
        {"title": "[^E]", "text": "It is said.", "kind": "document", "locator": "12", "quote": "so it is"}
    ]
    assert idle["evidence"] == []


def test_sources_are_bibtex_for_latex(argmap: Argmap, debate: str, folder: Path) -> None:
    result = argmap("sources", debate, "--format", "bibtex", "-o", "out/references.bib")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "@online{mill,\n  author = {J. S. Mill}," in (folder / "out/references.bib").read_text()


def test_questions_are_a_checklist(argmap: Argmap, debate: str) -> None:
    result = argmap("questions", debate)
    assert result.exit_code == 0
    assert result.stderr == "2 open, 2 answered, 1 raised\n"
    assert result.stdout.splitlines()[:6] == [
        "<A>: Argument from example",
        "  [x] truth: Is the example told correctly?",
        "      about [^E]",
        "      answered by [^E]",
        "  [ ] typicality: Is the example typical of its kind?",
        "  [x] strength: Does one case carry a conclusion as general as this?",
    ]
    assert "      raised by [U]" in result.stdout


def test_open_questions_can_be_shown_alone(argmap: Argmap, debate: str) -> None:
    lines = argmap("questions", debate, "--open").stdout.splitlines()
    assert [line[:5] for line in lines] == ["<A>: ", "  [ ]", "  [ ]"]


def test_questions_are_json_for_programs(argmap: Argmap, debate: str) -> None:
    first, *_ = json.loads(argmap("questions", debate, "--format", "json").stdout)
    assert first == {
        "argument": "A",
        "inference": 1,
        "scheme": "example",
        "question": "truth",
        "text": "Is the example told correctly?",
        "attacks": "premise",
        "role": "instance",
        "premises": ["[^E]"],
        "status": "answered",
        "answers": ["[^E]"],
        "objections": [],
    }


def test_inferences_of_one_argument_are_numbered(argmap: Argmap) -> None:
    text = "<A>\n\n(1) p\n-- sign --\n(2) q\n-- sign --\n(3) r\n"
    lines = argmap("questions", "-", input=text).stdout.splitlines()
    assert [line for line in lines if line.startswith("<")] == [
        "<A>, inference 1: Argument from sign",
        "<A>, inference 2: Argument from sign",
    ]


def test_numbers_are_counted(argmap: Argmap, debate: str) -> None:
    lines = argmap("stats", debate).stdout.splitlines()
    assert lines[:3] == ["debate.argdown", "     3 claims", "     1   that rests on evidence"]
    assert "     1   example" in lines
    assert "     1 relation that was written" in lines


def test_numbers_agree_with_what_they_count(argmap: Argmap) -> None:
    one = argmap("stats", "-", input="[A]: a\n  + [B]: b\n").stdout.splitlines()
    two = argmap("stats", "-", input="[A]: a\n\n[B]: b\n").stdout.splitlines()
    assert "     1 root: it supports and attacks nothing else" in one
    assert "     1 separate component" in one
    assert "     2 roots: they support and attack nothing else" in two
    assert "     2 separate components" in two


def test_numbers_are_json_for_programs(argmap: Argmap, debate: str) -> None:
    first, second = json.loads(argmap("stats", debate, "good.argdown", "--format", "json").stdout)
    assert (first["path"], first["schemes"], second["arguments"]) == ("debate.argdown", {"example": 1}, 1)


HANGING = "[A]: a\n  + [B]: b\n    + [^E]: e {source: S}\n    + [^F]: f {source: S}\n  - [C]: c\n"


def test_what_is_central_and_what_theses_hang_on_is_printed(argmap: Argmap) -> None:
    pytest.importorskip("networkx")
    lines = argmap("stats", "-", input=HANGING).stdout.splitlines()
    assert lines[-6:] == [
        "most central: [B] 0.17",
        "would fall apart without any of: [A], [B]",
        "[A]: 3 for, 1 against",
        "  cut off from all evidence without: [B]",
        "  100% of what it rests on cites S",
        "  rests on nothing else: [B]",
    ]


def test_facts_of_the_graph_are_json_for_programs(argmap: Argmap) -> None:
    pytest.importorskip("networkx")
    (numbers,) = json.loads(argmap("stats", "-", "--format", "json", input=HANGING).stdout)
    (thesis,) = numbers["graph"]["theses"]
    assert numbers["graph"]["articulation_points"] == ["[A]", "[B]"]
    assert (thesis["cut"], thesis["source"]["share"]) == (["[B]"], 1)


def test_without_networkx_the_rest_is_printed(argmap: Argmap, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "networkx", None)
    result = argmap("stats", "-", "--format", "json", input=HANGING)
    (numbers,) = json.loads(result.stdout)
    assert (numbers["claims"], numbers["graph"], result.exit_code) == (3, None, 0)
    assert 'pip install "argmap[graph]"' in result.stderr


@pytest.mark.parametrize("command", ["sources", "questions", "stats"])
def test_errors_and_missing_files_have_their_exit_codes(argmap: Argmap, command: str) -> None:
    assert argmap(command, "bad.argdown").exit_code == 1
    result = argmap(command, "missing.argdown")
    assert (result.exit_code, result.stderr) == (2, "argmap: missing.argdown: no such file or directory\n")


def test_drawings_show_open_questions(argmap: Argmap, debate: str) -> None:
    assert "critical-question" not in argmap("render", debate, "-f", "dot", "-o", "-").stdout
    assert "critical-question" in argmap("render", debate, "-f", "dot", "-o", "-", "--questions").stdout


def test_drawings_cite_sources_with_the_place_in_them(argmap: Argmap, debate: str) -> None:
    drawing = argmap("render", debate, "-f", "svg", "-o", "-").stdout
    assert "J. S. Mill: On Liberty, 1859, p. 12" in drawing
    assert 'href="https://example.org/mill"' in drawing
