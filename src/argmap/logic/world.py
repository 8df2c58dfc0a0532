"""Cases in which formulas are true or false: rows of truth tables, and small worlds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from attrs import field, frozen

from argmap.data import FrozenDict
from argmap.text.given_values import value_in_words

Fact: TypeAlias = tuple[str, tuple[str, ...]]


def _values(values: Mapping[str, bool]) -> FrozenDict[str, bool]:
    return FrozenDict(values)


def _names(names: Mapping[str, str]) -> FrozenDict[str, str]:
    return FrozenDict(names)


def _things(things: Iterable[str]) -> tuple[str, ...]:
    return tuple(things)


def _facts(facts: Iterable[tuple[str, Iterable[str]]]) -> frozenset[Fact]:
    return frozenset((letter, tuple(things)) for letter, things in facts)


@frozen
class Valuation:
    """A row of a truth table: which sentences are true.

    >>> Valuation({"p": True, "q": False}).values["q"]
    False
    """

    values: FrozenDict[str, bool] = field(converter=_values)


@frozen
class World:
    """Things, what is true of them, and which thing each name stands for.

    A fact is a predicate with the things it is true of, in order; a sentence is true if it is a fact of no
    things. There is at least one thing, as in all of classical logic: of nothing, anything would be true.

    >>> world = World(things=["a", "b"], facts=[("Human", ["a"]), ("Loves", ["a", "b"])], names={"Ann": "a"})
    >>> ("Human", ("b",)) in world.facts
    False

    Raises:
        ValueError: there is no thing, or a fact or name is about something that is not among them.
    """

    things: tuple[str, ...] = field(converter=_things)
    facts: frozenset[Fact] = field(default=frozenset(), converter=_facts)
    names: FrozenDict[str, str] = field(default=FrozenDict(), converter=_names)

    def __attrs_post_init__(self) -> None:
        things = set(self.things)
        if not things:
            raise ValueError("a world has at least one thing")
        mentioned = [thing for _, several in self.facts for thing in several] + list(self.names.values())
        for thing in mentioned:
            if thing not in things:
                raise ValueError(f"there is no thing {thing!r} in this world")


Model: TypeAlias = Valuation | World


def check_model(value: object) -> None:
    """Raise if a value is no case in which formulas are true or false.

    Raises:
        TypeError: it is something else.
    """
    if not isinstance(value, Valuation | World):
        raise TypeError(f"a model must be a Valuation or a World, not {value_in_words(value)}")
