"""Every option of a drawing is named once and means the same wherever it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from inspect import signature
from typing import Any

import pytest
from attrs import fields_dict
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.cli.drawing.picture_options import pick_draw_options
from argmap.cli.render import render
from argmap.extensions.page_words import draw_options
from argmap.maps import ArgumentMap
from argmap.model import CriticalQuestionRef
from argmap.render import DrawOptions, draw_map
from argmap.render.draw_options import by_keywords, late_options, of_built_map, page_options

DEFAULTS = {name: option.default for name, option in fields_dict(DrawOptions).items()}
NOT_IN_PARTS = {"focus", "radius", "direction"}
# The command has --set, and takes titles and folders from files.
NOT_ON_THE_COMMAND_LINE = {"settings", "title", "subtitle", "folder"}


def defaults_of(draw: Callable[..., object]) -> dict[str, object]:
    _, *parameters = signature(draw).parameters.values()
    return {parameter.name: parameter.default for parameter in parameters}


def test_draw_takes_every_option() -> None:
    assert defaults_of(argmap.draw) == DEFAULTS


def test_draw_parts_takes_what_is_not_about_a_part() -> None:
    named = defaults_of(argmap.draw_parts)
    assert named.pop("more_than") == 0
    assert named == {name: default for name, default in DEFAULTS.items() if name not in NOT_IN_PARTS}


def test_draw_map_takes_every_option() -> None:
    assert defaults_of(draw_map) == DEFAULTS


def test_the_command_has_every_option() -> None:
    words = render.make_context("render", ["debate.argdown"]).params
    assert DEFAULTS.keys() & words.keys() == DEFAULTS.keys() - NOT_ON_THE_COMMAND_LINE
    assert pick_draw_options(words) == DrawOptions()


# Programs, files, settings and time: none of a page's business.
KEPT_FROM_PAGES = sorted(DEFAULTS.keys() - page_options().keys() - {"theme", "engine"})


@given(st.sampled_from(sorted(page_options())))
def test_what_pages_say_is_an_option(name: str) -> None:
    words = {"direction": "supporting", "detail": "full", "layout": "tree", "fit": "page", "order": "text"}
    text = words.get(name, "plain")
    word, value = {"switch": ("", True), "number": ("7", 7), "word": (text, text)}[page_options()[name]]
    assert getattr(draw_options({name: word}), name) == value


@given(st.dictionaries(st.sampled_from(KEPT_FROM_PAGES), st.text()))
def test_pages_say_nothing_else(words: dict[str, str]) -> None:
    assert draw_options(words) == DrawOptions()


@pytest.mark.parametrize(
    "asked", [{"focus": "[A]"}, {"detail": "full"}, {"questions": True}, {"radius": 1}], ids=str
)
def test_a_map_that_is_built_stays_as_it_is(asked: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=f"{next(iter(asked))} must be given to draw"):
        draw_map(ArgumentMap(), **asked)
    assert late_options(of_built_map(DrawOptions("dark", **asked))) == ()


def test_what_is_no_option_is_refused() -> None:
    with pytest.raises(TypeError, match="them"):
        draw_map(ArgumentMap(), them="dark")  # type: ignore[call-arg]  # as users might


def test_options_by_keyword_are_those_in_one_value() -> None:
    def options_of(_: int, options: DrawOptions) -> DrawOptions:
        return options

    assert by_keywords(DrawOptions, options_of)(0, "dark", legend=True) == DrawOptions("dark", legend=True)


TEXT = "# One\n[A]: a\n  + [B]\n# Two\n[B]: b\n  + [C]: c"


def test_a_title_and_a_folder_come_first_from_the_caller() -> None:
    document = argmap.parse(f"===\ntitle: Here\n===\n\n{TEXT}")
    assert (argmap.draw(document).title, argmap.draw(document, title="There").title) == ("Here", "There")


def test_questions_are_in_parts_as_in_the_whole() -> None:
    text = "# One\n\n<A>\n\n(1) [P]: a\n-- expert opinion --\n(2) [Q]: b\n\n# Two\n\n[B]: x\n  + <A>"
    document = argmap.parse(text)
    whole = argmap.draw(document, questions=True)
    part = argmap.draw_parts(document, questions=True)["one"]
    questions = {node.ref for node in whole.map.nodes if isinstance(node.ref, CriticalQuestionRef)}
    assert questions
    assert questions <= {node.ref for node in part.map.nodes}
