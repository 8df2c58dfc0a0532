"""The themes that come with the package."""

from itertools import combinations

import pytest

from argmap.render import Theme, load_theme
from argmap.render.styles.theme import NODE_ROLES, RELATION_ROLES

from .vision import DEFICIENCIES, difference

# Of ΔE*ab: one sees a difference of 2 to 3 where colours touch; lines are thin and stand apart.
_CLEAR = 20


def _color(theme: Theme, role: str) -> str:
    return theme.of(role)["color"].split(":")[0]


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("pair", [*combinations(RELATION_ROLES, 2)])
def test_relations_differ_in_colour_for_the_colourblind(pair: tuple[str, str], deficiency: str) -> None:
    theme = load_theme("colorblind")
    assert difference(_color(theme, pair[0]), _color(theme, pair[1]), deficiency) >= _CLEAR


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("pair", [*combinations(NODE_ROLES[:3], 2)])
def test_nodes_differ_in_colour_for_the_colourblind(pair: tuple[str, str], deficiency: str) -> None:
    theme = load_theme("colorblind")
    assert difference(_color(theme, pair[0]), _color(theme, pair[1]), deficiency) >= _CLEAR


def test_black_and_white_differ_most() -> None:
    assert difference("#000000", "#ffffff", "nothing missing") == pytest.approx(100, abs=0.1)


def test_red_and_green_are_alike_for_some() -> None:
    normal = difference("#c00000", "#608000", "nothing missing")
    assert difference("#c00000", "#608000", "protanopia") < normal / 3


@pytest.mark.parametrize("name", ["default", "dark", "print", "colorblind"])
def test_relations_differ_without_any_colour(name: str) -> None:
    theme = load_theme(name)
    looks = {
        (theme.of(role)["style"], theme.of(role)["arrowhead"], ":" in theme.of(role)["color"])
        for role in RELATION_ROLES
    }
    assert len(looks) == len(RELATION_ROLES)


def test_the_theme_for_print_has_no_colours() -> None:
    theme = load_theme("print")
    said = [value for role in theme.attributes.values() for value in role.values() if value.startswith("#")]
    shown = [*said, *(style.color for style in theme.texts.values())]
    assert [color for color in shown if color[1:3] != color[3:5] or color[3:5] != color[5:7]] == []
