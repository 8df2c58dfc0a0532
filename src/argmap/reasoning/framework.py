"""Abstract argumentation frameworks: arguments that attack each other, whatever they are."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

from attrs import field, frozen

from argmap.reasoning.attack_graph import AttackGraph
from argmap.reasoning.grounded import grounded
from argmap.reasoning.label import Label
from argmap.text.nearest import nearest

Argument = TypeVar("Argument", bound=Hashable)


def _distinct(arguments: Iterable[Argument]) -> tuple[Argument, ...]:
    return tuple(dict.fromkeys(arguments))


def _pairs(attacks: Iterable[tuple[Argument, Argument]]) -> tuple[tuple[Argument, Argument], ...]:
    return tuple(dict.fromkeys((source, target) for source, target in attacks))


@frozen(repr=False)
class Framework(Generic[Argument]):
    """Arguments and attacks among them (Dung 1995), usable without any debate.

    Arguments are anything that can be hashed, in an order of their own; attacks are pairs of attacker and
    target. Each argument and each attack counts once.

    >>> framework = Framework.of("abc", [("a", "b"), ("b", "c")])
    >>> framework, framework.extension("grounded")
    (Framework(3 arguments, 2 attacks), ('a', 'c'))

    Raises:
        ValueError: an attack has an end that is no argument.
    """

    arguments: tuple[Argument, ...] = field(converter=_distinct)
    attacks: tuple[tuple[Argument, Argument], ...] = field(converter=_pairs)
    graph: AttackGraph = field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        numbers = {argument: number for number, argument in enumerate(self.arguments)}
        try:
            attacks = ((numbers[source], numbers[target]) for source, target in self.attacks)
            graph = AttackGraph.of_distinct(len(numbers), attacks)
        except KeyError:
            raise ValueError(_stranger(self.attacks, numbers)) from None
        object.__setattr__(self, "graph", graph)

    @classmethod
    def of(
        cls, arguments: Iterable[Argument], attacks: Iterable[tuple[Argument, Argument]]
    ) -> Framework[Argument]:
        """Return the framework of arguments and attacks, whatever holds them."""
        return cls(arguments, attacks)

    def __repr__(self) -> str:
        """Return how many arguments and attacks there are."""
        return f"Framework({len(self.arguments)} arguments, {len(self.attacks)} attacks)"

    def extension(self, semantics: str = "grounded") -> tuple[Argument, ...]:
        """Return what is in by a semantics that accepts one set of arguments, in their order."""
        if semantics != "grounded":
            raise ValueError(f"{semantics!r} has more than one extension; ask for `extensions`")
        labels = grounded(self.graph).labels
        return tuple(
            argument for argument, label in zip(self.arguments, labels, strict=True) if label is Label.IN
        )


def _stranger(attacks: Iterable[tuple[object, object]], known: dict[Argument, int]) -> str:
    """Return what is wrong with the first attack that has an end which is no argument."""
    source, target, end = next(
        (source, target, end) for source, target in attacks for end in (source, target) if end not in known
    )
    near = nearest(str(end), map(str, known))
    hint = f"; did you mean {near!r}?" if near is not None else ""
    return f"the attack {source!r} → {target!r} has an end that is no argument: {end!r}{hint}"
