"""Settings in Argdown's names."""

import pickle

import pytest

from argmap.data import FrozenDict
from argmap.settings import Settings
from argmap.settings.settings import SettingProblem, merge


def test_settings_are_read_in_the_names_of_argdown() -> None:
    settings = Settings.of({"selection": {"excludeDisconnected": False, "selectedTags": ["a", 1]}})
    assert (settings.selection.exclude_disconnected, settings.selection.selected_tags) == (False, ("a", "1"))


def test_a_later_layer_overrides_an_earlier_one() -> None:
    settings = Settings.of({"model": {"mode": "strict"}}, None, {"model": {"mode": "loose"}})
    assert settings.model.mode == "loose"


def test_layers_are_merged_at_any_depth() -> None:
    first = {"color": {"tagColors": {"a": 1, "b": 2}}, "model": {"mode": "strict"}}
    settings = Settings.of(first, {"color": {"tagColors": {"b": 3}}})
    assert settings.color.tag_colors == FrozenDict(a=1, b=3)
    assert settings.model.mode == "strict"


def test_settings_may_be_a_layer() -> None:
    strict = Settings.of({"model": {"mode": "strict"}})
    assert Settings.of({"map": {"addTags": False}}, strict).to_mapping() == {
        "model": {"mode": "strict"},
        "map": {"addTags": False},
    }


def test_an_empty_value_is_no_value() -> None:
    assert Settings.of({"model": {"mode": None}, "map": None}) == Settings()


def test_what_cannot_be_used_is_left_out() -> None:
    assert Settings.of({"model": {"mode": "strickt", "x": 1}, "map": 3}) == Settings()


def test_the_defaults_say_nothing() -> None:
    assert Settings().to_mapping() == {}


def test_a_mapping_of_settings_makes_the_same_settings() -> None:
    settings = Settings.of({"group": {"groupDepth": 3}, "dot": {"sameRank": [{"statements": ["A"]}]}})
    assert Settings.of(settings.to_mapping()) == settings


def test_settings_without_a_problem_have_none() -> None:
    assert Settings.problems({"model": {"mode": "strict"}, "title": "no room, but none of ours"}) == ()


@pytest.mark.parametrize(
    ("mapping", "problem"),
    [
        (
            {"model": {"moed": "strict"}},
            SettingProblem(("model", "moed"), "`model.moed` is not a setting", "write `mode`"),
        ),
        ({"model": {"xyz": 1}}, SettingProblem(("model", "xyz"), "`model.xyz` is not a setting", None)),
        (
            {"model": {"mode": "strickt"}},
            SettingProblem(("model", "mode"), "`model.mode` cannot be 'strickt'", "write `strict`"),
        ),
        (
            {"model": {"mode": 7}},
            SettingProblem(("model", "mode"), "`model.mode` cannot be 7", "write one of `loose`, `strict`"),
        ),
        ({"map": 3}, SettingProblem(("map",), "`map` has no settings in it", "write a mapping")),
        (
            {"map": {"addTags": "yes"}},
            SettingProblem(("map", "addTags"), "`map.addTags` cannot be 'yes'", "write true or false"),
        ),
        (
            {"group": {"groupDepth": True}},
            SettingProblem(
                ("group", "groupDepth"), "`group.groupDepth` cannot be True", "write a whole number"
            ),
        ),
        (
            {"group": {"sections": []}},
            SettingProblem(("group", "sections"), "`group.sections` cannot be []", "write a mapping"),
        ),
        (
            {"group": {"regroup": "x"}},
            SettingProblem(("group", "regroup"), "`group.regroup` cannot be 'x'", "write a list of mappings"),
        ),
        (
            {"group": {"regroup": ["x"]}},
            SettingProblem(("group", "regroup"), "`group.regroup` cannot be ['x']", "write a mapping"),
        ),
        (
            {"selection": {"selectedTags": "a"}},
            SettingProblem(
                ("selection", "selectedTags"), "`selection.selectedTags` cannot be 'a'", "write a list"
            ),
        ),
        (
            {"color": {"colorScheme": 3}},
            SettingProblem(("color", "colorScheme"), "`color.colorScheme` cannot be 3", "write a list"),
        ),
        (
            {"dot": {"graphname": []}},
            SettingProblem(("dot", "graphname"), "`dot.graphname` cannot be []", "write a text"),
        ),
    ],
)
def test_what_cannot_be_used_is_told_with_what_can(
    mapping: dict[str, object], problem: SettingProblem
) -> None:
    told = [(found.path, found.message, found.hint) for found in Settings.problems(mapping)]
    assert told == [(problem.path, problem.message, problem.hint)]


def test_a_colour_scheme_is_a_name_or_a_list() -> None:
    named = Settings.of({"color": {"colorScheme": "iwanthue-red-roses"}})
    listed = Settings.of({"color": {"colorScheme": ["#fff", "red"]}})
    assert (named.color.color_scheme, listed.color.color_scheme) == ("iwanthue-red-roses", ("#fff", "red"))


def test_a_text_may_be_a_number() -> None:
    assert Settings.of({"dot": {"graphname": 3}}).dot.graphname == "3"


def test_settings_pickle_and_hash() -> None:
    settings = Settings.of({"color": {"tagColors": {"a": 1}}})
    assert {settings, pickle.loads(pickle.dumps(settings))} == {settings}


def test_merging_keeps_what_the_later_mapping_does_not_say() -> None:
    assert merge({"a": {"b": 1, "c": 1}, "d": 1}, {"a": {"b": 2}}) == {"a": {"b": 2, "c": 1}, "d": 1}


@pytest.mark.parametrize(("first", "later"), [({"a": {"b": 1}}, {"a": 2}), ({"a": 1}, {"a": {"b": 2}})])
def test_a_mapping_and_a_value_do_not_merge(first: dict[str, object], later: dict[str, object]) -> None:
    assert merge(first, later) == later
