"""Abstract argumentation frameworks: arguments that attack each other, whatever they are."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import cached_property
from itertools import chain, islice
from operator import itemgetter
from typing import Generic, TypeVar

from attrs import field, frozen

from argmap.data.garbage import paused_collector
from argmap.data.values import check_count
from argmap.reasoning.attack_graph import AttackGraph
from argmap.reasoning.deadline import Deadline
from argmap.reasoning.label import Label
from argmap.reasoning.positions.acceptance import How, accepts
from argmap.reasoning.positions.labellings import labellings
from argmap.reasoning.positions.semantics import SEMANTICS, UNIQUE
from argmap.text.nearest import check_choice, nearest

Argument = TypeVar("Argument", bound=Hashable)


def _distinct(arguments: Iterable[Argument]) -> tuple[Argument, ...]:
    return tuple(dict.fromkeys(arguments))


def _pairs(attacks: Iterable[tuple[Argument, Argument]]) -> tuple[tuple[Argument, Argument], ...]:
    # tuple() of a tuple returns it: a million pairs are not copied.
    pair_of: Callable[[tuple[Argument, Argument]], tuple[Argument, Argument]] = tuple  # type: ignore[assignment]  # a pair stays a pair
    pairs = tuple(map(pair_of, attacks))
    if not {2}.issuperset(map(len, pairs)):
        raise ValueError("an attack is a pair of attacker and target")
    return pairs


@frozen(repr=False, slots=False)
class Framework(Generic[Argument]):
    """Arguments and attacks among them (Dung 1995), usable without any debate.

    Arguments are anything that can be hashed, in an order of their own; attacks are pairs of attacker and
    target. Each argument and each attack counts once.

    >>> framework = Framework.of("abc", [("a", "b"), ("b", "c")])
    >>> framework, framework.extension("grounded")
    (Framework(3 arguments, 2 attacks), ('a', 'c'))

    Raises:
        ValueError: an attack has an end that is not an argument.
    """

    arguments: tuple[Argument, ...] = field(converter=_distinct)
    _attacks: tuple[tuple[Argument, Argument], ...] = field(converter=_pairs, eq=_distinct)
    graph: AttackGraph = field(init=False, eq=False)
    _numbers: dict[Argument, int] = field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        numbers = {argument: number for number, argument in enumerate(self.arguments)}
        ends: Iterable[Iterable[int]] = (map(itemgetter(end), self._attacks) for end in (0, 1))
        if not _are_places(self.arguments, self._attacks):
            ends = (map(numbers.__getitem__, map(itemgetter(end), self._attacks)) for end in (0, 1))
        try:
            # Plain numbers take little space, and making them shows at once whether an end is unknown.
            attackers, targets = (array("i", each) for each in ends)
        except KeyError:
            raise ValueError(_stranger(self._attacks, numbers)) from None
        object.__setattr__(self, "graph", AttackGraph.of_ends(len(numbers), attackers, targets))
        object.__setattr__(self, "_numbers", numbers)

    @cached_property
    def attacks(self) -> tuple[tuple[Argument, Argument], ...]:
        """The attacks, each once."""
        return _distinct(self._attacks)

    @classmethod
    def of(
        cls, arguments: Iterable[Argument], attacks: Iterable[tuple[Argument, Argument]]
    ) -> Framework[Argument]:
        """Return the framework of arguments and attacks, from any iterables."""
        # Very many lists are made, none of which is garbage: the collector would only waste time.
        with paused_collector():
            return cls(arguments, attacks)

    def __repr__(self) -> str:
        """Return how many arguments and attacks there are."""
        return f"Framework({len(self.arguments)} arguments, {len(self.attacks)} attacks)"

    def extension(self, semantics: str = "grounded", *, timeout: float | None = None) -> tuple[Argument, ...]:
        """Return what is in under a semantics that accepts one set of arguments: grounded, ideal or eager.

        Raises:
            ValueError: the semantics is not one of these.
            NotDecidedError: `timeout` seconds have passed.
        """
        check_choice("semantics", semantics, UNIQUE)
        return next(self.extensions(semantics, timeout=timeout))

    def extensions(
        self, semantics: str, limit: int | None = None, *, timeout: float | None = None
    ) -> Iterator[tuple[Argument, ...]]:
        """Yield what is in under a semantics, at most `limit` times, each time in the order of the arguments.

        The semantics are complete, grounded, preferred, stable, semi-stable, ideal, eager (P. Baroni,
        M. Caminada and M. Giacomin 2011) and stage. Stable may have no extension at all.

        >>> framework = Framework.of("abc", [("a", "b"), ("b", "a"), ("b", "c")])
        >>> list(framework.extensions("preferred"))
        [('b',), ('a', 'c')]

        Raises:
            ValueError: there is no such semantics, or the limit is less than 0.
            NotDecidedError: `timeout` seconds have passed; what was yielded before is right.
        """
        check_choice("semantics", semantics, SEMANTICS)
        if limit is not None:
            check_count("limit", limit, least=0)
        deadline = Deadline.after(timeout)
        return islice(self._extensions(semantics, deadline), limit)

    def _extensions(self, semantics: str, deadline: Deadline) -> Iterator[tuple[Argument, ...]]:
        for labels in labellings(self.graph, semantics, deadline=deadline):
            yield tuple(
                argument for argument, label in zip(self.arguments, labels, strict=True) if label is Label.IN
            )

    def accepts(
        self,
        argument: Argument,
        semantics: str = "grounded",
        how: str = "credulous",
        *,
        timeout: float | None = None,
    ) -> bool:
        """Return whether an argument is in some extension (credulous) or in all (skeptical).

        This does not list the extensions. If there is none, which happens under stable only, every argument
        is in all of them.

        >>> framework = Framework.of("abc", [("a", "b"), ("b", "a"), ("b", "c")])
        >>> framework.accepts("c", "preferred"), framework.accepts("c", "preferred", "skeptical")
        (True, False)

        Raises:
            ValueError: there is no such argument, semantics or way to accept.
            NotDecidedError: `timeout` seconds have passed.
        """
        check_choice("semantics", semantics, SEMANTICS)
        check_choice("how", how, tuple(way.value for way in How))
        if argument not in self._numbers:
            raise ValueError(f"there is no argument {argument!r}{_hint(argument, self.arguments)}")
        deadline = Deadline.after(timeout)
        return accepts(self.graph, self._numbers[argument], semantics, how=How(how), deadline=deadline)


def _are_places(arguments: tuple[object, ...], attacks: tuple[tuple[object, object], ...]) -> bool:
    """Return whether all arguments, and all ends, are their own places, so that none has to be looked up."""
    if arguments != tuple(range(len(arguments))) or {*map(type, arguments)} != {int}:
        return False
    # A bool or float may be equal to an argument, but cannot be used as an index.
    if not {int}.issuperset(map(type, chain.from_iterable(attacks))):
        return False
    smallest = min(chain.from_iterable(attacks), default=0)  # type: ignore[type-var]  # whole numbers
    largest = max(chain.from_iterable(attacks), default=0)  # type: ignore[type-var]  # whole numbers
    return smallest >= 0 and largest < len(arguments)  # type: ignore[operator]  # whole numbers


def _hint(value: object, known: Iterable[object]) -> str:
    near = nearest(str(value), map(str, known))
    return f"; did you mean {near!r}?" if near is not None else ""


def _stranger(attacks: Iterable[tuple[object, object]], known: dict[Argument, int]) -> str:
    """Return what is wrong with the first attack that has an end which is not an argument."""
    source, target, end = next(
        (source, target, end) for source, target in attacks for end in (source, target) if end not in known
    )
    return f"the pair {source!r} → {target!r} has an end that is not an argument: {end!r}{_hint(end, known)}"
