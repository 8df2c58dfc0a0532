"""The fuzz command itself, and a little of what it does at length."""

from __future__ import annotations

from random import Random

import pytest

import argmap

from . import growth
from .laws import LAWS, broken
from .minimise import minimised
from .pool import documents, of_the_grammar, of_the_strategies
from .sources import SOURCES


@pytest.mark.parametrize("name", SOURCES)
@pytest.mark.parametrize("seed", range(8))
def test_no_text_breaks_a_law(name: str, seed: int) -> None:
    assert broken(SOURCES[name][0](Random(seed), documents()), LAWS["read"]) is None


@pytest.mark.parametrize("name", SOURCES)
@pytest.mark.parametrize("seed", range(3))
def test_no_text_that_is_written_anew_breaks_a_law(name: str, seed: int) -> None:
    laws = (*LAWS["format"], *LAWS["fix"], *LAWS["write"])
    assert broken(SOURCES[name][0](Random(seed), documents()), laws) is None


@pytest.mark.parametrize("name", SOURCES)
def test_the_same_numbers_give_the_same_text(name: str) -> None:
    one, same = (SOURCES[name][0](Random(7), documents()) for _ in range(2))
    assert one == same


def test_the_grammar_gives_texts_that_break_no_law() -> None:
    assert {broken(text) for text in of_the_grammar(10, number=1)} == {None}


def test_the_strategies_give_texts_that_break_no_law() -> None:
    assert {broken(text) for text in of_the_strategies(10, number=1)} == {None}


def test_a_text_is_made_as_short_as_it_can_be() -> None:
    assert minimised("some words, (a) and more (b) of them", lambda text: "(" in text and "b" in text) == "(b"


def test_linear_work_is_no_growth() -> None:
    assert growth.grows("[A]: a\n  + <B>: b\n\n") is None


def test_work_that_is_more_than_linear_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(text: str) -> None:
        argmap.parse("")
        for start in range(0, len(text), 40):
            [one.strip() for one in text[start::40]]

    monkeypatch.setattr(growth, "_read", slow)
    assert "calls become" in (growth.grows("[A]: a\n\n") or "")


def test_what_is_raised_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(text: str) -> None:
        raise KeyError(text)

    monkeypatch.setattr(argmap, "parse", failing)
    assert (broken("a") or "").startswith("parse: KeyError: ('a',) (test_fuzz.py:")
