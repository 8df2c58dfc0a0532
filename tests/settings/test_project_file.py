"""Settings in a file beside a document."""

from pathlib import Path

import pytest

import argmap

TOML = "# here\n[model]\nmode = 'strict'\n\n[group.sections]\n\"A b\" = {isGroup = true}\n"
JSON = '{"model": {"mode": "strict"}, "html": {"headless": true}, "process": ["x"]}'


def loaded(folder: Path, name: str, content: str | bytes, text: str = "x", **how: object) -> argmap.Document:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    (folder / "debate.argdown").write_text(text, encoding="utf-8")
    return argmap.load(folder / "debate.argdown", **how)  # type: ignore[arg-type]  # as load() takes it


@pytest.mark.parametrize(("name", "content"), [("argmap.toml", TOML), ("argdown.config.json", JSON)])
def test_settings_beside_a_document_hold(name: str, content: str, tmp_path: Path) -> None:
    document = loaded(tmp_path, name, content)
    assert (document.settings.model.mode, document.diagnostics) == ("strict", ())


def test_of_two_files_the_one_for_argmap_counts(tmp_path: Path) -> None:
    (tmp_path / "argdown.config.json").write_text(JSON)
    assert loaded(tmp_path, "argmap.toml", "[map]\naddTags = false").settings.model.mode == "loose"


def test_a_caller_overrides_the_file(tmp_path: Path) -> None:
    settings = {"model": {"mode": "loose"}}
    assert loaded(tmp_path, "argmap.toml", TOML, settings=settings).settings.model.mode == "loose"


def test_the_frontmatter_overrides_the_file(tmp_path: Path) -> None:
    text = "===\nmodel: {mode: loose}\n===\n\nx"
    assert loaded(tmp_path, "argmap.toml", TOML, text).settings.model.mode == "loose"


def test_the_file_may_let_the_frontmatter_lose(tmp_path: Path) -> None:
    text = "===\nmodel: {mode: loose}\n===\n\nx"
    content = TOML + "[data]\nfrontMatterSettingsMode = 'default'\n"
    assert loaded(tmp_path, "argmap.toml", content, text).settings.model.mode == "strict"


def test_a_text_has_no_file_beside_it(tmp_path: Path) -> None:
    (tmp_path / "argmap.toml").write_text(TOML)
    assert argmap.parse("x", path=tmp_path / "debate.argdown").settings.model.mode == "loose"


@pytest.mark.parametrize(
    ("name", "content", "code", "place", "message"),
    [
        ("argmap.toml", "[map\n", "R260", "[map", "the settings in argmap.toml cannot be read: expected"),
        ("argmap.toml", "a = [\r\n", "R260", "", "the settings in argmap.toml cannot be read: "),
        (
            "argmap.toml",
            b"a = '\xff'",
            "R260",
            "",
            "the settings in argmap.toml cannot be read: it is not text in UTF-8",
        ),
        ("argdown.config.json", "{,}", "R260", "", "the settings in argdown.config.json cannot be read: "),
        (
            "argdown.config.json",
            "[]",
            "R260",
            "",
            "the settings in argdown.config.json cannot be read: it holds no",
        ),
        (
            "argdown.config.json",
            "[" * 9999,
            "R260",
            "",
            "the settings in argdown.config.json cannot be read: it is nested",
        ),
        ("argmap.toml", "[model]\nmoed = 'strict'", "R204", "moed", "`model.moed` is not a setting"),
        ("argmap.toml", "model.mode = 'strickt'", "R204", "mode", "`model.mode` cannot be 'strickt'"),
        ("argmap.toml", "[modle]\nmode = 'strict'", "R204", "modle", "`modle` is not a setting"),
        ("argmap.toml", "color = {tagColors = {a = 'rde'}}", "R240", "'rde'", "`rde` is not a colour"),
        (
            "argdown.config.json",
            '{"map": {"addTag": 1}}',
            "R204",
            '"addTag"',
            "`map.addTag` is not a setting",
        ),
    ],
)
def test_what_is_wrong_in_it_is_told_with_its_place(
    name: str, content: str | bytes, code: str, place: str, message: str, tmp_path: Path
) -> None:
    (found,) = loaded(tmp_path, name, content).diagnostics
    assert (found.code, found.span.path) == (code, str(tmp_path / name))
    text = content.decode(errors="replace") if isinstance(content, bytes) else content
    assert code == "R260" or text[found.span.start : found.span.end] == place
    assert found.message.startswith(message)
    assert 0 <= found.span.start <= found.span.end <= len(text)


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "argmap.toml").mkdir()
    (tmp_path / "debate.argdown").write_text("x")
    assert [one.code for one in argmap.load(tmp_path / "debate.argdown").diagnostics] == ["R260"]


@pytest.mark.parametrize(
    "name", ["argdown.config.js", "argdown.config.ts", "argdown.config.yaml", "argmap.yml"]
)
def test_a_file_that_is_not_read_is_reported(name: str, tmp_path: Path) -> None:
    (found,) = loaded(tmp_path, name, "model: {mode: strict}").diagnostics
    assert (found.code, found.message, found.span.path) == (
        "R265",
        f"{name} is not read",
        str(tmp_path / name),
    )


def test_beside_a_file_that_is_read_others_do_not_matter(tmp_path: Path) -> None:
    (tmp_path / "argdown.config.js").write_text("x")
    assert loaded(tmp_path, "argmap.toml", TOML).diagnostics == ()


def test_processes_are_reported_and_the_rest_is_read(tmp_path: Path) -> None:
    content = '{"processes": {"pro": {"map": {"x": 1}}}, "model": {"mode": "strict"}}'
    document = loaded(tmp_path, "argdown.config.json", content)
    (found,) = document.diagnostics
    assert (found.code, content[found.span.start : found.span.end]) == ("R266", '"processes"')
    assert document.settings.model.mode == "strict"
