"""Turns debates into outlines: everything once, and repetitions as references."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from attrs import Factory, define, frozen

from argmap.data import NO_DATA, Data
from argmap.interop.conversion.own_data import foreign_id, own_data
from argmap.model import Argument, ArgumentRef, Debate, ElementRef, InferenceRef, Ref


@frozen
class Branch:
    """Something below something else because of a relation to it; `is_again` if it is also elsewhere.

    `data` are those of the relation.
    """

    ref: Ref
    relation: str | None
    is_again: bool = False
    data: Data = NO_DATA

    @property
    def element(self) -> ElementRef:
        """The element that it is; for an inference, its argument."""
        return _element(self.ref)


@define(eq=False)
class OutlineTree:
    """What is below what; of several targets of something, the first is above it."""

    debate: Debate
    roots: list[Branch] = Factory(list)
    below: defaultdict[Ref, list[Branch]] = Factory(lambda: defaultdict(list))

    @classmethod
    def of(cls, debate: Debate, key: str = "") -> OutlineTree:
        """Return the outline of a debate.

        What was below something in the format with this name, without a relation to it, goes back there.
        """
        tree = cls(debate)
        above: dict[Ref, Ref] = {}
        leaders = _Leaders()
        strays = list(_strays(debate, key))
        for source, word, target, data in (*_bearings(debate), *strays):
            is_free = source not in above and leaders.leader(target) != leaders.leader(source)
            if is_free:
                above[source] = target
                leaders.join(source, target)
            tree.below[target].append(Branch(source, word, is_again=not is_free, data=data))
        order: dict[Ref, int] = {element.ref: place for place, element in enumerate(debate)}
        for target in {target for *_, target, _ in strays}:
            tree.below[target].sort(key=lambda branch: order.get(_element(branch.ref), 0))
        tree.roots = [Branch(element.ref, None) for element in debate if element.ref not in above]
        return tree

    def walk(self) -> Iterator[Branch | None]:
        """Yield branches, each before those below it; None after all that is below one."""
        waiting: list[Branch | None] = list(reversed(self.roots))
        while waiting:
            branch = waiting.pop()
            yield branch
            if branch is not None:
                waiting.append(None)
                if not branch.is_again:
                    waiting += reversed(self.below.get(branch.ref, ()))


@define(eq=False)
class _Leaders:
    """Trees that are joined, each known by one thing in it: a union-find structure (Tarjan 1975)."""

    above: dict[Ref, Ref] = Factory(dict)

    def leader(self, ref: Ref) -> Ref:
        way: list[Ref] = []
        while ref in self.above:
            way.append(ref)
            ref = self.above[ref]
        for passed in way:
            self.above[passed] = ref
        return ref

    def join(self, ref: Ref, other: Ref) -> None:
        self.above[self.leader(ref)] = self.leader(other)


def _strays(debate: Debate, key: str) -> Iterator[tuple[Ref, None, Ref, Data]]:
    """Yield things whose data say only what they were below."""
    own = {element.ref: own_data(element.data, key) for element in debate} if key else {}
    if not any("below" in data for data in own.values()):
        return
    refs = {foreign_id(element.data, key) or element.title: element.ref for element in debate}
    for ref, data in own.items():
        names = data.get("below", ())
        for name in names if isinstance(names, tuple) else (names,):
            if isinstance(name, str) and refs.get(name, ref) != ref:
                yield ref, None, refs[name], NO_DATA


def _bearings(debate: Debate) -> Iterator[tuple[Ref, str, Ref, Data]]:
    for element in debate.arguments.values():
        yield from _steps(element)
    for relation in debate.relations:
        if not relation.is_derived:
            ends = _element(relation.source), _element(relation.target)
            yield ends[0], relation.kind.value, ends[1], relation.data


def _steps(argument: Argument) -> Iterator[tuple[Ref, str, Ref, Data]]:
    if argument.conclusion is not None:
        yield argument.ref, "support", argument.conclusion, NO_DATA
        yield from ((ref, "support", argument.ref, NO_DATA) for ref in argument.premises)


def _element(ref: Ref) -> ElementRef:
    return ArgumentRef(ref.argument) if isinstance(ref, InferenceRef) else ref


def words_of(debate: Debate, ref: Ref, key: str = "") -> str:
    """Return what an item says about something: its text, or its title if it has none.

    If it has an id in the format with this name, it had no text there either.
    """
    element = debate[_element(ref)]
    is_mute = bool(key) and foreign_id(element.data, key) is not None
    return element.text or ("" if is_mute else ref.title)
