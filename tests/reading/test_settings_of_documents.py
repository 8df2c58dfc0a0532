"""Settings in frontmatter, and those that a caller gives."""

from typing import Any

import pytest
from tests.saying import findings

import argmap
from argmap.settings import Settings
from argmap.settings.places import setting_fields

STRICT = {"model": {"mode": "strict"}}


def mode(frontmatter: str, settings: dict[str, object] | Settings | None = None) -> str:
    return argmap.parse(f"===\n{frontmatter}\n===\n\nx", settings=settings).settings.model.mode


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


@pytest.mark.parametrize("name", ["settings", "overrides"])
def test_others_decide_before_the_frontmatter_whether_it_counts(name: str) -> None:
    text = "===\nmodel: {mode: strict}\ndata: {frontMatterSettingsMode: ignore}\n===\n\n[A]: a"
    others: dict[str, Any] = {name: {"data": {"frontMatterSettingsMode": "default"}}}
    assert argmap.parse(text, **others).settings.model.mode == "strict"


def test_overrides_decide_before_a_caller_whether_the_frontmatter_counts() -> None:
    text = "===\nmodel: {mode: strict}\n===\n\n[A]: a"
    given, overrides = ({"data": {"frontMatterSettingsMode": mode}} for mode in ("ignore", "default"))
    assert argmap.parse(text, settings=given, overrides=overrides).settings.model.mode == "strict"


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
        ('"map": {"addTags": 3}', "R204 2:9", "write true or false"),
        ("# model\nmodel: {? mode : 1}", "R204 3:11", "write one of `loose`, `strict`"),
    ],
)
def test_a_setting_that_cannot_be_used_is_told_where_it_stands(
    frontmatter: str, place: str, hint: str | None
) -> None:
    text = f"===\n{frontmatter}\n===\n\nx"
    assert findings(text) == [place]
    assert argmap.parse(text).diagnostics[0].hint == hint


def test_a_setting_with_escapes_is_found() -> None:
    assert findings('===\nmodel: {"m\\x6fde": 3}\n===\n\nx') == ["R204 2:9"]


def test_metadata_are_what_the_frontmatter_says() -> None:
    metadata = argmap.parse("===\ntitle: T\nmodel: {mode: strict}\nx: 1\n===\n\ny").debate.metadata
    assert metadata == {"title": "T", "model": {"mode": "strict"}, "x": 1}


@pytest.mark.parametrize(
    ("frontmatter", "place", "hint"),
    [
        ("dot: {unheardOf: 1}", "R204 2:7", None),
        ("dot: {edge: {penwidth: 1}}", "R204 2:14", "write `penWidth`"),
        ("dot: {argument: {title: {fontSize: big}}}", "R204 2:26", "write a number from 0 on"),
        ("dot: {graphVizSettings: {rankdirr: LR}}", "R204 2:26", "write `rankdir`"),
        ("dot: {graphVizSettings: {rankdir: lr}}", "R204 2:26", "write `LR`"),
        ("html: {headles: true}", "R204 2:8", "write `headless`"),
        ("html: {headless: 3}", "R204 2:8", "write true or false"),
        ("group: {sections: {Pets: {isClosd: true}}}", "R204 2:27", "write `isClosed`"),
        ("group: {regroup: [{titel: G}]}", "R204 2:20", "write `title`"),
        (
            "color: {statementColors: {A: 9}}",
            "R204 2:27",
            "write a colour, or its place in the scheme: 0 to 7",
        ),
        ("color: {relationColors: {suport: red}}", "R204 2:26", "write `support`"),
        ("color: {groupFontColor: rde}", "R240 2:25", "did you mean `red`?"),
        ("dot: {mapBgColor: whit}", "R240 2:19", "did you mean `white`?"),
    ],
)
def test_settings_at_any_depth_are_checked(frontmatter: str, place: str, hint: str | None) -> None:
    text = f"===\n{frontmatter}\n===\n\nx"
    assert findings(text) == [place]
    assert argmap.parse(text).diagnostics[0].hint == hint


def test_a_heading_may_not_have_a_colour_that_is_none() -> None:
    text = "# H {color: oragne}\n\nx"
    assert findings(text) == ["R240 1:13"]
    assert argmap.fix_text(text, unsafe=True) == "# H {color: orange}\n\nx"


def test_settings_of_every_room_may_be_said() -> None:
    text = (
        "===\ndot: {graphVizSettings: {rankdir: LR}, edge: {penWidth: 2}}\nhtml: {headless: true}\n===\n\nx"
    )
    assert findings(text) == []


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"model": {"mode": "strickt"}}, "`model.mode` cannot be 'strickt', in the settings that are given"),
        ({"modle": {"mode": "strict"}}, "`modle` is not a setting, in the settings that are given"),
    ],
)
def test_what_a_caller_gives_is_told_at_the_beginning(given: dict[str, object], message: str) -> None:
    (diagnostic,) = argmap.parse("x", settings=given).diagnostics
    assert (diagnostic.code, diagnostic.message, diagnostic.span) == ("R204", message, (0, 0, None))


def test_overrides_come_after_the_frontmatter() -> None:
    text = "===\nmodel: {mode: loose}\n===\n\nx"
    assert argmap.parse(text, overrides=STRICT).settings.model.mode == "strict"


def test_overrides_that_cannot_be_used_raise() -> None:
    with pytest.raises(ValueError, match=r"`model.mode` cannot be 'strickt'; write `strict`"):
        argmap.parse("x", overrides={"model": {"mode": "strickt"}})


def test_settings_are_a_mapping() -> None:
    with pytest.raises(TypeError, match="settings must be a mapping or Settings, not 3"):
        argmap.parse("x", overrides=3)  # type: ignore[arg-type]  # that is what is tested


@pytest.mark.parametrize(
    ("frontmatter", "lines", "hint"),
    [
        ("argument:\n  minWidth: 0\nstatement: {text: {charactersInLine: 9}}", [2, 4], "`dot.argument`"),
        ("statementSelectionMode: all", [2], "`selection.statementSelectionMode`"),
        ("map:\n  groupDepth: 1", [3], "`group.groupDepth`"),
        ("map:\n  excludeDisconnected: false", [3], "`selection.excludeDisconnected`"),
        ("dot:\n  edge: {colorizeByTag: true}", [3], "`color.colorizeByTag`"),
        ("dot:\n  lineLength: 60", [3], "`dot.statement.lineWidth` or `dot.argument.lineWidth`"),
        ("dot:\n  edge: {nop: 9}", [3], "`vizJs.nop`"),
        ("mode: strict", [2], "`model.mode`"),
        ("detail: full", [2], "`map.detail`"),
    ],
)  # fmt: skip
def test_a_setting_in_the_wrong_place_is_reported_with_where_it_belongs(
    frontmatter: str, lines: list[int], hint: str
) -> None:
    text = f"===\n{frontmatter}\n===\n\nx"
    assert [place.split(":")[0] for place in findings(text)] == [f"R204 {line}" for line in lines]
    assert argmap.parse(text).diagnostics[0].hint == f"write it as {hint}"
    assert argmap.fix_text(text, unsafe=True) == text


@pytest.mark.parametrize(
    "frontmatter", ["detail: in words", "style: APA", "text: {a: b}", "edge: 3", "nop: 1"]
)
def test_a_common_word_is_a_key_of_the_author(frontmatter: str) -> None:
    assert findings(f"===\n{frontmatter}\n===\n\nx") == []


@pytest.mark.parametrize(
    ("frontmatter", "hint"),
    [
        ("model: strict", "write `model: {mode: strict}`"),
        ("map: full", "write `map: {detail: full}`"),
        ("model: x", "write a mapping"),
    ],
)
def test_a_value_in_place_of_a_table_is_reported_with_what_is_meant(frontmatter: str, hint: str) -> None:
    assert [one.hint for one in argmap.parse(f"===\n{frontmatter}\n===\n\nx").diagnostics] == [hint]


def test_every_setting_is_found_when_it_is_at_the_top() -> None:
    names = {path[-1] for path in setting_fields(Settings) if len(path) > 1 and path[-1] != path[-1].lower()}
    metadata = dict.fromkeys(names, 1)
    assert {problem.path[0] for problem in Settings.misplaced(metadata)} == names
    assert all("." in (problem.hint or "") for problem in Settings.misplaced(metadata))
