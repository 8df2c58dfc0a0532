"""`argmap check --format sarif`, --allow, --severity and --fail-on."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Argmap = Callable[..., Result]
TEXT = "[A]: ä\n  + [^E]: Two.\n\n[A]: Three.\n\n(1) p\n---\n(2) q\n"


@pytest.fixture
def run(argmap: Argmap, folder: Path) -> dict[str, object]:
    (folder / "a text.argdown").write_text(TEXT, encoding="utf-8")
    log = json.loads(
        argmap("check", "a text.argdown", "--format", "sarif", "--allow", "C316", "--allow", "C308").stdout
    )
    assert (log["version"], "sarif-schema-2.1.0.json" in log["$schema"]) == ("2.1.0", True)
    (found,) = log["runs"]
    assert isinstance(found, dict)
    return found


def test_results_refer_to_rules_by_their_place(run: dict[str, list[dict[str, object]]]) -> None:
    rules = run["tool"]["driver"]["rules"]  # type: ignore[call-overload]  # a mapping
    assert [rules[one["ruleIndex"]]["id"] for one in run["results"]] == [
        one["ruleId"] for one in run["results"]
    ]
    assert [one["ruleId"] for one in run["results"]] == ["C301", "R221", "S107"]


def test_a_place_counts_lines_and_characters(run: dict[str, list[dict[str, object]]]) -> None:
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"][0]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "a%20text.argdown"},
                "region": {
                    "charOffset": 9,
                    "charLength": 12,
                    "startLine": 2,
                    "startColumn": 3,
                    "endLine": 2,
                    "endColumn": 15,
                },
            }
        }
    ]


def test_levels_related_places_and_fixes_are_there(run: dict[str, list[dict[str, object]]]) -> None:
    source, twice, hyphens = run["results"]
    assert [source["level"], twice["level"], hyphens["level"]] == ["warning", "note", "warning"]
    assert source["message"] == {"text": "[^E] has no source (add `{source: …}`)"}
    assert twice["relatedLocations"][0]["message"] == {"text": "it has another text here"}  # type: ignore[index]  # a list
    (change,) = hyphens["fixes"][0]["artifactChanges"]  # type: ignore[index]  # a list
    assert change["replacements"][0]["insertedContent"] == {"text": "----"}


def test_a_clean_text_is_a_log_without_results(argmap: Argmap) -> None:
    (run,) = json.loads(argmap("check", "good.argdown", "--format", "sarif").stdout)["runs"]
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 0),
        (("--fail-on", "warning"), 1),
        (("--fail-on", "info"), 1),
        (("--fail-on", "warning", "--allow", "C301", "--allow", "s107"), 0),
        (("--fail-on", "info", "--allow", "C301", "--allow", "S107"), 1),
        (("--severity", "C301=error"), 1),
        (("--severity", "c301=info", "--severity", "S107=info", "--fail-on", "warning"), 0),
    ],
)
def test_the_exit_code_is_by_severity(
    argmap: Argmap, folder: Path, words: tuple[str, ...], code: int
) -> None:
    (folder / "debate.argdown").write_text(TEXT, encoding="utf-8")
    assert argmap("check", "debate.argdown", *words).exit_code == code


@pytest.mark.parametrize(
    "words",
    [("--allow", "C999"), ("--severity", "C301=fatal"), ("--severity", "C301"), ("--severity", "X=info")],
)
def test_options_name_codes_and_severities(argmap: Argmap, words: tuple[str, ...]) -> None:
    result = argmap("check", "good.argdown", *words)
    assert result.exit_code == 2
    assert words[0] in result.stderr


def test_other_commands_are_silent_about_what_is_allowed(argmap: Argmap, folder: Path) -> None:
    text = "(1) p\n---\n(2) q\n"
    (folder / "debate.argdown").write_text(text, encoding="utf-8")
    assert "S107" in argmap("stats", "debate.argdown").stderr + argmap("sources", "debate.argdown").stderr
    quiet = "===\ncheck: {allow: S107}\n===\n\n" + text
    (folder / "debate.argdown").write_text(quiet, encoding="utf-8")
    assert argmap("sources", "debate.argdown").stderr == ""


def test_a_document_says_what_it_allows(argmap: Argmap, folder: Path) -> None:
    text = "===\ncheck: {allow: [C301, R221], severity: {S107: error}}\n===\n\n" + TEXT
    (folder / "debate.argdown").write_text(text, encoding="utf-8")
    found = json.loads(
        argmap("check", "debate.argdown", "--format", "json", "--allow", "C316", "--allow", "C308").stdout
    )
    assert [(one["code"], one["severity"]) for one in found] == [("S107", "error")]


OWN_RULES = """===
check: {rules: [{select: claims, code: X100, message: no claims}, {select: claims, code: C301}]}
===

[A]: a
"""


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_findings_of_own_rules_are_written_in_every_format(argmap: Argmap, folder: Path, form: str) -> None:
    (folder / "own.argdown").write_text(OWN_RULES)
    written = argmap("check", "own.argdown", "--format", form, "--verbose")
    assert written.exit_code == 0
    assert all(code in written.stdout for code in ("X100", "X000", "R204"))


def test_codes_of_own_rules_are_explained_where_they_are(argmap: Argmap) -> None:
    explained = argmap("check", "--explain", "x100")
    assert (explained.exit_code, explained.stdout) == (2, "")
    assert "X100 is a code of an author's own rules: see `check.rules` in the settings" in explained.stderr
