"""From a debate to an outline: everything once, and what hangs twice as a reference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from attrs import Factory, define, frozen

from argmap.model import Argument, ArgumentRef, Debate, Inference, InferenceRef, Ref


@frozen
class Branch:
    """Something below something else, as its relation to that says; `is_again` if it is elsewhere, too."""

    ref: Ref
    relation: str | None
    is_again: bool = False


@define(eq=False)
class OutlineTree:
    """What is below what: the first of several things that something bears on is above it."""

    debate: Debate
    roots: list[Branch] = Factory(list)
    below: defaultdict[Ref, list[Branch]] = Factory(lambda: defaultdict(list))

    @classmethod
    def of(cls, debate: Debate) -> OutlineTree:
        """Return the outline of a debate."""
        tree = cls(debate)
        above: dict[Ref, Ref] = {}
        leaders = _Leaders()
        for source, word, target in _bearings(debate):
            is_free = source not in above and leaders.leader(target) != leaders.leader(source)
            if is_free:
                above[source] = target
                leaders.join(source, target)
            tree.below[target].append(Branch(source, word, is_again=not is_free))
        tree.roots = [Branch(element.ref, None) for element in debate if element.ref not in above]
        return tree

    def walk(self) -> Iterator[Branch | None]:
        """Yield branches, each before those below it; None behind all that is below one."""
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
    """Trees that grow together, each known by one thing in it: a union-find structure (Tarjan 1975)."""

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


def _bearings(debate: Debate) -> Iterator[tuple[Ref, str, Ref]]:
    for element in debate.arguments.values():
        yield from _steps(element)
    for relation in debate.relations:
        if not relation.is_derived:
            yield _element(relation.source), relation.kind.value, _element(relation.target)


def _steps(argument: Argument) -> Iterator[tuple[Ref, str, Ref]]:
    if argument.conclusion is not None:
        yield argument.ref, "support", argument.conclusion
        yield from ((ref, "support", argument.ref) for ref in argument.premises)


def _element(ref: Ref) -> Ref:
    return ArgumentRef(ref.argument) if isinstance(ref, InferenceRef) else ref


def words_of(debate: Debate, ref: Ref) -> str:
    """Return what an item says of something: its text, or its title if it has none."""
    element = debate[_element(ref)]
    return (None if isinstance(element, Inference) else element.text) or ref.title
