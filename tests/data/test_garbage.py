"""When Python looks for garbage."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

import argmap
from argmap.data import garbage
from argmap.data.garbage import paused_collector


def test_the_collector_rests_only_within() -> None:
    with paused_collector():
        assert not gc.isenabled()
        with paused_collector():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_works_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="x"), paused_collector():
        raise ValueError("x")
    assert gc.isenabled()


def test_a_collector_that_rests_goes_on_resting() -> None:
    gc.disable()
    try:
        with paused_collector():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


class _Holder:
    itself: object = None


@contextmanager
def searches() -> Iterator[list[str]]:
    """Note the searches for garbage that begin and end within."""
    phases: list[str] = []

    def note(phase: str, _: dict[str, int]) -> None:
        phases.append(phase)

    gc.collect()
    gc.callbacks.append(note)
    try:
        yield phases
    finally:
        gc.callbacks.remove(note)


def test_what_was_built_is_not_examined_when_the_pause_ends() -> None:
    with searches() as phases:
        with paused_collector():
            built = [[number] for number in range(5_000)]
        built += [[number] for number in range(100)]
    assert len(built) == 5_100
    assert not phases


def test_nothing_is_examined_while_a_map_is_drawn() -> None:
    document = argmap.parse("".join(f"[{number}]: it is so\n  + <of {number}>\n\n" for number in range(300)))
    argmap.draw(document)
    with searches() as phases:
        drawing = argmap.draw(document, layout="layered")
    assert len(drawing.map.nodes) == 600
    assert not phases


def test_cycles_are_found_however_many_pauses_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(garbage, "_MOST_UNEXAMINED", 20_000)
    holder = _Holder()
    holder.itself = holder
    gone = weakref.ref(holder)
    del holder
    for _ in range(6):
        with paused_collector():
            built = [[number] for number in range(5_000)]
        del built
    assert gone() is None


def test_not_even_very_much_is_examined_as_soon_as_it_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(garbage, "_MOST_UNEXAMINED", 20_000)
    monkeypatch.setattr(garbage, "_promotion", garbage._Promotion())
    with searches() as phases, paused_collector():
        built = [[number] for number in range(50_000)]
    assert len(built) == 50_000
    assert not phases
