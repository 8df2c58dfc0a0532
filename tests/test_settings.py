"""Which settings win, wherever they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.settings import Settings

TEXT = "===\nselection: {excludeStatements: [B]}\n===\n\n[A]: One.\n  + [B]: Two.\n  + [C]: Three."
DOCUMENT = argmap.parse(TEXT)
NOBODY = {"selection": {"excludeStatements": []}}


def shown(view: argmap.Document | argmap.Debate, settings: dict[str, object] | None = None) -> list[str]:
    return [node.ref.title for node in argmap.build_map(view, settings).nodes]


@pytest.mark.parametrize("view", [DOCUMENT, DOCUMENT.debate], ids=["document", "debate"])
def test_the_frontmatter_says_what_is_shown(view: argmap.Document | argmap.Debate) -> None:
    assert shown(view) == ["A", "C"]


@pytest.mark.parametrize("view", [DOCUMENT, DOCUMENT.debate], ids=["document", "debate"])
def test_settings_of_a_map_override_the_frontmatter(view: argmap.Document | argmap.Debate) -> None:
    assert shown(view, NOBODY) == ["A", "B", "C"]


def test_a_drawing_is_of_the_same_map() -> None:
    assert argmap.draw(DOCUMENT).map == argmap.build_map(DOCUMENT)
    assert argmap.draw(DOCUMENT.debate, settings=NOBODY).map == argmap.build_map(DOCUMENT, NOBODY)


@pytest.mark.parametrize(
    "make", [argmap.build_map, lambda view, settings: argmap.draw(view, settings=settings)]
)
def test_settings_that_cannot_be_used_raise(make: object) -> None:
    with pytest.raises(
        ValueError, match=r"`selection.excludeStatement` is not a setting; write `excludeStatements`"
    ):
        make(DOCUMENT, {"selection": {"excludeStatement": []}})  # type: ignore[operator]  # it is a function


def test_groups_of_ones_own_can_be_given_to_a_map() -> None:
    settings = {"group": {"regroup": [{"title": "G", "statements": ["A"]}]}}
    assert [group.title for group in argmap.build_map(DOCUMENT, settings).groups] == ["G"]
    assert DOCUMENT.debate.sections == ()


FRONTMATTER_MODES = st.sampled_from([None, "priority", "default", "ignore"])


@given(
    st.sampled_from([None, "all", "with-title"]),
    st.sampled_from([None, "all", "with-title"]),
    st.sampled_from([None, "all", "with-title"]),
    FRONTMATTER_MODES,
)
def test_of_all_who_say_something_the_last_wins(
    given: str | None, written: str | None, above: str | None, mode: str | None
) -> None:
    said = [f"selection: {{statementSelectionMode: {written}}}"] if written else []
    said += [f"data: {{frontMatterSettingsMode: {mode}}}"] if mode else []
    text = "\n".join(["===", "title: T", *said, "===", "", "x"])
    layers = {
        "priority": [given, written, above],
        "default": [written, given, above],
        "ignore": [given, above],
    }[mode or "priority"]
    expected = ([one for one in layers if one] or ["with-title"])[-1]
    document = argmap.parse(text, settings=of(given), overrides=of(above))
    assert document.settings.selection.statement_selection_mode == expected


def of(selection: str | None) -> dict[str, object]:
    return {"selection": {"statementSelectionMode": selection}} if selection else {}


def test_all_settings_can_be_written_and_read_again() -> None:
    settings = Settings.of(
        {
            "dot": {"argument": {"title": {"fontSize": 12}}, "edge": {"penWidth": 2}},
            "vizJs": {"engine": "neato"},
        }
    )
    assert Settings.of(settings.to_mapping()) == settings
    assert settings.to_mapping()["dot"] == {"edge": {"penWidth": 2}, "argument": {"title": {"fontSize": 12}}}
