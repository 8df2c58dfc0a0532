"""Settings in frontmatter, and those that a caller gives."""

import pytest

import argmap
from argmap.model import Settings

STRICT = {"model": {"mode": "strict"}}


def mode(frontmatter: str, settings: dict[str, object] | Settings | None = None) -> str:
    return argmap.parse(f"===\n{frontmatter}\n===\n\nx", settings=settings).settings.model.mode


def found(text: str) -> list[str]:
    document = argmap.parse(text)
    return ["{} {}:{}".format(one.code, *document.location(one.span.start)) for one in document.diagnostics]


def test_a_document_is_read_under_the_defaults() -> None:
    assert argmap.parse("x").settings == Settings()


@pytest.mark.parametrize("settings", [STRICT, Settings.of(STRICT)])
def test_a_caller_may_give_settings(settings: dict[str, object] | Settings) -> None:
    assert argmap.parse("x", settings=settings).settings.model.mode == "strict"


def test_frontmatter_may_have_settings() -> None:
    assert mode("model: {mode: strict}") == "strict"


def test_frontmatter_overrides_a_caller() -> None:
    assert mode("model: {mode: loose}", STRICT) == "loose"


@pytest.mark.parametrize(
    ("frontmatter", "given"),
    [
        ("data: {frontMatterSettingsMode: default}", {}),
        ("title: T", {"data": {"frontMatterSettingsMode": "default"}}),
    ],
)
def test_a_caller_may_come_before_the_frontmatter(frontmatter: str, given: dict[str, object]) -> None:
    assert mode(f"model: {{mode: loose}}\n{frontmatter}", {**STRICT, **given}) == "strict"


def test_what_a_caller_does_not_say_comes_from_the_frontmatter() -> None:
    assert mode("model: {mode: strict}", {"data": {"frontMatterSettingsMode": "default"}}) == "strict"


@pytest.mark.parametrize("given", [{"data": {"frontMatterSettingsMode": "ignore"}}, None])
def test_settings_in_frontmatter_may_be_ignored(given: dict[str, object] | None) -> None:
    frontmatter = "model: {mode: strict}\ndata: {frontMatterSettingsMode: ignore}"
    assert mode(frontmatter, given) == "loose"


@pytest.mark.parametrize(
    ("frontmatter", "place", "hint"),
    [
        ("model: {mode: strickt}", "R204 2:9", "write `strict`"),
        ("model: {moed: strict}", "R204 2:9", "write `mode`"),
        ("model:\n  mode: loose\n  xyz: 1", "R204 4:3", None),
        ("submap: 1\nmap: 3", "R204 3:1", "write a mapping"),
        ('"map": {"addTags": 3}', "R204 2:10", "write true or false"),
        ("# model\nmodel: {? mode : 1}", "R204 3:11", "write one of `loose`, `strict`"),
    ],
)
def test_a_setting_that_cannot_be_used_is_told_where_it_stands(
    frontmatter: str, place: str, hint: str | None
) -> None:
    text = f"===\n{frontmatter}\n===\n\nx"
    assert found(text) == [place]
    assert argmap.parse(text).diagnostics[0].hint == hint


def test_a_setting_that_is_written_oddly_is_told_near_by() -> None:
    assert found('===\nmodel: {"m\\x6fde": 3}\n===\n\nx') == ["R204 2:1"]


def test_metadata_are_what_the_frontmatter_says() -> None:
    metadata = argmap.parse("===\ntitle: T\nmodel: {mode: strict}\nx: 1\n===\n\ny").debate.metadata
    assert metadata == {"title": "T", "model": {"mode": "strict"}, "x": 1}


def test_settings_for_the_layout_engine_may_be_anything() -> None:
    text = "===\ndot: {graphVizSettings: {rankdir: LR}, unheardOf: 1}\n===\n\nx"
    assert found(text) == []
