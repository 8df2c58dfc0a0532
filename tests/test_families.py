"""Documents of many families, four times as long, are four times the work for all that is done with them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import argmap

from .fuzz.counting import calls
from .fuzz.families import FAMILIES

# Four times the text is four times the work, and a little for what is paid once or by logarithms.
_MOST = 4.8
_PAID_ONCE = 500
_LENGTH = 60
# A limit, such as to how many titles are compared, makes some sizes seem more than linear.
_FACTORS = (1, 4, 16, 64)


def checked(text: str) -> object:
    return argmap.check(argmap.parse(text))


def repaired(text: str) -> object:
    return argmap.fix_text(text)


def formatted(text: str) -> object:
    return argmap.format_text(text)


def drawn(text: str) -> object:
    return argmap.draw(argmap.parse(text)).dot


def told(text: str) -> object:
    return argmap.outline(argmap.parse(text))


def reported(text: str) -> object:
    return argmap.report(argmap.parse(text), appendix=False)


def growth(work: Callable[[str], object], made: Callable[[int], str]) -> list[int]:
    """Return how many calls ever longer texts take, nothing if that is linear in the end."""
    work(made(2))
    counts: list[int] = []
    for factor in _FACTORS:
        text = made(_LENGTH * factor)
        counts.append(calls(lambda text=text: work(text)))
        if factor > 1 and counts[-1] <= _MOST * counts[-2] + _PAID_ONCE:
            return []
    return counts


@pytest.mark.parametrize("name", FAMILIES)
@pytest.mark.parametrize("work", [checked, repaired, formatted, drawn, told, reported])
def test_four_times_the_text_is_four_times_the_work(work: Callable[[str], object], name: str) -> None:
    assert growth(work, FAMILIES[name]) == []


# What a pattern does is not seen in calls; here a slow one would take minutes.
@pytest.mark.parametrize("name", FAMILIES)
def test_a_long_text_is_read(name: str) -> None:
    text = FAMILIES[name](5000)
    assert argmap.parse(text).text == text
